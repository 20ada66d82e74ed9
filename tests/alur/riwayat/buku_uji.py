"""Change the example's workbooks as somebody would who wants a better score."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


def kepala(lembar: Worksheet, label: str) -> Cell:
    """Return the header cell of a column."""
    return next(sel for baris in lembar.iter_rows() for sel in baris if sel.value == label)


def baris_milik(lembar: Worksheet, nip: str, kode: str = "") -> int:
    """Return the row of an ASN, and of an indicator where one is named; a merged NIP counts for the rows below."""
    kolom_nip, kini = kepala(lembar, "NIP"), ""
    for nomor in range(kolom_nip.row + 1, lembar.max_row + 1):
        kini = str(lembar.cell(nomor, kolom_nip.column).value or kini)
        sama = not kode or lembar.cell(nomor, kepala(lembar, "Kode Indikator").column).value == kode
        if kini == nip and sama:
            return nomor
    raise LookupError(nip, kode)


def ubah(
    berkas: Path, nama: str, kolom: str, nip: str, kode: str, baru: object | Callable[[object], object]
) -> tuple[str, object, object]:
    """Put something into the cell of a row and column; returns its address, and what stood and stands in it."""
    buku = openpyxl.load_workbook(berkas)
    lembar = buku[nama]
    sel = lembar.cell(baris_milik(lembar, nip, kode), kepala(lembar, kolom).column)
    semula = sel.value
    sel.value = baru(semula) if callable(baru) else baru
    buku.save(berkas)
    return sel.coordinate, semula, sel.value


def ubah_indikator(skema: Path, kode: str, kolom: str, baru: object) -> tuple[str, object, object]:
    """Change an indicator's definition."""
    buku = openpyxl.load_workbook(skema)
    lembar = buku["Indikator"]
    kolom_kode = kepala(lembar, "Kode Indikator").column
    nomor = next(n for n in range(2, lembar.max_row + 1) if lembar.cell(n, kolom_kode).value == kode)
    sel = lembar.cell(nomor, kepala(lembar, kolom).column)
    semula, sel.value = sel.value, baru
    buku.save(skema)
    return sel.coordinate, semula, baru


def hapus_baris(berkas: Path, nama: str, nip: str, kode: str = "") -> None:
    """Delete the row of an ASN (and indicator)."""
    buku = openpyxl.load_workbook(berkas)
    lembar = buku[nama]
    nomor = baris_milik(lembar, nip, kode)
    for rentang in list(lembar.merged_cells.ranges):
        lembar.unmerge_cells(str(rentang))
    lembar.delete_rows(nomor)
    buku.save(berkas)
