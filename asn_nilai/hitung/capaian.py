"""Capaian of each indicator and the weighted mean of each ASN, in floats or in exact fractions."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.rumus import Bilangan, Larik, jepit
from asn_nilai.acuan.skema import Polaritas
from asn_nilai.hitung.agregasi import gabungkan_bulan
from asn_nilai.hitung.bulatkan import bulatkan, bulatkan_pecahan, di_tepi, larik_pecahan, pecahan


@dataclass(slots=True)
class Masukan:
    """The figures of a unit's rows, ordered by ASN, row and month.

    Attributes:
        asn: each row's ASN as a position 0…n−1, rising; shape (rows,).
        awal: index of each row's first month in the monthly arrays; shape (rows,).
        bobot: weights in percent; shape (rows,).
        polaritas, agregasi: values of the enumerations; shape (rows,).
        terburuk: `Nilai Terburuk` or NaN; shape (rows,).
        target, realisasi: monthly figures in the indicator's unit of measure; shape (sum of months,).
    """

    asn: Larik
    awal: Larik
    bobot: Larik
    polaritas: Larik
    agregasi: Larik
    terburuk: Larik
    target: Larik
    realisasi: Larik

    def pilih(self, baris: Larik) -> "Masukan":
        """Return the rows where the mask `baris` holds, numbers turned into exact fractions."""
        akhir = np.append(self.awal[1:], len(self.target))
        bulan = np.concatenate([np.arange(a, z) for a, z in zip(self.awal[baris], akhir[baris], strict=True)])
        panjang = (akhir - self.awal)[baris]
        return Masukan(
            asn=self.asn[baris],
            awal=np.concatenate([[0], np.cumsum(panjang)[:-1]]),
            bobot=larik_pecahan(self.bobot[baris]),
            polaritas=self.polaritas[baris],
            agregasi=self.agregasi[baris],
            terburuk=larik_pecahan(np.nan_to_num(self.terburuk[baris])),
            target=larik_pecahan(self.target[bulan]),
            realisasi=larik_pecahan(self.realisasi[bulan]),
        )


@dataclass(slots=True)
class Keluaran:
    """What the rows come to: aggregated target and realisasi, capaian in percent, and the weighted mean per ASN."""

    target: Larik
    realisasi: Larik
    capaian: Larik
    tertimbang: Larik
    nhk: Larik


def hitung_capaian(masukan: Masukan, aturan: Aturan) -> Keluaran:
    """Compute capaian and the unrounded weighted mean, in the kind of number of the input.

    `nhk` has one value per ASN, in order of `masukan.asn`; NaN where a realisasi is missing. `tertimbang` is the
    row's share of the mean: bobot × capaian ÷ Σ bobot.
    """
    target = gabungkan_bulan(masukan.target, masukan.awal, masukan.agregasi)
    realisasi = gabungkan_bulan(masukan.realisasi, masukan.awal, masukan.agregasi)
    angka: Callable[[float], Bilangan] = pecahan if target.dtype == object else float
    titik = [(angka(x), angka(y)) for x, y in aturan.capaian.titik_stabil.nilai]
    persen = np.empty_like(target)
    for polaritas in Polaritas:
        baris = masukan.polaritas == polaritas
        if baris.any():
            rumus = aturan.rumus(polaritas)
            t, w = target[baris], masukan.terburuk[baris]
            hasil = rumus.angka(t, realisasi[baris], w, titik)
            persen[baris] = np.where(rumus.bermakna(t, w), hasil, np.nan)
    capaian = jepit(persen, angka(aturan.capaian.lantai.nilai), angka(aturan.capaian.plafon.nilai))
    awal_asn = np.flatnonzero(np.diff(masukan.asn, prepend=-1))
    jumlah_bobot = np.add.reduceat(masukan.bobot, awal_asn)
    banyak = np.diff(np.append(awal_asn, len(masukan.asn)))
    tertimbang = masukan.bobot * capaian / np.repeat(jumlah_bobot, banyak)
    nhk = np.add.reduceat(masukan.bobot * capaian, awal_asn) / jumlah_bobot
    return Keluaran(target, realisasi, capaian, tertimbang, nhk)


def hitung_nhk(masukan: Masukan, keluaran: Keluaran, aturan: Aturan) -> Larik:
    """Return each ASN's nilai hasil kerja, rounded as it is printed; shape (ASN,), NaN where it cannot be given.

    Floats decide where they can. An ASN whose mean lies within a hair of a rounding boundary, or whose figures
    have both signs (sums may cancel), is computed again in exact fractions by the same formulas.
    """
    desimal = aturan.nhk.desimal.nilai
    nhk = bulatkan(keluaran.nhk, desimal)
    ragu = di_tepi(keluaran.nhk, desimal)
    negatif = (masukan.target < 0) | (masukan.realisasi < 0)
    if negatif.any():
        ragu |= np.bincount(masukan.asn, np.logical_or.reduceat(negatif, masukan.awal), len(ragu)) > 0
    ragu &= ~np.isnan(keluaran.nhk)
    if ragu.any():
        tepat = hitung_capaian(masukan.pilih(ragu[masukan.asn]), aturan)
        nhk[ragu] = [bulatkan_pecahan(satu, desimal) for satu in tepat.nhk]
    return nhk


def rata_tertimbang(bagian: list[tuple[float, int]], desimal: int) -> float:
    """Return the mean of printed NHK weighted by counted months, exact, rounded as it is printed.

    Args:
        bagian: (NHK, months) of each unit; at least one month in all.
        desimal: decimals printed.
    """
    jumlah = sum((pecahan(nhk) * bulan for nhk, bulan in bagian), Fraction(0))
    return bulatkan_pecahan(jumlah / sum(bulan for _, bulan in bagian), desimal)
