"""The columns of a sheet: where they stand, which style shows a figure in them, and how wide they must be for it.

No default knows how wide: one unit counts people, another the rupiah of its budget. A spreadsheet shows ### where a figure
does not fit, or rounds it where the cell has no format of its own: then what people see is not what is scored.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from asn_nilai.acuan.isian.formulir.tabel import nama_kolom

BARIS = "\N{NULL}"
"""Stands for the row's number in a formula that is the same in every row but for it."""
_BILANGAN = (int, float)
_DESIMAL = {"bulat": 0, "dua": 2, "rinci": 4}
_TEPI = 2.0
"""Characters beside a figure: the format's own space, and the cell's edges."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a printed table: key, title, width in characters."""

    kunci: str
    judul: str
    lebar: float


@dataclass(frozen=True, slots=True)
class Tata:
    """The columns of a sheet, with letter and number (0-based) of each by key."""

    kolom: tuple[Kolom, ...]
    huruf: dict[str, str]
    nomor: dict[str, int]

    @classmethod
    def susun(cls, kolom: Iterable[Kolom], tanpa: Collection[str] = ()) -> "Tata":
        """Lay out the columns but for those with some keys."""
        isi = tuple(lajur for lajur in kolom if lajur.kunci not in tanpa)
        nomor = {lajur.kunci: indeks for indeks, lajur in enumerate(isi)}
        return cls(isi, {kunci: nama_kolom(indeks) for kunci, indeks in nomor.items()}, nomor)

    def lebar(self, kunci: str) -> float:
        """Return a column's width in characters."""
        return self.kolom[self.nomor[kunci]].lebar

    def sel(self, kunci: str, baris: int) -> str:
        """Return the address of a cell of a column; `baris` is 0-based."""
        return f"{self.huruf[kunci]}{baris + 1}"

    def sel_sebaris(self, kunci: str) -> str:
        """Return the address of a cell of a column in whatever row a formula stands, as `Lembar.rumus_baris` takes it."""
        return f"{self.huruf[kunci]}{BARIS}"

    def rentang(self, kunci: str, awal: int, akhir: int, sampai: str = "") -> str:
        """Return the address of a column's cells, or of all up to column `sampai`, between two rows (0-based, both included)."""
        return f"{self.huruf[kunci]}{awal + 1}:{self.huruf[sampai or kunci]}{akhir + 1}"

    def rentang_tetap(self, kunci: str, awal: int, akhir: int) -> str:
        """Return the address of a column's cells that stays the same wherever the formula stands, `$B$8:$B$40`."""
        huruf = self.huruf[kunci]
        return f"${huruf}${awal + 1}:${huruf}${akhir + 1}"

    def melebar(self, perlu: Mapping[str, float]) -> "Tata":
        """Return the layout with columns at least so wide."""
        return Tata.susun(
            replace(lajur, lebar=max(lajur.lebar, perlu.get(lajur.kunci, 0))) for lajur in self.kolom
        )


def ada(angka: object) -> bool:
    """Tell whether a value of a results frame is a number (NaN and None are not)."""
    return isinstance(angka, _BILANGAN) and not math.isnan(angka)


def format_angka(angka: float) -> str:
    """Return the bundle that shows a figure without cutting it: whole, two decimals, or up to four."""
    if angka == round(angka):
        return "bulat"
    return "dua" if math.isclose(angka, round(angka, 2), rel_tol=0, abs_tol=1e-9) else "rinci"


def lebar_angka(angka: Iterable[float | None], cukup: float = 0.0) -> float:
    """Return the width, in characters, that shows each of these figures whole; 0 where there is none.

    A column that shows the largest and the smallest whatever their decimals are shows all: then it is `cukup`, the width that
    it has anyway.
    """
    semua = {ini for ini in angka if ini is not None and ada(ini)}
    if not semua or max(_lebar(ini, max(_DESIMAL.values())) for ini in (min(semua), max(semua))) <= cukup:
        return cukup
    return max(_lebar(ini, _DESIMAL[format_angka(ini)]) for ini in semua)


def _lebar(angka: float, desimal: int) -> float:
    """Return the width that shows a figure with so many decimals."""
    return len(f"{angka:,.{desimal}f}") + _TEPI
