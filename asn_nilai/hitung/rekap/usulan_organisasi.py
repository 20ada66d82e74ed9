"""What a unit's own indicators say of its predikat as an organisation: a proposal beside what was decided, never in its place.

A figure of the unit (Lingkup Unit) counts once, whoever and however many carry it.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import isnan

import numpy as np

from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.rekap import UsulanOrganisasi

_BERDERAU = 9
"""Decimals of an unrounded capaian: beyond them lies the noise of binary fractions."""


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
    rincian = bahan.hasil.rincian
    kolom = (rincian[nama].tolist() for nama in ("kode_unit", "kode_indikator", "capaian"))
    for unit, kode, capaian in zip(*kolom, strict=True):
        indikator = bahan.skema.indikator.get(kode)
        if unit in hasil and indikator is not None and indikator.milik_unit and not isnan(capaian):
            hasil[unit].setdefault(kode, pecahan(round(capaian, _BERDERAU)))
    return {unit: milik for unit, milik in hasil.items() if milik}
