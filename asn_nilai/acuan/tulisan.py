"""How numbers are written for Indonesian readers: decimal comma, thousands with a dot, no trailing zeros; names in a row; what is cut."""

from collections.abc import Collection
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_TUKAR = str.maketrans(",.", ".,")
_TANPA_TITIK = 999
"""Below this a number has no thousands, not even once it is rounded."""
_PERSIS = Context(prec=400, rounding=ROUND_HALF_UP)
"""Half away from zero, with room for every digit of the largest float."""


@lru_cache(maxsize=4096)  # targets and weights repeat over the ASN of a unit
def tulis_angka(angka: float, desimal: int = 10) -> str:
    """Return a number as text: 1250.75 → `1.250,75`, 95.0 → `95`.

    Typed figures have at most 15 digits; what a double holds beyond them is noise of binary fractions and is not shown.

    Args:
        angka: a finite number.
        desimal: the most decimals to show; trailing zeros are dropped.
    """
    teks = f"{angka:.15g}"
    pecahan = teks.partition(".")[2]
    if not -_TANPA_TITIK < angka < _TANPA_TITIK or "e" in teks or pecahan[desimal:] == "5":
        return _tulis_digit(teks, desimal)
    if len(pecahan) > desimal:
        # Digits that do not end just where rounding turns lie on the same side of that as the number itself.
        teks = f"{angka:.{desimal}f}"
        teks = teks.rstrip("0").rstrip(".") if desimal else teks
    return "0" if teks == "-0" else teks.replace(".", ",")


def _tulis_digit(teks: str, desimal: int) -> str:
    """Return any digits as `tulis_angka` does.

    Those of a percentage need not go this way, which takes a hundredth more of the instructions of `hitung`.
    """
    teks = f"{Decimal(teks):,.{desimal}f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    teks = "0" if teks in {"-0", ""} else teks
    return teks.translate(_TUKAR)


def sebagian(bagian: int, semua: int) -> str:
    """Return how many of how many: `1.980 dari 2.000`."""
    return f"{tulis_angka(bagian)} dari {tulis_angka(semua)}"


def tulis_tetap(angka: float, desimal: int = 2) -> str:
    """Return a number with exactly so many decimals: 95.0 → `95,00`, 99.145 → `99,15`.

    Args:
        angka: a finite number; the shortest decimal that it stands for is rounded, half away from zero.
        desimal: the decimals to show.
    """
    # Python's own format rounds the binary fraction, 99.14499…. It is right where nothing is left to round: two
    # decimals of at most 15 digits with the same float are the same.
    if abs(angka) < 10 ** (15 - desimal) and round(angka, desimal) == angka:
        return f"{angka:,.{desimal}f}".translate(_TUKAR)
    persis = Decimal(repr(float(angka))).quantize(Decimal(1).scaleb(-desimal), context=_PERSIS)
    return f"{persis:,.{desimal}f}".translate(_TUKAR)


def sebut_beberapa(nama: Collection[str], paling_banyak: int = 5) -> str:
    """Return names in a row; of those beyond the first few only how many they are."""
    sisa = len(nama) - paling_banyak
    return ", ".join([*nama][:paling_banyak]) + (f", dan {sisa} lagi" if sisa > 0 else "")


def potong(teks: str, muat: int) -> str:
    """Return a text cut to so many UTF-16 units, with dots where it went on."""
    if len(teks.encode("utf-16-le")) // 2 <= muat:
        return teks
    while len(teks.encode("utf-16-le")) // 2 >= muat:
        teks = teks[:-1]
    return f"{teks.rstrip()}…"
