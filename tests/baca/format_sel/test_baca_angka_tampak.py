"""What a number's format shows, and what a binary cell stores, in exact figures."""

import struct

import pytest

from asn_nilai.baca.format_sel.corak.kode_format import tampak_format, tampak_lain
from asn_nilai.baca.format_sel.xlsb import _SEL_RK, _angka
from asn_nilai.baca.tabel.tanggal import nomor_bulan


@pytest.mark.parametrize(
    ("teks", "angka", "lain"),
    [
        ("", 5.0, True), ("", 0.0, True), ("-", 0.0, False), ("-", 5.0, True), ("Rp -", 0.0, False), ("nihil", 0.0, True),
        ("5", 5.0, False), ("5", -5.0, True), ("(5)", -5.0, False), ("1.234,6", 1234.56, False), ("1.234,5", 1234.56, True),
    ],
)  # fmt: skip
def test_teks_yang_bukan_angkanya(teks, angka, lain):
    assert tampak_lain(teks, angka) is lain


@pytest.mark.parametrize(
    ("kode", "angka", "teks"),
    [
        ("0;0", -5.0, "5"),
        ("0;-0", -5.0, None),
        ("0;[Red]0", -5.0, None),
        ("0", -5.0, None),
        ('[>=100]0;0"0"', 150.0, None),
        ('[>=100]0;0"0"', 15.0, "150"),
        ('[<100]0"0";0', 15.0, "150"),
        ('[<100]0"0";0', 150.0, None),
    ],
)
def test_bagian_format_yang_berlaku(kode, angka, teks):
    assert tampak_format(kode, angka) == teks


@pytest.mark.parametrize(
    ("rk", "angka"),
    [
        (struct.pack("<i", 1234 << 2 | 2), 1234.0),
        (struct.pack("<i", 1234 << 2 | 3), 12.34),
        (struct.pack("<d", 1.5)[4:], 1.5),
        (struct.pack("<I", struct.unpack("<I", struct.pack("<d", 150.0)[4:])[0] | 1), 1.5),
    ],
)
def test_angka_pendek_xlsb(rk, angka):
    assert _angka(_SEL_RK, bytes(8) + rk) == angka


def test_angka_panjang_xlsb():
    assert _angka(_SEL_RK + 1000, bytes(8) + struct.pack("<d", 98.76)) == 98.76


def test_nama_bulan_yang_lazim():
    semua = {
        1: "Januari Jan", 2: "Februari Feb Pebruari Peb", 3: "Maret Mar", 4: "April Apr", 5: "Mei", 6: "Juni Jun", 7: "Juli Jul",
        8: "Agustus Agu Agt Ags Agust", 9: "September Sep Sept", 10: "Oktober Okt", 11: "November Nov Nopember Nop",
        12: "Desember Des",
    }  # fmt: skip
    for nomor, sebutan in semua.items():
        assert {nomor_bulan(kata) for kata in sebutan.split()} == {nomor}, sebutan
    assert nomor_bulan("Bulan") is None
