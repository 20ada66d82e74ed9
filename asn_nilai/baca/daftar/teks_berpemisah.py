"""A list kept as text, a row a line: .csv as Excel, SIMPEG and database tools save it, seen as the sheet that Excel would show.

Nothing says which character parts the columns nor how the letters are stored, and both differ from computer to computer: a
semicolon where the decimal sign is a comma, an old code page where nobody chose UTF-8. What is a number stays a text, so that
no NIP loses its last digits and no code its leading zeros.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.baca.berkas.galat import tidak_terbaca
from asn_nilai.baca.format_sel.lembar import FormatSel, LembarTerbaca, SelMentah, periksa_bentang

_PEMISAH = (";", ",", "\t", "|")
_SEBUT_PEMISAH = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The line by which Excel is told the separator; no row of the sheet."""
_TERLINDUNG = re.compile(r'="(.*)"')
"""A text dressed as a formula, so that Excel leaves its digits alone."""


def lembar_teks(data: bytes, nama: str, batas: Batas = BATAS_BAWAAN) -> LembarTerbaca:
    """Return the sheet that a text comes to; every cell is a text.

    Args:
        data: the file's bytes.
        nama: how the sheet is called; Excel takes the file's name.
        batas: how large it may be.

    Raises:
        BukuTidakTerbacaError: no known letters, a quotation mark that nothing closes, or too many cells.
    """
    teks = _urai_huruf(data)
    calon: Sequence[str] = _PEMISAH
    if sebutan := _SEBUT_PEMISAH.match(teks):
        calon, teks = (sebutan[1],), teks[sebutan.end() :]
    baris = _urai_baris(teks, max(calon, key=lambda pemisah: _keteraturan(teks, pemisah)))
    lebar = max(map(len, baris), default=0)
    periksa_bentang(len(baris), lebar, nama, batas)
    isi: list[list[SelMentah]] = [
        [*(_TERLINDUNG.sub(r"\1", sel) for sel in sebaris), *[""] * (lebar - len(sebaris))]
        for sebaris in baris
    ]
    return LembarTerbaca(nama, isi, FormatSel(tinggi=len(isi), lebar=lebar, terisi=len(isi) * lebar))


def _urai_huruf(data: bytes) -> str:
    """Return the text: UTF-16 and UTF-8 by their marks, UTF-8 where the bytes can be that, else the old Windows code page."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        sandi: Sequence[str] = ("utf-16",)
    else:
        sandi = ("utf-8-sig", "cp1252")
    for nama in sandi:
        try:
            return data.decode(nama)
        except UnicodeDecodeError:
            continue
    raise tidak_terbaca("huruf-hurufnya tidak disimpan sebagai UTF-8 maupun menurut Windows (1252)")


def _keteraturan(teks: str, pemisah: str) -> tuple[int, int]:
    """Tell how much rows look like a table: how many have the commonest number of columns above one, and that number."""
    try:
        lebar = Counter(map(len, csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)))
    except csv.Error:
        return 0, 0
    return max(((banyak, kolom) for kolom, banyak in lebar.items() if kolom > 1), default=(0, 0))


def _urai_baris(teks: str, pemisah: str) -> list[list[str]]:
    """Part rows and columns; a quotation mark that nothing closes would swallow the people behind it, and is refused."""
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    baris: list[list[str]] = []
    try:
        baris.extend(pembaca)
    except csv.Error as galat:
        tempat = f"sesudah baris {len(baris)}"
        raise tidak_terbaca(f'{tempat} ada tanda kutip (") yang tidak berpasangan') from galat
    return baris
