"""A pattern that is compiled when first used finds what one compiled at once does."""

import re

import pytest

from asn_nilai.acuan.pola_tunda import pola_tunda


def test_pola_tunda_mencari_seperti_pola_biasa():
    pola = pola_tunda(r"(\d+) HARI", re.IGNORECASE)
    for _ in range(2):
        assert pola.search("dalam 12 hari")[1] == "12"
        assert pola.fullmatch("12 hari lagi") is None
    assert pola.sub("x", "3 hari, 4 hari") == "x, x"
    assert pola_tunda(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_pola_disusun_ketika_pertama_dipakai():
    pola = pola_tunda("(")
    with pytest.raises(re.error):
        pola.search("")
