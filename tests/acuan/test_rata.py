"""The mean of printed scores against exact fractions, and how it is printed."""

from fractions import Fraction
from math import floor, isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_nilai.acuan.rata import bagian, rata_rata, rata_rata_gabungan, tulis_rata

NHK = st.integers(0, 12000).map(lambda seratus: seratus / 100)


def persis(nhk: list[float], desimal: int) -> Fraction:
    """Return the mean as the definition has it: the decimals as they are printed, rounded half up."""
    rata = sum(Fraction(f"{nilai:.{desimal}f}") for nilai in nhk) / len(nhk)
    return Fraction(floor(rata * 10**desimal + Fraction(1, 2)), 10**desimal)


@given(st.lists(NHK, min_size=1, max_size=60))
def test_rata_rata_sama_dengan_pecahan(nhk: list[float]):
    assert Fraction(repr(rata_rata(nhk, 2))) == persis(nhk, 2)


@given(st.lists(NHK, min_size=1, max_size=30), st.integers(0, 30))
def test_rata_rata_gabungan_tidak_bergantung_pada_pembagian(nhk: list[float], potong: int):
    semua = [bagian(nhk[:potong], 2), bagian(nhk[potong:], 2)]
    assert rata_rata_gabungan(semua, 2) == rata_rata(nhk, 2) == rata_rata(nhk[::-1], 2)


@pytest.mark.parametrize(
    ("nhk", "tulisan"),
    [
        ([99.14, 99.15], "99,15"),
        ([98.72, 98.73], "98,73"),
        ([97.96, 97.97], "97,97"),
        ([90.0, 90.01], "90,01"),
        ([90.0, 90.0, 90.01], "90,00"),
        ([100.0], "100,00"),
        ([], "–"),
    ],
)
def test_tepat_di_tengah_dibulatkan_menjauhi_nol(nhk: list[float], tulisan: str):
    assert tulis_rata(rata_rata(nhk, 2), 2) == tulisan


def test_desimal_menurut_aturan():
    assert rata_rata([90.1, 90.2], 1) == 90.2
    assert tulis_rata(rata_rata([90.0, 91.0], 0), 0) == "91"
    assert tulis_rata(99.145, 2) == "99,15"


def test_bagian_menjumlahkan_persis():
    assert bagian([90.1, 0.2], 2) == (Fraction("90.3"), 2)
    assert bagian([], 2) == (Fraction(0), 0)


def test_tanpa_orang_tidak_ada_rata_rata():
    assert isnan(rata_rata([], 2))
    assert isnan(rata_rata_gabungan([(Fraction(0), 0)], 2))
    assert tulis_rata(nan, 2) == "–"
