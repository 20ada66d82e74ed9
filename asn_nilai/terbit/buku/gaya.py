"""How a workbook looks and behaves: palette, cell styles, page setup, protection, and texts that do nothing.

One calm palette whose fills differ in lightness as well as in hue, so that a grey printer keeps them apart; every
colour stands beside a word that says the same. Arial, because every office has it (or its metric twin).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import Any, ClassVar

from xlsxwriter import Workbook

from asn_nilai.acuan.tulisan import potong, tulis_angka
from asn_nilai.terbit.buku.lembar_cepat import LembarCepat
from asn_nilai.terbit.buku.tata import Kolom, ada

TINTA, PUDAR, GARIS = "#1B2733", "#5B6773", "#AEB8C1"
KEPALA, LATAR, MASUKAN = "#1F4B5C", "#EAF0F2", "#FFF4CC"
WARNA_BERTINGKAT = ("#D9EEE2", "#EEF7F1", "#FBE8C3", "#F2CBB0", "#DFA396")
"""Fills from best to worst; printed grey they darken from Baik downwards."""
WARNA_BELUM = "#E4E7EA"
"""Fill of who is not yet scored."""

_KEPALA_TABEL: dict[str, object] = {
    "bold": True, "font_color": "#FFFFFF", "bg_color": KEPALA, "border": 1, "border_color": GARIS,
    "align": "center", "valign": "vcenter", "text_wrap": True,
}  # fmt: skip
_SEL: dict[str, object] = {"border": 1, "border_color": GARIS, "valign": "vcenter"}
_ANGKA: dict[str, object] = {**_SEL, "align": "right"}
BUNDEL: dict[str, dict[str, object]] = {
    "judul": {"bold": True, "font_size": 15, "font_color": KEPALA},
    "anak_judul": {"bold": True, "font_size": 11, "font_color": KEPALA, "bottom": 2, "bottom_color": KEPALA},
    "label": {"font_color": PUDAR},
    "atas": {"valign": "top"},
    "tebal": {"bold": True},
    "miring": {"italic": True},
    "pudar": {"font_color": PUDAR},
    "kecil": {"font_size": 8},
    "lipat": {"text_wrap": True, "valign": "top"},
    "susut": {"shrink": True},
    "menjorok": {"align": "left", "indent": 1},
    "kepala": _KEPALA_TABEL,
    "sel": _SEL,
    "teks": {**_SEL, "text_wrap": True, "quote_prefix": True, "align": "left", "indent": 1},
    "nip": {**_SEL, "num_format": "@", "quote_prefix": True, "align": "center"},
    "bulat": {**_ANGKA, "num_format": "#,##0_)"},
    "dua": {**_ANGKA, "num_format": "#,##0.00_)"},
    "rinci": {**_ANGKA, "num_format": "#,##0.00##_)"},
    "selisih": {**_ANGKA, "num_format": "+#,##0.00_);-#,##0.00_);0.00_)"},
    "umum": {**_ANGKA, "num_format": "General"},
    "tengah": {"align": "center", "indent": 0},
    "awal": {"top": 2, "top_color": KEPALA},
    "latar": {"bg_color": LATAR},
    "kosong": {"pattern": 17, "fg_color": PUDAR, "bg_color": "#FFFFFF"},
    "masukan": {"bg_color": MASUKAN, "locked": False, "bold": True},
    "tautan": {**_SEL, "align": "center", "font_color": "#1B4F8A", "underline": 1, "shrink": True},
    "usang": {"num_format": '#,##0.00"*"', "italic": True},
    "tegur": {"bg_color": WARNA_BERTINGKAT[3]},
    "dinilai": {"bg_color": MASUKAN},
    "ubin": {"bg_color": LATAR, "align": "center", "valign": "vcenter"},
    "ubin_atas": {"font_color": PUDAR, "top": 2, "top_color": KEPALA},
    "ubin_angka": {"bold": True, "font_size": 20, "font_color": KEPALA},
    "ubin_bawah": {"font_size": 9, "font_color": PUDAR},
    "daftar": {"bottom": 4, "bottom_color": GARIS, "valign": "vcenter", "text_wrap": True},
    "daftar_angka": {"bold": True, "align": "right", "indent": 2, "num_format": "#,##0.00"},
    "tanda_tangan": {"bottom": 1, "bottom_color": TINTA},
}
BARIS_DICETAK = 500
"""Rows that are printed of a sheet in which things are looked up: at most some thirty pages, where a large unit has hundreds."""
TEBAL = 0.85
"""How many bold letters a column holds for each of its width."""
_SUSUT = 1.35
"""How much longer than what a column surely holds a text may be that is set smaller; of most fonts a line holds as much anyway."""
_TERLARANG = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BARIS_BARU = re.compile(r"\r\n?|\x0b|\x0c")


class Gaya:
    """The cell styles of one workbook; each combination of bundles becomes one format, made when first asked for."""

    bundel: ClassVar[Mapping[str, Mapping[str, object]]] = BUNDEL

    def __init__(self, buku: Workbook) -> None:
        self._buku = buku
        self._jadi: dict[tuple[str, ...], Any] = {}

    def __call__(self, *bundel: str) -> Any:  # noqa: ANN401 # xlsxwriter carries no types
        """Return the format that joins the named bundles, later ones winning."""
        jadi = self._jadi.get(bundel)
        if jadi is None:
            jadi = self._jadi[bundel] = self.khusus({}, *bundel)
        return jadi

    def khusus(self, sifat: dict[str, object], *bundel: str) -> Any:  # noqa: ANN401 # xlsxwriter carries no types
        """Return a new format that joins bundles with properties of one cell alone."""
        isi: dict[str, object] = {"font_name": "Arial", "font_size": 10, "font_color": TINTA}
        for nama in bundel:
            isi |= self.bundel[nama]
        return self._buku.add_format(isi | sifat)

    def bersyarat(self, sifat: dict[str, object]) -> Any:  # noqa: ANN401 # xlsxwriter carries no types
        """Return a format for a conditional format: only what it changes."""
        return self._buku.add_format(sifat)


def bersih(teks: object) -> str:
    """Return a text that a workbook can hold: characters that XML forbids become �, line ends become one kind."""
    hasil = str(teks)
    if not hasil.isprintable():
        hasil = _TERLARANG.sub("\ufffd", _BARIS_BARU.sub("\n", hasil))
    # XlsxWriter takes a text framed so for ready-made XML; a space after it keeps it a text.
    return f"{hasil} " if hasil[:3] == "<r>" and hasil.endswith("</r>") else hasil


def kutip_lembar(nama: str) -> str:
    """Return a sheet's name as formulas and links take it, whatever characters it has."""
    return "'" + nama.replace("'", "''") + "'"


