"""The one mean of printed scores, and the one way to print it.

Every scored ASN counts once. Printed scores have a fixed number of decimals, so they are added exactly, as whole
numbers, and rounded once, half away from zero: `fsum(nhk) / len(nhk)` through an f-string prints 99,14 for 99.145.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import isnan, nan

from asn_nilai.acuan.pecahan import bulatkan_cetak, bulatkan_pecahan
from asn_nilai.acuan.tulisan import tulis_tetap

Bagian = tuple[Fraction, int]
"""What some ASN add to a mean: the exact sum of their printed NHK, and how many they are."""


def bagian(nhk: Iterable[float], desimal: int) -> Bagian:
    """Return what some scores add to a mean.

    Args:
        nhk: scores printed with `desimal` decimals, no NaN.
        desimal: decimals of the scores.
    """
    skala = 10**desimal
    bulat = [round(nilai * skala) for nilai in nhk]
    return Fraction(sum(bulat), skala), len(bulat)


def rata_rata(nhk: Iterable[float], desimal: int) -> float:
    """Return the mean of printed scores as it is printed; NaN of nobody. Arguments as for `bagian`."""
    return rata_rata_gabungan([bagian(nhk, desimal)], desimal)


def rata_rata_gabungan(semua: Iterable[Bagian], desimal: int) -> float:
    """Return the mean over several parts, not the mean of their means, as it is printed; NaN of nobody."""
    jumlah, banyak = Fraction(0), 0
    for jumlah_bagian, orang in semua:
        jumlah, banyak = jumlah + jumlah_bagian, banyak + orang
    return bulatkan_pecahan(jumlah / banyak, desimal) if banyak else nan


def tulis_rata(rata: float, desimal: int) -> str:
    """Return a mean as text, with a fixed number of decimals; a dash of nobody."""
    return "–" if isnan(rata) else tulis_tetap(bulatkan_cetak(rata, desimal), desimal)
