"""Text in a workbook that runs downwards over the columns of a table: headings, sentences, rows with long texts.

A spreadsheet gives merged cells no height of their own, so each row gets one from the lines that its texts take.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.tata import Kolom

_TINGGI_BARIS = 13.5
"""Points of one line of text at the size of the body."""
_DUA_BARIS = 30
"""Points of a row of two lines."""
_HURUF_KECIL = 10 / 8
"""How many more letters of the bundle `kecil` a line holds."""
_KAPITAL = 0.35
"""How much wider than others a capital is, in letters."""
MUAT_KECIL = 1.2
"""How much more text of the bundle `kecil` a column surely holds."""
_LEBAR_KERTAS, _TINGGI_KERTAS = 776.0, 512.0
"""Points of A4 landscape between the margins of `Lembar.siapkan_cetak`."""
_AMAN = 0.96
"""How much of the paper is counted on: programs measure letters and rows a little differently."""
_BERSAMA_JUDUL = 4
"""Heading, table header and first rows of a block that no page holds stay together."""
_DI_ATAS = 1 / 3
"""How much of a page may stand above a sheet's first block; of more a block that no page holds begins on the next one."""


def banyak_baris(teks: str, muat: float) -> int:
    """Return how many lines a text takes where one line holds so many characters and ends between words where it can."""
    if len(teks) <= muat and "\n" not in teks:
        return 1
    return sum(_lipatan(garis, muat) for garis in teks.split("\n"))


def sebaris(teks: str, lebar_kolom: float, baris: int = 1) -> bool:
    """Tell whether a text surely fits so many lines of its column; the program then sees to a height of its own."""
    muat, huruf = (0.95 if baris == 1 else 0.8) * lebar_kolom * baris, len(teks)
    if huruf > muat or "\n" in teks:
        return False
    return (1 + _KAPITAL) * huruf <= muat or huruf + _KAPITAL * sum(map(str.isupper, teks)) <= muat


def tinggi_muat(muat: Iterable[tuple[str, float]], *, sebaris_saja: float = 18) -> float:
    """Return the height of a row that shows its texts, each with its column's width, whole and with some air.

    Left to themselves the programs set a row of one line closer than its neighbours that are given a height.
    """
    isi = list(muat)
    if sebaris_saja < _DUA_BARIS and all(sebaris(teks, lebar) for teks, lebar in isi):
        return sebaris_saja
    if all(sebaris(teks, lebar, 2) for teks, lebar in isi):
        return _DUA_BARIS
    return 13 * max(banyak_baris(teks, 0.8 * lebar) for teks, lebar in isi) + 4


def jaga_kaki(lembar: Lembar, kolom: Sequence[Kolom], kepala: int, kaki: int, akhir: int) -> None:
    """Break a table's printed pages so that what stands below it, where people sign, is on one of them.

    Args:
        lembar: the sheet.
        kolom: its printed columns.
        kepala: the row that repeats at the top of each page; all rows are 0-based.
        kaki: the first row of what stays together.
        akhir: the last one.
    """
    PenulisBlok(lembar, kolom, akhir + 1, [kaki], kepala).bagi_halaman()


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


def _tinggi_garis(*garis: int) -> float:
    """Return how high a row is whose longest text takes the most of these lines."""
    return max(17.0, _TINGGI_BARIS * max(garis) + 4)


