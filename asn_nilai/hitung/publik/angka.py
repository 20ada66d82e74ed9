"""Reports become one figure as it is printed: target, realisasi, capaian, whether it is met, and how it moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isnan, nan

import numpy as np

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, JenisNilai, Polaritas
from asn_nilai.acuan.isian.indikator.rasio import SERATUS
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.publik import (
    GERAK_TERKECIL,
    MEMBAIK,
    MEMBURUK,
    MENDEKAT,
    MENJAUH,
    TETAP,
    AngkaLayanan,
)
from asn_nilai.acuan.rumus.rumus import jepit
from asn_nilai.hitung.publik.laporan import Isi, banyak_orang
from asn_nilai.hitung.publik.pembulatan import bulatkan_unit, cetak, langkah, rata

_NOL = Fraction(0)


def angka_layanan(bulanan: Sequence[Sequence[Isi]], indikator: Indikator, aturan: Aturan) -> AngkaLayanan:
    """Return target and realisasi of a row as printed, and what follows from the printed ones.

    Sums are added over persons and months; a ratio is the sum of what it counts above its line by that below; means are
    means of the months' means; of a state, the last month counts. Counts are exact.

    Args:
        bulanan: for each month, in order, the reports of the row's units.
        indikator: how they become one figure.
        aturan: gives the formula of the capaian.
    """
    ringkas = _Ringkas(bulanan, indikator)
    target, realisasi = ringkas.angka("target"), ringkas.realisasi()
    if indikator.milik_unit:
        t, r = (bulatkan_unit(angka, tunggal=ringkas.tunggal) for angka in (target, realisasi))
    else:
        jarak, puncak = ringkas.jarak(), ringkas.puncak
        t, r = (cetak(angka, jarak, puncak) for angka in (target, realisasi))
    persen = _capaian(t, r, indikator, aturan)
    dihitung = map(float, ringkas.dihitung()) if indikator.milik_unit and indikator.rasio else (nan, nan)
    return AngkaLayanan(float(t), float(r), persen, _tercapai(t, r, persen, indikator), *dihitung)


@dataclass(frozen=True, slots=True)
class _Ringkas:
    """Reports of one row on the way to one figure."""

    bulanan: Sequence[Sequence[Isi]]
    indikator: Indikator

    @property
    def dipakai(self) -> Sequence[Sequence[Isi]]:
        return self.bulanan[-1:] if self.indikator.agregasi is Agregasi.NILAI_AKHIR else self.bulanan

    @property
    def menjumlah(self) -> bool:
        return self.indikator.agregasi is Agregasi.JUMLAH

    @property
    def tunggal(self) -> bool:
        """Tell whether the figure is a single report, or a sum of some: no mean, and no quotient."""
        satu = len(self.dipakai) == 1 and len(self.dipakai[0]) == 1
        return self.menjumlah or (satu and not self.indikator.rasio)

    @property
    def puncak(self) -> Fraction | None:
        batas = self.indikator.batas_atas
        return None if self.menjumlah or batas is None else pecahan(batas)

    def angka(self, nama: str) -> Fraction:
        """Return the sum or the mean of a part of the reports."""
        deret = [sum((getattr(isi.jumlah, nama) for isi in semua), _NOL) for semua in self.dipakai]
        if self.menjumlah:
            return sum(deret, _NOL)
        laporan = [sum(isi.jumlah.banyak for isi in semua) for semua in self.dipakai]
        return rata([jumlah_bulan / banyak for jumlah_bulan, banyak in zip(deret, laporan, strict=True)])

    def dihitung(self) -> tuple[Fraction, Fraction]:
        """Return what a ratio counts above and below its line, summed over units and months."""
        atas, bawah = (
            sum((getattr(isi.jumlah, nama) for semua in self.dipakai for isi in semua), _NOL)
            for nama in KUNCI_RASIO
        )
        return atas, bawah

    def realisasi(self) -> Fraction:
        """Return the realisasi."""
        if not self.indikator.rasio:
            return self.angka("realisasi")
        atas, bawah = self.dihitung()
        return SERATUS * atas / bawah

    def jarak(self) -> Fraction:
        """Return the step of rounding of what persons report; counts are exact."""
        orang, menjumlah = min(map(banyak_orang, self.dipakai)), self.menjumlah
        bulat = self.indikator.jenis_nilai is JenisNilai.BULAT
        if menjumlah and bulat:
            return Fraction(1)
        mutlak = max(self.angka("mutlak_target"), self.angka("mutlak_realisasi"))
        sumbangan = mutlak / orang if menjumlah else mutlak
        return langkah(sumbangan, orang, rata_rata=not menjumlah, bulat=bulat)


def _capaian(target: Fraction, realisasi: Fraction, indikator: Indikator, aturan: Aturan) -> float:
    """Return the capaian of printed figures in percent with one decimal; NaN where the aturan's formula has none."""
    rumus = aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek)
    t, r, tanpa = (np.array([angka], dtype=object) for angka in (target, realisasi, Fraction(0)))
    if rumus is None or not rumus.bermakna(t, tanpa)[0]:
        return nan
    batas = aturan.capaian
    persen = rumus.angka(t, r, tanpa, aturan.parameter(pecahan))
    tepat = jepit(persen, pecahan(batas.lantai.nilai), pecahan(batas.plafon.nilai))[0]
    return bulatkan_pecahan(tepat, 1)


def _tercapai(target: Fraction, realisasi: Fraction, capaian: float, indikator: Indikator) -> bool:
    if indikator.polaritas is Polaritas.STABIL:
        return capaian >= 100 or realisasi == target
    return realisasi >= target if indikator.polaritas is Polaritas.MAKSIMAL else realisasi <= target


def gerak(kini: AngkaLayanan, lalu: AngkaLayanan, indikator: Indikator) -> str:
    """Return how a row moved since the month before; by its realisasi where there is no capaian to compare."""
    selisih, terkecil = kini.capaian - lalu.capaian, GERAK_TERKECIL
    if isnan(selisih):
        if kini.target != lalu.target or indikator.polaritas is Polaritas.STABIL:
            return ""
        selisih, terkecil = kini.realisasi - lalu.realisasi, 0
        if indikator.polaritas is Polaritas.MINIMAL:
            selisih = -selisih
    if selisih == 0 or round(abs(selisih), 6) < terkecil:
        return TETAP
    if indikator.polaritas is Polaritas.STABIL:
        return MENDEKAT if selisih > 0 else MENJAUH
    return MEMBAIK if selisih > 0 else MEMBURUK
