"""Exact numbers: a float as it was typed, and the one rounding, half away from zero."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=1024)
def pecahan(angka: float) -> Fraction:
    """Return the number as it was typed: the shortest decimal that the float stands for."""
    return Fraction(*Decimal(repr(float(angka))).as_integer_ratio())


def selisih(dari: float, ke: float) -> float:
    """Return by how much one printed score is above another: exact, as the float nearest to it."""
    return float(Decimal(repr(float(ke))) - Decimal(repr(float(dari))))


def rata_pecahan(angka: Iterable[float]) -> Fraction:
    """Return the exact mean of numbers as they were typed; there must be one."""
    semua = [pecahan(satuan) for satuan in angka]
    return sum(semua, Fraction(0)) / len(semua)


def bulatkan_pecahan(angka: Fraction, desimal: int) -> float:
    """Return an exact fraction rounded half away from zero, as the float nearest to the printed decimal."""
    skala: int = 10**desimal
    atas, bawah = angka.numerator, angka.denominator
    mutlak = (2 * abs(atas) * skala + bawah) // (2 * bawah)
    return mutlak / skala if atas >= 0 else -mutlak / skala


def bulatkan_cetak(angka: float, desimal: int) -> float:
    """Return a calculated float rounded half away from zero, free of the noise of binary fractions."""
    persis = Decimal(repr(round(float(angka), 11)))
    return float(persis.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP))
