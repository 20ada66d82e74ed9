"""Workbooks whose cells calamine hands over: .xlsx, .xlsb and .ods; the only module that gives bytes to it.

Cells come as they stand from A1 on, so that their addresses are true, together with what they show.
"""

import datetime as dt
import io
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import ISI_RUSAK, BukuTidakTerbacaError, tidak_terbaca
from asn_nilai.baca.format_sel.lembar import (
    FormatSel,
    LembarTerbaca,
    PembacaBuku,
    SelMentah,
    periksa_bentang,
    periksa_galat,
)

PembacaFormat = Callable[[str], FormatSel]
"""Gives what the cells of a sheet show, by its name."""
_HARI_UTC = pola_tunda(r"(\d{4}-\d\d-\d\d)T00:00:00(?:\.0+)?Z")
T = TypeVar("T")


class BukuCalamine(PembacaBuku):
    """A `PembacaBuku` of two: calamine for the cells, and the kind's own reader for what they show."""

    def __init__(
        self,
        pembaca_format: Callable[[Arsip], PembacaFormat],
        wadah: Arsip,
        susun: Callable[[bytes], bytes] | None = None,
        luruskan: Callable[[bytes], bytes] | None = None,
    ) -> None:
        """Open a workbook.

        Args:
            pembaca_format: gives its kind's reader of formats.
            wadah: its bytes.
            susun: lays a sheet out as calamine has least work with it.
            luruskan: writes a part as calamine understands it.
        """
        self._wadah = wadah
        data = wadah.untuk_pembaca_lain(susun, luruskan)
        # The formats come first: they measure what calamine would reserve memory for.
        self._baca_format = pembaca_format(wadah)
        self._buka(data)
        self.tersembunyi = {
            lembar.name: lembar.visible != SheetVisibleEnum.Visible
            for lembar in self._calamine.sheets_metadata
            if lembar.typ == SheetTypeEnum.WorkSheet
        }

    def _buka(self, data: bytes) -> None:
        self._calamine = _aman(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))

    def lembar(self, nama: str) -> LembarTerbaca:
        """Read one sheet, as `PembacaBuku` says."""
        format_sel, batas = self._baca_format(nama), self._wadah.batas
        periksa_bentang(format_sel.tinggi, format_sel.lebar, nama, batas)
        periksa_galat(len(format_sel.galat), nama, batas)
        self._wadah.periksa_waktu()
        lembar = _aman(lambda: self._calamine.get_sheet_by_name(nama))
        akhir = lembar.end or (-1, -1)
        periksa_bentang(akhir[0] + 1, akhir[1] + 1, nama, batas)
        gabungan = lembar.merged_cell_ranges
        if gabungan is not None:
            format_sel.gabungan = [(a[0], a[1], b[0], b[1]) for a, b in gabungan]
        format_sel.tersembunyi = self.tersembunyi.get(nama, False)
        isi = _aman(lambda: lembar.to_python(skip_empty_area=False))
        if format_sel.bertanda_utc:
            _hari_utc(isi)
        format_sel.lengkapi(isi)
        return LembarTerbaca(nama, isi, format_sel)


def _hari_utc(isi: list[list[SelMentah]]) -> None:
    """Make a day of what programs for the web write of one (`2026-03-31T00:00:00.000Z`); calamine hands it over as a text.

    With a time of day it stays a text: it may be the next day here.
    """
    for baris in isi:
        for kolom in [k for k, sel in enumerate(baris) if sel.__class__ is str and sel[-1:] == "Z"]:
            if cocok := _HARI_UTC.fullmatch(str(baris[kolom])):
                with suppress(ValueError):
                    baris[kolom] = dt.date.fromisoformat(cocok[1])


def _aman(kerjakan: Callable[[], T]) -> T:
    """Run a step of calamine; whatever it fails with, a panic of its Rust core too, is a damaged file."""
    try:
        return kerjakan()
    except PasswordError as galat:
        raise BukuTidakTerbacaError("berkas-bersandi") from galat
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as galat:
        raise tidak_terbaca(ISI_RUSAK) from galat
