"""Means over units: every scored ASN counts once, exactly, whatever unit it stands in."""

from fractions import Fraction
from math import isnan, nan
from types import SimpleNamespace

from asn_nilai.acuan.rekap import AsnRekap, TitikUnit
from asn_nilai.acuan.rekap_rata import bagian_bulan, bagian_unit, rata_rata


def asn(nhk: float, status: str) -> AsnRekap:
    return AsnRekap("1", "A", "B", nhk, "", "", nan, "", status, "")


def test_hanya_asn_dinilai_yang_ikut():
    unit = SimpleNamespace(
        asn=(asn(90.1, "Dinilai"), asn(95.0, "Belum Dinilai"), asn(110.0, "Pindah"), asn(0.2, "Dinilai"))
    )
    assert bagian_unit(unit, 2) == (Fraction("90.3"), 2)


def test_tepat_di_tengah_dibulatkan_menjauhi_nol():
    assert rata_rata([(Fraction("90.01"), 1), (Fraction("90.00"), 1)], 2) == 90.01
    assert isnan(rata_rata([(Fraction(0), 0)], 2))


def test_bulan_menjumlahkan_unit_yang_punya_hasil():
    ada, tidak = TitikUnit(95.0, 2, 2, jumlah_nhk=190.0), TitikUnit()
    rekap = SimpleNamespace(
        bulan=(1, 2), unit=(SimpleNamespace(bulan=(ada, tidak)), SimpleNamespace(bulan=(tidak, tidak)))
    )
    assert [*bagian_bulan(rekap)] == [(Fraction(190), 2), (Fraction(0), 0)]
