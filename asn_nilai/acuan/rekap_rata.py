"""Means of printed scores: every scored ASN counts once, so they are added exactly, as whole numbers, and rounded once."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import nan

from asn_nilai.acuan.nilai import DINILAI
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.rekap import Rekap, UnitRekap

Bagian = tuple[Fraction, int]
"""The exact sum of printed NHK, and of how many ASN."""


def bagian(nhk: Sequence[float], desimal: int) -> Bagian:
    """Return what some scores add to a mean.

    Args:
        nhk: scores printed with `desimal` decimals, no NaN.
        desimal: decimals of the scores.
    """
    skala = 10**desimal
    return Fraction(sum(round(satu * skala) for satu in nhk), skala), len(nhk)


def bagian_unit(unit: UnitRekap, desimal: int) -> Bagian:
    """Return what a unit adds to a mean of the period."""
    return bagian([satu.nhk for satu in unit.asn if satu.status == DINILAI], desimal)


def bagian_bulan(rekap: Rekap) -> Iterator[Bagian]:
    """Yield what all units together add to the mean of each month."""
    for nomor in range(len(rekap.bulan)):
        titik = [satu.bulan[nomor] for satu in rekap.unit if satu.bulan[nomor].dinilai]
        yield sum((pecahan(t.jumlah_nhk) for t in titik), Fraction(0)), sum(t.dinilai for t in titik)


def rata_rata(semua: Iterable[Bagian], desimal: int) -> float:
    """Return the mean of all these, rounded half away from zero; NaN of nobody."""
    jumlah, banyak = Fraction(0), 0
    for satu, orang in semua:
        jumlah, banyak = jumlah + satu, banyak + orang
    return bulatkan_pecahan(jumlah / banyak, desimal) if banyak else nan
