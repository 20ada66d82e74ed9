"""A workbook of XlsxWriter without the detours that cost more than the rest of it together.

XlsxWriter makes all that there is a few times in a book or a sheet: styles, names, widths, merged cells, conditional
formats, validations, drawings. What there is by the hundred thousand is made here: a cell is put into words when it is
given, so that a row only joins them, and a text that comes again is looked up instead of measured, counted and numbered.
What is overridden below XlsxWriter's public face only makes haste. Tests hold every part equal, to the byte, to what the
plain classes write for the same calls.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import lru_cache
from io import BytesIO, StringIO
from math import isfinite
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.worksheet import Worksheet

from asn_nilai.acuan.isian.formulir.tabel import nama_kolom
from asn_nilai.terbit.berkas import susun_zip
from asn_nilai.terbit.buku.tata import BARIS

Sel = tuple[Any, str, float | str]
"""A cell in words: its format, what follows place and style in the sheet, and what a chart over it shows."""
Cuplikan = tuple[dict[int, Any], int]
"""Cells of a row by column, and how many of them are texts."""
_TEKS = ' t="s"><v>'
"""How the words of a text begin; the number of the text follows."""
_BARIS = "\N{NULL}"
"""Stands for the row's number in the frame of its cells."""
_SELALU_MUAT = 16_383
"""Characters that a cell holds whatever they are; of a longer text XlsxWriter counts how much room each takes."""
_MAMPAT = 4
"""How hard parts are compressed: a fourteenth larger than by zlib's own choice, in half of the time."""


def _aman(teks: str) -> str:
    """Return a text as it stands between two tags."""
    if "&" in teks or "<" in teks or ">" in teks:
        return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return teks


@lru_cache(maxsize=256)  # what `gaya` joins for all sheets of all kinds of workbooks
def _rupa(sifat: tuple[tuple[str, object], ...]) -> Format:
    """Return a format with such properties that no workbook has yet, and the key by which XlsxWriter tells formats apart."""
    rupa = Format(dict(sifat))
    rupa._get_format_key()  # noqa: SLF001
    return rupa


class BukuCepat(Workbook):  # type: ignore[misc] # xlsxwriter carries no types
    """A workbook that is the same to the byte on every system, and lets its cells go when it is closed.

    Its parts point at each other, so that Python's collector would have to walk over hundreds of thousands of cells
    before it could free them.
    """

    filename: BinaryIO

    def add_format(self, properties: Mapping[str, object]) -> Format:
        """Add a format: a copy of the one like it that the run's first workbook had it made for."""
        rupa = copy(_rupa((*self.default_format_properties.items(), *properties.items())))
        rupa.xf_format_indices, rupa.dxf_format_indices = self.xf_format_indices, self.dxf_format_indices
        self.formats.append(rupa)
        return rupa

    def close(self) -> None:
        """Write the file."""
        super().close()
        for lembar in self.worksheets():
            lembar.table.clear()

    def _store_workbook(self) -> None:
        """Let XlsxWriter make the parts, and put them together without its zip file."""
        self.bagian: dict[str, bytes] = {}
        tujuan, self.filename = self.filename, BytesIO()
        super()._store_workbook()
        tujuan.write(susun_zip(self.bagian, _MAMPAT))

    def _get_packager(self) -> Packager:
        return _Pengemas()


class _Pengemas(Packager):  # type: ignore[misc] # xlsxwriter carries no types
    """Hands the parts over to the workbook, and writes plain texts at once."""

    def _create_package(self) -> Sequence[object]:
        for isi, nama, biner in super()._create_package():
            kata = isi.getvalue()
            if not biner:  # a sheet's rows, ASCII as a rule, are only copied where its footer, which is not, stands aside
                kata = b"".join(map(str.encode, kata.rpartition("</sheetData>")))
            self.workbook.bagian[nama] = kata
        return ()

    def _write_shared_strings_file(self) -> None:
        tabel, penulis = self.workbook.str_table, _Teks()
        if tabel.count:
            penulis.string_table = tabel
            penulis._set_xml_writer(self._filename("xl/sharedStrings.xml"))  # noqa: SLF001
            penulis._assemble_xml_file()  # noqa: SLF001


class _Teks(SharedStrings):  # type: ignore[misc] # xlsxwriter carries no types
    """The texts of all sheets."""

    def _write_si(self, string: str) -> None:
        """Write a text; one with control characters, or blanks that count, is left to XlsxWriter."""
        if (
            string.isprintable()
            and string.strip(" ") == string != ""
            and "_x" not in string
            and "<r>" not in string
        ):
            self.fh.write(f"<si><t>{_aman(string)}</t></si>")
        else:
            super()._write_si(string)


