"""How an entry of the register writes figures by month: `80` where there is one month, else `Jan–Jun 80; Jul–Des 40`.

Data, not prose: a decimal point, 15 significant digits, and what is written can be read back.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import eq

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.riwayat.keadaan import TIDAK_ADA

KOSONG = "kosong"
"""What stands for a cell that holds no figure."""
_TIADA = (KOSONG, "")
_DIGIT = "%.15g"


def tulis_nilai(nilai: float | str | None) -> str:
    """Return one figure or word as an entry writes it; `kosong` for a blank."""
    if isinstance(nilai, float):
        return _DIGIT % nilai
    teks = "" if nilai is None else str(nilai)
    return f"“{teks}”" if teks == TIDAK_ADA else teks or KOSONG


@lru_cache(maxsize=4096, typed=True)  # targets and ratings repeat over the ASN of a city
def tulis_sel(nilai: float | str | None) -> str:
    """Return what `tulis_nilai` writes of a cell, blank for a blank one; 0 and −0 are one figure."""
    if isinstance(nilai, float):
        return _DIGIT % (nilai + 0.0)
    return "" if nilai is None or nilai == "" else tulis_nilai(nilai)


class PenulisBulanan:
    """Writes the values of a period's months as one text; runs of equal values are told once.

    Values are as `tulis_nilai` writes them; a month without one is blank.
    """

    def __init__(self, bulan: Sequence[Bulan]) -> None:
        self._bulan = tuple(bulan)
        self._nama = tuple(ini.singkatan for ini in bulan)
        self._semua_beda = "; ".join(f"{nama} %s" for nama in self._nama)
        """How a period is written where every month has a value of its own."""

    def tulis(self, menurut: Mapping[Bulan, str]) -> str:
        """Return values by month as one text."""
        return self.tulis_deret([menurut.get(ini, "") for ini in self._bulan])

    def tulis_deret(self, nilai: Sequence[str]) -> str:
        """Return the same of values in the order of the months."""
        banyak = len(self._nama)
        if banyak == 1:
            return nilai[0] or KOSONG
        if all(nilai) and KOSONG not in nilai and not any(map(eq, nilai, nilai[1:])):
            return self._semua_beda % tuple(nilai)
        nama, deret, awal = self._nama, [], 0
        for akhir in range(1, banyak + 1):
            if akhir < banyak and nilai[akhir] == nilai[awal]:
                continue
            if nilai[awal] not in _TIADA:
                rentang = nama[awal] if akhir - awal == 1 else f"{nama[awal]}–{nama[akhir - 1]}"
                deret.append(f"{rentang} {nilai[awal]}")
            awal = akhir
        return "; ".join(deret) or KOSONG


def nilai_bulan(teks: str, bulan: Bulan, semua: Sequence[Bulan]) -> str:
    """Return one month's value of what `PenulisBulanan` wrote of these months, blank where it has none.

    A whole city asks for one month of twelve: it is looked for where it stands by itself, else all of them are read.
    """
    if len(semua) > 1 and " | " not in teks:
        tanda = f"{bulan.singkatan} "
        awal = teks.rfind(tanda)
        if awal == 0 or (awal > 0 and teks[awal - 2 : awal] == "; "):
            akhir = teks.find("; ", awal)
            return teks[awal + len(tanda) : akhir if akhir > 0 else None]
    return baca_bulanan(teks, semua).get(bulan, "")


def baca_bulanan(teks: str, bulan: Sequence[Bulan]) -> dict[Bulan, str]:
    """Return what `PenulisBulanan` wrote, by month; months without a value are left out."""
    if len(bulan) == 1:
        return {} if teks in _TIADA else {bulan[0]: teks}
    letak = _letak(tuple(bulan))
    hasil: dict[Bulan, str] = {}
    for bagian in [] if teks in _TIADA else teks.split("; "):
        rentang, _, nilai = bagian.partition(" ")
        awal, _, akhir = rentang.partition("–")
        if awal in letak and (akhir or awal) in letak:  # what somebody else wrote says nothing
            for ini in bulan[letak[awal] : letak[akhir or awal] + 1]:
                hasil[ini] = nilai
    return hasil


@cache
def _letak(bulan: tuple[Bulan, ...]) -> dict[str, int]:
    """Return where each month stands in a period, by the name that entries give it."""
    return {ini.singkatan: nomor for nomor, ini in enumerate(bulan)}
