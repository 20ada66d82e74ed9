"""Opens any workbook safely; the only room that hands bytes to calamine.

A submission may be locked, cut off, renamed, or as large as a sheet can be. What cannot be read becomes one
exception with the code and facts of a finding, never a traceback. Cells come as they stand from A1 on, so that their
addresses are true, together with their dress (`rupa`).
"""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from asn_nilai.acuan.formulir import Formulir, lipat_label
from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.baca.rupa import Rupa, periksa_bentang, periksa_galat
from asn_nilai.baca.rupa_xlsx import pembaca_rupa_xlsx
from asn_nilai.baca.wadah import Arsip, BukuTidakTerbacaError, Wujud, kenali_wujud, muat_berkas, tidak_terbaca

SelMentah = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
"""What calamine hands over for a cell; `""` for a blank one."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: `sel[row][column]` from A1 on (0-based, rows of equal length), and its dress."""

    nama: str
    sel: list[list[SelMentah]]
    rupa: Rupa


class Buku:
    """An opened workbook; a sheet is read when asked for."""

    def __init__(self, data: bytes, batas: Batas = BATAS_BAWAAN) -> None:
        """Open the bytes of a workbook, as far as `batas` allows.

        Raises:
            BukuTidakTerbacaError: with the code and the facts of a finding.
        """
        self._batas = batas
        self.wujud, self._arsip = kenali_wujud(data, batas)
        # The dress comes first: it measures what calamine would reserve memory for.
        self._baca_rupa = _pembaca_rupa(self.wujud, data, self._arsip, batas)
        self._calamine = _aman(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
        self._tersembunyi = {
            lembar.name: lembar.visible != SheetVisibleEnum.Visible
            for lembar in self._calamine.sheets_metadata
            if lembar.typ == SheetTypeEnum.WorkSheet
        }

    @property
    def nama_lembar(self) -> list[str]:
        """Return the names of all sheets, hidden ones too, in order."""
        return list(self._tersembunyi)

    def cari_lembar(self, formulir: Formulir) -> str | None:
        """Return the name of the sheet that holds a form, None where there is none.

        A sheet is taken by its whole name (folded: case, blanks and punctuation do not matter), then by a synonym, then
        if it alone begins with the form's name, perhaps after `Sheet` or `Lembar` (`Capaian Juni`, `Sheet Capaian`).
        What a sheet contains never decides.

        Raises:
            BukuTidakTerbacaError: `lembar-ganda`, where several sheets may be meant.
        """
        lipat = {nama: lipat_label(nama) for nama in self.nama_lembar}
        for dicari in (formulir.lembar, *formulir.sinonim_lembar):
            sama = [nama for nama, terlipat in lipat.items() if terlipat == lipat_label(dicari)]
            if sama:
                return _satu_lembar(sama, formulir)
        awalan = lipat_label(formulir.lembar)
        cocok = [nama for nama in lipat if _tanpa_awal(nama).startswith(awalan)]
        return _satu_lembar(cocok, formulir) if cocok else None

    def lembar_serupa(self, formulir: Formulir, dipilih: str) -> list[str]:
        """Return the other sheets that begin with the form's name: copies, revisions, drafts."""
        awalan = lipat_label(formulir.lembar)
        return [nama for nama in self.nama_lembar if nama != dipilih and _tanpa_awal(nama).startswith(awalan)]

    def lembar(self, nama: str) -> Lembar:
        """Read one sheet.

        Raises:
            BukuTidakTerbacaError: the sheet is damaged or spans too many cells.
        """
        rupa = self._baca_rupa(nama)
        periksa_bentang(rupa.tinggi, rupa.lebar, nama, self._batas)
        periksa_galat(len(rupa.galat), nama, self._batas)
        if self._arsip is not None:
            self._arsip.periksa_waktu()
        lembar = _aman(lambda: self._calamine.get_sheet_by_name(nama))
        akhir = lembar.end or (-1, -1)
        periksa_bentang(akhir[0] + 1, akhir[1] + 1, nama, self._batas)
        gabungan = lembar.merged_cell_ranges
        if gabungan is not None:
            rupa.gabungan = [(a[0], a[1], b[0], b[1]) for a, b in gabungan]
        rupa.tersembunyi = self._tersembunyi.get(nama, False)
        return Lembar(nama, _aman(lambda: lembar.to_python(skip_empty_area=False)), rupa)


def _tanpa_awal(nama: str) -> str:
    return lipat_label(nama).removeprefix("sheet").removeprefix("lembar")


def _satu_lembar(nama: list[str], formulir: Formulir) -> str:
    if len(nama) > 1:
        raise BukuTidakTerbacaError("lembar-ganda", lembar=formulir.lembar, ada=", ".join(nama))
    return nama[0]


def buka_buku(berkas: Path, batas: Batas = BATAS_BAWAAN) -> Buku:
    """Open a workbook, whatever its name says it is.

    Args:
        berkas: .xlsx, .xlsm, .xlsb, .xls or .ods; told apart by content. Macros never run.
        batas: how large it may be, the work folder's `batas`.

    Raises:
        BukuTidakTerbacaError: `berkas-tidak-terbaca`, `berkas-berubah`, `berkas-bersandi` or `berkas-terlalu-besar`, with its
            facts.
    """
    return Buku(muat_berkas(berkas, batas), batas)


def _pembaca_rupa(wujud: Wujud, data: bytes, arsip: Arsip | None, batas: Batas) -> Callable[[str], Rupa]:
    if arsip is None:
        from asn_nilai.baca.rupa_xls import pembaca_rupa_xls  # noqa: PLC0415 - rare kinds load what they need

        return pembaca_rupa_xls(data, batas)
    if wujud is Wujud.XLSB:
        from asn_nilai.baca.rupa_xlsb import pembaca_rupa_xlsb  # noqa: PLC0415

        return pembaca_rupa_xlsb(arsip)
    if wujud is Wujud.ODS:
        from asn_nilai.baca.rupa_ods import pembaca_rupa_ods  # noqa: PLC0415

        return pembaca_rupa_ods(arsip)
    return pembaca_rupa_xlsx(arsip)


def _aman(kerjakan: Callable[[], T]) -> T:
    """Run a step of calamine; whatever it fails with, a panic of its Rust core too, is a damaged file."""
    try:
        return kerjakan()
    except PasswordError as galat:
        raise BukuTidakTerbacaError("berkas-bersandi") from galat
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as galat:
        raise tidak_terbaca("isinya rusak") from galat
