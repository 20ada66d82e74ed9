"""How an entry of the register writes figures by month: `80` where there is one month, else `Jan–Jun 80; Jul–Des 40`.

Data, not prose: a decimal point, 15 significant digits, and what is written can be read back.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
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


def tulis_kolom(isi: Iterable[float | str | None]) -> list[str]:
    """Return what `tulis_nilai` writes of each cell of a column, blank for a blank one."""
    return [
        _DIGIT % nilai if type(nilai) is float else "" if nilai is None or nilai == "" else tulis_nilai(nilai)
        for nilai in isi
    ]


def tulis_bulanan(menurut: Mapping[Bulan, str], bulan: Sequence[Bulan]) -> str:
    """Return the values of these months as one text; runs of equal values are told once.

    Args:
        menurut: values by month as `tulis_nilai` writes them; a month without one is blank.
        bulan: the period's months, in order.
    """
    return tulis_deret([menurut.get(ini, "") for ini in bulan], bulan)


def tulis_deret(nilai: Sequence[str], bulan: Sequence[Bulan]) -> str:
    """Return the same of values in the order of the months, blank where there is none."""
    if len(bulan) == 1:
        return nilai[0] or KOSONG
    if all(nilai) and KOSONG not in nilai and not any(map(eq, nilai, nilai[1:])):
        return _pola(tuple(bulan)) % tuple(nilai)
    nama, deret, awal, banyak = _nama(tuple(bulan)), [], 0, len(bulan)
    for akhir in range(1, banyak + 1):
        if akhir < banyak and nilai[akhir] == nilai[awal]:
            continue
        if nilai[awal] not in _TIADA:
            rentang = nama[awal] if akhir - awal == 1 else f"{nama[awal]}–{nama[akhir - 1]}"
            deret.append(f"{rentang} {nilai[awal]}")
        awal = akhir
    return "; ".join(deret) or KOSONG


def nilai_bulan(teks: str, bulan: Bulan, semua: Sequence[Bulan]) -> str:
    """Return one month's value of what `tulis_bulanan` wrote of these months, blank where it has none.

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
def _nama(bulan: tuple[Bulan, ...]) -> tuple[str, ...]:
    """Return the names that entries give to a period's months."""
    return tuple(ini.singkatan for ini in bulan)


@cache
def _pola(bulan: tuple[Bulan, ...]) -> str:
    """Return how a period is written where every month has a value of its own."""
    return "; ".join(f"{nama} %s" for nama in _nama(bulan))


@cache
def _letak(bulan: tuple[Bulan, ...]) -> dict[str, int]:
    """Return where each month stands in a period, by the name that entries give it."""
    return {nama: nomor for nomor, nama in enumerate(_nama(bulan))}
