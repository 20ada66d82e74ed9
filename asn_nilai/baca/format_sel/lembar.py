"""One sheet: its cells, and what the eye sees of them that calamine does not hand over.

Percent and other number formats, error cells, formulas that were never calculated, hidden rows and columns, merged ranges. Each kind of
workbook has a reader of its own; here stands what they all return. Cells are (row, column), 0-based, as on the sheet.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, Protocol

from asn_nilai.acuan.isian.formulir.tabel import indeks_kolom
from asn_nilai.acuan.pengaturan import MEGA, Batas
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.galat import sebut_mega, terlalu_besar
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat
from asn_nilai.baca.format_sel.corak.kode_format import format_persen, tampak_format, tampak_teks

SelMentah = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
"""What calamine hands over for a cell; `""` for a blank one."""
Sel = tuple[int, int]
Rentang = tuple[int, int, int, int]
"""First row, first column, last row, last column; 0-based and inclusive."""


@dataclass(slots=True)
class FormatSel:
    """What the cells of one sheet show.

    Attributes:
        persen: cells whose number is shown as a percentage.
        tampak: cells that show another number or word than they store, or more than a number, with the text that is seen;
            blank where nothing is.
        format_teks: cells with a number format that may show another text than they hold; settled by `lengkapi`.
        samar: cells whose letters have the colour of their ground; settled by `lengkapi`.
        bersyarat: conditional formats that hide numbers or show others; settled by `lengkapi`.
        nol_tersembunyi: whether the sheet shows zeros as blanks.
        galat: cells that hold an error, with its text (`#DIV/0!`).
        rumus: the formulas, without the sign of equality; of .xls and .xlsb none are known.
        rumus_kosong: cells with a formula and no stored result.
        berias: cells whose digits do not all count as they stand: struck out, or raised: behind others, or altogether.
        dicoret: cells in which anything is struck out, a word as well.
        digeser: cells of which everything is raised or lowered, a word as well.
        baris_tersembunyi: hidden rows.
        kolom_tersembunyi: hidden columns, as (first, last).
        gabungan: merged ranges.
        tinggi, lebar: how many rows and columns from A1 hold something, 0 where unknown.
        terisi: how many cells hold a value at most, 0 where unknown.
        tersembunyi: whether the sheet itself is hidden.
        bertanda_utc: whether a day may bear the mark of UTC.
    """

    persen: set[Sel] = field(default_factory=set)
    tampak: dict[Sel, str] = field(default_factory=dict)
    format_teks: dict[Sel, str] = field(default_factory=dict)
    samar: set[Sel] = field(default_factory=set)
    bersyarat: list[AturanBersyarat] = field(default_factory=list)
    nol_tersembunyi: bool = False
    galat: dict[Sel, str] = field(default_factory=dict)
    rumus: dict[Sel, str] = field(default_factory=dict)
    rumus_kosong: set[Sel] = field(default_factory=set)
    berias: set[Sel] = field(default_factory=set)
    dicoret: set[Sel] = field(default_factory=set)
    digeser: set[Sel] = field(default_factory=set)
    baris_tersembunyi: set[int] = field(default_factory=set)
    kolom_tersembunyi: list[tuple[int, int]] = field(default_factory=list)
    gabungan: list[Rentang] = field(default_factory=list)
    tinggi: int = 0
    lebar: int = 0
    terisi: int = 0
    tersembunyi: bool = False
    bertanda_utc: bool = False

    def kolom_disembunyikan(self, kolom: Iterable[int]) -> list[int]:
        """Return those of the columns that are hidden, in order."""
        return sorted(k for k in kolom if any(awal <= k <= akhir for awal, akhir in self.kolom_tersembunyi))

    def catat_tampilan(self, sel: Sel, kode: str, angka: float) -> None:
        """Note what a number format shows of a cell's number, where that is not the number itself."""
        if format_persen(kode, angka):
            self.persen.add(sel)
        if (tampak := tampak_format(kode, angka)) is not None:
            self.tampak[sel] = tampak

    def lengkapi(self, isi: list[list[SelMentah]]) -> None:
        """Note what can be told only with the cells at hand: texts by their formats, letters and zeros that nobody sees."""

        def di(sel: Sel) -> SelMentah:
            baris, kolom = sel
            return isi[baris][kolom] if baris < len(isi) and kolom < len(isi[baris]) else ""

        for sel, kode in self.format_teks.items():
            teks = di(sel)
            if isinstance(teks, str) and teks.strip() and (tampak := tampak_teks(kode, teks)) is not None:
                self.tampak[sel] = tampak
        self.tampak.update((sel, "") for sel in self.samar if di(sel) != "")
        for aturan in self.bersyarat:
            self.tampak.update(aturan.tampak(isi))
        if self.nol_tersembunyi:
            nol = (
                (b, k)
                for b, baris in enumerate(isi)
                for k, nilai in enumerate(baris)
                if type(nilai) in {int, float} and nilai == 0
            )
            self.tampak.update(dict.fromkeys(nol, ""))

    def coret(self, sel: Sel) -> None:
        """Note a cell that is struck out as a whole."""
        self.berias.add(sel)
        self.dicoret.add(sel)

    def geser(self, sel: Sel) -> None:
        """Note a cell that is raised or lowered as a whole."""
        self.berias.add(sel)
        self.digeser.add(sel)

    def catat_isi(self, baris: int, kolom: int) -> None:
        """Note that a cell holds something."""
        self.tinggi = max(self.tinggi, baris + 1)
        self.lebar = max(self.lebar, kolom + 1)


