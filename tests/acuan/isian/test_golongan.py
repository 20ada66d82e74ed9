"""Golongan as registers write them: the group of rank of a PNS, the class of a PPPK, and nothing by guess."""

import pytest

from asn_nilai.acuan.isian.orang.golongan import KELOMPOK_GOLONGAN, kelompok_golongan


@pytest.mark.parametrize(
    ("tulisan", "kelompok"),
    [
        ("III/a", "PNS III"),
        ("III a", "PNS III"),
        ("iii/A", "PNS III"),
        ("IIId", "PNS III"),
        ("III.b", "PNS III"),
        (" IV / e ", "PNS IV"),
        ("II-c", "PNS II"),
        ("Penata Muda (III/a)", "PNS III"),
        ("Penata Muda Tingkat I (III/b)", "PNS III"),
        ("Penata Muda Tk. I, III/b", "PNS III"),
        ("Pengatur Muda Tk. I / II/b", "PNS II"),
        ("Juru Tk. I (I/d)", "PNS I"),
        ("Golongan III", "PNS III"),
        ("Gol. IV", "PNS IV"),
        ("III", "PNS III"),
    ],
)
def test_golongan_pns_dalam_berbagai_tulisan(tulisan, kelompok):
    assert kelompok_golongan(tulisan, "PNS") == kelompok


@pytest.mark.parametrize(
    ("tulisan", "kelompok"),
    [
        ("IX", "PPPK IX"),
        ("Golongan IX", "PPPK IX"),
        ("PPPK ix", "PPPK IX"),
        ("Gol: XVII", "PPPK XVII"),
        ("III", "PPPK III"),
    ],
)
def test_golongan_pppk_dalam_berbagai_tulisan(tulisan, kelompok):
    assert kelompok_golongan(tulisan, "PPPK") == kelompok


@pytest.mark.parametrize(
    ("tulisan", "jenis"),
    [
        ("", "PNS"),
        ("-", "PNS"),
        ("3/a", "PNS"),
        ("Penata", "PNS"),
        ("Tingkat I", "PNS"),
        ("V", "PNS"),
        ("V/a", "PNS"),
        ("III/f", "PNS"),
        ("III/a atau III/b lalu IV/a", "PNS"),
        ("III/a", "PPPK"),
        ("PNS III", "PPPK"),
        ("PPPK III", "PNS"),
        ("XVIII", "PPPK"),
        ("IIX", "PPPK"),
        ("III/a", ""),
        ("IX", ""),
    ],
)
def test_yang_tidak_pasti_tidak_diduga(tulisan, jenis):
    assert kelompok_golongan(tulisan, jenis) == ""


def test_urutannya_dari_yang_terendah_dan_pns_lebih_dahulu():
    assert KELOMPOK_GOLONGAN[:5] == ("PNS I", "PNS II", "PNS III", "PNS IV", "PPPK I")
    assert (len(KELOMPOK_GOLONGAN), KELOMPOK_GOLONGAN[-1]) == (21, "PPPK XVII")
