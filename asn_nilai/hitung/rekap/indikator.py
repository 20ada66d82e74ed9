"""Each indicator over the units of a recap: mean capaian, how many miss what is expected, and its months."""

from collections.abc import Iterator
from fractions import Fraction
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.pecahan import bulatkan_cetak, pecahan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rekap.bahan import BahanRekap, HasilPeriode
from asn_nilai.acuan.rekap.baris import CAPAIAN_TARGET, IndikatorRekap, IndikatorUnit
from asn_nilai.acuan.rumus.skala import SKALA_INDIKATOR, muat_skala
from asn_nilai.hitung.rekap.angka_unit import DESIMAL_TEPAT, dihitung_unit

if TYPE_CHECKING:
    import pandas as pd


def rekap_indikator(bahan: BahanRekap) -> tuple[IndikatorRekap, ...]:
    """Return the indicators with a capaian in the period, lowest mean first, equal ones by code."""
    semua = _SemuaIndikator(bahan)
    return tuple(sorted(semua, key=lambda indikator: (indikator.rata_rata, indikator.kode)))


class _SemuaIndikator:
    """The rows of a recap's units that have a capaian, and each indicator's means and scale over all of them."""

    def __init__(self, bahan: BahanRekap) -> None:
        self._bahan = bahan
        self._rincian = self._milik(bahan.hasil)
        self._rata = self._rata_rata(self._rincian)
        self._bulanan = [
            self._rata_rata(self._milik(bahan.bulanan[b])) if b in bahan.bulanan else {} for b in bahan.bulan
        ]
        tangga = muat_skala(SKALA_INDIKATOR).tangga
        label = tangga.beri_label(np.array(list(self._rata.values()), float))
        self._skala = dict(zip(self._rata, map(str, label), strict=True))
        self._milik_unit = dihitung_unit(bahan)

    def __iter__(self) -> Iterator[IndikatorRekap]:
        for kode, milik in self._rincian.groupby("kode_indikator", sort=False):
            yield self._indikator(str(kode), milik)

    def _milik(self, hasil: HasilPeriode) -> "pd.DataFrame":
        rincian = hasil.rincian
        return rincian[rincian["kode_unit"].isin(self._bahan.unit) & rincian["capaian"].notna()]

    def _rata_rata(self, rincian: "pd.DataFrame") -> dict[str, float]:
        rata = rincian.groupby("kode_indikator", sort=False)["capaian"].mean()
        desimal = self._bahan.aturan.desimal
        return {str(kode): bulatkan_cetak(angka, desimal) for kode, angka in rata.items() if not isnan(angka)}

    def _indikator(self, kode: str, milik: "pd.DataFrame") -> IndikatorRekap:
        bahan, rata = self._bahan, self._rata[kode]
        tepi = ekspektasi(bahan.aturan)
        indikator = bahan.skema.indikator.get(kode)
        unit = milik.groupby("kode_unit", sort=False)["capaian"].agg(["size", "mean"])
        capaian = milik["capaian"].round(DESIMAL_TEPAT).tolist()
        return IndikatorRekap(
            kode=kode,
            nama=indikator.nama if indikator else kode,
            satuan=str(milik["satuan"].iloc[0]),
            polaritas=str(milik["polaritas"].iloc[0]),
            jumlah_asn=len(milik),
            rata_rata=rata,
            di_bawah=sum(map(tepi.di_bawah, capaian)),
            belum_target=sum(nilai < CAPAIAN_TARGET for nilai in capaian),
            skala=self._skala[kode],
            tertinggal=tepi.di_bawah(rata),
            deret=tuple(bulan.get(kode, nan) for bulan in self._bulanan),
            **self._rasio(milik, indikator),
            unit=tuple(
                IndikatorUnit(
                    kode_unit,
                    int(unit["size"][kode_unit]),
                    bulatkan_cetak(unit["mean"][kode_unit], bahan.aturan.desimal),
                )
                for kode_unit in bahan.unit
                if kode_unit in unit.index
            ),
        )

    def _rasio(self, milik: "pd.DataFrame", indikator: Indikator | None) -> dict[str, float]:
        """Return what all rows of a ratio count; a unit's own figure counts once, however many carry it."""
        if indikator is not None and indikator.milik_unit:
            dihitung = self._milik_unit[self._milik_unit["kode_indikator"] == indikator.kode]
        else:
            dihitung = milik.dropna(subset=list(KUNCI_RASIO))
        if dihitung.empty:
            return {}
        return {kunci: float(sum(map(pecahan, dihitung[kunci]), Fraction(0))) for kunci in KUNCI_RASIO}
