"""The one sheet of an .xlsx that a program wrote and nobody dressed: plain texts and numbers, taken out by a pattern.

Where every byte of a sheet is what the pattern expects, each cell shows what it stores, so neither calamine nor the reader of
formats need be asked; on a small sheet these two cost far more than its cells. Whatever is unusual leaves it to them: a second sheet,
a formula, an error, a date, a text in several fonts, a hidden row, a conditional format, a style that is not plain.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.urai_xml import urai_xml
from asn_nilai.baca.format_sel.lembar import Rentang, sel_dari_nama
from asn_nilai.baca.format_sel.xlsx.susunan_polos import gaya_polos, lembar_tunggal

_TEKS_BERSAMA = "xl/sharedstrings.xml"
_TERBESAR = 256 * 1024
"""Bytes of a sheet, or of its texts, beyond which calamine is faster."""
_UTF8 = re.compile(r"<\?xml [^<>]*encoding=[\"']UTF-8[\"'][^<>]*\?>\s*<", re.IGNORECASE)
_MENYEMBUNYIKAN = ("hidden", "showZeros", "Fallback")
"""What no plain sheet holds above its rows."""
_UKURAN = re.compile(r"([A-Z])([1-9]\d{0,5})(?::([A-Z])([1-9]\d{0,5}))?", re.ASCII)
_KEPALA_TEKS = re.compile(r'<\?xml [^<>]*\?>\s*<sst(?: [\w:]+="[^"<>&]*")*>', re.ASCII)
_SEL = re.compile(r'<c r="([^"]*)"([^>]*)><v>([^<]*)</v></c>')
_BAGIAN_SEL = 4
"""What the pattern splits a sheet into, cell by cell: what stands before it, its address, attributes and value."""
_ANTARA = re.compile(
    r'(?:\n?(?:</row>)?(?:<row(?: (?!hidden)[\w:]+="[^"<>]*")*(?:/>|></row>|>))*(?:<c r="[A-Z]\d+"(?: s="\d+")?(?:/>|></c>))*)*\n?(?:</row>)?',
    re.ASCII,
)
"""What may stand between cells that hold something: rows, none of them hidden, and blank cells."""
_ATRIBUT = re.compile(r'(?: s="(\d+)")?(?: t="(?:(s)|n)")?', re.ASCII)
_SIFAT = r'(?: [\w:]+="[^"<>]*")* ?'
_EKOR = re.compile(
    rf"(?:<(?:sheetProtection|autoFilter|phoneticPr|printOptions|pageMargins|pageSetup|headerFooter){_SIFAT}/>"
    rf'|<mergeCells{_SIFAT}>((?:<mergeCell ref="[A-Z]\d+:[A-Z]\d+" ?/>)*)</mergeCells>'
    rf"|<headerFooter{_SIFAT}>(?:<(?P<kaki>\w+)>[^<]*</(?P=kaki)>)*</headerFooter>)*\s*</worksheet>\s*",
    re.ASCII,
)
"""What may stand behind the rows, whole: of what is not, calamine or expat may say that it is damaged."""
_GABUNGAN = re.compile(r'"([A-Z]\d+):([A-Z]\d+)"')
_ENTITAS_LAIN = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
_ENTITAS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class LembarPolos(NamedTuple):
    """A plain sheet.

    Attributes:
        nama: its name.
        alamat: the addresses of its cells, as they stand in the file: row by row where a program of repute wrote it.
        isi: what they hold, `""` for a blank one.
        gabungan: its merged ranges.
    """

    nama: str
    alamat: list[str]
    isi: list[float | str]
    gabungan: list[Rentang]


def lembar_polos(arsip: Arsip) -> LembarPolos | None:
    """Return the sheet of a workbook, None where anything about it is unusual.

    Raises:
        BukuTidakTerbacaError: a part that it needs is damaged or too large.
    """
    if (tempat := lembar_tunggal(arsip)) is None:
        return None
    nama, bagian = tempat
    xml, teks = _dekode(arsip.baca(bagian)), _teks_bersama(arsip)
    kepala, _, sisa = xml.partition("<sheetData>")
    tengah, _, ekor = sisa.partition("</sheetData>")
    cocok = _EKOR.fullmatch(ekor)
    if teks is None or cocok is None or not _kepala_polos(kepala):
        return None
    sel = _SEL.split(tengah)
    # Whatever the patterns do not know is left over between two cells.
    if _ANTARA.fullmatch("\n".join(filter(None, sel[::_BAGIAN_SEL]))) is None:
        return None
    isi = _isi(sel[2::_BAGIAN_SEL], sel[3::_BAGIAN_SEL], teks, gaya_polos(arsip))
    if isi is None:
        return None
    ujung = (map(sel_dari_nama, pasangan) for pasangan in _GABUNGAN.findall(cocok[1] or ""))
    return LembarPolos(nama, sel[1::_BAGIAN_SEL], isi, [(*awal, *akhir) for awal, akhir in ujung])


@lru_cache(maxsize=256)
def _kepala_polos(kepala: str) -> bool:
    """Tell whether what stands above the rows is whole and hides nothing.

    Raises:
        BukuTidakTerbacaError: it is damaged.
    """
    ukuran: list[str] = []
    urai_xml(
        [kepala.encode(), b"</worksheet>"],
        buka=lambda unsur, atribut: ukuran.append(atribut.get("ref", "")) if unsur == "dimension" else None,
    )
    if any(tanda in kepala for tanda in _MENYEMBUNYIKAN):
        return False
    cocok = list(map(_UKURAN.fullmatch, ukuran))
    # Of a sheet that says its size wrongly calamine says that it is damaged.
    return all(c and c[1] <= (c[3] or c[1]) and int(c[2]) <= int(c[4] or c[2]) for c in cocok)


def _isi(
    atribut: list[str], nilai: list[str], teks: list[str], polos: frozenset[str | None]
) -> list[float | str] | None:
    """Return what cells hold, None where one of them is neither a shared text nor a whole number, or is not plain."""
    berteks: set[str] = set()
    for sebutan in set(atribut):
        cocok = _ATRIBUT.fullmatch(sebutan)
        if cocok is None or cocok[1] not in polos:
            return None
        if cocok[2]:
            berteks.add(sebutan)
    angka = "".join(nilai)
    if not (angka.isdecimal() and angka.isascii()):
        return None
    try:
        pasangan = zip(atribut, map(int, nilai), strict=True)
        return [teks[nomor] if ini in berteks else float(nomor) for ini, nomor in pasangan]
    except (IndexError, ValueError):  # no such text, or no value
        return None


def _dekode(data: bytes) -> str:
    """Return a part as text; blank where it is large or does not say that it is in UTF-8."""
    try:
        teks = data.decode() if len(data) <= _TERBESAR else ""
    except UnicodeDecodeError:
        return ""
    return teks if _UTF8.match(teks) else ""


def _teks_bersama(arsip: Arsip) -> list[str] | None:
    """Return the texts that cells share; None where one has several fonts, or is written in a rare way."""
    xml = _dekode(arsip.baca(_TEKS_BERSAMA)).replace('<t xml:space="preserve">', "<t>")
    kepala, _, sisa = xml.replace("<t/>", "<t></t>").partition("<si><t>")
    isi, _, ekor = sisa.rpartition("</t></si>")
    teks = isi.split("</t></si><si><t>")
    # Programs write a control character as _x000D_, and a line's end may be read in two ways.
    if ekor.strip() != "</sst>" or _KEPALA_TEKS.fullmatch(kepala) is None:
        return None
    if "<" in "".join(teks) or "_x" in isi or "\r" in isi:
        return None
    if "&" not in isi:
        return teks
    return None if _ENTITAS_LAIN.search(isi) else list(map(_tanpa_entitas, teks))


def _tanpa_entitas(teks: str) -> str:
    for entitas, huruf in _ENTITAS:
        teks = teks.replace(entitas, huruf)
    return teks