def _teks_kaki(teks: str, muat: int = 80) -> str:
    """Return a text for a footer, whose parts together may hold 255 UTF-16 units; `&` is written twice there."""
    return potong(bersih(" ".join(teks.split())), max(1, muat - teks.count("&"))).replace("&", "&&")


class Lembar:
    """One sheet being written: texts stay texts, numbers may be missing, formulas carry their value."""

    def __init__(self, buku: Workbook, gaya: Gaya, nama: str, warna: str) -> None:
        self.buku = buku
        self.gaya = gaya
        self.dalam = buku.add_worksheet(nama, worksheet_class=LembarCepat)
        self.dalam.set_tab_color(warna)
        self.dalam.hide_gridlines(2)

    def teks(self, baris: int, kolom: int, teks: object, gaya: Any) -> None:  # noqa: ANN401 # a format
        """Write a text as a text, whatever it begins with."""
        if teks == "":
            self.dalam.write_blank(baris, kolom, None, gaya)
        else:
            self.dalam.write_string(baris, kolom, bersih(teks), gaya)

    def deret(self, baris: int, kolom: int, teks: Iterable[object], *bundel: str) -> None:
        """Write texts side by side from a column on, in one style."""
        gaya = self.gaya(*bundel)
        for letak, isi in enumerate(teks, kolom):
            self.teks(baris, letak, isi, gaya)

    def judul_bagian(self, baris: int, teks: str, banyak: int, *bundel: str) -> None:
        """Write a heading in the first of so many columns, its style running on over the others."""
        self.deret(baris, 0, (teks, *[""] * (banyak - 1)), *bundel)

    def angka(self, baris: int, kolom: int, angka: float | None, gaya: Any) -> None:  # noqa: ANN401 # a format
        """Write a number, or an empty cell where there is none."""
        if angka is None or isnan(angka):
            self.dalam.write_blank(baris, kolom, None, gaya)
        else:
            self.dalam.write_number(baris, kolom, angka, gaya)

    def rumus(self, baris: int, kolom: int, rumus: str, gaya: Any, nilai: object) -> None:  # noqa: ANN401 # a format
        """Write a live formula (text without `=`) with its value; a missing number is stored as a blank text."""
        hasil = nilai if isinstance(nilai, str) or ada(nilai) else ""
        self.dalam.write_formula(baris, kolom, rumus, gaya, hasil)

    def rumus_baris(self, baris: int, kolom: int, rumus: str, gaya: Any, nilai: object) -> None:  # noqa: ANN401 # a format
        """Write a formula as `rumus` does that is the same in all rows of its column but for their number: there BARIS stands."""
        hasil = nilai if isinstance(nilai, str) or ada(nilai) else ""
        self.dalam.tulis_rumus(baris, kolom, rumus, gaya, hasil)

    def tautan(self, baris: int, kolom: int, tujuan: tuple[str, str], teks: str, *, petunjuk: str) -> None:
        """Write a link to a cell of this workbook: `tujuan` is sheet and cell, `petunjuk` what the pointer tells."""
        nama, sel = tujuan
        alamat = f"internal:{kutip_lembar(nama)}!{sel}"
        self.dalam.write_url(baris, kolom, alamat, self.gaya("tautan"), bersih(teks), petunjuk)

    def kepala_tabel(self, baris: int, kolom: Iterable[Kolom], tinggi: float = 30) -> None:
        """Write a table's header row and set the columns' widths."""
        self.dalam.set_row(baris, tinggi)
        for indeks, lajur in enumerate(kolom):
            self.dalam.set_column(indeks, indeks, lajur.lebar)
            self.dalam.write_string(baris, indeks, lajur.judul, self.gaya("kepala"))

    def kepala_lembar(
        self, judul: str, isi: Sequence[tuple[str, str]], kolom: int = 2, *, dalam: Sequence[Kolom] = ()
    ) -> int:
        """Write title and identity lines at the top; return the row (0-based) where the table's header goes.

        Values begin in `kolom` and run on, but for those that `dalam`, the columns printed or repeated on each page, would cut: they
        are set a little smaller, and long ones fold.
        """
        self.dalam.set_row(0, 24)
        self.teks(0, 0, judul, self.gaya("judul"))
        muat = TEBAL * sum(lajur.lebar for lajur in dalam[kolom:])
        for baris, (label, nilai) in enumerate(isi, 1):
            teks, rupa_label, rupa = f": {' '.join(nilai.split())}", self.gaya("label"), self.gaya("tebal")
            if muat and len(teks) > muat:
                rupa = self.gaya("tebal", "susut")
                if len(teks) > _SUSUT * muat:
                    rupa_label, rupa = self.gaya("label", "atas"), self.gaya("tebal", "lipat")
                    self.dalam.set_row(baris, tinggi_baris(teks, muat))
                self.dalam.merge_range(baris, kolom, baris, len(dalam) - 1, "", rupa)
            self.teks(baris, 0, label, rupa_label)
            self.teks(baris, kolom, teks, rupa)
        self.dalam.set_row(len(isi) + 1, 8)
        return len(isi) + 2

    def siapkan_cetak(
        self,
        kepala: int,
        baris_akhir: int,
        kolom_akhir: int,
        kaki: tuple[str, str],
        *,
        paling_banyak: int | None = None,
        ulang_kolom: int = 0,
    ) -> None:
        """Set A4 landscape, one page wide or two, the header row on each page, and page numbers as large on every sheet.

        Args:
            kepala: 0-based row that repeats.
            baris_akhir: 0-based last row to print.
            kolom_akhir: 0-based last column to print.
            kaki: what stands at the left and right of the footer.
            paling_banyak: rows below the header that are printed of a longer table, whose footer says so; None for all.
            ulang_kolom: first columns that stand on both pages of a table too wide to be read on one; 0 for one page.
        """
        halaman, muat, semua = "Halaman &P dari &N", 80, baris_akhir - kepala
        if paling_banyak is not None and semua > paling_banyak:
            baris_akhir, muat = kepala + paling_banyak, 40
            halaman += (
                f" · {tulis_angka(paling_banyak)} dari {tulis_angka(semua)} baris; semuanya: hapus Area Cetak"
            )
        kiri, kanan = (_teks_kaki(teks, muat) for teks in kaki)
        lembar = self.dalam
        lembar.set_landscape()
        lembar.set_paper(9)
        lembar.fit_to_pages(2 if ulang_kolom else 1, 0)
        if ulang_kolom:
            lembar.repeat_columns(0, ulang_kolom - 1)
        lembar.set_margins(left=0.45, right=0.45, top=0.5, bottom=0.65)
        lembar.center_horizontally()
        lembar.repeat_rows(kepala)
        lembar.print_area(0, 0, baris_akhir, kolom_akhir)
        lembar.set_footer(
            f'&L&"Arial,Regular"&8 {kiri}&C&"Arial,Regular"&8{halaman}&R&"Arial,Regular"&8 {kanan}',
            {"margin": 0.3, "scale_with_doc": False},
        )

    def tanpa_sudut_hijau(self, *, nip: str = "", rumus: str = "") -> None:
        """Keep Excel's green corners off cells where NIPs are texts, and off formulas that differ from row to row, as meant."""
        tanda = {"number_stored_as_text": nip, "formula_differs": rumus, "formula_range": rumus}
        self.dalam.ignore_errors({jenis: sel for jenis, sel in tanda.items() if sel})

    def lindungi(self) -> None:
        """Protect the sheet without a password: reading, filtering and widening columns stay possible."""
        self.dalam.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})


_KERAPATAN = 1.06
"""Letters of Arial 10 to a unit of column width, on the safe side."""


def tinggi_baris(teks: str, lebar: float, *, paling_sedikit: float = 18) -> float:
    """Return the height in points of a row whose longest text wraps in a column so wide (characters)."""
    banyak = sum(-(-max(1, len(garis)) // max(1, int(lebar * _KERAPATAN))) for garis in teks.split("\n"))
    return max(paling_sedikit, 13.0 * banyak + 5)
