"""Which months a text speaks of: added up, by quarters, or one alone."""

import datetime as dt

import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.tabel.waktu import bagian_tahun, kumulatif, periode_ini


@pytest.mark.parametrize(
    ("teks", "benar"),
    [
        ("s.d. Juni 2026", True), ("s/d Juni", True), ("sd Juni", True), ("sampai Juni", True), ("hingga bulan ini", True), ("kumulatif", True),
        ("akumulasi", True), ("rekap tahunan", True), ("1 s.d. 30 Juni 2026", False), ("1 Juni 2026 s.d. 30 Juni 2026", False), ("01 s/d 31 Mei", False),
        ("1 s.d. 6 Juni", True), ("Juni 2026", False), ("SDN 12", False), ("target tahunan", False),
    ],
)  # fmt: skip
def test_bulan_bulan_yang_dijumlahkan_dikenali(teks, benar):
    assert kumulatif(teks) is benar


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("TW II", {4, 5, 6}), ("Triwulan 3", {7, 8, 9}), ("tw-iv", {10, 11, 12}), ("Semester I", {1, 2, 3, 4, 5, 6}), ("Caturwulan III", {9, 10, 11, 12}),
        ("Triwulan ke-1", {1, 2, 3}), ("TW I dan TW II", {1, 2, 3, 4, 5, 6}), ("Triwulanan", set()), ("Juni", set()), ("TWK 2", set()),
    ],
)  # fmt: skip
def test_triwulan_dan_semester_menyebut_bulannya(teks, bulan):
    assert bagian_tahun(teks) == bulan


@pytest.mark.parametrize(
    ("isi", "sama"),
    [("2026-06", True), ("Juni 2026", True), ("s.d. Juni 2026", False), ("1 s.d. 30 Juni 2026", True), (dt.date(2026, 6, 1), True), ("Mei", False)],
)  # fmt: skip
def test_periode_kumulatif_bukan_bulan_itu(isi, sama):
    assert periode_ini(isi, Bulan(2026, 6)) is sama
