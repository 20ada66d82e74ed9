"""What chance makes is held exactly: on the very boundary nothing is clear yet."""

import pytest

from asn_nilai.hitung.keadilan.kebetulan import Kumpulan


@pytest.mark.parametrize(
    ("tinggi", "rendah", "jelas"), [(16, 9, False), (17, 9, True), (9, 16, False), (9, 9, False)]
)
def test_tepat_di_batas_kebetulan_belum_jelas(tinggi, rendah, jelas):
    """Of 25 and 25 so many have 1, the others 0: 16 against 9 lie 1.96 standard deviations apart, to the last digit."""
    ini, lain = (Kumpulan.dari([1] * banyak + [0] * (25 - banyak)) for banyak in (tinggi, rendah))
    assert ini.jelas_di_atas(lain) is jelas
