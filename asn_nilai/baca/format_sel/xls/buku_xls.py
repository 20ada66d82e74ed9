"""The cells of an .xls, by way of xlrd, which has taken the file apart anyway for what they show.

calamine takes texts of two bytes a letter for texts of one where the file names a code page, as libraries of Perl and PHP do, and some
numbers that Gnumeric formats for days.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import xlrd

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.galat import tidak_terbaca
from asn_nilai.baca.format_sel.lembar import (
    FormatSel,
    LembarTerbaca,
    PembacaBuku,
    SelMentah,
    periksa_bentang,
    periksa_galat,
)

_SELANG = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
"""What a format has that shows a length of time, not a time of day."""
_WAKTU = re.compile(r"[ymdhs]", re.IGNORECASE)
_KUTIPAN, _KURUNG = re.compile(r'"[^"]*"|[\\_*].'), re.compile(r"\[[^\]]*\]")
"""What stands in a format for itself; colours, conditions and currencies."""


class BukuXls(PembacaBuku):
    """A `PembacaBuku` of one that xlrd has opened."""

    def __init__(self, buku: Any, format_sel: Mapping[str, FormatSel], batas: Batas) -> None:  # noqa: ANN401 - xlrd has no types
        """Look at the sheets.

        Raises:
            BukuTidakTerbacaError: two bear one name; which of them is read would be anybody's guess.
        """
        self._buku, self._format_sel, self._batas = buku, format_sel, batas
        self._lembar = {lembar.name: lembar for lembar in buku.sheets()}
        if len(self._lembar) != buku.nsheets:
            raise tidak_terbaca("ada lembar yang bernama sama")
        self.tersembunyi = {nama: lembar.visibility != 0 for nama, lembar in self._lembar.items()}
        # As calamine judges for the other kinds: by the part of a format that is for numbers above zero.
        kode = {
            nomor: _KUTIPAN.sub("", buku.format_map[xf.format_key].format_str).partition(";")[0]
            for nomor, xf in enumerate(buku.xf_list)
        }
        self._selang = {nomor for nomor, isi in kode.items() if _SELANG.search(isi)}
        self._berwaktu = {nomor for nomor, isi in kode.items() if _WAKTU.search(_KURUNG.sub("", isi))}

    def lembar(self, nama: str) -> LembarTerbaca:
        """Read one sheet, as `PembacaBuku` says."""
        if nama not in self._lembar:
            raise tidak_terbaca("letak lembarnya tidak ditemukan")
        lembar, format_sel = self._lembar[nama], self._format_sel[nama]
        periksa_bentang(format_sel.tinggi, format_sel.lebar, nama, self._batas)
        periksa_galat(len(format_sel.galat), nama, self._batas)
        format_sel.gabungan = [
            (atas, kiri, bawah - 1, kanan - 1) for atas, bawah, kiri, kanan in lembar.merged_cells
        ]
        format_sel.tersembunyi = self.tersembunyi[nama]
        isi = [self._baris(lembar, baris, format_sel.lebar) for baris in range(format_sel.tinggi)]
        format_sel.lengkapi(isi)
        return LembarTerbaca(nama, isi, format_sel)

    def _baris(self, lembar: Any, baris: int, lebar: int) -> list[SelMentah]:  # noqa: ANN401 - xlrd has no types
        gaya: Sequence[int] = lembar._cell_xf_indexes[baris]  # noqa: SLF001 - row-wise, many times faster than cell by cell
        isi = [
            self._sel(jenis, nilai, xf)
            for jenis, nilai, xf in zip(lembar.row_types(baris), lembar.row_values(baris), gaya, strict=True)
        ][:lebar]
        return [*isi, *[""] * (lebar - len(isi))]

    def _sel(self, jenis: int, nilai: float | str, gaya: int) -> SelMentah:
        if jenis == xlrd.XL_CELL_TEXT:
            return nilai
        if jenis == xlrd.XL_CELL_BOOLEAN:
            return bool(nilai)
        if jenis in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
            selang = gaya in self._selang
            return (
                self._waktu(float(nilai), selang=selang) if selang or gaya in self._berwaktu else float(nilai)
            )
        return ""

    def _waktu(self, angka: float, *, selang: bool) -> SelMentah:
        """Return a number as the day, the time or the length of time that its format shows; itself where it is none."""
        with suppress(OverflowError, ValueError):
            if selang:
                return dt.timedelta(days=angka)
            saat: dt.datetime = xlrd.xldate.xldate_as_datetime(angka, self._buku.datemode)
            if 0 <= angka < 1:
                return saat.time()
            return saat.date() if saat.time() == dt.time() else saat
        return angka
