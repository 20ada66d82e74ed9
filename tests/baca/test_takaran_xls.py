"""An .xls may promise more than it has; calamine would reserve memory for the promise, and end the process."""

import struct
from pathlib import Path

import pytest

from asn_nilai.baca.buku import Buku
from asn_nilai.baca.takaran_xls import periksa_takaran_xls
from asn_nilai.baca.wadah import BukuTidakTerbacaError

CONTOH = (
    Path(__file__).parents[2] / "examples" / "bukittinggi" / "capaian" / "2026-06" / "KEL-PPK.xls"
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
def test_a_promise_that_cannot_be_kept_is_a_damaged_file(nama):
    with pytest.raises(BukuTidakTerbacaError) as galat:
        Buku(RUSAK[nama])
    assert galat.value.kode == "berkas-tidak-terbaca"


@pytest.mark.parametrize("bentang", [(0, 39, 0, 10), (0, 65_536, 0, 256), (5, 0, 0, 0), (16, 16, 3, 3)])
def test_what_a_sheet_may_say_is_read(bentang):
    data = dengan_bentang(*bentang)
    periksa_takaran_xls(data)
    assert Buku(data).lembar("Capaian").sel == Buku(CONTOH).lembar("Capaian").sel


def test_sheets_that_lead_to_one_another_are_walked_once():
    """A sheet's address is a number like any other; it may lead back to the beginning."""
    letak = CONTOH.index(b"\x85\x00", 512)
    data = bytearray(CONTOH)
    struct.pack_into("<I", data, letak + 4, 0)
    periksa_takaran_xls(bytes(data))
