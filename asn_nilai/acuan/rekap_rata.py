"""Means over several units of a recap: every scored ASN counts once, so sums are added exactly and rounded once."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import nan

from asn_nilai.acuan.hasil import DINILAI
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.rekap import Rekap, UnitRekap

Bagian = tuple[Fraction, int]
"""The exact sum of printed NHK, and of how many ASN."""


def bagian_unit(unit: UnitRekap) -> Bagian:
    """Return what a unit adds to a mean of the period."""
    nhk = [pecahan(satu.nhk) for satu in unit.asn if satu.status == DINILAI]
    return sum(nhk, Fraction(0)), len(nhk)


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
