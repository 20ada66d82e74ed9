"""The same workbook by XlsxWriter's own classes: what ours must equal, part by part and byte by byte."""

import io
import zipfile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet


class TeksHasil(str):
    """A formula's stored text that is written as a text even when it is blank.

    XlsxWriter writes a blank result without a type, which viewers that do not recalculate may show as 0; it tells
    blanks apart by `== ""`, and this text answers no.
    """

    __slots__ = ()

    def __eq__(self, lain: object) -> bool:
        return bool(str(self)) and str(self) == lain

    def __ne__(self, lain: object) -> bool:
        return not self == lain

    def __hash__(self) -> int:
        return str.__hash__(self)


class LembarPolos(Worksheet):
    """XlsxWriter's own sheet; a cell that stands in many rows is written in each of them."""

    def write_formula(self, row, col, formula, cell_format, value):
        return super().write_formula(
            row, col, formula, cell_format, TeksHasil(value) if isinstance(value, str) else value
        )

    def tulis_rumus(self, row, col, rumus, cell_format, value):
        self.write_formula(row, col, rumus.replace("\0", str(row + 1)), cell_format, value)

    def sel_angka(self, number, cell_format):
        return cell_format, number

    def tulis_sel(self, row, sel):
        for kolom, (gaya, angka) in sel.items():
            if angka is None:
                self.write_blank(row, kolom, None, gaya)
            else:
                self.write_number(row, kolom, angka, gaya)

    def cuplik(self, row, col):
        semua = [*self.str_table.string_table]
        return {
            kolom: (sel.format, semua[sel.string] if type(sel).__name__ == "String" else "")
            for kolom, sel in self.table[row].items()
            if kolom in col
        }

    def tempel(self, row, cuplikan):
        for kolom, (gaya, teks) in cuplikan.items():
            if teks:
                self.write_string(row, kolom, teks, gaya)
            else:
                self.write_blank(row, kolom, None, gaya)


def isi_paket(isi: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook, in their order."""
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        return {nama: paket.read(nama) for nama in paket.namelist()}


def sama_dengan_xlsxwriter(monkeypatch, tulis) -> bool:
    """Tell whether `tulis`, which returns a workbook's bytes, gives the same parts with XlsxWriter's own classes."""
    cepat = isi_paket(tulis())
    with monkeypatch.context() as polos:
        polos.setattr("asn_nilai.terbit.buku.wadah.BukuCepat", Workbook)
        polos.setattr("asn_nilai.terbit.buku.gaya.LembarCepat", LembarPolos)
        biasa = isi_paket(tulis())
    assert list(cepat) == list(biasa)
    berbeda = [nama for nama, isi in biasa.items() if cepat[nama] != isi]
    assert not berbeda
    return len(cepat) > 5
