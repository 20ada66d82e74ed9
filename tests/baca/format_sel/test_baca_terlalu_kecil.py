"""Figures too small for any eye are said like white ones, and rows and columns of hardly a size like hidden ones, in every kind of workbook."""

import io

import openpyxl
import pytest
import xlwt
from buku_biner import Kecil, buku_xlsb
from openpyxl.styles import Font
from test_baca_format_sel import ods

from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.corak.ukuran import poin_ods
from asn_nilai.baca.format_sel.lembar import FormatSel


def xlsx(huruf: float, tinggi: float, lebar: float) -> FormatSel:
    """Return what a sheet shows of 5 in letters of a size, in a row and a column of a size."""
    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar["B2"], lembar["B2"].font = 5, Font(size=huruf)
    lembar.row_dimensions[2].height, lembar.column_dimensions["B"].width = tinggi, lebar
    data = io.BytesIO()
    buku.save(data)
    return Buku(data.getvalue()).lembar("Sheet").format_sel


def xls(huruf: float, tinggi: float, lebar: float) -> FormatSel:
    buku = xlwt.Workbook()
    lembar = buku.add_sheet("Sheet")
    lembar.write(1, 1, 5, xlwt.easyxf(f"font: height {int(20 * huruf)}"))
    lembar.row(1).height_mismatch, lembar.row(1).height = True, int(20 * tinggi)
    lembar.col(1).width = int(256 * lebar)
    data = io.BytesIO()
    buku.save(data)
    return Buku(data.getvalue()).lembar("Sheet").format_sel


def xlsb(huruf: float, tinggi: float, lebar: float) -> FormatSel:
    isi = Kecil(5) if huruf < 4 else 5.0
    data = buku_xlsb("Sheet", {(1, 1): isi}, tinggi={1: int(20 * tinggi)}, lebar={1: int(256 * lebar)})
    return Buku(data).lembar("Sheet").format_sel


def lembar_ods(huruf: float, tinggi: float, lebar: float) -> FormatSel:
    gaya = (
        f'<style:style style:name="ro1"><style:table-row-properties style:row-height="{tinggi / 72:.4f}in"/></style:style>'
        f'<style:style style:name="co1"><style:table-column-properties style:column-width="{lebar * 5.25 / 72 * 2.54:.4f}cm"/></style:style>'
        f'<style:style style:name="ce1"><style:text-properties fo:font-size="{huruf}pt"/></style:style>'
    )
    hasil = ods(
        '<table:table-column/><table:table-column table:style-name="co1"/><table:table-row/><table:table-row table:style-name="ro1">'
        '<table:table-cell/><table:table-cell table:style-name="ce1" office:value-type="float" office:value="5"/></table:table-row>',
        gaya,
    )
    hasil.lengkapi([["", ""], ["", 5]])
    return hasil


@pytest.mark.parametrize("buat", [xlsx, xls, xlsb, lembar_ods])
def test_huruf_baris_dan_kolom_yang_terlalu_kecil_disebut(buat):
    def terlihat(huruf: float = 11, tinggi: float = 15, lebar: float = 9) -> tuple[object, object, object]:
        hasil = buat(huruf, tinggi, lebar)
        return hasil.tampak, hasil.baris_tersembunyi, hasil.kolom_disembunyikan([0, 1, 2])

    assert terlihat() == ({}, set(), [])
    assert terlihat(huruf=1) == ({(1, 1): ""}, set(), [])
    assert terlihat(huruf=4) == ({}, set(), [])
    assert terlihat(tinggi=0.5) == ({}, {1}, [])
    assert terlihat(tinggi=2) == ({}, set(), [])
    assert terlihat(lebar=0.1) == ({}, set(), [1])
    assert terlihat(lebar=0.75) == ({}, set(), [])


def test_panjang_ods_dibaca_dalam_poin():
    semua = ("0.5pt", "1in", "2.54cm", "25.4mm", "4px", "auto", "1.2.3cm")
    assert [poin_ods(ini) for ini in semua] == [
        0.5,
        72.0,
        pytest.approx(72),
        pytest.approx(72),
        3.0,
        None,
        None,
    ]
