"""Published figures are rounded so far that one person's own figure stays open, even between two months.

Somebody may know who stood behind a figure last month and this month, and that one person joined. If nothing else had
changed, subtracting would give that person's figure. So figures are printed in steps of a tenth of the average
person's share: what subtraction leaves is uncertain by a tenth of it at least. Where figures are whole numbers, a
tenth may be less than one, and the step leaves at least two whole numbers on each side.

Counts are facts and stay exact: k persons stand behind each, and no subtraction within a period leaves fewer; but whoever
knows what all others counted in two months can tell what a newcomer counted. A unit's own figure is no person's, so only
its means and quotients are rounded, and only to be read.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

_BAGIAN_ORANG = Fraction(1, 10)
_LANGKAH = (Fraction(1), Fraction(5, 2), Fraction(5))
"""From 1 upwards; targets such as 85 and 95 percent fall on these steps."""
_LANGKAH_KECIL = (Fraction(1), Fraction(2), Fraction(5))
"""Below 1, where 2.5 would print a digit that nobody needs."""
_RAGU_BULAT = 2
_DESIMAL_UNIT = 2
_TELITI = 1000
"""No figure is printed more finely than to a thousandth: more digits tell a reader nothing."""


def langkah(sumbangan: Fraction, orang: int, *, rata_rata: bool, bulat: bool) -> Fraction:
    """Return the step of rounding.

    Args:
        sumbangan: what an average person contributes, in the unit of measure, without sign.
        orang: how many persons stand behind the figure.
        rata_rata: the figure is a mean of the persons, not their sum.
        bulat: the persons' figures are whole numbers.

    Returns:
        1, 2.5 or 5 times a power of ten (below 1: 1, 2 or 5); 1 where all figures are 0.
    """
    ragu = max(sumbangan * _BAGIAN_ORANG, Fraction(_RAGU_BULAT if bulat and sumbangan else 0))
    terkecil = max(ragu / orang, sumbangan / _TELITI) if rata_rata else max(ragu, sumbangan * orang / _TELITI)
    if not terkecil:
        return Fraction(1)
    puluhan = Fraction(1)
    while puluhan > terkecil:
        puluhan /= 10
    while puluhan * 10 <= terkecil:
        puluhan *= 10
    pilihan = _LANGKAH_KECIL if puluhan < 1 else _LANGKAH
    return next((angka * puluhan for angka in pilihan if angka * puluhan >= terkecil), puluhan * 10)


def ke_langkah(angka: Fraction, jarak: Fraction) -> Fraction:
    """Return the number rounded to a whole number of steps, half away from zero."""
    banyak = floor(abs(angka) / jarak + Fraction(1, 2))
    return (banyak if angka >= 0 else -banyak) * jarak


def cetak(angka: Fraction, jarak: Fraction, puncak: Fraction | None = None) -> Fraction:
    """Return the number as printed: rounded to steps, but 0 and the highest possible figure only where they are true.

    "No incident" and "always available" are statements; rounding must not make them. Larger numbers never print
    smaller than smaller ones, so a target that is met is met in print as well.
    """
    bulat = ke_langkah(angka, jarak)
    for tepi in (Fraction(0), puncak):
        if tepi is not None and angka != tepi and (bulat - tepi) * (angka - tepi) <= 0:
            bulat = ke_langkah(tepi, jarak) + (jarak if angka > tepi else -jarak)
    return bulat


def rata(angka: Sequence[Fraction]) -> Fraction:
    """Return the exact mean of at least one number."""
    return sum(angka, Fraction(0)) / len(angka)


def bulatkan_unit(angka: Fraction, *, tunggal: bool) -> Fraction:
    """Return a figure of units as printed: what a unit reports, and a sum of such, as it is; means and quotients rounded."""
    return angka if tunggal else ke_langkah(angka, Fraction(1, 10**_DESIMAL_UNIT))
