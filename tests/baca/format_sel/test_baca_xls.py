"""An .xls may promise more than it has; calamine would reserve memory for the promise, and end the process."""

import io
import struct
from pathlib import Path

import pytest
import xlrd
import xlwt

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import DokumenOle
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.xls.xls import RekamanXls, pembaca_format

CONTOH = (
    Path(__file__).parents[3] / "examples" / "bukittinggi" / "capaian" / "2026-06" / "KEL-PPK.xls"
).read_bytes()
BENTANG = struct.pack("<2HIIHHH", 0x0200, 14, 0, 39, 0, 10, 0)
"""What the example's sheet Capaian says of its rows and columns."""


def dengan_bentang(atas: int, bawah: int, kiri: int, kanan: int) -> bytes:
    assert CONTOH.count(BENTANG) == 1
    return CONTOH.replace(BENTANG, struct.pack("<2HIIHHH", 0x0200, 14, atas, bawah, kiri, kanan, 0))


def dengan_kepala(letak: int, angka: int) -> bytes:
    data = bytearray(CONTOH)
    struct.pack_into("<I", data, letak, angka)
    return bytes(data)


def dengan_ukuran(nama: str, angka: int) -> bytes:
    letak = CONTOH.rindex(nama.encode("utf-16-le"))  # an older directory may stand before it
    return dengan_kepala(letak + 120, angka)


RUSAK = {
    "mulai sesudah berakhir": dengan_bentang(31_744, 39, 0, 10),
    "semiliar baris": dengan_bentang(0, 1_000_000_000, 0, 10),
    "kolom ke seribu": dengan_bentang(0, 39, 0, 1_000),
    "folder": dengan_kepala(40, 0x8000_0000),
    "tabel sektor": dengan_kepala(44, 0x8000_0001),
    "tabel sektor kecil": dengan_kepala(64, 0x8000_0001),
    "ukuran sektor": CONTOH[:30] + b"\x0c" + CONTOH[31:],
    "akar": dengan_ukuran("Root Entry", 0x7FFF_FFFF),
    "aliran": dengan_ukuran("Workbook", 0x7FFF_FFFF),
}


@pytest.mark.parametrize("nama", RUSAK)
def test_janji_ukuran_yang_mustahil_adalah_berkas_rusak(nama):
    with pytest.raises(BukuTidakTerbacaError) as galat:
        Buku(RUSAK[nama])
    assert galat.value.kode == "berkas-tidak-terbaca"


@pytest.mark.parametrize("bentang", [(0, 39, 0, 10), (0, 65_536, 0, 256), (5, 0, 0, 0), (16, 16, 3, 3)])
def test_yang_boleh_dikatakan_lembar_dibaca(bentang):
    data = dengan_bentang(*bentang)
    RekamanXls(data)
    assert Buku(data).lembar("Capaian").sel == Buku(CONTOH).lembar("Capaian").sel


def test_lembar_yang_saling_menunjuk_ditelusuri_sekali():
    """A sheet's address is a number like any other; it may lead back to the beginning."""
    letak = CONTOH.index(b"\x85\x00", 512)
    data = bytearray(CONTOH)
    struct.pack_into("<I", data, letak + 4, 0)
    RekamanXls(bytes(data))


NOL, KOSONG, ANGKA = bytes(8), b"\x03\0\0\0\0\0\xff\xff", struct.pack("<d", 743)
PUSTAKA, CALC, EXCEL = "", "Calc", "Siti Rahma"


def berumus(hasil: bytes) -> bytes:
    """Return an .xls with a formula in B2, its stored result replaced, beside a number and a text."""
    buku = xlwt.Workbook()
    lembar = buku.add_sheet("Capaian")
    lembar.write(0, 0, 0)
    lembar.write(0, 1, "x")
    lembar.write(1, 1, xlwt.Formula("700+43"))
    wadah = io.BytesIO()
    buku.save(wadah)
    assert wadah.getvalue().count(KOSONG) == 1
    return wadah.getvalue().replace(KOSONG, hasil)


@pytest.mark.parametrize("hasil", [NOL, KOSONG, ANGKA])
@pytest.mark.parametrize("penulis", [PUSTAKA, CALC, EXCEL])
def test_nol_dari_penulis_yang_tak_dapat_menghitung_bukan_hasil(monkeypatch, penulis, hasil):
    if penulis != PUSTAKA:  # spreadsheets sum their files up, libraries do not
        monkeypatch.setattr("asn_nilai.baca.format_sel.xls.xls._RINGKASAN", "Root Entry")
    data = berumus(hasil)
    (posisi,) = xlrd.open_workbook(file_contents=data)._sh_abs_posn
    kosong = RekamanXls(data).rumus_tanpa_hasil(posisi - 512, penulis)
    tanpa_hasil = {PUSTAKA: {NOL, KOSONG}, CALC: {NOL}, EXCEL: set()}
    assert kosong == ({(1, 1)} if hasil in tanpa_hasil[penulis] else set())


def test_rumus_tanpa_hasil_sampai_ke_format_sel_lembarnya():
    assert pembaca_format(DokumenOle(berumus(NOL), BATAS_BAWAAN))("Capaian").rumus_kosong == {(1, 1)}
    assert pembaca_format(DokumenOle(berumus(ANGKA), BATAS_BAWAAN))("Capaian").rumus_kosong == set()
