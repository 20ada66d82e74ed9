"""Writes one sheet as an office would make it: title, identity block, styled table, and says where each cell went.

The layout (`Tata`) is data, so that a tidy sheet and a messy one come out of the same writer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Self

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from .daftar import INSTANSI, TAHUN

# XlsxWriter is byte-identical from run to run once the creation time stands still.
DIBUAT = datetime(TAHUN, 1, 2, 8, 0, 0)  # noqa: DTZ001 - a workbook's time has no zone
_BIRU, _BIRU_MUDA, _ABU, _GARIS = "#1F4E78", "#DDEBF7", "#F2F2F2", "#A6A6A6"


@dataclass(frozen=True)
class Sel:
    """A cell that needs more than its value: a number format, or a formula with (or without) a stored value."""

    nilai: Decimal | int | float | str | date | None
    format: str = ""
    rumus: str = ""


Isi = Sel | Decimal | int | str | date | None
Baris = dict[str, Isi]


@dataclass(frozen=True)
class Kolom:
    """A column: its label, width, alignment (`kiri`, `tengah`, `kanan`) and whether long text wraps."""

    label: str
    lebar: float
    rata: str = "kiri"
    lipat: bool = False


@dataclass(frozen=True)
class Tata:
    """How a sheet is laid out; the defaults are the tidy form."""

    baris_kepala: int = 8
    kolom_awal: int = 0
    kolom_identitas: int = 1
    urutan: tuple[str, ...] = ()
    label: Mapping[str, str] = field(default_factory=dict)
    nomor_kolom: bool = False
    gabung_identitas: bool = False
    baris_antara: bool = False
    kata_penutup: str = ""
    sembunyi_kolom: tuple[str, ...] = ()
    sembunyi_baris: tuple[int, ...] = ()
    baris_kosong_bergaris: int = 0


@dataclass(frozen=True)
class Lembar:
    """A sheet to be written: its title lines, identity block, columns, records and layout."""

    nama: str
    judul: tuple[str, ...]
    identitas: Mapping[str, str | int]
    kolom: Sequence[Kolom]
    baris: Sequence[Baris]
    tata: Tata = field(default_factory=Tata)
    beku: str = "Nama"
    tinggi: float | None = None


@dataclass(frozen=True)
class Letak:
    """Where a table went: the row of each record and the column of each label (both from 0)."""

    baris: tuple[int, ...]
    kolom: Mapping[str, int]

    def sel(self, nomor: int, label: str) -> str:
        """Give the address of a record's cell as Excel shows it."""
        return str(xl_rowcol_to_cell(self.baris[nomor], self.kolom[label]))


class Buku:
    """A workbook with its formats; use as a context manager."""

    def __init__(self, tujuan: Path, judul: str) -> None:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        self.buku = Workbook(str(tujuan))
        self.buku.set_properties({"title": judul, "company": INSTANSI, "created": DIBUAT})
        self.buku.formats[0].set_font_name("Arial")
        self.buku.formats[0].set_font_size(10)
        self._format: dict[tuple[tuple[str, object], ...], Format] = {}

    def __enter__(self) -> Self:
        """Open the workbook."""
        return self

    def __exit__(self, *_: object) -> None:
        """Write the file."""
        self.buku.close()

    def format(self, **sifat: object) -> Format:
        """Give the format with these properties, one object for equal ones."""
        sifat = {"font_name": "Arial", "font_size": 10, **sifat}
        kunci = tuple(sorted(sifat.items()))
        if kunci not in self._format:
            self._format[kunci] = self.buku.add_format(sifat)
        return self._format[kunci]

    def isi(self, kolom: Kolom, num_format: str = "", *, tebal: bool = False) -> Format:
        """Give the format of a table cell."""
        rata = {"kiri": "left", "tengah": "center", "kanan": "right"}[kolom.rata]
        sifat: dict[str, object] = {
            "border": 1, "border_color": _GARIS, "valign": "vcenter", "align": rata, "text_wrap": kolom.lipat,
        }  # fmt: skip
        if kolom.rata != "tengah":
            sifat["indent"] = 1
        if num_format:
            sifat["num_format"] = num_format
        if tebal:
            sifat |= {"bold": True, "bg_color": _ABU}
        return self.format(**sifat)


def _tulis(ws: Worksheet, baris: int, kolom: int, isi: Isi, gaya: Format) -> None:
    """Write one value with the method that fits it; text never turns into a number or a link."""
    nilai = isi.nilai if isinstance(isi, Sel) else isi
    if isinstance(isi, Sel) and isi.rumus:
        ws.write_formula(baris, kolom, isi.rumus, gaya, nilai)
    elif nilai is None:
        ws.write_blank(baris, kolom, None, gaya)
    elif isinstance(nilai, str):
        ws.write_string(baris, kolom, nilai, gaya)
    elif isinstance(nilai, date):
        ws.write_datetime(baris, kolom, nilai, gaya)
    else:
        ws.write_number(baris, kolom, float(nilai), gaya)


