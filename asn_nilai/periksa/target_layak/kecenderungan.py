"""Targets that become easier through the year: of one row, and of a unit of which many rows do.

The measure is Kendall's: of all pairs of months, the share in which the later target is the easier one, less the share in
which it is the harder one. Targets that go up and down with the seasons have about none of it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import fsum
from operator import gt, lt

from asn_nilai.acuan.isian.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.indikator import Indikator, Polaritas
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.periksa.target_layak.baris_setahun import BahanLayak, BarisSetahun, lebih_mudah

_PERTIGA = 3


def target_melonggar(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row whose targets become clearly easier through the year, at the last one."""
    for baris in _melonggar(bahan):
        (awal, dari), *_, (akhir, menjadi) = baris.terisi
        yield temuan(
            "target-melonggar", baris.letak(KUNCI_BULAN[akhir.bulan - 1]), unit=bahan.unit, nip=baris.orang.nip,
            nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator), awal=awal.label, dari=tulis_angka(dari),
            akhir=akhir.label, menjadi=tulis_angka(menjadi),
        )  # fmt: skip


def unit_melonggarkan(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield one finding for a unit in which many of the targets that change become easier."""
    ambang, longgar = bahan.ambang, _melonggar(bahan)
    berubah = len(bahan.berubah)
    if len(longgar) >= max(ambang.melonggar_paling_sedikit_baris, ambang.melonggar_bagian * berubah):
        yield temuan(
            "unit-melonggarkan-target", longgar[0].letak("kode_indikator"), unit=bahan.unit,
            banyak=len(longgar), berubah=berubah,
        )  # fmt: skip


@lru_cache(maxsize=1)  # two kinds of findings ask, one after the other
def _melonggar(bahan: BahanLayak) -> list[BarisSetahun]:
    ambang = bahan.ambang
    return [
        baris
        for baris, angka in bahan.berubah
        # Pairs are counted last: few rows come so far.
        if _turun_jelas(baris.indikator, angka, ambang.melonggar_selisih)
        and kecenderungan(baris.indikator, angka) >= ambang.melonggar_kecenderungan
    ]


def kecenderungan(indikator: Indikator, angka: Sequence[float]) -> float:
    """Return how steadily targets become easier: 1 always, 0 as often as harder, −1 always harder."""
    if indikator.polaritas is Polaritas.STABIL:
        return 0.0
    dulu, nanti = zip(*combinations(angka, 2), strict=True)
    turun: int = sum(map(gt, dulu, nanti)) - sum(map(lt, dulu, nanti))
    arah = 1 if indikator.polaritas is Polaritas.MAKSIMAL else -1
    return arah * turun / len(dulu)


def _turun_jelas(indikator: Indikator, angka: Sequence[float], selisih: float) -> bool:
    """Tell whether the mean of the last third is easier than that of the first by at least this share."""
    banyak = max(1, len(angka) // _PERTIGA)
    awal, akhir = (fsum(bagian) / banyak for bagian in (angka[:banyak], angka[-banyak:]))
    return lebih_mudah(indikator, awal, akhir) and abs(akhir - awal) >= selisih * abs(awal)
