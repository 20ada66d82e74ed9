"""Text in a workbook that runs downwards over the columns of a table: headings, sentences, rows with long texts.

A spreadsheet gives merged cells no height of their own, so each row gets one from the lines that its texts take.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from asn_nilai.terbit.buku.gaya import Kolom, Lembar

_TINGGI_BARIS = 13.5
"""Points of one line of text at the size of the body."""


def banyak_baris(teks: str, muat: float) -> int:
    """Return how many lines a text takes where one line holds so many characters."""
    return sum(max(1, math.ceil(len(garis) / muat)) for garis in teks.split("\n"))


@dataclass(slots=True)
class PenulisBlok:
    """Writes block after block downwards over these columns; `baris` is the next free row (0-based)."""

    lembar: Lembar
    kolom: Sequence[Kolom]
    baris: int

    def judul(self, teks: str) -> None:
        """Write a heading over all columns, after an empty row."""
        self.baris += 1
        for kolom in range(len(self.kolom)):
            self.lembar.teks(self.baris, kolom, teks if kolom == 0 else "", self.lembar.gaya("anak_judul"))
        self.baris += 1

    def gabung(self, awal: int, akhir: int, teks: str, *gaya: str) -> int:
        """Write a text over several columns of the row; return how many lines it takes."""
        bentuk = self.lembar.gaya(*gaya)
        for kolom in range(awal, akhir + 1):
            self.lembar.teks(self.baris, kolom, "", bentuk)
        if akhir > awal:
            self.lembar.dalam.merge_range(self.baris, awal, self.baris, akhir, "", bentuk)
        self.lembar.teks(self.baris, awal, teks, bentuk)
        return banyak_baris(teks, 0.95 * sum(lajur.lebar for lajur in self.kolom[awal : akhir + 1]))

    def selesai(self, *garis: int) -> None:
        """Set the row's height to its longest text, and go on."""
        self.lembar.dalam.set_row(self.baris, max(17.0, _TINGGI_BARIS * max(garis) + 4))
        self.baris += 1

    def kalimat(self, teks: str, *gaya: str) -> None:
        """Write a text over all columns."""
        self.selesai(self.gabung(0, len(self.kolom) - 1, teks, "lipat", *gaya))
