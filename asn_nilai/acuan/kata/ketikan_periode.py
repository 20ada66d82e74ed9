"""A period as people type it: understood where it can mean one thing only, else refused with the nearest right form.

2026-03  2026-3  2026/03  03-2026  202603  Maret 2026  bulan maret  Mar-26   a month; without a year the work folder's
2026-T1  T1  TW1  Q1  triwulan I    2026-S1  S1  semester 1 2026             a quarter, a half
2026  tahun 2026    2026-01:2026-05  2026-01..2026-05  januari sampai mei    the year, any run of months
                    2026-01_2026-05                                          the run as its folder in hasil/ is called

Two digits beside a month's name are a day or a year: they are read where both give the same month, and nowhere else.
"""

import re
from datetime import date
from difflib import get_close_matches

from asn_nilai.acuan.periode import NAMA_BULAN, Bulan, Periode, PeriodeTidakSahError, nomor_bulan
from asn_nilai.acuan.pola_tunda import pola_tunda

_ABAD = r"(?:19|20)[0-9]{2}"
_TAHUN_BULAN = pola_tunda(rf"({_ABAD})[-–/. ]([0-9]{{1,2}})|({_ABAD})(0[1-9]|1[0-2])")
_BULAN_TAHUN = pola_tunda(rf"([0-9]{{1,2}})[-–/. ]({_ABAD})")
_NAMA = pola_tunda(r"([^\W\d_]+)\.?(?:[-–/ ]?([0-9]{4}|['’]?[0-9]{2}))?")
_TAHUN_NAMA = pola_tunda(r"([0-9]{4})[-–/ ]?([^\W\d_]+)")
_BAGIAN = pola_tunda(
    r"(?:([0-9]{4})[-–/ ]?)?(triwulan|kuartal|trw|tw|t|q|semester|smt|sem|s)\.?[-– ]?(0?[0-9]|i{1,3}|iv)(?:[-–/ ]?([0-9]{4}))?",
    re.IGNORECASE,
)
_TAHUN = pola_tunda(rf"(?:tahun )?({_ABAD})", re.IGNORECASE)
_SEBUTAN = pola_tunda(r"(?:periode|bulan|bln)\.? (?=\S)", re.IGNORECASE)
"""What stands before a period and says only that it is one; after `bulan` a number alone is a month."""
_SAMPAI = pola_tunda(
    r"\s*(?::|_|\.\.+|…|s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga|[–—]|(?<=[^\W\d_])\s?-\s?(?=[^\W\d_])|\s-\s)\s*",
    re.IGNORECASE,
)
_TANGGAL = pola_tunda(
    rf"(?P<tahun>{_ABAD})[-/.](?P<bulan>\d{{1,2}})[-/.]\d{{1,2}}|\d{{1,2}}[-/. ](?P<b>\w+)[-/. ](?P<t>{_ABAD})"
)
_ANGKA = pola_tunda(rf"(0?[1-9]|1[0-2])(?:-?({_ABAD}|[0-9]{{2}}))?")
_ANGKA_BULAN = pola_tunda(r"0?[1-9]|1[0-2]")
_KIRA = {"ini": 0, "sekarang": 0, "lalu": 1, "kemarin": 1, "sebelumnya": 1, "depan": -1}
"""Words for a month that hang on today: how many months back."""
_INGGRIS = {
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8, "october": 10, "oct": 10,
    "december": 12, "dec": 12,
}  # fmt: skip
"""Months as an English Excel or Windows writes them, where Indonesians write otherwise."""
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def baca_periode(teks: str, tahun: int, hari: date | None = None) -> Periode:
    """Read a period as somebody typed it.

    Args:
        teks: what was typed.
        tahun: the work folder's year, for what names none.
        hari: today, from which `bulan lalu` is told what it may be; None where nobody knows.

    Raises:
        PeriodeTidakSahError: it can mean no period, or more than one; the message names the nearest right form.
    """
    bersih = " ".join(teks.split())
    kode = _kode(bersih, tahun)
    if kode is None:
        raise PeriodeTidakSahError(teks, _kira(bersih, tahun, hari) or _terdekat(bersih, tahun))
    try:
        return Periode.dari_teks(kode)
    except PeriodeTidakSahError as galat:
        raise PeriodeTidakSahError(teks, _terdekat(kode, tahun)) from galat


def _kode(teks: str, tahun: int) -> str | None:
    """Return the code of the contract that a text means, None where it means none."""
    sebutan = _SEBUTAN.match(teks)
    teks = _SEBUTAN.sub("", teks, count=1)
    if sebutan and teks.isdecimal() and 1 <= int(teks) <= 12:
        return Bulan(tahun, int(teks)).kode
    if cocok := _TAHUN.fullmatch(teks):
        return cocok[1]
    if bulan := _bulan(teks, tahun):
        return bulan
    if cocok := _BAGIAN.fullmatch(teks):
        disebut = {sebutan for sebutan in (cocok[1], cocok[4]) if sebutan}
        ke = _ROMAWI.get(cocok[3].casefold()) or int(cocok[3])
        return f"{disebut.pop() if disebut else tahun}-{_huruf(cocok[2])}{ke}" if len(disebut) < 2 else None
    tepi = [_bulan(bagian, tahun) for bagian in _SAMPAI.split(teks)]
    return ":".join(tepi) if len(tepi) == 2 and all(tepi) else None


def _huruf(sebutan: str) -> str:
    """Return the letter by which the code calls a part of the year."""
    return "S" if sebutan[0] in "sS" else "T"


