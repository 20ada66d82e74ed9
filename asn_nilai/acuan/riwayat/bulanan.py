"""How an entry of the register writes figures by month: `80` where there is one month, else `Jan–Jun 80; Jul–Des 40`.

Data, not prose: a decimal point, 15 significant digits, and what is written can be read back.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.riwayat.keadaan import TIDAK_ADA

KOSONG = "kosong"
"""What stands for a cell that holds no figure."""
_TIADA = (KOSONG, "")


def tulis_nilai(nilai: float | str | None) -> str:
    """Return one figure or word as an entry writes it; `kosong` for a blank."""
    if isinstance(nilai, float):
        return f"{nilai:.15g}"
    teks = "" if nilai is None else str(nilai)
    return f"“{teks}”" if teks == TIDAK_ADA else teks or KOSONG


def tulis_bulanan(menurut: Mapping[Bulan, str], bulan: Sequence[Bulan]) -> str:
    """Return the values of these months as one text; runs of equal values are told once.

    Args:
        menurut: values by month as `tulis_nilai` writes them; a month without one is blank.
        bulan: the period's months, in order.
    """
    if len(bulan) == 1:
        return menurut.get(bulan[0], KOSONG)
    deret = []
    for nilai, kelompok in groupby(bulan, lambda ini: menurut.get(ini, KOSONG)):
        semua = list(kelompok)
        awal, akhir = semua[0].singkatan, semua[-1].singkatan
        if nilai != KOSONG:
            deret.append(f"{awal if awal == akhir else f'{awal}–{akhir}'} {nilai}")
    return "; ".join(deret) or KOSONG


def baca_bulanan(teks: str, bulan: Sequence[Bulan]) -> dict[Bulan, str]:
    """Return what `tulis_bulanan` wrote, by month; months without a value are left out."""
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
