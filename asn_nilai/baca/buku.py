"""Opens any workbook safely, whatever its kind, and finds the sheet that holds a form.

A submission may be locked, cut off, renamed, or as large as a sheet can be. What cannot be read becomes one
exception with the code and facts of a finding, never a traceback.
"""

import hashlib
import re
from importlib import import_module
from pathlib import Path

from asn_nilai.acuan.isian.formulir.formulir import Formulir, lipat_label
from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.baca.berkas.galat import TERLALU_BESAR, BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import kenali_jenis, muat_berkas
from asn_nilai.baca.format_sel.lembar import LembarTerbaca, PembacaBuku

_SALINAN = re.compile(
    r"^(?:sheet|lembar|salinan|copyof|copy|formulir|form|data|draf|draft|revisi|final|asli|isian)+"
)
"""What stands before a form's name on a copy of its sheet, folded."""


class Buku:
    """An opened workbook; a sheet is read when asked for. `wadah` holds its parts."""

    def __init__(self, data: bytes, batas: Batas = BATAS_BAWAAN) -> None:
        """Open the bytes of a workbook, as far as `batas` allows.

        Raises:
            BukuTidakTerbacaError: with the code and the facts of a finding.
        """
        jenis, self.wadah = kenali_jenis(data, batas)
        # Each kind has a module of its name, and a rare one loads when it comes.
        self._pembaca: PembacaBuku = import_module(f"asn_nilai.baca.format_sel.{jenis}").buka(self.wadah)

    @property
    def nama_lembar(self) -> list[str]:
        """Return the names of all sheets, hidden ones too, in order."""
        return list(self._pembaca.tersembunyi)

    def cari_lembar(self, formulir: Formulir) -> str | None:
        """Return the name of the sheet that holds a form, None where there is none.

        A sheet is taken by its whole name (folded: case, blanks and punctuation do not matter), then by a synonym, then
        if it alone begins with the form's name, perhaps after `Sheet` or `Lembar` (`Capaian Juni`, `Sheet Capaian`).
        What a sheet contains never decides.

        Raises:
            BukuTidakTerbacaError: `lembar-ganda`, where several sheets may be meant.
        """
        lipat = {nama: lipat_label(nama) for nama in self.nama_lembar}
        calon = [
            [nama for nama, terlipat in lipat.items() if terlipat == lipat_label(dicari)]
            for dicari in (formulir.lembar, *formulir.sinonim_lembar)
        ]
        cocok = next(filter(None, calon), None) or self._berawal(formulir)
        if len(cocok) > 1:
            raise BukuTidakTerbacaError("lembar-ganda", lembar=formulir.lembar, ada=", ".join(cocok))
        return cocok[0] if cocok else None

    def lembar_serupa(self, formulir: Formulir, dipilih: str) -> list[str]:
        """Return the other sheets that may be the form: copies, revisions, drafts, and those under a synonym."""
        sinonim = {lipat_label(lain) for lain in formulir.sinonim_lembar}
        lipat = {nama: _SALINAN.sub("", lipat_label(nama)) for nama in self.nama_lembar if nama != dipilih}
        awalan = lipat_label(formulir.lembar)
        return [
            nama for nama, terlipat in lipat.items() if terlipat.startswith(awalan) or terlipat in sinonim
        ]

    def _berawal(self, formulir: Formulir) -> list[str]:
        awalan = lipat_label(formulir.lembar)
        return [
            nama
            for nama in self.nama_lembar
            if lipat_label(nama).removeprefix("sheet").removeprefix("lembar").startswith(awalan)
        ]

    def lembar(self, nama: str) -> LembarTerbaca:
        """Read one sheet.

        Raises:
            BukuTidakTerbacaError: the sheet is damaged or spans too many cells.
        """
        return self._pembaca.lembar(nama)


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


def buka_tercatat(berkas: Path, batas: Batas, nama: str, sidik: dict[str, str]) -> Buku:
    """Open a workbook as `buka_buku` does, and note under its name the SHA-256 of what was read; blank where nothing could be.

    Whoever looks at the file again may meet another one: saved meanwhile, or closed at last. Of one too large to be read nothing is
    noted: nobody looked into it.

    Raises:
        BukuTidakTerbacaError: as `buka_buku`.
    """
    try:
        data = muat_berkas(berkas, batas)
    except BukuTidakTerbacaError as galat:
        if galat.kode != TERLALU_BESAR:
            sidik[nama] = ""
        raise
    sidik[nama] = hashlib.sha256(data).hexdigest()
    return Buku(data, batas)
