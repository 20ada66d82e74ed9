"""A behaviour rating beside another rule's: a number where a number stands for it, and the instansi's own words as they are."""

import pytest

from asn_nilai.acuan.hasil.simulasi import isi_perilaku, tulis_perilaku


@pytest.mark.parametrize(
    ("rating", "isi", "tulisan"),
    [
        ("95", 95.0, "95"),
        ("95.13", 95.13, "95,13"),
        ("", "", ""),
        ("Sesuai Ekspektasi", "Sesuai Ekspektasi", "Sesuai Ekspektasi"),
        ("3 - Sesuai", "3 - Sesuai", "3 - Sesuai"),
        ("² Baik", "² Baik", "² Baik"),
        ("nan", "nan", "nan"),
    ],
)
def test_rating_yang_berawal_angka_bukan_angka(rating, isi, tulisan):
    assert (isi_perilaku(rating), tulis_perilaku(rating)) == (isi, tulisan)
