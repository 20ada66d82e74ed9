"""Workbooks built to fill a disk, to read one, to run for ever or to break a parser; and what must be said of each.

Each starts from a clean capaian workbook of `dunia_baca`, so that whatever is found comes from the attack alone.
"""

import io
import zipfile
from collections.abc import Callable, Iterable
from functools import cache

import xlsxwriter
from dunia_baca import baris_capaian, tulis_lembar
from openpyxl import Workbook

LEMBAR, TEKS, GAYA, BUKU, HUBUNGAN = (
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
)  # fmt: skip


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
        for nama, isi_bagian in isi.items():
            arsip.writestr(zipfile.ZipInfo(nama, (2026, 1, 1, 0, 0, 0)), isi_bagian, mampat)
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


def lebih(isi: bytes) -> bytes:
    """Return the clean workbook with more rows below the table."""
    return dengan(lembar=ganti(AKHIR, isi + AKHIR))


def kisi(mulai: int, akhir: int, lebar: int, sel: bytes) -> bytes:
    """Return rows of cells; `sel` stands behind each address."""
    huruf = [_huruf(kolom) for kolom in range(lebar)]
    return baris(
        range(mulai, akhir), lambda n: b"".join(b'<c r="%s%d"%s' % (kolom, n, sel) for kolom in huruf)
    )


def gabungan(isi: bytes) -> bytes:
    return dengan(lembar=sisip(b"<pageMargins", b"<mergeCells>" + isi + b"</mergeCells>"))


def lembar_tambahan(*nama: str) -> bytes:
    """Return the clean workbook with more sheets, all of the same part."""
    isi = bagian(bersih())
    ns = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    jenis = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    lembar = b"".join(
        b'<sheet name="%s" sheetId="%d" r:id="rIdx%d" %s/>' % (nama_lembar.encode(), n + 10, n, ns)
        for n, nama_lembar in enumerate(nama)
    )
    tautan = b"".join(
        b'<Relationship Id="rIdx%d" Type="%s" Target="/xl/worksheets/sheet1.xml"/>' % (n, jenis)
        for n in range(len(nama))
    )
    isi[BUKU] = isi[BUKU].replace(b"</sheets>", lembar + b"</sheets>")
    isi[HUBUNGAN] = isi[HUBUNGAN].replace(b"</Relationships>", tautan + b"</Relationships>")
    return kemas(isi)
