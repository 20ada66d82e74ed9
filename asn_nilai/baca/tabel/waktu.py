"""Which month and year a text names, as identity lines, titles, sheet names and header cells write them."""

import datetime as dt
import re
from functools import lru_cache

from asn_nilai.acuan.periode import Bulan, nomor_bulan
from asn_nilai.baca.tabel.sel import Isi, teks_sel

Waktu = Bulan | int
"""The month of a capaian workbook, the year of a target workbook."""
_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_TAHUN_BULAN = re.compile(r"((?:19|20)\d{2})\s*[-–/.]\s*(\d{1,2})(?:\s*[-/.]\s*\d{1,2})?")
_BULAN_TAHUN = re.compile(r"(?:\d{1,2}\s*[-/.]\s*)?(\d{1,2})\s*[-–/.]\s*((?:19|20)\d{2})")
_KATA = re.compile(r"[^\W\d_]+")
_TAHUN_PENDEK = re.compile(r"([^\W\d_]{3,})\s?[-/.'’\s]\s?(\d{2})\s*$")
"""`Mei-25`, `Mei '25`: the year's last two digits behind a month."""
_KUMULATIF = re.compile(
    r"\bs\s*[./]?\s*d\b|\bsampai\b|\bhingga\b|\b(?:ak|k)umula\w+|\b(?:rekap\w*|laporan|kinerja|capaian|realisasi)\s+tahunan\b",
    re.IGNORECASE,
)
_BAGIAN_TAHUN = re.compile(
    r"\b(tri\s?wulan|tw|semester|smt|catur\s?wulan)\b\W*(?:ke\W*)?(iv|i{1,3}|[1-4])\b", re.IGNORECASE
)
_PANJANG_BAGIAN = {"t": 3, "s": 6, "c": 4}
_ANGKA_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAWI = {romawi: ke for ke, romawi in enumerate(_ANGKA_ROMAWI, 1)}
"""Months in Roman figures, as letters are numbered; small."""
_ROMAWI_TAHUN = re.compile(r"([ivx]{1,4})(?:\s*[-/.\s]\s*((?:19|20)\d{2}))?", re.IGNORECASE)
_SEBULAN = re.compile(
    r"(?<!\d)0?1\s*(?:[^\W\d_]{3,}\s*)?(?:\d{4}\s*)?(?:s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?|hingga)\s*(?=[23]\d\b)",
    re.IGNORECASE,
)
"""`1 s.d. 31 Mei`: from the first day of a month to its last."""


def tahun_waktu(waktu: Waktu) -> int:
    """Return the year of a time."""
    return waktu.tahun if isinstance(waktu, Bulan) else waktu


def sebut_waktu(waktu: Waktu) -> str:
    """Return a time as findings write it: `2026-06`, or `2026`."""
    return waktu.kode if isinstance(waktu, Bulan) else str(waktu)


def tahun_disebut(teks: str) -> set[int]:
    """Return the years that a text names, also as `25` behind a month."""
    tahun = {int(tertulis) for tertulis in _TAHUN.findall(teks)}
    pendek = None if tahun else _TAHUN_PENDEK.search(teks)
    if pendek is not None and nomor_bulan(pendek[1]) is not None:
        tahun.add(2000 + int(pendek[2]))
    return tahun


def bulan_bernama(teks: str) -> set[int]:
    """Return the months (1–12) that a text names by word."""
    return {nomor for kata in _KATA.findall(teks) if (nomor := nomor_bulan(kata))}


def bulan_disebut(teks: str) -> tuple[int | None, int] | None:
    """Return (year or None, month) where a text names exactly one month, else None."""
    if cocok := _TAHUN_BULAN.fullmatch(teks):
        return int(cocok[1]), int(cocok[2])
    if cocok := _BULAN_TAHUN.fullmatch(teks):
        return int(cocok[2]), int(cocok[1])
    bulan, tahun = bulan_bernama(teks), tahun_disebut(teks)
    if teks.isdecimal() and 1 <= int(teks) <= 12:
        bulan = {int(teks)}
    if len(bulan) != 1 or len(tahun) > 1:
        return None
    return (tahun.pop() if tahun else None), bulan.pop()


@lru_cache(maxsize=4096)
def kumulatif(teks: str) -> bool:
    """Tell whether a text speaks of several months added up, such as `s.d. Juni`."""
    return _KUMULATIF.search(_SEBULAN.sub(" ", teks)) is not None


@lru_cache(maxsize=4096)
def bagian_tahun(teks: str) -> frozenset[int]:
    """Return the months (1–12) of the quarters and halves that a text names: `TW II`, `Semester 1`."""
    bulan = set[int]()
    for jenis, nomor in _BAGIAN_TAHUN.findall(teks):
        panjang, ke = _PANJANG_BAGIAN[jenis[0].casefold()], ROMAWI.get(nomor.casefold()) or int(nomor)
        bulan.update(range(panjang * (ke - 1) + 1, panjang * ke + 1))
    return frozenset(bulan)


def periode_ini(isi: Isi, waktu: Waktu) -> bool:
    """Tell whether what stands beside `Periode` is this time."""
    if isinstance(isi, dt.date):
        return isi.year == tahun_waktu(waktu) and (isinstance(waktu, int) or isi.month == waktu.bulan)
    teks = teks_sel(isi)
    if isinstance(waktu, int):
        return tahun_disebut(teks) <= {waktu}
    if kumulatif(teks):
        return False
    disebut = _bulan_romawi(teks) or bulan_disebut(teks)
    return disebut in {(waktu.tahun, waktu.bulan), (None, waktu.bulan)}


def _bulan_romawi(teks: str) -> tuple[int | None, int] | None:
    """Return (year or None, month) where a text is a month in Roman figures: `VI/2026`."""
    cocok = _ROMAWI_TAHUN.fullmatch(teks.strip())
    nomor = ROMAWI.get(cocok[1].casefold()) if cocok else None
    return (int(cocok[2]) if cocok and cocok[2] else None, nomor) if nomor else None


def tahun_ini(isi: Isi, waktu: Waktu) -> bool:
    """Tell whether what stands beside `Tahun` is the year of this time."""
    if isinstance(isi, dt.date):
        return isi.year == tahun_waktu(waktu)
    return tahun_disebut(teks_sel(isi)) == {tahun_waktu(waktu)}
