"""Capaian of each indicator and the weighted mean of each ASN, in floats or in exact fractions."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.konversi import konversikan
from asn_nilai.acuan.rumus.rumus import RUMUS, Bilangan, Larik, jepit
from asn_nilai.hitung.nilai.agregasi import gabungkan_bulan, gabungkan_rasio
from asn_nilai.hitung.nilai.pembulatan import bulatkan, di_tepi, larik_pecahan


@dataclass(slots=True)
class Masukan:
    """The figures of a unit's rows, ordered by ASN, row and month.

    Attributes:
        asn: each row's ASN as a position 0…n−1, rising; shape (rows,).
        awal: index of each row's first month in the monthly arrays; shape (rows,).
        bobot: weights in percent; shape (rows,).
        rumus: code of each row's formula, blank where the rule has none; shape (rows,).
        agregasi: values of the enumeration; shape (rows,).
        terburuk: `Nilai Terburuk` or NaN; shape (rows,).
        alami: the aggregated target that cannot be surpassed, or NaN; shape (rows,).
        target, realisasi: monthly figures in the indicator's unit of measure; shape (sum of months,).
        pembilang, penyebut: what a ratio counts each month, 0 and 1 for all other rows; shape (sum of months,).
    """

    asn: Larik
    awal: Larik
    bobot: Larik
    rumus: Larik
    agregasi: Larik
    terburuk: Larik
    alami: Larik
    target: Larik
    realisasi: Larik
    pembilang: Larik
    penyebut: Larik

    def pilih(self, baris: Larik) -> "Masukan":
        """Return the rows where the mask `baris` holds, numbers turned into exact fractions."""
        akhir = np.append(self.awal[1:], len(self.target))
        bulan = np.concatenate([np.arange(a, z) for a, z in zip(self.awal[baris], akhir[baris], strict=True)])
        panjang = (akhir - self.awal)[baris]
        return Masukan(
            asn=self.asn[baris],
            awal=np.concatenate([[0], np.cumsum(panjang)[:-1]]),
            bobot=larik_pecahan(self.bobot[baris]),
            rumus=self.rumus[baris],
            agregasi=self.agregasi[baris],
            terburuk=larik_pecahan(np.nan_to_num(self.terburuk[baris])),
            alami=np.array([None if np.isnan(a) else pecahan(a) for a in self.alami[baris]], dtype=object),
            target=larik_pecahan(self.target[bulan]),
            realisasi=larik_pecahan(self.realisasi[bulan]),
            pembilang=larik_pecahan(self.pembilang[bulan]),
            penyebut=larik_pecahan(self.penyebut[bulan]),
        )

    def berulang(self, kali: int) -> "Masukan":
        """Return the rows so many times over, as if each time were an ASN of its own."""
        return Masukan(
            asn=np.repeat(np.arange(kali), len(self.bobot)),
            awal=(np.arange(kali)[:, None] * len(self.target) + self.awal).ravel(),
            bobot=np.tile(self.bobot, kali),
            rumus=np.tile(self.rumus, kali),
            agregasi=np.tile(self.agregasi, kali),
            terburuk=np.tile(self.terburuk, kali),
            alami=np.tile(self.alami, kali),
            target=np.tile(self.target, kali),
            realisasi=np.tile(self.realisasi, kali),
            pembilang=np.tile(self.pembilang, kali),
            penyebut=np.tile(self.penyebut, kali),
        )


@dataclass(slots=True)
class Keluaran:
    """What the rows come to: aggregated target and realisasi, capaian in percent, and the weighted mean per ASN.

    `persen` is what the formula gives before floor and ceiling. `capaian_bulat` is the capaian as the rule's conversion
    rounds it, NaN where the rule has none; `nilai` what the mean weighs: the capaian itself, or what the conversion
    makes of it.
    """

    target: Larik
    realisasi: Larik
    persen: Larik
    capaian: Larik
    capaian_bulat: Larik
    nilai: Larik
    tertimbang: Larik
    nhk: Larik


class _Capaian(NamedTuple):
    """Aggregated target and realisasi of rows, and what the formula gives before and within floor and ceiling."""

    target: Larik
    realisasi: Larik
    persen: Larik
    capaian: Larik


def hitung_capaian(masukan: Masukan, aturan: Aturan) -> Keluaran:
    """Compute capaian and the unrounded weighted mean, in the kind of number of the input.

    `nhk` has one value per ASN, in order of `masukan.asn`; NaN where a realisasi is missing. `tertimbang` is the
    row's share of the mean: bobot × nilai ÷ Σ bobot.
    """
    dihitung = _capaian(masukan, aturan)
    bulat, nilai = _nilai(masukan, dihitung, aturan)
    awal_asn = np.flatnonzero(np.diff(masukan.asn, prepend=-1))
    jumlah_bobot = np.add.reduceat(masukan.bobot, awal_asn)
    banyak = np.diff(np.append(awal_asn, len(masukan.asn)))
    tertimbang = masukan.bobot * nilai / np.repeat(jumlah_bobot, banyak)
    nhk = np.add.reduceat(masukan.bobot * nilai, awal_asn) / jumlah_bobot
    return Keluaran(*dihitung, bulat, nilai, tertimbang, nhk)


def _jenis_bilangan(larik: Larik) -> Callable[[float], Bilangan]:
    return pecahan if larik.dtype == object else float


def _capaian(masukan: Masukan, aturan: Aturan) -> _Capaian:
    target = gabungkan_bulan(masukan.target, masukan.awal, masukan.agregasi)
    realisasi = _realisasi(masukan)
    angka = _jenis_bilangan(target)
    parameter = aturan.parameter(angka)
    persen = np.full_like(target, np.nan)
    for kode in dict.fromkeys(masukan.rumus):
        if not kode:
            continue
        baris = masukan.rumus == kode
        t, w = target[baris], masukan.terburuk[baris]
        hasil = RUMUS[kode].angka(t, realisasi[baris], w, parameter)
        persen[baris] = np.where(RUMUS[kode].bermakna(t, w), hasil, np.nan)
    c = aturan.capaian
    return _Capaian(target, realisasi, persen, jepit(persen, angka(c.lantai.nilai), angka(c.plafon.nilai)))


def _realisasi(masukan: Masukan) -> Larik:
    """Return the aggregated realisasi; of a ratio it comes from what is counted, never from rounded shares."""
    realisasi = gabungkan_bulan(masukan.realisasi, masukan.awal, masukan.agregasi)
    rasio = masukan.agregasi == Agregasi.RASIO
    if not rasio.any():
        return realisasi
    return np.where(rasio, gabungkan_rasio(masukan.pembilang, masukan.penyebut, masukan.awal), realisasi)


def _nilai(masukan: Masukan, dihitung: _Capaian, aturan: Aturan) -> tuple[Larik, Larik]:
    """Return capaian as the rule's conversion rounds it, and what it makes of it; NaN and capaian where there is none.

    The conversion jumps where a rounding turns, so a capaian within a hair of one is rounded from exact fractions.
    """
    konversi, target, capaian = aturan.capaian.konversi, dihitung.target, dihitung.capaian
    if konversi is None:
        return np.full(len(capaian), np.nan), capaian
    desimal = konversi.desimal.nilai
    if capaian.dtype == object:
        bulat = larik_pecahan([bulatkan_pecahan(angka, desimal) for angka in capaian])
        return bulat, konversikan(bulat, target == masukan.alami, konversi, pecahan)
    bulat = bulatkan(capaian, desimal)
    ragu = di_tepi(capaian, desimal)
    if ragu.any():
        tepat = _capaian(masukan.pilih(ragu), aturan).capaian
        bulat[ragu] = [bulatkan_pecahan(angka, desimal) for angka in tepat]
    return bulat, konversikan(bulat, np.isclose(target, masukan.alami, rtol=1e-12, atol=0), konversi, float)


def hitung_nhk(masukan: Masukan, keluaran: Keluaran, aturan: Aturan) -> Larik:
    """Return each ASN's nilai hasil kerja, rounded as it is printed; shape (ASN,), NaN where it cannot be given.

    Floats decide where they can. An ASN whose mean lies within a hair of a rounding boundary, or whose figures
    have both signs (sums may cancel), is computed again in exact fractions by the same formulas.
    """
    desimal = aturan.desimal
    nhk = bulatkan(keluaran.nhk, desimal)
    ragu = di_tepi(keluaran.nhk, desimal)
    negatif = (masukan.target < 0) | (masukan.realisasi < 0)
    if negatif.any():
        ragu |= np.bincount(masukan.asn, np.logical_or.reduceat(negatif, masukan.awal), len(ragu)) > 0
    ragu &= ~np.isnan(keluaran.nhk)
    if ragu.any():
        tepat = hitung_capaian(masukan.pilih(ragu[masukan.asn]), aturan)
        nhk[ragu] = [bulatkan_pecahan(angka, desimal) for angka in tepat.nhk]
    return nhk


def rata_tertimbang(bagian: list[tuple[float, int]], desimal: int) -> float:
    """Return the mean of printed NHK weighted by counted months, exact, rounded as it is printed.

    Args:
        bagian: (NHK, months) of each unit; at least one month in all.
        desimal: decimals printed.
    """
    jumlah = sum((pecahan(nhk) * bulan for nhk, bulan in bagian), Fraction(0))
    return bulatkan_pecahan(jumlah / sum(bulan for _, bulan in bagian), desimal)
