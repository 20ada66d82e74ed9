"""The figures of the example city as plain records, and where they belong in a template: found by labels alone.

Knows nothing of the program: workbooks are read with openpyxl, cells are found by the words in their header.
"""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from salinan_contoh import CONTOH

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ISIAN_CAPAIAN = ("Pembilang", "Penyebut", "Realisasi", "Bukti Dukung", "Keterangan")
ISIAN_PERILAKU = (
    "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif",
    "Rating Perilaku", "Ide Baru", "Catatan",
)  # fmt: skip

Isian = list[tuple[str, str, object]]
"""Sheet, cell, value."""


def baris(lembar: Worksheet) -> Iterator[dict[str, Cell]]:
    """Yield the cells of each row below the header by their labels."""
    kepala = next(b for b in lembar.iter_rows() if "NIP" in [sel.value for sel in b])
    for sel_baris in lembar.iter_rows(min_row=kepala[0].row + 1):
        yield {str(judul.value): sel for judul, sel in zip(kepala, sel_baris, strict=True) if judul.value}


def isi_target(templat: Path, unit: str) -> Isian:
    """Return what to fill into a target template, so that it says what the example's target workbook says."""
    asal = [
        {k: s.value for k, s in b.items()}
        for b in baris(load_workbook(CONTOH / "target" / f"{unit}.xlsx")["Target"])
    ]
    tempat: dict[str, list[dict[str, Cell]]] = {}
    nip = ""
    for isian in baris(load_workbook(templat)["Target"]):
        nip = isian["NIP"].value or nip
        tempat.setdefault(nip, []).append(isian)
    hasil: Isian = []
    for isian in asal:
        if isian["NIP"]:
            tujuan = tempat[isian["NIP"]].pop(0)
            hasil += [
                ("Target", tujuan[k].coordinate, isian[k])
                for k in ("Kode Indikator", "Bobot", *BULAN)
                if isian[k] is not None
            ]
    return hasil


def isi_capaian(templat: Path, unit: str, bulan: str) -> Isian:
    """Return what to fill into a capaian template, so that it says what the example's workbook says."""
    asal, tujuan = load_workbook(CONTOH / "capaian" / bulan / f"{unit}.xlsx"), load_workbook(templat)
    hasil: Isian = []
    for nama, kunci, kolom in (
        ("Capaian", ("NIP", "Kode Indikator"), ISIAN_CAPAIAN),
        ("Perilaku", ("NIP",), ISIAN_PERILAKU),
    ):
        isi = {tuple(b[k].value for k in kunci): b for b in baris(asal[nama])}
        for sasaran in baris(tujuan[nama]):
            milik = isi[tuple(sasaran[k].value for k in kunci)]
            hasil += [
                (nama, sasaran[k].coordinate, milik[k].value)
                for k in kolom
                if k in milik and milik[k].value is not None
            ]
    return hasil


def bukan_rumus(templat: Path, isian: Isian) -> Isian:
    """Return what a person fills in: where a formula stands, the sheet fills itself."""
    buku = load_workbook(templat)
    return [butir for butir in isian if buku[butir[0]][butir[1]].data_type != "f"]


def isi_dengan_openpyxl(templat: Path, isian: Isian, tujuan: Path) -> None:
    """Fill a template as a script would; formulas lose their stored values by it, so it writes in their place."""
    buku = load_workbook(templat)
    for lembar, alamat, nilai in isian:
        sel = buku[lembar][alamat]
        assert sel.data_type == "f" or not sel.protection.locked, f"{lembar}!{alamat} terkunci"
        sel.value = nilai
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    buku.save(tujuan)
