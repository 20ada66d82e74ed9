"""What a unit's own indicators say of its predikat as an organisation: a proposal beside what was decided, never in its place.

A figure of the unit (Lingkup Unit) counts once, whoever and however many carry it.
"""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.rekap import UsulanOrganisasi
from asn_nilai.hitung.rekap.angka_unit import DESIMAL_TEPAT, angka_unit


def usulan_organisasi(bahan: BahanRekap) -> Iterator[UsulanOrganisasi]:
    """Yield a proposal for each unit that has indicators of its own; nothing where the rule has no bands for it."""
    tangga = bahan.aturan.distribusi.tangga_usulan if bahan.aturan.distribusi else None
    if tangga is None:
        return
    desimal = bahan.aturan.nhk.desimal.nilai
    for kode, capaian in _capaian(bahan).items():
        rata = bulatkan_pecahan(sum(capaian.values(), Fraction()) / len(capaian), desimal)
        usulan = str(tangga.beri_label(np.array([rata]))[0])
        yield UsulanOrganisasi(kode, tuple(capaian), rata, usulan, bahan.organisasi_unit.get(kode, ""))


def _capaian(bahan: BahanRekap) -> dict[str, dict[str, Fraction]]:
    """Return each unit's capaian by indicator of its own, in the order of the register."""
    hasil: dict[str, dict[str, Fraction]] = {kode: {} for kode in bahan.unit}
    rincian, milik_unit = (
        bahan.hasil.rincian,
        [i.kode for i in bahan.skema.indikator.values() if i.milik_unit],
    )
    milik = rincian[rincian["kode_indikator"].isin(milik_unit) & rincian["capaian"].notna()]
    angka = angka_unit(bahan, milik[milik["kode_unit"].isin(bahan.unit)])
    kolom = (angka[nama].tolist() for nama in ("kode_unit", "kode_indikator", "capaian"))
    for unit, kode, capaian in zip(*kolom, strict=True):
        hasil[unit][kode] = pecahan(round(capaian, DESIMAL_TEPAT))
    return {unit: isi for unit, isi in hasil.items() if isi}
