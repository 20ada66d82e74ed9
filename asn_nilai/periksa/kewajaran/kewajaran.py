"""Checks of plausibility: figures that can be true, but are more often slips of the hand.

They look at a unit's months side by side and at a sheet as a whole, so they need more than a score does: they run in
`validasi` alone, where earlier months are read to compare with, and never keep anything from being scored. What counts
as implausible is said in `acuan.pengaturan`.
"""

from collections.abc import Iterator, Mapping

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.periksa.bahan import BahanPeriksa
from asn_nilai.periksa.kewajaran.bandingan import Bandingan
from asn_nilai.periksa.kewajaran.bulan import angka_kumulatif, sama_bulan_lalu, sepuluh_kali
from asn_nilai.periksa.kewajaran.kembar import indikator_kembar
from asn_nilai.periksa.kewajaran.lembar import (
    baris_bergeser,
    bukti_seragam,
    kolom_tertukar,
    sama_target,
    seragam,
)
from asn_nilai.periksa.realisasi.rasio import periksa_penyebut_sebulan

_JENIS = {
    "kolom-tertukar": kolom_tertukar,
    "baris-bergeser": baris_bergeser,
    "realisasi-sama-target": sama_target,
    "realisasi-sama-bulan-lalu": sama_bulan_lalu,
    "realisasi-seragam": seragam,
    "sepuluh-kali-bulan-lalu": sepuluh_kali,
    "angka-kumulatif": angka_kumulatif,
    "bukti-seragam": bukti_seragam,
    "indikator-kembar": indikator_kembar,
}


def periksa_kewajaran(
    bahan: BahanPeriksa, lalu: Mapping[Bulan, Tabel], ambang: Kewajaran
) -> Iterator[Temuan]:
    """Yield what is implausible in a unit's tables; nothing without a target workbook.

    Args:
        bahan: what the unit submitted for the period, laid out; only the period's own cells are told.
        lalu: capaian tables of months before the period.
        ambang: which kinds are looked for, and their thresholds.
    """
    if bahan.isian.target is None:
        return
    yield from periksa_penyebut_sebulan(bahan, lalu)
    bandingan = Bandingan.susun(bahan, bahan.isian.target, lalu, ambang)
    for jenis, cari in _JENIS.items():
        if ambang.dicari(jenis):
            yield from cari(bandingan)
