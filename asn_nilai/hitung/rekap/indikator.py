"""Each indicator over the units of a recap: mean capaian, how many miss what is expected, and its months."""

from fractions import Fraction
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.pecahan import bulatkan_cetak, pecahan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.baris import CAPAIAN_TARGET, IndikatorRekap, IndikatorUnit
from asn_nilai.acuan.rumus.skala import SKALA_INDIKATOR, muat_skala
from asn_nilai.hitung.rekap.angka_unit import DESIMAL_TEPAT, dihitung_unit

if TYPE_CHECKING:
    import pandas as pd


def rekap_indikator(bahan: BahanRekap) -> tuple[IndikatorRekap, ...]:
    """Return the indicators with a capaian in the period, lowest mean first, equal ones by code."""
    rincian = _milik(bahan, bahan.hasil.rincian)
    bulanan = [
        _rata_rata(bahan, _milik(bahan, bahan.bulanan[b].rincian)) if b in bahan.bulanan else {}
        for b in bahan.bulan
    ]
    rata = _rata_rata(bahan, rincian)
    tangga = muat_skala(SKALA_INDIKATOR).tangga
    label = dict(zip(rata, tangga.beri_label(np.array(list(rata.values()), float)), strict=True))
    milik_unit = dihitung_unit(bahan)
    hasil = [
        _indikator(bahan, str(kode), milik, rata[str(kode)], str(label[str(kode)]), bulanan, milik_unit)
        for kode, milik in rincian.groupby("kode_indikator", sort=False)
    ]
    return tuple(sorted(hasil, key=lambda indikator: (indikator.rata_rata, indikator.kode)))


def _indikator(
    bahan: BahanRekap,
    kode: str,
    milik: "pd.DataFrame",
    rata: float,
    skala: str,
    bulanan: list[dict[str, float]],
    milik_unit: "pd.DataFrame",
) -> IndikatorRekap:
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
        skala=skala,
        tertinggal=tepi.di_bawah(rata),
        deret=tuple(bulan.get(kode, nan) for bulan in bulanan),
        **_rasio(milik, indikator, milik_unit),
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


def _rasio(
    milik: "pd.DataFrame", indikator: Indikator | None, milik_unit: "pd.DataFrame"
) -> dict[str, float]:
    """Return what all rows of a ratio count; a unit's own figure (`milik_unit`) counts once, however many carry it."""
    if indikator is not None and indikator.milik_unit:
        dihitung = milik_unit[milik_unit["kode_indikator"] == indikator.kode]
    else:
        dihitung = milik.dropna(subset=list(KUNCI_RASIO))
    if dihitung.empty:
        return {}
    return {kunci: float(sum(map(pecahan, dihitung[kunci]), Fraction(0))) for kunci in KUNCI_RASIO}


def _milik(bahan: BahanRekap, rincian: "pd.DataFrame") -> "pd.DataFrame":
    """Return the rows of the recap's units that have a capaian."""
    return rincian[rincian["kode_unit"].isin(bahan.unit) & rincian["capaian"].notna()]


def _rata_rata(bahan: BahanRekap, rincian: "pd.DataFrame") -> dict[str, float]:
    rata = rincian.groupby("kode_indikator", sort=False)["capaian"].mean()
    return {
        str(kode): bulatkan_cetak(angka, bahan.aturan.desimal)
        for kode, angka in rata.items()
        if not isnan(angka)
    }
