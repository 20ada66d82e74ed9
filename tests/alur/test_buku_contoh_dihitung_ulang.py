"""LibreOffice recalculates the example city's workbooks; trying another figure shows what `hitung` would say.

Of June, which has every kind of trouble, all of them; of May and of five months one unit of each kind, all units with
ASN_NILAI_UJI_PENUH=1.
"""

import csv
import shutil
from importlib.resources import files
from pathlib import Path

import openpyxl
import pytest
from laju import PENUH
from libreoffice import hitung_ulang, rumus_sama

from asn_nilai import cli

PERIODE = ("2026-05", "2026-06", "2026-01:2026-05")
KOLOM = {"nip": 2, "nhk": 6, "rating": 7, "predikat": 9}


def hitung(kota: Path, *argumen: str) -> None:
    with pytest.raises(SystemExit) as keluar:
        cli.main(["hitung", str(kota), *argumen])
    assert keluar.value.code in {0, 1}


@pytest.mark.menyeluruh
def test_setiap_rumus_setiap_buku_sama_sesudah_dihitung_ulang(kota_terhitung, tmp_path):
    buku = []
    for periode in PERIODE:
        semua = sorted((kota_terhitung / "hasil" / periode.replace(":", "_")).rglob("nilai.xlsx"))
        assert len(semua) == 8
        buku += semua if PENUH or periode == "2026-06" else semua[::2]  # badan, dinas, kelurahan, puskesmas
    dibanding = sum(
        rumus_sama(asal, ulang) for asal, ulang in zip(buku, hitung_ulang(buku, tmp_path), strict=True)
    )
    assert dibanding > len(buku) * 60


def angka_lembar_nilai(berkas: Path) -> dict:
    lembar = openpyxl.load_workbook(berkas, data_only=True)["Nilai"]
    return {
        str(b[KOLOM["nip"] - 1]): tuple(b[KOLOM[k] - 1] for k in ("nhk", "rating", "predikat"))
        for b in lembar.iter_rows(values_only=True)
        if len(str(b[KOLOM["nip"] - 1] or "")) == 18
    }


def ubah(berkas: Path, tujuan: Path, ganti) -> Path:
    buku = openpyxl.load_workbook(berkas)
    ganti(buku)
    buku.save(tujuan)
    return tujuan


def sel_bernama(buku, nama: str):
    lembar, alamat = next(iter(buku.defined_names[nama].destinations))
    return buku[lembar][alamat.replace("$", "")]


def hasil_csv(kota: Path, unit: str) -> dict:
    with (kota / "hasil/2026-05/nilai.csv").open(encoding="utf-8", newline="") as sumber:
        return {
            b["nip"]: (float(b["nilai_hasil_kerja"]), b["rating_hasil_kerja"], b["predikat"])
            for b in csv.DictReader(sumber)
            if b["kode_unit"] == unit
        }


@pytest.mark.menyeluruh
def test_ambang_dan_realisasi_lain_memberi_hasil_seperti_hitung(kota_terhitung, tmp_path):
    """One threshold and one plafon on Aturan, one realisasi on Rincian: recalculated, and scored by `hitung`."""
    unit, asal = "PKM-TB", kota_terhitung / "hasil/2026-05/PKM-TB/nilai.xlsx"
    lembar = openpyxl.load_workbook(asal)["Rincian"]
    kepala = next(b[0].row for b in lembar.iter_rows() if b[1].value == "NIP")
    kolom = {" ".join(str(s.value).split()): s.column for s in lembar[kepala]}
    baris = kepala + 2  # the first row is a ratio of the unit, whose realisasi nobody types
    nip, kode = (str(lembar.cell(baris, kolom[k]).value) for k in ("NIP", "Kode Indikator"))

    def ganti_aturan(buku):
        sel_bernama(buku, "batas_hasil_2").value = 97
        sel_bernama(buku, "plafon_capaian").value = 105

    def ganti_realisasi(buku):
        buku["Rincian"].cell(baris, kolom["Realisasi"]).value = 30

    berkas = [ubah(asal, tmp_path / "a.xlsx", ganti_aturan), ubah(asal, tmp_path / "b.xlsx", ganti_realisasi)]
    (tmp_path / "lo").mkdir()
    aturan_lain, realisasi_lain = map(angka_lembar_nilai, hitung_ulang(berkas, tmp_path / "lo"))
    semula = hasil_csv(kota_terhitung, unit)

    teks = (
        files("asn_nilai.acuan.profil").joinpath("aturan/permenpanrb-6-2022.toml").read_text(encoding="utf-8")
    )
    teks = (
        teks.replace("dari = 90", "dari = 97")
        .replace("sampai = 90", "sampai = 97")
        .replace("nilai = 120", "nilai = 105")
    )
    (tmp_path / "lain.toml").write_text(teks, encoding="utf-8")
    salinan = Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))
    hitung(salinan, "--periode", "2026-05", "--aturan", str(tmp_path / "lain.toml"))
    assert aturan_lain == hasil_csv(salinan, unit)
    assert {n for n in semula if semula[n] != aturan_lain[n]}

    capaian = salinan / "capaian/2026-05/PKM-TB.xlsx"
    buku = openpyxl.load_workbook(capaian)
    isian = buku["Capaian"]
    label = next(b for b in isian.iter_rows() if any(s.value == "Kode Indikator" for s in b))
    letak = {s.value: s.column for s in label}
    sasaran = next(
        b[0].row
        for b in isian.iter_rows(min_row=label[0].row + 1)
        if str(isian.cell(b[0].row, letak["NIP"]).value) == nip
        and isian.cell(b[0].row, letak["Kode Indikator"]).value == kode
    )
    isian.cell(sasaran, letak["Realisasi"]).value = 30
    buku.save(capaian)
    hitung(salinan, "--periode", "2026-05")
    assert realisasi_lain == hasil_csv(salinan, unit)
    assert {n for n in semula if semula[n] != realisasi_lain[n]} == {nip}
