"""Whether two groups' means lie further apart than chance alone parts them.

Deal the people of both groups out anew at random, as many to each as before: the difference of the means then varies
around nought with the variance S² (1/n + 1/m), S² being that of both groups' people together. Further apart than
`BATAS_KEBETULAN` standard deviations of that game is called clear. The variance is exact, so nothing need be drawn; what it
borrows is the normal curve's 95 percent. All of it is decided on fractions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rekap.kedudukan import BATAS_KEBETULAN


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """Some people's figures: how many, their mean, and the sum of squared deviations from it."""

    banyak: int
    rata: Fraction
    simpangan: Fraction

    @classmethod
    def dari(cls, angka: Iterable[Fraction]) -> "Kumpulan":
        """Return what some figures are; at least one."""
        semua = list(angka)
        rata = sum(semua, Fraction(0)) / len(semua)
        return cls(len(semua), rata, sum(((nilai - rata) ** 2 for nilai in semua), Fraction(0)))

    def jelas_di_atas(self, lain: "Kumpulan") -> bool:
        """Tell whether its mean is higher than another's by more than chance makes."""
        n, m, beda = self.banyak, lain.banyak, self.rata - lain.rata
        sebaran = (n + m) * (self.simpangan + lain.simpangan) + n * m * beda**2
        return beda > 0 and beda**2 * n * m * (n + m - 1) > pecahan(BATAS_KEBETULAN) ** 2 * sebaran
