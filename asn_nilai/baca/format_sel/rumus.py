"""The formulas of a sheet, each at its cell: what calamine leaves out, and what a figure was made of.

They are kept as Excel writes them, without the sign of equality. Cells that were filled down share one formula in .xlsx; there it is told
once, for the first of them, and read here as it stands in each.
"""

import re
from functools import partial

from asn_nilai.acuan.isian.formulir.tabel import indeks_kolom, nama_kolom
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel

_TERKUTIP = pola_tunda(r"(\"[^\"]*\"|'[^']*')")
_SEL = pola_tunda(r"(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])")
_ODS_SEL = pola_tunda(r"\[([^\]]*)\]")
_ODS_BAGIAN = pola_tunda(r"(?:\$?((?:'[^']*')|[^.:\[\]]*))?\.(\$?[A-Z]{1,3}\$?\d+)")


class PencatatRumus:
    """Notes the formulas of one .xlsx sheet as they come, from its top to its bottom."""

    def __init__(self, format_sel: FormatSel) -> None:
        self._rumus = format_sel.rumus
        self._bersama: dict[str, tuple[Sel, str]] = {}

    def catat(self, sel: Sel, teks: str, bersama: str = "") -> None:
        """Note a cell's formula; `bersama` is the number of the one it shares with others, whose text only the first has."""
        if bersama and teks:
            self._bersama[bersama] = (sel, teks)
        elif bersama in self._bersama:
            asal, induk = self._bersama[bersama]
            teks = _geser(induk, sel[0] - asal[0], sel[1] - asal[1])
        if teks:
            self._rumus[sel] = teks


def _geser(rumus: str, baris: int, kolom: int) -> str:
    """Return a formula as it stands so many rows below and columns to the right."""
    geser = partial(_geser_sel, baris=baris, kolom=kolom)
    bagian = _TERKUTIP.split(rumus)
    return "".join(teks if ke % 2 else _SEL.sub(geser, teks) for ke, teks in enumerate(bagian))


def _geser_sel(cocok: re.Match[str], baris: int, kolom: int) -> str:
    tetap_kolom, huruf, tetap_baris, nomor = cocok.groups()
    huruf = huruf if tetap_kolom else nama_kolom(indeks_kolom(huruf) + kolom)
    return f"{tetap_kolom}{huruf}{tetap_baris}{nomor if tetap_baris else int(nomor) + baris}"


def rumus_ods(tertulis: str) -> str:
    """Return a formula of .ods (`of:=[.G10]*2`) as Excel writes it; what it takes from another file stays in brackets."""
    return _ODS_SEL.sub(_rujukan_ods, tertulis.partition("=")[2])


def _rujukan_ods(cocok: re.Match[str]) -> str:
    if "#" in cocok[1]:
        return cocok[0]
    bagian = [(lembar.lstrip("$"), sel) for lembar, sel in _ODS_BAGIAN.findall(cocok[1])]
    lembar = bagian[0][0] if bagian else ""
    return f"{lembar}!" * bool(lembar) + ":".join(sel for _, sel in bagian)
