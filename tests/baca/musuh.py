"""Workbooks built to fill a disk, to read one, to run for ever or to break a parser; and what must be said of each.

Each starts from a clean capaian workbook of `dunia_baca`, so that whatever is found comes from the attack alone.
"""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import xlsxwriter
from dunia_baca import baris_capaian, tulis_lembar
from openpyxl import Workbook

LEMBAR, TEKS, GAYA, BUKU = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
)
TIDAK_TERBACA, TERLALU_BESAR, BERSANDI = "berkas-tidak-terbaca", "berkas-terlalu-besar", "berkas-bersandi"


@dataclass(frozen=True)
class Musuh:
    """One hostile workbook: how it is made, the ending of its name, and the codes of the findings it may give.

    Without codes it must read like the clean one.
    """

    buat: Callable[[], bytes]
    kode: tuple[str, ...] = ()
    akhiran: str = ".xlsx"


@cache
def bersih() -> bytes:
    """Return the clean capaian workbook, written as Excel does: with shared strings."""
    asal = tulis_lembar(Workbook(), "Capaian", baris_capaian(), (0, 0)).ws
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Capaian")
        for nomor, isi in enumerate(asal.iter_rows(values_only=True)):
            lembar.write_row(nomor, 0, isi)
    return wadah.getvalue()


def bagian(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as isi:
        return {nama: isi.read(nama) for nama in isi.namelist()}


def kemas(isi: dict[str, bytes], *, mampat: int = zipfile.ZIP_DEFLATED) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", mampat, compresslevel=1) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(zipfile.ZipInfo(nama, (2026, 1, 1, 0, 0, 0)), satu, mampat)
    return wadah.getvalue()


def dengan(**ubah: Callable[[bytes], bytes]) -> bytes:
    """Return the clean workbook with parts rewritten: `lembar`, `teks`, `gaya`, `buku`."""
    nama = {"lembar": LEMBAR, "teks": TEKS, "gaya": GAYA, "buku": BUKU}
    isi = bagian(bersih())
    for kunci, fungsi in ubah.items():
        isi[nama[kunci]] = fungsi(isi[nama[kunci]])
    return kemas(isi)


def tambah(**lain: bytes) -> bytes:
    return kemas({**bagian(bersih()), **lain})


def sisip(tanda: bytes, isi: bytes) -> Callable[[bytes], bytes]:
    """Return a function that puts `isi` in front of the first `tanda`."""

    def ubah(data: bytes) -> bytes:
        assert tanda in data
        return data.replace(tanda, isi + tanda, 1)

    return ubah


def ganti(lama: bytes, baru: bytes) -> Callable[[bytes], bytes]:
    def ubah(data: bytes) -> bytes:
        assert lama in data
        return data.replace(lama, baru, 1)

    return ubah


def dtd(isi: bytes) -> Callable[[bytes], bytes]:
    """Return a function that puts a document type in front of the root element."""

    def ubah(data: bytes) -> bytes:
        letak = data.index(b"<", data.find(b"?>") + 1)
        return data[:letak] + b"<!DOCTYPE bom [" + isi + b"]>" + data[letak:]

    return ubah


TAWA = b'<!ENTITY a "hahahahahahahahaha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(9)
)
AKHIR = b"</sheetData>"


def baris(nomor: Iterable[int], sel: Callable[[int], bytes]) -> bytes:
    return b"".join(b'<row r="%d">%s</row>' % (n, sel(n)) for n in nomor)


def nol_besar(mega: int) -> bytes:
    """Return a sharedStrings part of `mega` megabytes that packs to a thousandth, with false sizes in the directory."""
    return tambah(**{TEKS: b"<sst>" + b" " * (mega * 1024**2)})


def teks_berganda(panjang: int, banyak: int) -> bytes:
    """Return a sheet whose many cells all name one long shared string: small on disk, huge once copied out."""
    isi = bagian(bersih())
    isi[TEKS] = isi[TEKS].replace(b"</sst>", b"<si><t>" + b"x" * panjang + b"</t></si></sst>")
    nomor = isi[TEKS].count(b"<si>") - 1
    sel = baris(
        range(100, 100 + banyak // 100),
        lambda n: b"".join(b'<c r="%s%d" t="s"><v>%d</v></c>' % (_huruf(k), n, nomor) for k in range(100)),
    )
    isi[LEMBAR] = isi[LEMBAR].replace(AKHIR, sel + AKHIR)
    return kemas(isi)


def _huruf(kolom: int) -> bytes:
    hasil = b""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        hasil = bytes([65 + sisa]) + hasil
    return hasil
