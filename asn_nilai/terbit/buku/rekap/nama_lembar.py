r"""A sheet's name for each unit: its code, made into what Excel takes, and different from every other sheet's.

A name has at most 31 characters, none of `[]:*?/\\`, no apostrophe at its ends, is not `History`, and no two sheets may
have names that differ in case alone.
"""

import re
import unicodedata
from collections.abc import Iterable

from asn_nilai.terbit.buku.gaya import bersih

_PANJANG = 31
# An exclamation mark is allowed, but parts a sheet from a cell in links.
_TERLARANG = re.compile(r"[\[\]:*?/\\!]")
_DICADANGKAN = "History"
_TANPA_UNIT = "Tanpa unit"
"""The sheet of the people whose unit the register does not say."""


def nama_lembar(kode: Iterable[str], terpakai: Iterable[str]) -> dict[str, str]:
    """Return a sheet's name for each unit's code; `terpakai` are the names of the other sheets."""
    ada = {_lipat(nama) for nama in (*terpakai, _DICADANGKAN)}
    hasil: dict[str, str] = {}
    for kode_unit in kode:
        dasar = _rapi(_potong(_rapi(_TERLARANG.sub("-", bersih(kode_unit))), _PANJANG)) or (
            "Unit" if kode_unit else _TANPA_UNIT
        )
        nama, nomor = dasar, 2
        while _lipat(nama) in ada:
            akhiran = f" ({nomor})"
            nama, nomor = _potong(dasar, _PANJANG - len(akhiran)) + akhiran, nomor + 1
        ada.add(_lipat(nama))
        hasil[kode_unit] = nama
    return hasil


def _lipat(nama: str) -> str:
    return unicodedata.normalize("NFKC", nama).casefold()


def _rapi(nama: str) -> str:
    return " ".join(nama.split()).strip("' ")


def _potong(nama: str, muat: int) -> str:
    """Return as much of a name as fits, counted as Excel counts: in UTF-16 units."""
    while len(nama.encode("utf-16-le")) // 2 > muat:
        nama = nama[:-1]
    return nama
