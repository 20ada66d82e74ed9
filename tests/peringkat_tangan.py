"""The standing of units worked out anew, on fractions and lists of people, without the program's help."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import nan
from statistics import variance

from asn_nilai.acuan.rekap.kedudukan import Kedudukan, Terangkat

TANPA_PEMBANDING = nan
"""The mean of nobody; one object, which equals itself within a tuple."""


@dataclass(frozen=True)
class UnitTangan:
    """One unit: scores of its scored ASN, last scores of the others (None: never), and of who left it; its kind.

    `masuk` are the scores of those who did not stand in it before, among `nhk`.
    """

    nhk: Sequence[Fraction]
    belum: Sequence[Fraction | None] = ()
    keluar: Sequence[Fraction] = ()
    jenis: str = ""
    masuk: Sequence[Fraction] = ()


def tercetak(nilai: Sequence[Fraction]) -> float:
    """Return a mean as printed."""
    rata = sum(nilai, Fraction(0)) / len(nilai)
    persis = Decimal(rata.numerator) / Decimal(rata.denominator)
    return float(persis.quantize(Decimal("0.01"), ROUND_HALF_UP))


def jelas_lebih(a: Sequence[Fraction], b: Sequence[Fraction]) -> bool:
    """Tell whether the mean of `a` is higher by more than 1.96 standard deviations of dealing all people out anew."""
    beda = sum(a) / len(a) - sum(b) / len(b)
    bersama = [*a, *b]
    if beda <= 0 or len(bersama) < 2:
        return False
    ragam = variance(bersama) * (Fraction(1, len(a)) + Fraction(1, len(b)))
    return beda**2 > Fraction(196, 100) ** 2 * ragam


def kedudukan_tangan(unit: Sequence[UnitTangan], cakupan: int = 90) -> list[Kedudukan]:
    """Return the standing of each unit under a rule whose scores run from 0 to 120."""
    ikut = [
        u for u in unit if u.nhk and Fraction(len(u.nhk), len(u.nhk) + len(u.belum)) >= Fraction(cakupan, 100)
    ]
    rata = {id(u): tercetak(u.nhk) for u in ikut}

    def tempat(nilai: float, lain: Sequence[UnitTangan]) -> int:
        return 1 + len([u for u in lain if rata[id(u)] > nilai])

    def satu(u: UnitTangan) -> Kedudukan:
        akhir = None
        if u.belum:
            terbaik = [Fraction(120) if nilai is None else nilai for nilai in u.belum]
            akhir = (tercetak([*u.nhk, *[Fraction(0)] * len(u.belum)]), tercetak([*u.nhk, *terbaik]))
        if id(u) not in rata:
            return Kedudukan(akhir=akhir)
        ke = tempat(rata[id(u)], ikut)
        pernah = [nilai for nilai in u.belum if nilai is not None]
        terangkat = None
        semula = [*u.nhk]
        for nilai in u.masuk:
            semula.remove(nilai)
        semula += [*pernah, *u.keluar]
        banyak = (len(pernah), len(u.keluar), len(u.masuk))
        if not semula:
            terangkat = Terangkat(*banyak, TANPA_PEMBANDING, None)
        elif any(banyak):
            andaikan = tercetak(semula)
            ke_lain = tempat(andaikan, [lain for lain in ikut if lain is not u])
            if ke_lain > ke:
                terangkat = Terangkat(*banyak, andaikan, ke_lain)
        sejenis = [lain for lain in ikut if lain.jenis.lower() == u.jenis.lower()]
        return Kedudukan(
            ke,
            tempat(rata[id(u)], sejenis) if u.jenis else None,
            (
                1 + len([lain for lain in ikut if jelas_lebih(lain.nhk, u.nhk)]),
                len(ikut) - len([lain for lain in ikut if jelas_lebih(u.nhk, lain.nhk)]),
            ),
            akhir,
            terangkat,
        )

    return [satu(u) for u in unit]