@dataclass(slots=True)
class PenulisBlok:
    """Writes block after block downwards over these columns.

    Attributes:
        lembar, kolom: the sheet, and its printed columns.
        baris: the next free row; this and all others are 0-based.
        semua_judul: the headings' rows.
        ulang: the row that repeats at the top of each printed page.
        sambungan: rows where a page begins within a table, whose header stands there once more.
    """

    lembar: Lembar
    kolom: Sequence[Kolom]
    baris: int
    semua_judul: list[int] = field(default_factory=list)
    ulang: int = 0
    sambungan: list[int] = field(default_factory=list)
    _awal: int = 0
    _kepala: Callable[[], None] = field(default=lambda: None)

    @property
    def sehalaman(self) -> bool:
        """Tell whether a page holds all that stands on the sheet so far."""
        return self._setinggi(0, self.baris) <= self._muat

    def judul(self, teks: str) -> None:
        """Write a heading over all columns, after an empty row."""
        self.baris += 1
        self.semua_judul.append(self.baris)
        self._awal = self._mulai(self.baris)
        self.lembar.judul_bagian(self.baris, teks, len(self.kolom), "anak_judul")
        self.baris += 1

    def gabung(self, awal: int, akhir: int, teks: str, *gaya: str) -> int:
        """Write a text over several columns of the row; return how many lines it takes."""
        bentuk = self.lembar.gaya(*gaya)
        if akhir > awal:
            self.lembar.dalam.merge_range(self.baris, awal, self.baris, akhir, "", bentuk)
        self.lembar.teks(self.baris, awal, teks, bentuk)
        return self.ukur(awal, akhir, teks, *gaya)

    def ukur(self, awal: int, akhir: int, teks: str, *gaya: str) -> int:
        """Return how many lines a text takes over these columns."""
        muat = 0.95 * sum(lajur.lebar for lajur in self.kolom[awal : akhir + 1])
        return banyak_baris(teks, muat * (_HURUF_KECIL if "kecil" in gaya else 1))

    def kepala_tabel(self, tulis: Callable[[], None]) -> None:
        """Write a table's header in one row, and again wherever `lanjut` finds that a page ends within the table."""
        self._kepala = tulis
        tulis()
        self.baris += 1

    def lanjut(self, *garis: int) -> None:
        """Go on with a row of a table that takes so many lines: on a new page below the table's header."""
        tempat = self._muat - self._tinggi(self.ulang) - self._tinggi(self.baris)
        if self._setinggi(self._awal, self.baris) + _tinggi_garis(*garis) > tempat:
            self._awal = self.baris
            self.sambungan.append(self.baris)
            self.kepala_tabel(self._kepala)

    def selesai(self, *garis: int) -> None:
        """Set the row's height to its longest text, and go on."""
        self.lembar.dalam.set_row(self.baris, _tinggi_garis(*garis))
        self.baris += 1

    def kalimat(self, teks: str, *gaya: str) -> None:
        """Write a text over all columns."""
        self.selesai(self.gabung(0, len(self.kolom) - 1, teks, "lipat", *gaya))

    def bagi_halaman(self) -> None:
        """Break the printed pages so that no heading stands at the foot of one without its table.

        A block that a page holds stays whole. One that no page holds goes on where `lanjut` wrote its table's header again;
        it begins on a page of its own, for that is what `lanjut` reckoned with.
        """
        self.lembar.dalam.set_h_pagebreaks([*self._jeda()])

    def _jeda(self) -> Iterator[int]:
        """Yield the rows before which a page ends."""
        terpakai, ulang, muat = 0.0, self._tinggi(self.ulang), self._muat
        akhir = dict(zip(self.semua_judul, [*self.semua_judul[1:], self.baris], strict=True))
        for baris in range(self.baris):
            perlu = self._tinggi(baris)
            if baris in akhir:
                perlu = self._perlu(baris, akhir[baris], muat - ulang)
            if terpakai and (terpakai + perlu > muat or baris in self.sambungan):
                yield baris
                terpakai = ulang
            terpakai += self._tinggi(baris)

    def _perlu(self, judul: int, akhir: int, utuh: float) -> float:
        """Return how much of a page must be left for a block to begin there; a fresh page holds `utuh` points."""
        if self._mulai(judul) and any(judul < baris < akhir for baris in self.sambungan):
            return utuh - self._tinggi(judul - 1)  # the empty row before it may stand above
        semua = self._setinggi(judul, akhir)
        return semua if semua <= utuh else self._setinggi(judul, min(judul + _BERSAMA_JUDUL, akhir))

    def _mulai(self, judul: int) -> int:
        """Return the first row of the page on which a block begins that no page holds: its heading, or the sheet's title."""
        di_atas = self._setinggi(0, judul)
        return 0 if judul == self.semua_judul[0] and di_atas <= _DI_ATAS * self._muat else judul

    @property
    def _muat(self) -> float:
        """Return how many points of height a printed page holds: more of a wider sheet, which is printed smaller."""
        lebar = sum(7 * lajur.lebar + 5 for lajur in self.kolom) * 0.75
        return _AMAN * _TINGGI_KERTAS * max(1.0, lebar / _LEBAR_KERTAS)

    def _setinggi(self, awal: int, akhir: int) -> float:
        """Return how high the rows from one on up to another are together, in points."""
        diatur, biasa = self.lembar.dalam.row_sizes, (self.lembar.dalam.default_row_height,)
        return float(sum([diatur.get(baris, biasa)[0] for baris in range(awal, akhir)])) * 0.75

    def _tinggi(self, baris: int) -> float:
        """Return a row's height in points."""
        return self._setinggi(baris, baris + 1)
