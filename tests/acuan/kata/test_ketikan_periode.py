"""What people type as a period: read where it can mean one thing only, else refused with the nearest right form."""

from datetime import date

import pytest

from asn_nilai.acuan.kata.ketikan_periode import baca_periode
from asn_nilai.acuan.periode import PeriodeTidakSahError


@pytest.mark.parametrize(
    ("ketikan", "kode"),
    [
        ("2026-06", "2026-06"), ("Juni 2026", "2026-06"), ("juni", "2026-06"), (" JUNI ", "2026-06"),
        ("jun", "2026-06"), ("Jun. 2026", "2026-06"), ("2026 Juni", "2026-06"), ("2026-6", "2026-06"),
        ("2026/06", "2026-06"), ("06-2026", "2026-06"), ("6/2026", "2026-06"), ("nopember", "2026-11"),
        ("Juni 2025", "2025-06"), ("T1", "2026-T1"), ("t4", "2026-T4"), ("TW 2", "2026-T2"),
        ("Triwulan III 2025", "2025-T3"), ("2026T2", "2026-T2"), ("S1", "2026-S1"), ("semester 2", "2026-S2"),
        ("Smt 1", "2026-S1"), ("smt. II 2026", "2026-S2"), ("Trw. III", "2026-T3"), ("Sem.2", "2026-S2"), ("T.1", "2026-T1"),
        ("2026-T01", "2026-T1"), ("S02", "2026-S2"),
        ("2026", "2026"), ("Tahun 2026", "2026"), ("2026-01:2026-05", "2026-01:2026-05"),
        ("2026-1 : 2026-5", "2026-01:2026-05"), ("januari:mei", "2026-01:2026-05"),
        ("Januari s.d. Mei 2026", "2026-01:2026-05"), ("jan sampai dengan mar", "2026-01:2026-03"),
        ("mei-juni", "2026-05:2026-06"), ("Mei - Juni 2026", "2026-05:2026-06"), ("Juni-2026", "2026-06"),
        ("Jun-26", "2026-06"), ("juni 26", "2026-06"), ("Jun '26", "2026-06"), ("202606", "2026-06"),
        ("June", "2026-06"), ("dec 2026", "2026-12"), ("bulan Mei", "2026-05"), ("bln. 6", "2026-06"),
        ("Periode Juni 2026", "2026-06"), ("Q1", "2026-T1"), ("kuartal 2", "2026-T2"), ("2026–06", "2026-06"),
        ("2026-01 - 2026-05", "2026-01:2026-05"), ("2026-01..2026-05", "2026-01:2026-05"),
        ("2026-01_2026-05", "2026-01:2026-05"), ("Jan–Mar 2026", "2026-01:2026-03"), ("januari hingga maret", "2026-01:2026-03"),
    ],
)  # fmt: skip
def test_yang_hanya_dapat_berarti_satu_dibaca(ketikan, kode):
    assert baca_periode(ketikan, 2026).kode == kode


@pytest.mark.parametrize(
    ("ketikan", "terdekat"),
    [
        ("2026-05:2026-01", "2026-01:2026-05"), ("mei:april", "2026-04:2026-05"), ("2026-13", "2026-12"),
        ("2026-0", "2026-01"), ("juny", "2026-06"), ("Februri 2026", "2026-02"), ("6", "2026-06"),
        ("2026-T5", "2026-T4"), ("S3", "2026-S2"), ("2026-S4", "2026-S2"), ("2025-12:2026-02", "2026-01:2026-02"),
        ("2026-11:2027-01", "2026-11:2026-12"), ("2025-T1 2026", "2025-T4"), ("T0", "2026-T1"), ("2026-S00", "2026-S1"),
        ("2026-01:03", "2026-01:2026-03"), ("05:03", "2026-03:2026-05"), ("Jan:3", "2026-01:2026-03"),
        ("2026-01:2026-14", "2026-01:2026-12"), ("Maret: ", "2026-03"), ("13", ""), ("kemarin", ""), ("", ""),
        ("2026-T1:2026-T2", "2026-01:2026-06"), ("T3 s.d. T2", "2026-04:2026-09"), ("2026:2026", "2026"), ("T2:T2", "2026-T2"),
        ("2026-03:T2", "2026-03:2026-06"), ("T1:T5", ""), ("2025-T4:T1", ""), ("T1:T2:T3", ""),
        ("juni-mei", "2026-05:2026-06"), ("Jun-25", "2026-06"), ("bulan 13", ""), ("Agst", "2026-08"),
        ("0626", "2026-06"), ("062026", "2026-06"), ("06-25", ""), ("12025", ""), ("1/6/2026", "2026-06"),
        ("2026-06-01", "2026-06"), ("30 Juni 2026", "2026-06"), ("30 koma 2026", ""), ("2026-01,2026-02", "2026-01:2026-02"),
        ("bulan lalu", ""), ("semester ganjil", ""), ("2026-05_2026-01", "2026-01:2026-05"), ("2026_01", "2026-01"),
    ],
)  # fmt: skip
def test_yang_lain_ditolak_dengan_bentuk_benar_terdekat(ketikan, terdekat):
    with pytest.raises(PeriodeTidakSahError) as galat:
        baca_periode(ketikan, 2026)
    pesan = str(galat.value)
    assert f"Periode '{ketikan}' tidak dikenal." in pesan
    assert (f"Mungkin maksudnya {terdekat}." in pesan) == bool(terdekat)
    assert ("Mungkin maksudnya" in pesan) == bool(terdekat)


@pytest.mark.parametrize(
    ("ketikan", "terdekat"),
    [
        ("bulan lalu", "2026-01"), ("Bulan ini", "2026-02"), ("sekarang", "2026-02"), ("bulan depan", "2026-03"),
        ("tahun lalu", ""), ("bulan lalu sebelumnya", ""),
    ],
)  # fmt: skip
def test_sebutan_yang_bergantung_hari_ini_ditolak_dengan_bulannya(ketikan, terdekat):
    with pytest.raises(PeriodeTidakSahError) as galat:
        baca_periode(ketikan, 2026, date(2026, 2, 28))
    assert (f"Mungkin maksudnya {terdekat}." in str(galat.value)) == bool(terdekat)
    assert ("Mungkin maksudnya" in str(galat.value)) == bool(terdekat)


def test_bulan_lalu_dari_tahun_lain_tidak_diusulkan():
    with pytest.raises(PeriodeTidakSahError) as galat:
        baca_periode("bulan lalu", 2026, date(2026, 1, 5))
    assert "Mungkin maksudnya" not in str(galat.value)
