"""Which months a text speaks of: added up, by quarters, or one alone."""

import datetime as dt

import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.tabel.waktu import (
    bagian_tahun,
    bulan_bernama,
    bulan_disebut,
    kumulatif,
    periode_ini,
    sebut_waktu,
    tahun_disebut,
    tahun_ini,
    tahun_waktu,
)


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
    [
        ("2026-06", True), ("Juni 2026", True), ("Juni", True), ("6", True), ("s.d. Juni 2026", False), ("1 s.d. 30 Juni 2026", True), ("Mei", False),
        ("Juni 2025", False), (dt.date(2026, 6, 1), True), (dt.date(2026, 6, 30), True), (dt.date(2026, 5, 31), False), (dt.date(2025, 6, 1), False), (6.0, True),
        (7.0, False), ("", False), ("VI/2026", True), ("vi - 2026", True), ("VI", True), ("V/2026", False), ("VI/2025", False), ("XIII/2026", False),
        ("IIII/2026", False),
    ],
)  # fmt: skip
def test_periode_kumulatif_bukan_bulan_itu(isi, sama):
    assert periode_ini(isi, Bulan(2026, 6)) is sama


@pytest.mark.parametrize(
    ("isi", "sama"),
    [("2026", True), ("Tahun 2026", True), ("setahun", True), ("2025", False), ("2025/2026", False), (dt.date(2026, 5, 1), True), (dt.date(2025, 6, 1), False), (2026.0, True)],
)  # fmt: skip
def test_periode_setahun_boleh_tidak_menyebut_tahunnya(isi, sama):
    assert periode_ini(isi, 2026) is sama


@pytest.mark.parametrize(
    ("isi", "sama"),
    [("2026", True), (2026.0, True), ("TA 2026", True), ("2025", False), ("2025/2026", False), ("", False), (dt.date(2026, 1, 1), True), (dt.date(2025, 12, 31), False)],
)  # fmt: skip
@pytest.mark.parametrize("waktu", [2026, Bulan(2026, 6)])
def test_tahun_harus_disebut_sendirian(isi, sama, waktu):
    assert tahun_ini(isi, waktu) is sama


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("2026-06", (2026, 6)), ("2026/6", (2026, 6)), ("2026.06", (2026, 6)), ("2026-06-30", (2026, 6)), ("06-2026", (2026, 6)), ("30/06/2026", (2026, 6)),
        ("Juni 2026", (2026, 6)), ("Mei-25", (2025, 5)), ("Mei '25", (2025, 5)), ("Juni", (None, 6)), ("1", (None, 1)), ("12", (None, 12)), ("0", None),
        ("13", None), ("6 Juni", (None, 6)), ("Mei dan Juni", None), ("Juni 2025/2026", None), ("2026", None), ("6 2026", None), ("", None), ("x", None),
        ("²", None), ("６", (None, 6)),
    ],
)  # fmt: skip
def test_bulan_disebut_bila_tepat_satu(teks, bulan):
    assert bulan_disebut(teks) == bulan


@pytest.mark.parametrize(
    ("teks", "tahun"),
    [
        ("1999 dan 2026", {1999, 2026}), ("Juni 26", {2026}), ("Juni’26", {2026}), ("Juni 2025 26", {2025}), ("Juni 126", set()), ("unit 26", set()),
        ("12026", set()), ("1826", set()), ("Juni 26 ", {2026}),
    ],
)  # fmt: skip
def test_tahun_disebut_penuh_atau_di_belakang_bulan(teks, tahun):
    assert tahun_disebut(teks) == tahun


def test_bulan_bernama_dan_sebutan_waktu():
    assert bulan_bernama("Mei–Juni_Des") == {5, 6, 12}
    assert (sebut_waktu(Bulan(2026, 6)), sebut_waktu(2026)) == ("2026-06", "2026")
    assert (tahun_waktu(Bulan(2026, 6)), tahun_waktu(2025)) == (2026, 2025)
