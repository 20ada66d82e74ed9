"""Marks of direction pasted with a name: no face has them, and the register tells of no change that nobody made."""

import csv
import re

import openpyxl
import pytest
from test_siasat_predikat import lembar_berkepala

from asn_nilai.acuan.riwayat import entri_masukan
from asn_nilai.acuan.riwayat.keadaan import INDIKATOR, PEGAWAI, REALISASI, Isi, Kunci

PERIODE, UNIT = "2026-05", "KEL-TD"
ARAH = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def beri_arah(kota):
    """Put marks around each name, post and unit of measure of skema.xlsx; returns the names as they were."""
    nama = set()
    for lembar, kolom in (
        ("Pegawai", ("Nama", "Jabatan")),
        ("Unit", ("Unit Kerja",)),
        ("Indikator", ("Indikator", "Satuan")),
    ):
        buku, tabel, kepala, letak = lembar_berkepala(kota / "skema.xlsx", lembar)
        for baris in range(kepala + 1, tabel.max_row + 1):
            for judul in kolom:
                sel = tabel.cell(baris, letak[judul])
                if isinstance(sel.value, str):
                    if judul == "Nama":
                        nama.add(sel.value)
                    sel.value = f"\u202e{sel.value[:3]}\u2066{sel.value[3:]} \u200f"
        buku.save(kota / "skema.xlsx")
    return nama


def test_tanda_arah_di_nama_tidak_sampai_ke_muka_mana_pun(kota, jalankan):
    nama = beri_arah(kota)
    _, keluar, galat = jalankan("hitung", kota, "--periode", PERIODE, "--unit", UNIT)
    hasil = kota / "hasil" / PERIODE
    with (hasil / "nilai.csv").open(encoding="utf-8-sig") as berkas:
        assert {b["nama"] for b in csv.DictReader(berkas) if b["kode_unit"] == UNIT} < nama
    teks = [keluar, galat, *(b.read_text(encoding="utf-8") for b in hasil.glob("*.csv"))]
    buku = openpyxl.load_workbook(hasil / UNIT / "nilai.xlsx")
    teks += [
        str(sel) for lembar in buku for baris in lembar.iter_rows(values_only=True) for sel in baris if sel
    ]
    assert not [isi for isi in teks if ARAH.search(isi)]


@pytest.mark.parametrize(
    ("apa", "jadi"), [(PEGAWAI, "PNS; Analis"), (INDIKATOR, "PNS; Analis"), (REALISASI, "PNS; \u202eAnalis")]
)
def test_keadaan_yang_dahulu_menyimpannya_dibaca_seperti_kini(apa, jadi):
    kunci = Kunci(apa, UNIT, "1", "K")
    lama = entri_masukan.bentuk_kini({kunci: Isi("PNS; \u202eAnalis", "A1")}, None)
    assert lama[kunci] == Isi(jadi, "A1")
