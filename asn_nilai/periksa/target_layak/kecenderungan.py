"""Targets that become easier through the year: of one row, and of a unit of which many rows do.

The measure is Kendall's: of all pairs of months, the share in which the later target is the easier one, less the share in
which it is the harder one. Targets that go up and down with the seasons have about none of it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum

from asn_nilai.acuan.isian.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.skema import Indikator
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
    ambang, longgar = bahan.ambang, list(_melonggar(bahan))
    berubah = sum(_berubah(baris, ambang.melonggar_paling_sedikit_bulan) for baris in bahan.baris)
    if len(longgar) >= max(ambang.melonggar_paling_sedikit_baris, ambang.melonggar_bagian * berubah):
        yield temuan(
            "unit-melonggarkan-target", longgar[0].letak("kode_indikator"), unit=bahan.unit,
            banyak=len(longgar), berubah=berubah,
        )  # fmt: skip


def _melonggar(bahan: BahanLayak) -> Iterator[BarisSetahun]:
    ambang = bahan.ambang
    for baris in bahan.baris:
        angka = [nilai for _, nilai in baris.terisi]
        if _berubah(baris, ambang.melonggar_paling_sedikit_bulan) and (
            kecenderungan(baris.indikator, angka) >= ambang.melonggar_kecenderungan
            and _turun_jelas(baris.indikator, angka, ambang.melonggar_selisih)
        ):
            yield baris


def _berubah(baris: BarisSetahun, paling_sedikit: int) -> bool:
    """Tell whether a row has enough months, and not the same target in all of them."""
    angka = [nilai for _, nilai in baris.terisi]
    return len(angka) >= paling_sedikit and len(set(angka)) > 1


def kecenderungan(indikator: Indikator, angka: Sequence[float]) -> float:
    """Return how steadily targets become easier: 1 always, 0 as often as harder, −1 always harder."""
    pasangan = list(combinations(angka, 2))
    mudah = sum(lebih_mudah(indikator, dulu, nanti) for dulu, nanti in pasangan)
    sukar = sum(lebih_mudah(indikator, nanti, dulu) for dulu, nanti in pasangan)
    return (mudah - sukar) / len(pasangan)


def _turun_jelas(indikator: Indikator, angka: Sequence[float], selisih: float) -> bool:
    """Tell whether the mean of the last third is easier than that of the first by at least this share."""
    banyak = max(1, len(angka) // _PERTIGA)
    awal, akhir = (fsum(bagian) / banyak for bagian in (angka[:banyak], angka[-banyak:]))
    return lebih_mudah(indikator, awal, akhir) and abs(akhir - awal) >= selisih * abs(awal)
