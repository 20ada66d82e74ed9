"""What a golongan says, in the writings met in registers: the group of rank of a PNS, the class of a PPPK.

A PNS has a group I to IV and a ruang a to e (`III/a`, `III a`, `Penata Muda (III/a)`), a PPPK a class I to XVII. The two
are never mixed: class IX of a PPPK is no rank of a PNS, and `III` alone says nothing without knowing whose it is.
"""

import re
from functools import lru_cache

from asn_nilai.acuan.isian.orang.nip import PNS, PPPK

_ROMAWI = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip
_DIKENAL = {PNS: _ROMAWI[:4], PPPK: _ROMAWI}
_BERRUANG = re.compile(r"\b(IV|I{1,3})\s*[-/.]?\s*[A-E]\b")
"""Group and ruang of a PNS. The ruang is asked for: `Penata Muda Tingkat I (III/b)` has another numeral before it."""

_PNS = re.compile(r"\b(?:IV\s*[-/.]?\s*[A-E]|I{1,3}\s*[-/.]?\s*[A-D])\b")
"""A rank that a PNS can have: ruang e is there in group IV alone."""

KELOMPOK_GOLONGAN = tuple(f"{jenis} {angka}" for jenis, semua in _DIKENAL.items() for angka in semua)
"""Every group, lowest first, PNS before PPPK."""


def kelompok_golongan(golongan: str, jenis_asn: str) -> str:
    """Return the group of a golongan, one of KELOMPOK_GOLONGAN; blank where the text does not say it for sure.

    Args:
        golongan: as written in the register.
        jenis_asn: `PNS` or `PPPK`; a golongan that the other kind has gives blank.
    """
    teks = golongan.upper().strip()
    if berruang := {cocok[1] for cocok in _BERRUANG.finditer(teks)}:
        angka = berruang.pop() if len(berruang) == 1 and jenis_asn == PNS else ""
    else:
        cocok = re.fullmatch(rf"(?:(?:GOLONGAN|GOL|{jenis_asn})[\s.:]*)*([IVX]+)", teks)
        angka = cocok[1] if cocok else ""
    kelompok = f"{jenis_asn} {angka}"
    return kelompok if kelompok in KELOMPOK_GOLONGAN else ""


@lru_cache(maxsize=1_024)
def golongan_ada(golongan: str, jenis_asn: str) -> bool:
    """Tell whether a golongan is one that the kind of ASN can have; a blank one or a dash says nothing wrong."""
    teks = golongan.upper().strip(" -–")
    if not teks:
        return True
    if jenis_asn == PNS and _BERRUANG.search(teks):
        return bool(kelompok_golongan(golongan, jenis_asn)) and bool(_PNS.search(teks))
    return bool(kelompok_golongan(golongan, jenis_asn))
