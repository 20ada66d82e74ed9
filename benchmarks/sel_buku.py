"""Take a finished workbook apart into plain lists of cells, so that the floor can write the very same ones.

Runs before any clock does: openpyxl reads formulas, stored values and looks; the lists go into one pickle per unit.
"""

import pickle
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Border, Color
from openpyxl.worksheet.worksheet import Worksheet

ANGKA, TEKS, RUMUS, KOSONG = "angka", "teks", "rumus", "kosong"
_SISI = ("left", "right", "top", "bottom")
_GARIS = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
_POLA = {"solid": 1, "darkGray": 2, "mediumGray": 3, "lightGray": 4, "gray125": 17, "gray0625": 18}


class Sel(NamedTuple):
    """A cell: 0-based row and column, kind, content (formula text without `=`), stored value, index of its format."""

    baris: int
    kolom: int
    jenis: str
    isi: Any
    nilai: Any
    gaya: int


class IsiLembar(NamedTuple):
    """A sheet: name, (column, width in pixels), (row, height in points), cells."""

    nama: str
    lebar: list[tuple[int, int]]
    tinggi: list[tuple[int, float]]
    sel: list[Sel]


class IsiBuku(NamedTuple):
    """A workbook: formats as XlsxWriter takes them, defined names with what they stand for, sheets."""

    gaya: list[dict[str, Any]]
    nama: list[tuple[str, str]]
    lembar: list[IsiLembar]


def urai_buku(berkas: Path) -> IsiBuku:
    """Return everything in a workbook that the floor writes."""
    rumus, nilai = load_workbook(berkas), load_workbook(berkas, data_only=True)
    gaya: dict[str, int] = {}
    sifat: list[dict[str, Any]] = []
    lembar = []
    for lembar_rumus in rumus.worksheets:
        sel = [
            _sel(c, nilai[lembar_rumus.title].cell(c.row, c.column).value, gaya, sifat)
            for c in _terisi(lembar_rumus)
        ]
        tinggi = [
            (n - 1, d.height) for n, d in sorted(lembar_rumus.row_dimensions.items()) if d.height is not None
        ]
        lembar.append(IsiLembar(lembar_rumus.title, _lebar(lembar_rumus), tinggi, sel))
    nama = [(kunci, arti.attr_text) for kunci, arti in rumus.defined_names.items()]
    return IsiBuku(sifat, nama, lembar)


def urai_dan_simpan(buku: Path, tujuan: Path) -> None:
    """Put a workbook's lists into a pickle of plain lists and tuples: loading it needs no module of ours."""
    isi = urai_buku(buku)
    lembar = [(s.nama, s.lebar, s.tinggi, [tuple(c) for c in s.sel]) for s in isi.lembar]
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    tujuan.write_bytes(pickle.dumps((isi.gaya, isi.nama, lembar), protocol=5))


def _terisi(lembar: Worksheet) -> Iterator[Cell]:
    for baris in lembar.iter_rows():
        yield from (c for c in baris if isinstance(c, Cell) and (c.value is not None or c.has_style))


def _lebar(lembar: Worksheet) -> list[tuple[int, int]]:
    semua = sorted(lembar.column_dimensions.values(), key=lambda kolom: kolom.min)
    return [(n - 1, round(kolom.width * 7)) for kolom in semua for n in range(kolom.min, kolom.max + 1)]


def _sel(sel: Cell, nilai: Any, gaya: dict[str, int], sifat: list[dict[str, Any]]) -> Sel:  # noqa: ANN401 # a cell's
    sifat_ini = sifat_sel(sel)
    kunci = repr(sifat_ini)
    if kunci not in gaya:
        gaya[kunci] = len(sifat)
        sifat.append(sifat_ini)
    isi, jenis = sel.value, TEKS
    if sel.data_type == "f":
        isi, jenis = str(isi).removeprefix("="), RUMUS
        nilai = "" if nilai is None else nilai
    elif isi is None:
        jenis = KOSONG
    elif isinstance(isi, int | float) and not isinstance(isi, bool):
        jenis = ANGKA
    elif isinstance(isi, datetime | bool):
        raise TypeError(f"{sel.coordinate}: {type(isi).__name__} tidak dikenal")
    return Sel(sel.row - 1, sel.column - 1, jenis, isi, nilai if jenis == RUMUS else None, gaya[kunci])


def sifat_sel(sel: Cell) -> dict[str, Any]:
    """Return a cell's look as the properties of an XlsxWriter format."""
    huruf, rata, isian = sel.font, sel.alignment, sel.fill
    sifat = {
        "font_name": huruf.name,
        "font_size": huruf.sz,
        "font_color": _warna(huruf.color),
        "bold": bool(huruf.b),
        "italic": bool(huruf.i),
        "underline": 1 if huruf.u else 0,
        "num_format": sel.number_format,
        "align": rata.horizontal,
        "valign": {"center": "vcenter"}.get(rata.vertical, rata.vertical),
        "text_wrap": bool(rata.wrap_text),
        "indent": int(rata.indent),
        "pattern": _POLA.get(isian.fill_type, 0),
        "fg_color": _warna(isian.fgColor),
        "bg_color": _warna(isian.bgColor),
        "locked": bool(sel.protection.locked),
        "quote_prefix": bool(sel.quotePrefix),
        **_garis(sel.border),
    }
    return {kunci: nilai for kunci, nilai in sifat.items() if nilai is not None}


def _garis(garis: Border) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    for nama in _SISI:
        sisi = getattr(garis, nama)
        if sisi is not None and sisi.style:
            hasil |= {nama: _GARIS[sisi.style], f"{nama}_color": _warna(sisi.color)}
    return hasil


def _warna(warna: Color | None) -> str | None:
    """Return `#RRGGBB`, None where there is no colour of its own."""
    if warna is None or warna.type != "rgb" or warna.rgb == "00000000":
        return None
    return f"#{warna.rgb[-6:]}"
