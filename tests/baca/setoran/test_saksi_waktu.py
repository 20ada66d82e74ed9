"""Titles and sheet names as witnesses of time, one by one: whether they name another month or year than the asked one."""

import pytest

from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.setoran.identitas import BarisIdentitas
from asn_nilai.baca.setoran.saksi import _baris_lain, _judul_lain, _waktu_lain, lembar_waktu_lain

JUNI = Bulan(2026, 6)


@pytest.mark.parametrize(
    ("judul", "lain"),
    [
        ("Laporan Capaian Mei 2026", True), ("Laporan Capaian Juni 2026", False), ("LAPORAN BULAN MEI", True), ("Bulan ke-5", True), ("Bulan ke 6", False), ("bulan 05", True),
        ("Mei 2026", True), ("Mei-25", True), ("Jun-26", False), ("Juni", False), ("Mei", True), ("Padang, 5 Mei 2026", False), ("5 Mei 2026", False), ("Puskesmas Mei", False), ("2025", False),
        ("Peraturan Bulan Mei 2025", False), ("Dicetak Mei 2025", False), ("Catatan: laporan Mei", False), ("Tahun 2025", True), ("Tahun 2025/2026", False), ("Tahun Anggaran 2026", False),
        ("Capaian TW I", True), ("Capaian TW II", False), ("Realisasi s.d. Juni", True), ("Capaian Januari–Desember 2026", False), ("Capaian Januari–Desember 2025", True),
        ("Data sampai Juni", True), ("per Juni 2026", False), ("(Laporan Mei)", True), ("Capaian " + "x" * 112, False), ("Capaian Mei " + "x" * 108, True), ("Capaian Mei " + "x" * 109, False),
        ("No. 5/Mei/2025", False), ("Kinerja", False), ("", False),
    ],
)  # fmt: skip
def test_judul_buku_capaian_juni(judul, lain):
    assert _judul_lain(judul, JUNI) is lain


@pytest.mark.parametrize(
    ("judul", "lain"),
    [("Target Tahun 2026", False), ("Target Tahun 2025", True), ("Target Mei 2026", False), ("Mei 2025", True), ("Target TW I", False), ("Target 2024-2028", False), ("Target 2024-2025", True), ("Target 2027–2028", True)],
)  # fmt: skip
def test_judul_buku_target_bersaksi_tentang_tahunnya_saja(judul, lain):
    assert _judul_lain(judul, 2026) is lain


@pytest.mark.parametrize(
    ("nama", "lain"),
    [
        ("Capaian", False), ("Capaian Mei", True), ("Capaian Juni", False), ("Capaian 05-2026", True), ("Capaian 06-2026", False), ("05-2026", True), ("Capaian 5", False), ("Capaian 2025", True),
        ("Capaian 2026-05", True), ("Capaian 2026-06", False), ("TW I", True), ("Capaian s.d. Juni", True), ("Sheet1", False),
    ],
)  # fmt: skip
def test_nama_lembar(nama, lain):
    assert lembar_waktu_lain(nama, JUNI) is lain


@pytest.mark.parametrize(
    ("teks", "bulan", "lain"),
    [("", {6}, False), ("", {5}, True), ("", {5, 6}, True), ("Juni", {6}, False), ("Juni", {5}, True), ("Januari", {12}, False), ("2025–2027", set(), False), ("2027", set(), True)],
)  # fmt: skip
def test_waktu_yang_disebut_dengan_angka_ikut_bersaksi(teks, bulan, lain):
    assert _waktu_lain(teks, JUNI, bulan) is lain


@pytest.mark.parametrize(
    ("kunci", "isi", "lain"),
    [
        ("periode", "2026-06", False), ("periode", "2026-05", True), ("tahun", "2026", False), ("tahun", 2025.0, True), ("kode_unit", "pkm-01", False), ("kode_unit", "DIN", True),
        ("kode_unit", "entah", False), ("unit_kerja", "DIN", False),
    ],
)  # fmt: skip
def test_baris_identitas_kedua(kunci, isi, lain):
    unit = {"PKM-01": Unit("PKM-01", "Puskesmas"), "DIN": Unit("DIN", "Dinas")}
    assert _baris_lain(kunci, BarisIdentitas(isi, (2, 1)), unit["PKM-01"], JUNI, Skema(unit, (), {})) is lain
