"""In how many months of the year before a period somebody was in a unit: dates count, and whoever has none was there all year."""

import datetime as dt

import pytest

from asn_nilai.acuan.isian.register.perpindahan import bulan_sebelum, unit_berpindah
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.periode import Periode

NIP = "199001012015011001"


def skema(*masa: tuple[str, str]) -> Skema:
    """Return a register of one person with a placement for each pair of dates, blank where open."""
    hari = [[dt.date.fromisoformat(teks) if teks else None for teks in pasangan] for pasangan in masa]
    return Skema(
        {}, tuple(Penempatan(NIP, "Ani", f"U{n}", mulai=a, selesai=b) for n, (a, b) in enumerate(hari)), {}
    )


@pytest.mark.parametrize(
    ("masa", "periode", "banyak"),
    [
        ((("", ""),), "2026-06", 5),
        ((("", ""),), "2026-01", 0),
        ((("", ""),), "2026-T3", 6),
        ((("2026-03-01", ""),), "2026-06", 3),
        ((("", "2026-03-31"),), "2026-06", 3),
        ((("2026-02-01", "2026-03-31"),), "2026-12", 2),
        ((("", "2026-02-28"), ("2026-05-01", "")), "2026-07", 4),
        ((("", "2026-03-31"), ("2026-04-01", "")), "2026-12", 11),
        ((("2026-09-01", ""),), "2026-06", 0),
        ((), "2026-06", 0),
    ],
)
def test_bulan_sebelum_periode(masa, periode, banyak):
    assert bulan_sebelum(skema(*masa), NIP, Periode.dari_teks(periode)) == banyak


@pytest.mark.parametrize(
    ("masa", "periode", "unit"),
    [
        ((("", "2026-03-31"), ("2026-04-01", "")), "2026-S1", ("U0", "U1")),
        ((("2026-04-01", ""), ("", "2026-03-31")), "2026-S1", ("U1", "U0")),
        ((("", "2026-03-31"), ("2026-04-01", "")), "2026-T1", None),
        ((("", ""),), "2026", None),
    ],
)
def test_yang_berpindah_dalam_periode_unit_terakhirnya_di_belakang(masa, periode, unit):
    assert unit_berpindah(skema(*masa), Periode.dari_teks(periode)) == ({NIP: unit} if unit else {})
