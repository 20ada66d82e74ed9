"""An .xls may promise more than it has, and say what it holds in ways of its own."""

import datetime as dt
import io
import struct
from pathlib import Path

import pytest
import xlrd
import xlwt
from buku_biner import buku_ole

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import DokumenOle
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.xls.xls import RekamanXls, buka

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
    def rumus_kosong(isi):
        return buka(DokumenOle(berumus(isi), BATAS_BAWAAN)).lembar("Capaian").format_sel.rumus_kosong

    assert (rumus_kosong(NOL), rumus_kosong(ANGKA)) == ({(1, 1)}, set())


def tulis_xls(*baris, ubah=lambda data: data):
    """Return an .xls with a value and its format in each row of column A, as a library writes it, its bytes changed."""
    buku, wadah = xlwt.Workbook(), io.BytesIO()
    lembar = buku.add_sheet("Capaian")
    for nomor, (isi, kode) in enumerate(baris):
        lembar.write(nomor, 0, isi, xlwt.easyxf(num_format_str=kode))
    buku.save(wadah)
    return ubah(wadah.getvalue())


def isi_kolom(data):
    return [sel for (sel,) in Buku(data).lembar("Capaian").sel]


def test_teks_dua_bita_dibaca_utuh_di_samping_halaman_kode():
    """Spreadsheet::WriteExcel and its PHP namesake name the code page 1252 in every file, whatever their texts are written in."""
    kata = ["Rp – 5", "Padang Panjang"]
    kode_1252 = lambda data: data.replace(b"\x42\0\2\0\xb0\4", b"\x42\0\2\0\xe4\4")  # noqa: E731 - one replacement
    data = tulis_xls(*((teks, "General") for teks in kata), ubah=kode_1252)
    assert b"\x42\0\2\0\xe4\4" in data
    assert isi_kolom(data) == kata


def test_format_yang_bernomor_seperti_tanggal_bawaan_tetap_angka():
    """Gnumeric numbers its own formats from 50 on; where the file says what a number stands for, that counts."""
    data = tulis_xls(
        (40.0, "0.0#"), ubah=lambda isi: isi.replace(struct.pack("<H", 165), struct.pack("<H", 50))
    )
    assert isi_kolom(data) == [40.0]


@pytest.mark.parametrize(
    ("isi", "kode", "harap"),
    [
        (46112, "dd/mm/yyyy", dt.date(2026, 3, 31)), (46112.5, "dd/mm/yyyy hh:mm", dt.datetime.fromisoformat("2026-03-31 12:00")), (0.5, "hh:mm", dt.time(12)),
        (1.5, "[h]:mm", dt.timedelta(1.5)), (2.5, "[mm]", dt.timedelta(2.5)), (59, "d/m/yy", dt.date(1900, 2, 28)), (1e9, "d/m/yy", 1e9),
        (True, "General", True), (2.5, '0.0" [h]"', 2.5), ("x", "General", "x"), (7, "0", 7.0),
        (40.5, "0 hari", dt.datetime.fromisoformat("1900-02-09 12:00")), (40.5, "[$Rp-421]#,##0", 40.5), (40.5, "0_d;d", 40.5), (46112, "[$-421]dd mmmm yyyy;@", dt.date(2026, 3, 31)),
    ],
)  # fmt: skip
def test_hari_waktu_dan_lamanya_menurut_format_sel(isi, kode, harap):
    assert isi_kolom(tulis_xls((isi, kode))) == [harap]


def test_lembar_yang_tidak_ada_tidak_dapat_dibaca():
    with pytest.raises(BukuTidakTerbacaError):
        Buku(CONTOH).lembar("Lain")


KELOMPOK = struct.pack("<2H6HH4H", 0x01B0, 22, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
"""Conditional formats for A1: how many rules, and where."""
BERFORMAT = bytes.fromhex("0100 0000 0000 80ff3702 0300 0a00 05 0000 232c232330".replace(" ", ""))
"""A rule that changes the number format alone."""


def test_format_bersyarat_yang_mengubah_format_angka_tidak_menghalangi_pembacaan():
    """Gnumeric writes the templates' own rules so; the reader of formats for .xls takes no such part for granted."""
    aturan = KELOMPOK + struct.pack("<2H", 0x01B1, len(BERFORMAT)) + BERFORMAT
    buku, wadah = xlwt.Workbook(), io.BytesIO()
    lembar = buku.add_sheet("Capaian")
    lembar.write(0, 0, 38)
    asli = lembar.get_biff_data
    akhir = b"\x0a\0\0\0"
    lembar.get_biff_data = lambda: asli().removesuffix(akhir) + aturan + akhir
    buku.save(wadah)
    assert aturan in wadah.getvalue()
    assert isi_kolom(wadah.getvalue()) == [38.0]


def test_dua_lembar_bernama_sama_ditolak():
    buku, wadah = xlwt.Workbook(), io.BytesIO()
    for nama, isi in (("Capaian", 38), ("Capaiam", 40)):
        buku.add_sheet(nama).write(0, 0, isi)
    buku.save(wadah)
    with pytest.raises(BukuTidakTerbacaError) as galat:
        Buku(wadah.getvalue().replace(b"Capaiam", b"Capaian"))
    assert galat.value.isi == {"sebab": "ada lembar yang bernama sama"}


def excel_95(*isi: tuple[int, bytes]) -> bytes:
    """Return an Excel 5/95 workbook with these records on its one sheet."""

    def rekaman(jenis: int, data: bytes) -> bytes:
        return struct.pack("<2H", jenis, len(data)) + data

    akhir = rekaman(0x0A, b"")
    buku = rekaman(0x0809, struct.pack("<4H", 0x0500, 0x05, 0, 0)) + rekaman(0x42, struct.pack("<H", 1252))
    huruf = rekaman(0x31, struct.pack("<5H4B", 200, 0, 8, 400, 0, 0, 0, 0, 0) + b"\5Arial") * 5
    gaya = rekaman(0xE0, struct.pack("<8H", 0, 0, 1, 0, 0, 0, 0, 0)) * 16
    letak = len(buku + huruf + gaya + akhir) + 4 + 6 + 8
    lembar = rekaman(0x85, struct.pack("<IH", letak, 0) + b"\7Capaian")
    semua = b"".join(rekaman(jenis, data) for jenis, data in isi)
    awal_lembar = rekaman(0x0809, struct.pack("<4H", 0x0500, 0x10, 0, 0))
    return buku_ole(
        "Book", (buku + huruf + gaya + lembar + akhir + awal_lembar + semua + akhir).ljust(4096, b"\0")
    )


@pytest.mark.parametrize("jenis", [0x0204, 0x00D6])
def test_teks_panjang_excel_95_dibaca_bersama_sambungannya(jenis):
    """Gnumeric writes such: the file was called damaged over one of several fonts, and a plain text was cut."""
    teks = "Rp 5 – sudah diperiksa. " * 90
    isi = struct.pack("<4H", 0, 0, 15, len(teks)) + teks.encode("cp1252")
    isi += bytes([1, 4, 0]) if jenis == 0x00D6 else b""
    pendek = struct.pack("<4H", 1, 0, 15, 2) + b"ya" + (b"\0" if jenis == 0x00D6 else b"")
    rekaman = [(jenis, isi[:2080]), (0x3C, isi[2080:2085]), (0x3C, isi[2085:]), (jenis, pendek)]
    assert isi_kolom(excel_95(*rekaman)) == [teks, "ya"]
