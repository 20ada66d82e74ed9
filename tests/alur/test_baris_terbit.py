"""What is read back from hasil/ becomes values, whatever the names of sheets and indicators hold."""

import contextlib
import re

import openpyxl
from test_rekap_hitungan import baca, rekap

from asn_nilai import cli
from asn_nilai.acuan.rekap.bahan import DICERITAKAN
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap

LEMBAR = "Capaian; bobot-kurang › A"
NAMA = "Layanan tepat waktu (a); jam kerja (90)"


def ubah_nama(kota) -> None:
    """Give June's sheets of one unit, and every indicator of the register, names that look like what is printed."""
    berkas = kota / "capaian/2026-06/PKM-TB.xlsx"
    buku = openpyxl.load_workbook(berkas)
    next(lembar for lembar in buku if lembar.title.startswith("Capaian")).title = LEMBAR
    buku.save(berkas)
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    for kode, nama, *_ in buku["Indikator"].iter_rows():
        if re.fullmatch(r"[A-Z]+-\d+", str(kode.value)):
            nama.value = NAMA
    buku.save(kota / "skema.xlsx")
    with contextlib.suppress(SystemExit):
        cli.main(["hitung", str(kota), "--periode", "2026-06", "--paralel", "1"])


def test_nama_yang_menyerupai_pemisah_tidak_memisahkan_apa_pun(kota):
    ubah_nama(kota)
    hasil = rekap(kota, "2026-06")
    indikator = [teks for usulan in hasil.pembinaan for teks in usulan.indikator]
    assert indikator
    assert all(NAMA in teks and teks.count(NAMA) == 1 and teks.endswith(")") for teks in indikator)
    tertulis = [
        b["indikator"] for b in baca(kota, "2026-06", "tindak_lanjut.csv") if b["jenis"] == "pembinaan"
    ]
    assert ["; ".join(usulan.indikator) for usulan in hasil.pembinaan] == tertulis
    belum = [asn for unit in hasil.unit for asn in unit.asn if LEMBAR in asn.alasan]
    assert belum
    assert not any("bobot-kurang" in asn.sebab for asn in belum)


def test_sebab_adalah_jenis_temuan_yang_disebut_alasan(kota_terhitung):
    hasil = rekap(kota_terhitung, "2026-06")
    for asn in (asn for unit in hasil.unit for asn in unit.asn):
        kode = dict.fromkeys(bagian.partition(" (")[0] for bagian in asn.alasan.split("; ") if bagian)
        assert asn.sebab == (tuple(kode) if asn.status == "Belum Dinilai" else ())
    assert {kode for unit in hasil.unit for asn in unit.asn for kode in asn.sebab} >= {"berkas-hilang"}


def test_temuan_yang_diceritakan_rekap_dibaca_kembali_dengan_letaknya(kota_terhitung):
    """A year has tens of thousands of others."""
    konteks = siapkan(kota_terhitung, "2026-06")
    temuan = bahan_rekap(konteks, tuple(konteks.skema.unit)).temuan
    tertulis = baca(kota_terhitung, "2026-06", "temuan.csv")
    assert sorted((t.kode, str(t.letak), t.nip) for t in temuan) == sorted(
        (b["kode"], " › ".join(filter(None, (b["berkas"], b["lembar"], b["sel"]))), b["nip"])
        for b in tertulis
        if b["tingkat"] == Tingkat.GALAT or b["kode"] in DICERITAKAN
    )
    assert {t.tingkat for t in temuan} == {Tingkat.GALAT, Tingkat.PERINGATAN}
