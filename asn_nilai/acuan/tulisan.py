"""How numbers are written for Indonesian readers: decimal comma, thousands with a dot, no trailing zeros."""

from decimal import Decimal

_TUKAR = str.maketrans(",.", ".,")


def tulis_angka(angka: float, desimal: int = 10) -> str:
    """Return a number as text: 1250.75 → `1.250,75`, 95.0 → `95`.

    Typed figures have at most 15 digits; what a double holds beyond them is noise of binary fractions and is not shown.

    Args:
        angka: a finite number.
        desimal: the most decimals to show; trailing zeros are dropped.
    """
    teks = f"{Decimal(f'{angka:.15g}'):,.{desimal}f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    teks = "0" if teks in {"-0", ""} else teks
    return teks.translate(_TUKAR)


def tulis_tetap(angka: float, desimal: int = 2) -> str:
    """Return a number with exactly so many decimals: 95.0 → `95,00`."""
    return f"{angka:,.{desimal}f}".translate(_TUKAR)