def _bulan(teks: str, tahun: int) -> str:
    """Return the code of the month that a text means, blank where it means none; the month's number is not judged."""
    if cocok := _TAHUN_BULAN.fullmatch(teks):
        return f"{cocok[1] or cocok[3]}-{int(cocok[2] or cocok[4]):02d}"
    if cocok := _BULAN_TAHUN.fullmatch(teks):
        return f"{cocok[2]}-{int(cocok[1]):02d}"
    nama, disebut = "", ""
    if cocok := _NAMA.fullmatch(teks):
        nama, disebut = cocok[1], (cocok[2] or "").strip("'’")
    elif cocok := _TAHUN_NAMA.fullmatch(teks):
        nama, disebut = cocok[2], cocok[1]
    nomor = nomor_bulan(nama) or _INGGRIS.get(nama.casefold())
    if len(disebut) == 2:
        # A day or a year, who knows; the same month where it is this year's number.
        disebut = str(tahun) if int(disebut) == tahun % 100 else ""
        nomor = nomor if disebut else None
    return f"{disebut or tahun}-{nomor:02d}" if nomor else ""


def _kira(teks: str, tahun: int, hari: date | None) -> str:
    """Return the month that words like `bulan lalu` mean today, blank where they mean none of the work folder's year."""
    kata = [mundur for sebutan in teks.casefold().split() if (mundur := _KIRA.get(sebutan)) is not None]
    if hari is None or len(kata) != 1 or "tahun" in teks.casefold():
        return ""
    bulan = Bulan(hari.year, hari.month).mundur(kata[0])
    return bulan.kode if bulan.tahun == tahun else ""


def _terdekat(teks: str, tahun: int) -> str:
    """Return the right form that is nearest to a text, blank where none is near."""
    cara = (_dari_tanggal, _dari_tepi, _dari_bulan, _dari_bagian, _dari_angka, _dari_nama)
    return next((kode for terka in cara if (kode := terka(teks, tahun))), "")


def _dari_tanggal(teks: str, tahun: int) -> str:
    """Return the month of a day."""
    cocok = _TANGGAL.fullmatch(teks)
    if not cocok:
        return ""
    kode = _bulan(f"{cocok['tahun'] or cocok['t']}-{cocok['bulan'] or cocok['b']}", tahun)
    return _bulan_ada(kode).kode if kode else ""


def _dari_tepi(teks: str, tahun: int) -> str:
    """Return the run of months from one part of a year to another, `T1:T2`; the year itself where both are it."""
    tepi = [kode for bagian in _SAMPAI.split(teks) if (kode := _kode(bagian.strip(), tahun))]
    if len(tepi) != 2 or not any(_BAGIAN.fullmatch(kode) or _TAHUN.fullmatch(kode) for kode in tepi):
        return ""
    try:
        awal, akhir = sorted((Periode.dari_teks(kode) for kode in tepi), key=lambda periode: periode.bulan)
    except PeriodeTidakSahError:
        return ""
    if awal == akhir:
        return awal.kode
    rentang = f"{awal.bulan[0].kode}:{max(awal.bulan[-1], akhir.bulan[-1]).kode}"
    return rentang if awal.bulan[0].tahun == akhir.bulan[-1].tahun else ""


def _dari_bulan(teks: str, tahun: int) -> str:
    """Return the month or the run of months that a text names, in their right order; in a run a number may stand for its month."""
    bagian = _SAMPAI.split(teks.replace(",", ":"))
    if len(bagian) > 1:
        bagian = [
            f"{tahun}-{kata}" if _ANGKA_BULAN.fullmatch(kata) else kata for kata in map(str.strip, bagian)
        ]
    semua = sorted(_bulan_ada(kode) for sebutan in bagian if (kode := _bulan(sebutan.strip(), tahun)))
    if len(semua) < 2:
        return semua[0].kode if semua else ""
    awal, akhir = semua[0], semua[-1]
    if awal.tahun != akhir.tahun:
        awal, akhir = (Bulan(tahun, 1), akhir) if akhir.tahun == tahun else (awal, Bulan(tahun, 12))
    return f"{awal.kode}:{akhir.kode}"


def _dari_bagian(teks: str, tahun: int) -> str:
    """Return the last quarter or half for one that is beyond it, the first for one before it."""
    cocok = _BAGIAN.fullmatch(teks)
    if not cocok:
        return ""
    huruf = _huruf(cocok[2])
    ke = 1 if set(cocok[3]) == {"0"} else {"S": 2, "T": 4}[huruf]
    return f"{cocok[1] or cocok[4] or tahun}-{huruf}{ke}"


def _dari_angka(teks: str, tahun: int) -> str:
    """Return the month of figures alone: its number, perhaps with the year's last digits."""
    cocok = _ANGKA.fullmatch(teks)
    return Bulan(tahun, int(cocok[1])).kode if cocok and int(cocok[2] or tahun) % 100 == tahun % 100 else ""


def _dari_nama(teks: str, tahun: int) -> str:
    """Return the month whose name or code is most like a text."""
    bulan = [bulan.kode for bulan in Periode.setahun(tahun).bulan]
    nama = {sebutan.casefold(): kode for sebutan, kode in zip(NAMA_BULAN, bulan, strict=True)}
    kata = re.sub(r"[^a-z]", "", teks.casefold())
    if nomor := nomor_bulan(kata):
        return bulan[nomor - 1]
    if mirip := get_close_matches(kata, nama, 1, 0.7):
        return nama[mirip[0]]
    return next(iter(get_close_matches(teks.upper(), bulan, 1, 0.75)), "")


def _bulan_ada(kode: str) -> Bulan:
    """Return the month of a code whose month may not exist: the nearest that does."""
    return Bulan(int(kode[:4]), min(max(int(kode[5:]), 1), 12))