class LembarTerbaca(NamedTuple):
    """One sheet: `sel[row][column]` from A1 on (0-based, rows of equal length), and what its cells show."""

    nama: str
    sel: list[list[SelMentah]]
    format_sel: FormatSel


class PembacaBuku(Protocol):
    """What every kind of workbook can tell.

    A further kind is a module `format_sel/<name>.py` whose `buka` returns this, by way of calamine or without; its name in
    `JenisBuku`, its mark in `kenali_jenis`, its ending in `ruang_kerja.AKHIRAN_BUKU`.

    Attributes:
        tersembunyi: for each worksheet, in order, whether it is hidden.
    """

    tersembunyi: Mapping[str, bool]

    def lembar(self, nama: str) -> LembarTerbaca:
        """Read one sheet.

        Raises:
            BukuTidakTerbacaError: the sheet is damaged or beyond the limits.
        """


_indeks_kolom = lru_cache(maxsize=1024)(indeks_kolom)
"""Letters come again in every row."""


def sel_dari_nama(nama: str) -> Sel:
    """Return (row, column), 0-based, of an A1 address without `$`."""
    huruf = nama.rstrip("0123456789")
    return int(nama[len(huruf) :]) - 1, _indeks_kolom(huruf)


def periksa_bentang(tinggi: int, lebar: int, nama_lembar: str, batas: Batas) -> None:
    """Refuse a sheet whose filled cells reach too far; nothing of it is loaded then.

    Raises:
        BukuTidakTerbacaError: more cells from A1 on than allowed.
    """
    if tinggi * lebar > batas.sel:
        ukuran = (
            f"isi lembar '{nama_lembar}' terbentang {tulis_angka(tinggi)} baris × {tulis_angka(lebar)} kolom"
        )
        raise terlalu_besar(ukuran, f"{tulis_angka(batas.sel)} sel")


def periksa_galat(banyak: int, nama_lembar: str, batas: Batas) -> None:
    """Refuse a sheet that is full of errors: its formulas are broken as a whole, and no list of cells would help.

    Raises:
        BukuTidakTerbacaError: more error cells than allowed.
    """
    if banyak > batas.sel_galat:
        ukuran = (
            f"lembar '{nama_lembar}' berisi {tulis_angka(banyak)} sel galat (#N/A, #REF!, dan sejenisnya)"
        )
        raise terlalu_besar(ukuran, f"{tulis_angka(batas.sel_galat)} sel galat")


def periksa_teks(huruf: int, nama_lembar: str, batas: Batas) -> None:
    """Refuse a sheet whose texts would fill memory: every cell that shows a text gets a copy of it.

    Raises:
        BukuTidakTerbacaError: more characters than allowed.
    """
    if huruf > batas.teks_mb * MEGA:
        ukuran = f"teks di lembar '{nama_lembar}' seluruhnya {sebut_mega(huruf)}"
        raise terlalu_besar(ukuran, f"{batas.teks_mb} MB")
