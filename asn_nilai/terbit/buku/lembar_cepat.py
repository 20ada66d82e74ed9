"""A sheet of XlsxWriter without the detours that cost more than the rest of a workbook together.

What is overridden below XlsxWriter's public face only makes haste: where a later version no longer calls it, the workbook
stays the same and takes longer. What writes a cell is taken without the wrapper that asks at each call whether the
cell is given as `A1`: here it never is. A test holds the bytes equal to those of the plain class.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from asn_nilai.acuan.isian.formulir.tabel import nama_kolom
from asn_nilai.terbit.berkas import samakan_zip

_huruf = cache(nama_kolom)


def _langsung(tulis: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method that writes a cell without its wrapper, or as it is where a later version has none."""
    dalam: Callable[..., Any] = getattr(tulis, "__wrapped__", tulis)
    return dalam


class Formula(NamedTuple):
    """A formula of a cell; XlsxWriter knows its kinds of cells by their names."""

    formula: str
    format: Any
    value: float | str


class BukuCepat(Workbook):  # type: ignore[misc] # xlsxwriter carries no types
    """A workbook that is the same to the byte on every system, and lets its cells go when it is closed.

    Its parts point at each other, so that Python's collector would have to walk over hundreds of thousands of cells
    before it could free them.
    """

    def close(self) -> None:
        """Write the file."""
        super().close()
        samakan_zip(self.filename)
        for lembar in self.worksheets():
            lembar.table.clear()


class LembarCepat(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """A sheet for formulas without newer functions and cells that all have a format, given by row and column."""

    write_blank, write_number = _langsung(Worksheet.write_blank), _langsung(Worksheet.write_number)
    write_string = _langsung(Worksheet.write_string)

    def write_formula(self, row: int, col: int, formula: str, cell_format: Any, value: float | str) -> int:  # noqa: ANN401
        """Store a formula as it is, instead of searching it for some hundred newer functions."""
        if galat := self._check_dimensions(row, col):
            return int(galat)
        self.table[row][col] = Formula(formula, cell_format, value)
        return 0

    def _calculate_spans(self) -> None:
        """Find for each sixteen rows the first and last column that hold anything."""
        ujung: dict[int, set[int]] = {}
        for semua in (self.table, self.comments):
            for baris, sel in semua.items():
                if sel:
                    ujung.setdefault(baris // 16, set()).update((min(sel), max(sel)))
        self.row_spans = {blok: f"{min(kolom) + 1}:{max(kolom) + 1}" for blok, kolom in ujung.items()}

    def _write_cell(self, row: int, col: int, cell: Any) -> None:  # noqa: ANN401 # one of xlsxwriter's tuples
        """Write the plain kinds of cell in one go; leave the others to XlsxWriter."""
        isi = _ISI.get(type(cell).__name__)
        if isi is None or not cell.format:
            super()._write_cell(row, col, cell)
            return
        self.fh.write(f'<c r="{_huruf(col)}{row + 1}" s="{cell.format._get_xf_index()}"{isi(cell)}')  # noqa: SLF001


def _isi_rumus(sel: Formula) -> str:
    if isinstance(sel.value, str):
        return f' t="str"><f>{_aman(sel.formula)}</f><v>{_aman(sel.value)}</v></c>'
    return f"><f>{_aman(sel.formula)}</f><v>{sel.value}</v></c>"


def _aman(teks: str) -> str:
    """Return a text as it stands between two tags."""
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_ISI: dict[str, Callable[[Any], str]] = {
    "String": lambda sel: f' t="s"><v>{sel.string}</v></c>',
    "Number": lambda sel: f"><v>{sel.number:.16G}</v></c>",
    "Blank": lambda _: "/>",
    Formula.__name__: _isi_rumus,
}
"""What follows place and style of a cell, by its kind."""