class LembarCepat(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """A sheet for formulas without newer functions and cells that all have a format, given by row and column."""

    fh: StringIO

    def __init__(self) -> None:
        super().__init__()
        self._ekor_teks: dict[str, str] = {}
        self._rumus_aman: dict[str, str] = {}
        self._ekor_baris: dict[tuple[object, ...], str] = {}
        self._kolom: dict[int, tuple[int, ...]] = {}  # in use, by row, once all is stored

    def write_string(self, row: int, col: int, string: str, cell_format: Any) -> int:  # noqa: ANN401
        """Store a text; of one that was here before, what stands for it is known.

        XlsxWriter measures what may be too long for a cell, and notes by a sheet's first text where the sheet begins.
        """
        ekor = self._ekor_teks.get(string)
        if ekor is None:
            if len(string) <= _SELALU_MUAT and self._ekor_teks:
                nomor = self.str_table._get_shared_string_index(string)  # noqa: SLF001
            elif galat := self._write_string(row, col, string, cell_format):
                return int(galat)
            else:
                nomor = self.table[row][col].string
            ekor = self._ekor_teks[string] = f"{_TEKS}{nomor}</v></c>"
        else:
            self.str_table.count += 1
        self.table[row][col] = (cell_format, ekor, string)
        return 0

    def write_number(self, row: int, col: int, number: float, cell_format: Any) -> int:  # noqa: ANN401
        """Store a number."""
        if not isfinite(number):
            return int(self._write_number(row, col, number, cell_format))
        self.table[row][col] = (cell_format, f"><v>{number:.16G}</v></c>", number)
        return 0

    def write_blank(self, row: int, col: int, _: None, cell_format: Any) -> int:  # noqa: ANN401
        """Store a cell that holds nothing."""
        self.table[row][col] = (cell_format, "/>", "")
        return 0

    _write_blank = write_blank
    """What XlsxWriter itself calls for the cells that it merges."""

    def write_formula(self, row: int, col: int, formula: str, cell_format: Any, value: float | str) -> int:  # noqa: ANN401
        """Store a formula as it is."""
        if isinstance(value, str):
            ekor = f' t="str"><f>{_aman(formula)}</f><v>{_aman(value)}</v></c>'
        else:
            ekor = f"><f>{_aman(formula)}</f><v>{value}</v></c>"
        self.table[row][col] = (cell_format, ekor, value)
        return 0

    def tulis_rumus(self, row: int, col: int, rumus: str, cell_format: Any, value: float | str) -> None:  # noqa: ANN401
        """Store a formula that is the same in all rows but for their number, for which BARIS stands."""
        if (aman := self._rumus_aman.get(rumus)) is None:
            aman = self._rumus_aman[rumus] = _aman(rumus)
        isi = aman.replace(BARIS, str(row + 1))
        if isinstance(value, str):
            ekor = f' t="str"><f>{isi}</f><v>{_aman(value)}</v></c>'
        else:
            ekor = f"><f>{isi}</f><v>{value}</v></c>"
        self.table[row][col] = (cell_format, ekor, value)

    def sel_angka(self, number: float | None, cell_format: Any) -> Sel:  # noqa: ANN401 # a format
        """Return a cell of a finite number, or of nothing, that `tulis_sel` may store in any row."""
        if number is None:
            return cell_format, "/>", ""
        return cell_format, f"><v>{number:.16G}</v></c>", number

    def tulis_sel(self, row: int, sel: Mapping[int, Sel]) -> None:
        """Store such cells in a row, by column."""
        self.table[row].update(sel)

    def cuplik(self, row: int, col: Iterable[int]) -> Cuplikan:
        """Return texts and blanks of a row, to stand in others as well."""
        sel = {kolom: self.table[row][kolom] for kolom in col}
        return sel, sum(type(ini) is not tuple or ini[1].startswith(_TEKS) for ini in sel.values())

    def tempel(self, row: int, cuplikan: Cuplikan) -> None:
        """Store such cells in a row."""
        sel, teks = cuplikan
        self.table[row].update(sel)
        self.str_table.count += teks

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
        """Take a formula as it is, instead of searching it for some hundred newer functions."""
        return formula.removeprefix("{").removeprefix("=").removesuffix("}")

    def _assemble_xml_file(self) -> None:
        """Tell XlsxWriter what it asks at each cell, where the first and the last stand, and write the sheet."""
        self._kolom = {baris: tuple(sorted(sel)) for baris, sel in self.table.items() if sel}
        if self._kolom:
            self._check_dimensions(min(self._kolom), min(kolom[0] for kolom in self._kolom.values()))
            self._check_dimensions(max(self._kolom), max(kolom[-1] for kolom in self._kolom.values()))
        super()._assemble_xml_file()

    def _calculate_spans(self) -> None:
        """Find for each sixteen rows the first and last column that hold anything."""
        ujung: dict[int, set[int]] = {}
        catatan = {baris: sorted(sel) for baris, sel in self.comments.items() if sel}
        for baris, kolom in (*self._kolom.items(), *catatan.items()):
            ujung.setdefault(baris // 16, set()).update((kolom[0], kolom[-1]))
        self.row_spans = {blok: f"{min(tepi) + 1}:{max(tepi) + 1}" for blok, tepi in ujung.items()}

    def _write_rows(self) -> None:
        """Write row after row; a cell that XlsxWriter stored by itself is left to it."""
        self._calculate_spans()
        bingkai, tulis = _Bingkai(), self.fh.write
        for baris in sorted(self.table.keys() | self.row_info.keys() | self.comments.keys()):
            kolom, rentang = self._kolom.pop(baris, None), self.row_spans.get(baris // 16)
            if not kolom:
                self._write_empty_row(baris, rentang, self.row_info.get(baris))
                continue
            tulis(self._awal_baris(baris, rentang))
            sel = [*map(self.table[baris].__getitem__, kolom)]
            if {*map(type, sel)} == {tuple}:
                rupa, ekor, _ = zip(*sel, strict=True)
                tulis(bingkai.isi(baris, kolom, rupa, ekor))
            else:
                for k, ini in zip(kolom, sel, strict=True):
                    if type(ini) is tuple:
                        tulis(bingkai.isi(baris, (k,), ini[:1], ini[1:2]))
                    else:
                        self._write_cell(baris, k, ini)
            tulis("</row>")

    def _awal_baris(self, baris: int, rentang: str | None) -> str:
        """Return the tag with which a row begins, as XlsxWriter writes it for the first row of its kind."""
        rupa = self.row_info.get(baris)
        macam = (rentang, *(vars(rupa).values() if rupa else ()))
        if macam not in self._ekor_baris:
            kata = self._kata(self._write_row, baris, rentang, rupa)
            self._ekor_baris[macam] = kata.removeprefix(f'<row r="{baris + 1}"')
        return f'<row r="{baris + 1}"{self._ekor_baris[macam]}'

    def _kata(self, tulis: Callable[..., object], *isi: object) -> str:
        """Return what one of XlsxWriter's methods would write."""
        semula, self.fh = self.fh, StringIO()
        tulis(*isi)
        kata, self.fh = self.fh.getvalue(), semula
        return kata

    def _get_range_data(
        self, row_start: int, col_start: int, row_end: int, col_end: int
    ) -> list[float | str | None]:
        """Return what a chart over a range shows before it is recalculated; None where there is no cell."""
        isi: list[float | str | None] = []
        for baris in range(row_start, row_end + 1):
            for kolom in range(col_start, col_end + 1):
                sel = self.table[baris].get(kolom) if baris in self.table else None
                if type(sel) is tuple:
                    isi.append(f"{sel[2]:.16g}" if sel[1].startswith("><v>") else sel[2])
                else:
                    isi += super()._get_range_data(baris, kolom, baris, kolom)
        return isi


class _Bingkai(dict[tuple[tuple[int, ...], tuple[Any, ...]], list[str]]):
    """Cells side by side but for the row's number and what they hold, by columns and formats: most rows are alike in these."""

    def isi(self, baris: int, kolom: tuple[int, ...], rupa: tuple[Any, ...], ekor: Sequence[str]) -> str:
        """Return the cells of a row, each with what follows place and style."""
        kata = self[kolom, rupa].copy()
        kata[1::4] = [str(baris + 1)] * len(kolom)
        kata[3::4] = ekor
        return "".join(kata)

    def __missing__(self, macam: tuple[tuple[int, ...], tuple[Any, ...]]) -> list[str]:
        """Make a frame; a format is numbered when it is first met."""
        kata = self[macam] = []
        for kolom, rupa in zip(*macam, strict=True):
            kata += [f'<c r="{nama_kolom(kolom)}', "", f'" s="{rupa._get_xf_index()}"', ""]  # noqa: SLF001
        return kata
