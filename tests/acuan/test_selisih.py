"""How far two printed scores lie apart: the float nearest to the exact difference, whatever noise a subtraction leaves."""

import random
from fractions import Fraction

import pytest

from asn_nilai.acuan.pecahan import pecahan, selisih


@pytest.mark.parametrize(
    ("dari", "ke", "beda"),
    [(99.14, 99.15, 0.01), (100.1, 99.9, -0.2), (0.3, 0.1, -0.2), (95, 95.0, 0.0), (-0.1, 0.2, 0.3)],
)
def test_selisih_nilai_tercetak(dari, ke, beda):
    assert selisih(dari, ke) == beda


def test_selisih_sama_dengan_hitungan_pecahan():
    acak = random.Random(2026)
    for _ in range(2000):
        desimal = acak.randint(0, 6)
        dari, ke = (round(acak.uniform(-200, 200), desimal) for _ in range(2))
        assert selisih(dari, ke) == float(Fraction(pecahan(ke)) - pecahan(dari))
