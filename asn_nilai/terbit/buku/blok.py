"""Text in a workbook that runs downwards over the columns of a table: headings, sentences, rows with long texts.

A spreadsheet gives merged cells no height of their own, so each row gets one from the lines that its texts take.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from asn_nilai.terbit.buku.gaya import Kolom, Lembar

_TINGGI_BARIS = 13.5
"""Points of one line of text at the size of the body."""
_HURUF_KECIL = 10 / 8
"""How many more letters of the bundle `kecil` a line holds."""
_LEBAR_KERTAS, _TINGGI_KERTAS = 776.0, 512.0
"""Points of A4 landscape between the margins of `Lembar.siapkan_cetak`."""
_AMAN = 0.96
"""How much of the paper is counted on: programs measure letters and rows a little differently."""
_BERSAMA_JUDUL = 4
"""Heading, table header and first rows of a block that no page holds stay together."""


def banyak_baris(teks: str, muat: float) -> int:
    """Return how many lines a text takes where one line holds so many characters and ends between words where it can."""
    if len(teks) <= muat and "\n" not in teks:
        return 1
    return sum(_lipatan(garis, muat) for garis in teks.split("\n"))


def _lipatan(garis: str, muat: float) -> int:
    """Return into how many lines a text without line breaks falls."""
    banyak, terpakai = 1, 0.0
    for kata in garis.split(" "):
        if terpakai and terpakai + 1 + len(kata) <= muat:
            terpakai += 1 + len(kata)
            continue
        penuh = max(1, math.ceil(len(kata) / muat))
        banyak += penuh - (not terpakai)
        terpakai = len(kata) - (penuh - 1) * muat
    return banyak


@dataclass(slots=True)
class PenulisBlok:
    """Writes block after block downwards over these columns; `baris` is the next free row, `semua_judul` the headings' (0-based)."""

    lembar: Lembar
    kolom: Sequence[Kolom]
    baris: int
    semua_judul: list[int] = field(default_factory=list)

    def judul(self, teks: str) -> None:
        """Write a heading over all columns, after an empty row."""
        self.baris += 1
        self.semua_judul.append(self.baris)
        for kolom in range(len(self.kolom)):
            self.lembar.teks(self.baris, kolom, teks if kolom == 0 else "", self.lembar.gaya("anak_judul"))
        self.baris += 1

    def gabung(self, awal: int, akhir: int, teks: str, *gaya: str) -> int:
        """Write a text over several columns of the row; return how many lines it takes."""
        bentuk = self.lembar.gaya(*gaya)
        if akhir > awal:
            self.lembar.dalam.merge_range(self.baris, awal, self.baris, akhir, "", bentuk)
        self.lembar.teks(self.baris, awal, teks, bentuk)
        muat = 0.95 * sum(lajur.lebar for lajur in self.kolom[awal : akhir + 1])
        return banyak_baris(teks, muat * (_HURUF_KECIL if "kecil" in gaya else 1))

    def selesai(self, *garis: int) -> None:
        """Set the row's height to its longest text, and go on."""
        self.lembar.dalam.set_row(self.baris, max(17.0, _TINGGI_BARIS * max(garis) + 4))
        self.baris += 1

    def kalimat(self, teks: str, *gaya: str) -> None:
        """Write a text over all columns."""
        self.selesai(self.gabung(0, len(self.kolom) - 1, teks, "lipat", *gaya))

    def bagi_halaman(self, ulang: int) -> None:
        """Break the printed pages so that no heading stands at the foot of one without its table.

        A block that a page holds stays whole: what goes on to the next page stands there without its own table header, or
        beneath that of another table.

        Args:
            ulang: 0-based row that repeats at the top of each page.
        """
        lebar = sum(7 * lajur.lebar + 5 for lajur in self.kolom) * 0.75
        muat = _AMAN * _TINGGI_KERTAS * max(1.0, lebar / _LEBAR_KERTAS)
        self.lembar.dalam.set_h_pagebreaks([*self._jeda(muat, ulang)])

    def _jeda(self, muat: float, ulang: int) -> Iterator[int]:
        """Yield the rows before which a page ends; one page holds so many points."""
        terpakai, utuh = 0.0, muat - self._tinggi(ulang)
        akhir = dict(zip(self.semua_judul, [*self.semua_judul[1:], self.baris], strict=True))
        for baris in range(self.baris):
            perlu = self._tinggi(baris)
            if baris in akhir:
                blok = [self._tinggi(nomor) for nomor in range(baris, akhir[baris])]
                perlu = sum(blok) if sum(blok) <= utuh else sum(blok[:_BERSAMA_JUDUL])
            if terpakai and terpakai + perlu > muat:
                yield baris
                terpakai = self._tinggi(ulang)
            terpakai += self._tinggi(baris)

    def _tinggi(self, baris: int) -> float:
        """Return a row's height in points."""
        dalam = self.lembar.dalam
        return float(dalam.row_sizes.get(baris, (dalam.default_row_height,))[0]) * 0.75
