"""Figures that are easier to reach than others: one beside one, one for several, and targets that ease through the year."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import fsum

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.pengaturan import Kewajaran

_PERTIGA = 3
_MAKSIMAL, _STABIL = Polaritas.MAKSIMAL, Polaritas.STABIL
_NILAI_AKHIR = Agregasi.NILAI_AKHIR
"""What is asked of every row of a city: Python 3.11 takes ten times as long to find a member in its enumeration."""


def lebih_mudah(indikator: Indikator, dari: float, menjadi: float) -> bool:
    """Tell whether the second target is easier to reach than the first; nobody can say so of what should stay stable."""
    if indikator.polaritas is _STABIL:
        return False
    return menjadi < dari if indikator.polaritas is _MAKSIMAL else menjadi > dari


def jauh_lebih_mudah(indikator: Indikator, dari: float, menjadi: float, kali: float) -> bool:
    """Tell whether the second figure is so many times easier to reach than the first; both must be above zero."""
    if min(dari, menjadi) <= 0 or not lebih_mudah(indikator, dari, menjadi):
        return False
    return max(dari, menjadi) >= kali * min(dari, menjadi)


def wakil(indikator: Indikator, angka: Sequence[float]) -> float:
    """Return one month's figure that stands for several: the last where the last counts, else the mean."""
    return angka[-1] if indikator.agregasi is _NILAI_AKHIR else fsum(angka) / len(angka)


def wakil_semua(indikator: Indikator, semua: Sequence[Sequence[float]]) -> list[float]:
    """Return what `wakil` gives for each of several rows of one indicator."""
    if indikator.agregasi is _NILAI_AKHIR:
        return [angka[-1] for angka in semua]
    return [fsum(angka) / len(angka) for angka in semua]


def makin_mudah(indikator: Indikator, angka: Sequence[float], ambang: Kewajaran) -> bool:
    """Tell whether targets become easier through the year: clearly, from its first third to its last, and steadily."""
    if indikator.polaritas is _STABIL:
        return False
    banyak = len(angka) // _PERTIGA or 1
    awal, akhir = fsum(angka[:banyak]) / banyak, fsum(angka[-banyak:]) / banyak
    selisih = awal - akhir if indikator.polaritas is _MAKSIMAL else akhir - awal
    # Pairs are counted last: few rows come so far.
    return (
        selisih > 0
        and selisih >= ambang.melonggar_selisih * abs(awal)
        and kecenderungan(indikator, angka) >= ambang.melonggar_kecenderungan
    )


def kecenderungan(indikator: Indikator, angka: Sequence[float]) -> float:
    """Return how steadily targets become easier: 1 always, 0 as often as harder, −1 always harder.

    The measure is Kendall's: of all pairs of months, the share in which the later target is the easier one, less the share
    in which it is the harder one. Targets that go up and down with the seasons have about none of it.
    """
    if indikator.polaritas is _STABIL:
        return 0.0
    turun, terurut = 0, list[float]()
    for nilai in angka:
        lebih_kecil, tidak_lebih_besar = bisect_left(terurut, nilai), bisect_right(terurut, nilai)
        turun += (
            len(terurut) - tidak_lebih_besar - lebih_kecil
        )  # greater ones before it, less the smaller ones
        terurut.insert(tidak_lebih_besar, nilai)
    arah = 1 if indikator.polaritas is _MAKSIMAL else -1
    pasangan = len(angka) * (len(angka) - 1) // 2
    return arah * turun / pasangan
