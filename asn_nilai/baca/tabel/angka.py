"""The one door for numbers as people type them.

Excel's own numbers pass with their 15 significant digits, as Excel shows them. Texts are read as Indonesians write:
comma for decimals, dot for thousands. A text that can be read two ways is read the Indonesian way and says so; a text
with more or less than one number is refused. Nothing is guessed by likeness.
"""

import re
from collections.abc import Collection
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import tanpa_tak_tampak
from asn_nilai.acuan.kata.tanpa_isi import KATA_TANPA_ISI
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.tulisan import tulis_angka

TIDAK_SAH, MERAGUKAN = "angka-tidak-sah", "angka-meragukan"

_GARIS = pola_tunda(r"[-–—‒−_]{1,3}")
_SPASI = re.compile(r"\s+")
_BERBARIS = pola_tunda(r"\d\s*[\t\n\v\f\r\x85\u2028\u2029]\s*\d")
"""Digits on two lines are two numbers; the blank in `1 250` stands on one."""
_PEMBALIK = "\u202e"
"""From here on letters and digits are shown from right to left: what is stored as 83 is seen as 38."""
_TANDA_BANDING = pola_tunda(r"(?:[≤≥<>=±~≈≦≧]+\s*)+")
_RUPIAH = pola_tunda(r"(?:rp|idr)\s*\.?\s*", re.IGNORECASE)
_EKOR_RUPIAH = pola_tunda(r",(?:-{1,2}|–|—|=)$")
_RENTANG = pola_tunda(
    r"\d\s*%?\s*(?:[-–—−~]|s\s*[./]?\s*d\.?|sd|sampai(?: dengan)?|hingga|to)\s*(?:rp\.?\s*)?\d", re.IGNORECASE
)
_ANGKA_LALU_SATUAN = pola_tunda(r"([+\-−–]?\s?[\d.,][\d.,\s]*(?<=\d))(.*)", re.DOTALL)
_BULAT = pola_tunda(r"\d+")
_RIBUAN_SPASI = pola_tunda(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_RIBUAN_TITIK = pola_tunda(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_RIBUAN_CAMPUR = pola_tunda(r"[1-9]\d{0,2}(?:\.\d{3})+,\d{3}")
"""A comma in place of the last dot, or three decimals."""
_RIBUAN_KOMA = pola_tunda(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_DESIMAL = pola_tunda(r"\d*[.,]\d+")
_PERSEN = frozenset({"%", "persen", "percent", "％"})
_KELIPATAN = frozenset(
    {"ribu", "ribuan", "juta", "jutaan", "miliar", "miliaran", "milyar", "milyaran", "triliun"}
)
SATUAN_RUPIAH = frozenset({"rp", "rupiah", "idr", "rp."})


class Bacaan(NamedTuple):
    """What a text says.

    Attributes:
        nilai: the number, None where there is none.
        kode: code of a finding, blank where the text is clear.
        sebab: a clause for the finding's sentence, with its own punctuation in front.
        persen: whether the text itself bears a percent sign.
    """

    nilai: float | None
    kode: str = ""
    sebab: str = ""
    persen: bool = False


def rapikan(angka: float) -> float:
    """Return a stored number as Excel shows it: 15 significant digits, free of binary noise."""
    ratusan = angka * 100
    if ratusan.is_integer() and -1e15 < ratusan < 1e15 and ratusan / 100 == angka:
        return angka  # it is the float nearest to a number of two decimals; writing it out would take three times as long
    return float(f"{angka:.15g}")


def kali_seratus(angka: float) -> float:
    """Return a stored fraction as percent, exact in its decimal digits: 0.07 → 7.0."""
    return float(Decimal(f"{angka:.15g}").scaleb(2))


@lru_cache(maxsize=1024)
def bersihkan(teks: str) -> str:
    """Return a text without what nobody sees: outer blanks, leading apostrophes; inner blanks become one space."""
    return _SPASI.sub(" ", tanpa_tak_tampak(teks)).strip().lstrip("'’‘`").strip()


@lru_cache(maxsize=1024)
def lipat_satuan(teks: str) -> str:
    """Return a unit of measure folded for comparison; `%` and `persen` are one."""
    lipat = " ".join(tanpa_tak_tampak(teks).casefold().split()).rstrip(".")
    return "%" if lipat in _PERSEN else lipat


@lru_cache(maxsize=4096)
def baca_angka(teks: str, satuan: frozenset[str] = frozenset()) -> Bacaan:
    """Read a text as one number.

    Args:
        teks: the cell's text.
        satuan: the unit of measure of the row, folded (`lipat_satuan`), as the skema and the row itself have it; it
            may be repeated behind the number.

    Returns:
        The reading. Blank texts and words for "none" (`-`, `nihil`, `belum ada`) give None without a code.
    """
    bersih = bersihkan(teks)
    if not bersih or bersih.casefold() in KATA_TANPA_ISI or _GARIS.fullmatch(bersih):
        return Bacaan(None)
    if sebab := _bukan_satu_angka(teks, bersih):
        return Bacaan(None, TIDAK_SAH, sebab)
    tanda = _TANDA_BANDING.match(bersih)
    inti = bersih[tanda.end() :] if tanda else bersih
    rupiah = _RUPIAH.match(inti)
    if rupiah:
        inti = _EKOR_RUPIAH.sub("", inti[rupiah.end() :])
    elif satuan & SATUAN_RUPIAH:
        inti = _EKOR_RUPIAH.sub("", inti)
    cocok = _ANGKA_LALU_SATUAN.fullmatch(inti)
    if cocok is None:
        return Bacaan(None, TIDAK_SAH)
    badan, ekor = cocok[1].strip(), lipat_satuan(cocok[2])
    persen = ekor == "%"
    if ekor and not persen and ekor not in satuan:
        return Bacaan(None, TIDAK_SAH, f" karena diikuti '{cocok[2].strip()}'")
    bacaan = _baca_badan(badan, ribuan_pasti=rupiah is not None)
    if bacaan.nilai is None:
        return bacaan
    if not ekor and cocok[2].strip():
        bacaan = bacaan._replace(kode=MERAGUKAN, sebab=f"{bacaan.sebab}; titik di belakangnya diabaikan")
    return _timbang(bacaan, satuan, tanda=tanda is not None, rupiah=rupiah is not None, persen=persen)


def _bukan_satu_angka(teks: str, bersih: str) -> str:
    """Return why a text is no single number that everybody sees as it is stored; blank where nothing speaks against it."""
    if _PEMBALIK in teks:
        return " karena memuat tanda yang membalik urutan tampilnya"
    if _RENTANG.search(bersih):
        return " karena berupa rentang"
    return " karena berisi dua angka" if _BERBARIS.search(teks) else ""


def boleh_rupiah(satuan: Collection[str]) -> bool:
    """Tell whether Rp beside a number agrees with its units of measure, folded; unknown ones say nothing against it."""
    return not satuan or any(map(_satuan_uang, satuan))


def _satuan_uang(satuan: str) -> bool:
    """Tell whether a sum of rupiah is a number of this unit: of `juta rupiah` it would be a millionth."""
    uang = satuan in SATUAN_RUPIAH or "rupiah" in satuan or satuan.endswith(" rp")
    return uang and _KELIPATAN.isdisjoint(satuan.split())


def _timbang(bacaan: Bacaan, satuan: frozenset[str], *, tanda: bool, rupiah: bool, persen: bool) -> Bacaan:
    """Add what is doubtful around a number that was read."""
    kode, sebab = bacaan.kode, bacaan.sebab
    if rupiah and not boleh_rupiah(satuan):
        kode, sebab = MERAGUKAN, f"{sebab}; tanda Rp tidak sesuai dengan satuannya"
    if tanda:
        kode, sebab = MERAGUKAN, f"{sebab}; tanda pembanding di depannya diabaikan"
    return Bacaan(bacaan.nilai, kode, sebab, persen)


def _baca_badan(badan: str, *, ribuan_pasti: bool) -> Bacaan:
    """Read digits with their separators and sign."""
    negatif, ragu_tanda = badan[0] in "-−–", badan[0] == "–"
    angka = badan.lstrip("+-−–").strip()
    hasil = _baca_digit(angka, ribuan_pasti=ribuan_pasti)
    nilai = hasil.nilai
    if nilai is None or not isfinite(nilai):
        return Bacaan(None, TIDAK_SAH)
    if ragu_tanda:
        hasil = Bacaan(nilai, MERAGUKAN, f"{hasil.sebab}; garis di depannya dibaca sebagai tanda minus")
    return Bacaan(rapikan(-nilai if negatif else nilai), hasil.kode, hasil.sebab)


def _baca_digit(angka: str, *, ribuan_pasti: bool) -> Bacaan:
    if _BULAT.fullmatch(angka):
        return Bacaan(float(angka))
    if _RIBUAN_SPASI.fullmatch(angka) or _RIBUAN_TITIK.fullmatch(angka):
        nilai = float(angka.replace(" ", "").replace(".", "").replace(",", "."))
        if _RIBUAN_CAMPUR.fullmatch(angka):
            utuh = float(angka.replace(".", "").replace(",", ""))
            return Bacaan(nilai, MERAGUKAN, f"; dapat juga berarti {utuh:.0f}")
        if ribuan_pasti or " " in angka or "," in angka or angka.count(".") > 1:
            return Bacaan(nilai)
        return Bacaan(nilai, MERAGUKAN, f"; dapat juga berarti {tulis_angka(float(angka))}")
    if _RIBUAN_KOMA.fullmatch(angka):
        return _ribuan_koma(angka)
    return Bacaan(float(angka.replace(",", ".")) if _DESIMAL.fullmatch(angka) else None)


def _ribuan_koma(angka: str) -> Bacaan:
    """Read what may be a number with commas for thousands, as in English."""
    inggris = float(angka.replace(",", ""))
    if "." not in angka and angka.count(",") == 1:
        indonesia = float(angka.replace(",", "."))
        return Bacaan(indonesia, MERAGUKAN, f"; dapat juga berarti {inggris:.0f}")
    return Bacaan(inggris, MERAGUKAN, "; komanya dibaca sebagai pemisah ribuan")
