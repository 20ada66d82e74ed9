"""What a unit's own indicators say of its predikat as an organisation: a proposal beside what was decided, never in its place.

A figure of the unit (Lingkup Unit) counts once, whoever and however many carry it.
"""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from asn_nilai.acuan.pecahan import bulatkan_pecahan
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.rekap import UsulanOrganisasi
from asn_nilai.hitung.rekap.angka_unit import capaian_unit


def usulan_organisasi(bahan: BahanRekap) -> Iterator[UsulanOrganisasi]:
    """Yield a proposal for each unit that has indicators of its own; nothing where the rule has no bands for it."""
    tangga = bahan.aturan.distribusi.tangga_usulan if bahan.aturan.distribusi else None
    if tangga is None:
        return
    desimal = bahan.aturan.desimal
    for kode, capaian in capaian_unit(bahan).items():
        rata = bulatkan_pecahan(sum(capaian.values(), Fraction()) / len(capaian), desimal)
        usulan = str(tangga.beri_label(np.array([rata]))[0])
        yield UsulanOrganisasi(kode, tuple(capaian), rata, usulan, bahan.organisasi_unit.get(kode, ""))
