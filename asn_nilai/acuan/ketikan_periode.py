"""A period as people type it: understood where it can mean one thing only, else refused with the nearest right form.

2026-03  2026-3  2026/03  03-2026  Maret 2026  maret  mar        a month; without a year the work folder's
2026-T1  T1  TW1  triwulan I    2026-S1  S1  semester 1 2026      a quarter, a half
2026  tahun 2026    2026-01:2026-05  januari:mei  1 s.d. …        the year, any run of months
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from asn_nilai.acuan.periode import NAMA_BULAN, Bulan, Periode, PeriodeTidakSahError, nomor_bulan

_TAHUN_BULAN = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})")
_BULAN_TAHUN = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{4})")
_NAMA = re.compile(r"([^\W\d_]+)\.?(?:[-/ ]?([0-9]{4}))?")
_TAHUN_NAMA = re.compile(r"([0-9]{4})[-/ ]?([^\W\d_]+)")
_BAGIAN = re.compile(
    r"(?:([0-9]{4})[-/ ]?)?(triwulan|tw|t|semester|sem|s)[- ]?([0-9]|i{1,3}|iv)(?:[-/ ]?([0-9]{4}))?",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?:tahun )?([0-9]{4})", re.IGNORECASE)
_SAMPAI = re.compile(
    r"\s*(?::|s\.?\s?d\.?|s/d|sampai(?: dengan)?|–|(?<=[^\W\d_])\s?-\s?(?=[^\W\d_]))\s*", re.IGNORECASE
)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def baca_periode(teks: str, tahun: int) -> Periode:
    """Read a period as somebody typed it.

    Args:
        teks: what was typed.
        tahun: the work folder's year, for what names none.

    Raises:
        PeriodeTidakSahError: it can mean no period, or more than one; the message names the nearest right form.
    """
    bersih = " ".join(teks.split())
    kode = _kode(bersih, tahun)
    if kode is None:
        raise PeriodeTidakSahError(teks, _terdekat(bersih, tahun))
    try:
        return Periode.dari_teks(kode)
    except PeriodeTidakSahError as galat:
        raise PeriodeTidakSahError(teks, _terdekat(kode, tahun)) from galat


def _kode(teks: str, tahun: int) -> str | None:
    """Return the code of the contract that a text means, None where it means none."""
    if cocok := _TAHUN.fullmatch(teks):
        return cocok[1]
    if cocok := _BAGIAN.fullmatch(teks):
        disebut = {sebutan for sebutan in (cocok[1], cocok[4]) if sebutan}
        ke = _ROMAWI.get(cocok[3].casefold()) or cocok[3]
        return (
            f"{disebut.pop() if disebut else tahun}-{cocok[2][0].upper()}{ke}" if len(disebut) < 2 else None
        )
    tepi = _SAMPAI.split(teks)
    bulan = [kode for bagian in tepi if (kode := _bulan(bagian, tahun))]
    return ":".join(bulan) if len(bulan) == len(tepi) < 3 else None


def _bulan(teks: str, tahun: int) -> str:
    """Return the code of the month that a text means, blank where it means none; the month's number is not judged."""
    if cocok := _TAHUN_BULAN.fullmatch(teks):
        return f"{cocok[1]}-{int(cocok[2]):02d}"
    if cocok := _BULAN_TAHUN.fullmatch(teks):
        return f"{cocok[2]}-{int(cocok[1]):02d}"
    nama, disebut = "", ""
    if cocok := _NAMA.fullmatch(teks):
        nama, disebut = cocok[1], cocok[2] or ""
    elif cocok := _TAHUN_NAMA.fullmatch(teks):
        nama, disebut = cocok[2], cocok[1]
    nomor = nomor_bulan(nama)
    return f"{disebut or tahun}-{nomor:02d}" if nomor else ""


def _terdekat(teks: str, tahun: int) -> str:
    """Return the right form that is nearest to a text, blank where none is near."""
    semua = [kode for bagian in _SAMPAI.split(teks) if (kode := _bulan(bagian, tahun))]
    if len(semua) == 2:
        return _rentang(sorted(map(_bulan_ada, semua)), tahun)
    if semua:
        return _bulan_ada(semua[0]).kode
    if cocok := _BAGIAN.fullmatch(teks):
        return f"{cocok[1] or cocok[4] or tahun}-{'S2' if cocok[2][0] in 'sS' else 'T4'}"
    bulan = [Bulan(tahun, nomor).kode for nomor in range(1, 13)]
    if teks.isdecimal() and 1 <= int(teks) <= 12:
        return bulan[int(teks) - 1]
    nama = {sebutan.casefold(): kode for sebutan, kode in zip(NAMA_BULAN, bulan, strict=True)}
    kata = re.sub(r"[^a-z]", "", teks.casefold())
    if mirip := get_close_matches(kata, nama, 1, 0.7):
        return nama[mirip[0]]
    return next(iter(get_close_matches(teks.upper(), bulan, 1, 0.75)), "")


def _bulan_ada(kode: str) -> Bulan:
    """Return the month of a code whose month may not exist: the nearest that does."""
    return Bulan(int(kode[:4]), min(max(int(kode[5:]), 1), 12))


def _rentang(bulan: Sequence[Bulan], tahun: int) -> str:
    """Return a run that goes forward within the work folder's year."""
    awal, akhir = sorted(bulan)
    if awal.tahun == akhir.tahun:
        return f"{awal.kode}:{akhir.kode}"
    return (
        f"{Bulan(tahun, 1).kode}:{akhir.kode}"
        if akhir.tahun == tahun
        else f"{awal.kode}:{Bulan(tahun, 12).kode}"
    )