def _kepala(buku: Buku, ws: Worksheet, lembar: Lembar) -> None:
    """Write the header row, and the row of column numbers where the layout has one."""
    gaya = buku.format(
        bold=True, font_color="#FFFFFF", bg_color=_BIRU, border=1, border_color=_GARIS,
        align="center", valign="vcenter", text_wrap=True,
    )  # fmt: skip
    nomor = buku.format(italic=True, bg_color=_BIRU_MUDA, border=1, border_color=_GARIS, align="center")
    tata = lembar.tata
    for i, k in enumerate(lembar.kolom):
        letak = tata.kolom_awal + i
        ws.set_column(letak, letak, k.lebar, None, {"hidden": k.label in tata.sembunyi_kolom})
        ws.write_string(tata.baris_kepala, letak, tata.label.get(k.label, k.label), gaya)
        if tata.nomor_kolom:
            ws.write_string(tata.baris_kepala + 1, letak, f"({i + 1})", nomor)
    ws.set_row(tata.baris_kepala, 33)


def _judul(buku: Buku, ws: Worksheet, lembar: Lembar) -> None:
    """Write the merged title lines and the identity block that ends one row above the header."""
    tata, warna = lembar.tata, {"bold": True, "font_color": _BIRU, "align": "center", "valign": "vcenter"}
    akhir = tata.kolom_awal + len(lembar.kolom) - 1
    for i, teks in enumerate(lembar.judul):
        gaya = buku.format(font_size=11 if i else 14, **warna)
        ws.merge_range(i, tata.kolom_awal, i, akhir, teks, gaya)
    ws.set_row(0, 22)
    mulai = tata.baris_kepala - len(lembar.identitas) - 1
    for i, (nama, nilai) in enumerate(lembar.identitas.items(), start=mulai):
        ws.write_string(i, tata.kolom_identitas, nama, buku.format(bold=True, indent=1))
        _tulis(ws, i, tata.kolom_identitas + 1, nilai, buku.format(align="left", indent=1))


def _halaman(ws: Worksheet, lembar: Lembar) -> None:
    """Set up printing on A4 and freeze the header together with the columns up to `beku`."""
    tata = lembar.tata
    ws.set_landscape()
    ws.set_paper(9)
    ws.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    ws.fit_to_pages(1, 0)
    ws.center_horizontally()
    ws.repeat_rows(tata.baris_kepala)
    ws.set_footer("&L&8" + INSTANSI + "&R&8Halaman &P dari &N")
    beku = next((i + 1 for i, k in enumerate(lembar.kolom) if k.label == lembar.beku), 0)
    ws.freeze_panes(tata.baris_kepala + 1 + tata.nomor_kolom, tata.kolom_awal + beku)


def _isi_tabel(buku: Buku, ws: Worksheet, lembar: Lembar) -> Letak:
    """Write the records and give the places they went to."""
    tata, baris, tempat = lembar.tata, lembar.baris, []
    r = tata.baris_kepala + 1 + tata.nomor_kolom
    for i, b in enumerate(baris):
        if i and tata.baris_antara and b["NIP"] != baris[i - 1]["NIP"]:
            r += 1
        for j, k in enumerate(lembar.kolom, start=tata.kolom_awal):
            isi = b.get(k.label)
            _tulis(ws, r, j, isi, buku.isi(k, isi.format if isinstance(isi, Sel) else ""))
        if i in tata.sembunyi_baris or lembar.tinggi:
            ws.set_row(r, lembar.tinggi, None, {"hidden": i in tata.sembunyi_baris})
        tempat.append(r)
        r += 1
    return Letak(tuple(tempat), {k.label: j for j, k in enumerate(lembar.kolom, start=tata.kolom_awal)})


def _gabung(buku: Buku, ws: Worksheet, lembar: Lembar, letak: Letak) -> None:
    """Merge NIP and Nama down over the rows of one ASN."""
    baris, awal = lembar.baris, 0
    for i in range(1, len(baris) + 1):
        if i < len(baris) and baris[i]["NIP"] == baris[awal]["NIP"]:
            continue
        for k in (k for k in lembar.kolom if k.label in {"NIP", "Nama"} and i - awal > 1):
            kolom, gaya = letak.kolom[k.label], buku.isi(k, "@" if k.label == "NIP" else "")
            ws.merge_range(letak.baris[awal], kolom, letak.baris[i - 1], kolom, "", gaya)
            _tulis(ws, letak.baris[awal], kolom, baris[awal][k.label], gaya)
        awal = i


def _penutup(buku: Buku, ws: Worksheet, lembar: Lembar, akhir: int) -> None:
    """Write what stands below a table: a closing row, or formatted rows that nobody filled in."""
    tata = lembar.tata
    for j, k in enumerate(lembar.kolom, start=tata.kolom_awal):
        for i in range(tata.baris_kosong_bergaris):
            ws.write_blank(akhir + i, j, None, buku.isi(k))
        if tata.kata_penutup:
            isi: Baris = {"Nama": tata.kata_penutup, "Realisasi": len(lembar.baris)}
            _tulis(ws, akhir, j, isi.get(k.label), buku.isi(k, tebal=True))


def tulis_lembar(buku: Buku, lembar: Lembar) -> tuple[Worksheet, Letak]:
    """Write a whole sheet and give it back with the places of its cells."""
    ws = buku.buku.add_worksheet(lembar.nama)
    ws.hide_gridlines(2)
    if lembar.tata.urutan:
        lembar = replace(lembar, kolom=sorted(lembar.kolom, key=lambda k: lembar.tata.urutan.index(k.label)))
    _judul(buku, ws, lembar)
    _kepala(buku, ws, lembar)
    _halaman(ws, lembar)
    letak = _isi_tabel(buku, ws, lembar)
    if lembar.tata.gabung_identitas:
        _gabung(buku, ws, lembar, letak)
    _penutup(buku, ws, lembar, letak.baris[-1] + 1)
    return ws, letak
