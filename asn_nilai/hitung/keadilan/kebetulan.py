"""Whether two groups' means lie further apart than chance alone parts them.

Deal the people of both groups out anew at random, as many to each as before: the difference of the means then varies
around nought with the variance S² (1/n + 1/m), S² being that of both groups' people together. Further apart than
`BATAS_KEBETULAN` standard deviations of that game is called clear. The variance is exact, so nothing need be drawn; what it
borrows is the normal curve's 95 percent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rekap.kedudukan import BATAS_KEBETULAN

JARANG = Fraction(1, 20)
"""Up to which share of all cases chance counts as none."""
_BATAS_KUADRAT = pecahan(BATAS_KEBETULAN) ** 2


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """Some people's figures: how many, their sum, and the sum of their squares.

    Figures are whole numbers of one scale (hundredths of a point, steps), so that nothing is rounded and nothing is slow:
    a city of 200 units has forty thousand pairs.
    """

    banyak: int
    jumlah: int
    kuadrat: int

    @classmethod
    def dari(cls, angka: Iterable[int]) -> "Kumpulan":
        """Return what some figures are; at least one."""
        semua = list(angka)
        return cls(len(semua), sum(semua), sum(nilai * nilai for nilai in semua))

    def jelas_di_atas(self, lain: "Kumpulan") -> bool:
        """Tell whether its mean is higher than another's by more than chance makes.

        Both sides of d² > z² S² (1/n + 1/m) times n²m² (N − 1), N = n + m: no division is left.
        """
        n, m = self.banyak, lain.banyak
        beda = self.jumlah * m - lain.jumlah * n
        if beda <= 0:
            return False
        sebaran = (n + m) * (self.kuadrat + lain.kuadrat) - (self.jumlah + lain.jumlah) ** 2
        kiri, kanan = _BATAS_KUADRAT.denominator, _BATAS_KUADRAT.numerator
        return beda**2 * (n + m - 1) * kiri > kanan * n * m * sebaran
