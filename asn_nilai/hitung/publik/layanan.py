"""What citizens feel: each indicator over the city and by unit, against target and against the month before.

A figure is drawn from months alone. That of a longer period is made of the same months, cut so that each of its rows
is a union of the months' atoms: subtracting months from it gives nothing that the months do not show themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from math import isnan, nan

import numpy as np
import pandas as pd

from asn_nilai.acuan.isian.skema import Agregasi, Indikator, JenisNilai, Polaritas
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.bahan import BahanRekap, HasilPeriode
from asn_nilai.acuan.rekap.publik import (
    GABUNGAN_UNIT,
    GERAK_TERKECIL,
    MEMBAIK,
    MEMBURUK,
    SELURUH,
    TETAP,
    AngkaLayanan,
    BarisLayanan,
    Ditahan,
    LayananPublik,
)
from asn_nilai.acuan.rumus.rumus import jepit
from asn_nilai.hitung.publik.gabung_kecil import kelas_orang, yang_digabung
from asn_nilai.hitung.publik.pembulatan import cetak, langkah, rata

ARAH = {
    Polaritas.MAKSIMAL: "lebih besar lebih baik",
    Polaritas.MINIMAL: "lebih kecil lebih baik",
    Polaritas.STABIL: "makin dekat dengan target makin baik",
}
RINGKASAN = {
    Agregasi.JUMLAH: "jumlah",
    Agregasi.RATA_RATA: "rata-rata",
    Agregasi.NILAI_AKHIR: "rata-rata keadaan akhir",
}
_NOL = Fraction(0)
_desimal = lru_cache(maxsize=2**16)(pecahan)
"""Targets repeat over the ASN of a city, and reading a decimal exactly is what takes the time."""


@dataclass(frozen=True)
class Isi:
    """What the ASN of one unit reported of one indicator in one month: one entry for each report."""

    orang: frozenset[str]
    target: tuple[float, ...]
    realisasi: tuple[float, ...]

    @cached_property
    def jumlah(self) -> "Jumlah":
        """Return the exact sums of the reports, added up once and shared by every row that the unit stands in."""
        t, r = ([_desimal(angka) for angka in deret] for deret in (self.target, self.realisasi))
        return Jumlah(len(t), sum(t, _NOL), sum(r, _NOL), sum(map(abs, t), _NOL), sum(map(abs, r), _NOL))


@dataclass(frozen=True, slots=True)
class Jumlah:
    """Exact sums over reports; `mutlak_…` without signs."""

    banyak: int
    target: Fraction
    realisasi: Fraction
    mutlak_target: Fraction
    mutlak_realisasi: Fraction


IsiBulan = Mapping[Bulan, Mapping[str, Isi]]
"""One indicator: by month, by unit; only units with a capaian."""


def isi_indikator(bulanan: Mapping[Bulan, HasilPeriode]) -> dict[str, dict[Bulan, dict[str, Isi]]]:
    """Return who reported what, by indicator, month and unit; ASN without a capaian do not count."""
    hasil: dict[str, dict[Bulan, dict[str, Isi]]] = {}
    for bulan, hasil_bulan in bulanan.items():
        ada = hasil_bulan.rincian[hasil_bulan.rincian["capaian"].notna()]
        for (kode, unit), baris in ada.groupby(["kode_indikator", "kode_unit"], sort=True):
            hasil.setdefault(str(kode), {}).setdefault(bulan, {})[str(unit)] = _isi(baris)
    return hasil


def _isi(baris: pd.DataFrame) -> Isi:
    return Isi(frozenset(baris["nip"]), tuple(baris["target"]), tuple(baris["realisasi"]))


@dataclass(frozen=True, slots=True)
class Potongan:
    """How the units of one indicator are cut in one month: `gabungan` together, the others alone; None: not at all."""

    ada: frozenset[str]
    gabungan: frozenset[str] | None


def potong(isi: IsiBulan, bulan: Bulan, k: int) -> Potongan:
    """Cut the units of a month into atoms; a unit that was too small in an earlier month of the year stays joined."""
    kini = isi.get(bulan, {})
    kecil = {
        unit
        for lain, semua in isi.items()
        if lain <= bulan
        for unit, laporan in semua.items()
        if len(laporan.orang) < k
    }
    anggota = {unit: laporan.orang for unit, laporan in kini.items()}
    return Potongan(frozenset(kini), yang_digabung(anggota, kecil, k))


def susun_layanan(
    bahan: BahanRekap, bulanan: Mapping[Bulan, HasilPeriode], k: int
) -> tuple[tuple[LayananPublik, ...], tuple[Ditahan, ...], int]:
    """Return the indicators that can be shown, those that cannot, and how many units stand in joint rows only.

    Args:
        bahan: the registers, the aturan and the period.
        bulanan: results of the months of the year up to the period's last.
        k: the smallest number of persons behind a figure.
    """
    layanan: list[LayananPublik] = []
    ditahan: list[Ditahan] = []
    digabung: set[str] = set()
    for kode, isi in isi_indikator(bulanan).items():
        bulan = [bulan for bulan in bahan.periode.bulan if isi.get(bulan)]
        indikator = bahan.skema.indikator.get(kode)
        if not bulan:
            continue
        if indikator is None:
            ditahan.append(Ditahan(kode, "Indikator ini tidak ada lagi dalam skema."))
            continue
        potongan = [potong(isi, sampai, k) for sampai in bulan]
        kurang = [b.label for b, p in zip(bulan, potongan, strict=True) if p.gabungan is None]
        if kurang:
            bila = f" pada {', '.join(kurang)}" if len(bahan.periode.bulan) > 1 else ""
            sebab = f"Kurang dari {k} ASN di seluruh kota melaporkannya{bila}."
            ditahan.append(Ditahan(indikator.nama, sebab))
            continue
        gabungan = frozenset().union(*(sebulan.gabungan or () for sebulan in potongan))
        digabung |= gabungan
        layanan.append(_Penyusun(bahan, indikator, isi, bulan, k).layanan(gabungan))
    layanan.sort(key=_urutan)
    return tuple(layanan), tuple(sorted(ditahan, key=lambda tertahan: tertahan.hal)), len(digabung)


def _urutan(layanan: LayananPublik) -> tuple[bool, float, str]:
    kini = layanan.seluruh.kini
    return kini.tercapai, -1.0 if isnan(kini.capaian) else kini.capaian, layanan.kode


@dataclass(frozen=True, slots=True)
class _Penyusun:
    """Composes the rows of one indicator over the months of a period."""

    bahan: BahanRekap
    indikator: Indikator
    isi: IsiBulan
    bulan: Sequence[Bulan]
    k: int

    def layanan(self, gabungan: frozenset[str]) -> LayananPublik:
        i = self.indikator
        semua = frozenset().union(*(self.isi[bulan] for bulan in self.bulan))
        potongan = [frozenset({kode}) for kode in self.bahan.skema.unit if kode in semua - gabungan]
        potongan += [gabungan] if gabungan else []
        baris = tuple(self._baris(bagian, self._sebutan(bagian, gabungan)) for bagian in potongan)
        seluruh = self._baris(semua, SELURUH) if len(baris) != 1 or gabungan else baris[0]
        unit = baris if len(baris) > 1 else ()
        arah, ringkasan = ARAH[i.polaritas], RINGKASAN[i.agregasi]
        return LayananPublik(i.kode, i.nama, i.satuan, arah, ringkasan, seluruh, unit)

    def _sebutan(self, unit: frozenset[str], gabungan: frozenset[str]) -> str:
        return GABUNGAN_UNIT if unit == gabungan else self.bahan.skema.unit[min(unit)].nama

    def _baris(self, unit: frozenset[str], sebutan: str) -> BarisLayanan:
        bulanan = self._menurut_bulan(unit, self.bulan)
        kode = "" if sebutan in {SELURUH, GABUNGAN_UNIT} else min(unit)
        orang = kelas_orang(min(map(banyak_orang, bulanan)), self.k)
        kini = angka_layanan(bulanan, self.indikator, self.bahan.aturan)
        lalu = self._lalu(unit, sebutan)
        gerak = _gerak(kini, lalu, self.indikator) if lalu else ""
        return BarisLayanan(sebutan, kode, len(unit), orang, len(bulanan), kini, lalu, gerak)

    def _menurut_bulan(self, unit: frozenset[str], bulan: Sequence[Bulan]) -> list[list[Isi]]:
        ada = ([isi for kode, isi in self.isi[saat].items() if kode in unit] for saat in bulan)
        return [laporan for laporan in ada if laporan]

    def _lalu(self, unit: frozenset[str], sebutan: str) -> AngkaLayanan | None:
        """Return the month before, where it shows a row of the same units itself."""
        lalu = self.bulan[0].mundur(1)
        if len(self.bahan.periode.bulan) > 1 or not self.isi.get(lalu):
            return None
        potongan = potong(self.isi, lalu, self.k)
        if potongan.gabungan is None:
            return None
        baris = {SELURUH: [potongan.ada], GABUNGAN_UNIT: [potongan.gabungan]}.get(
            sebutan, [frozenset({kode}) for kode in potongan.ada - potongan.gabungan]
        )
        if unit not in baris:
            return None
        return angka_layanan(self._menurut_bulan(unit, [lalu]), self.indikator, self.bahan.aturan)


def banyak_orang(semua: Sequence[Isi]) -> int:
    """Return how many persons stand behind the reports of several units; who reports in two counts once."""
    return len(frozenset().union(*(laporan.orang for laporan in semua)))


def angka_layanan(bulanan: Sequence[Sequence[Isi]], indikator: Indikator, aturan: Aturan) -> AngkaLayanan:
    """Return target and realisasi of a row as printed, and what follows from the printed ones.

    Sums are added over persons and months; means are means of the months' means; of a state, the last month counts.

    Args:
        bulanan: for each month, in order, the reports of the row's units.
        indikator: how they become one figure.
        aturan: gives the formula of the capaian.
    """
    jumlah = indikator.agregasi is Agregasi.JUMLAH
    dipakai = bulanan[-1:] if indikator.agregasi is Agregasi.NILAI_AKHIR else bulanan
    orang = min(map(banyak_orang, dipakai))

    def _ringkas(nama: str) -> Fraction:
        deret = [sum((getattr(isi.jumlah, nama) for isi in semua), _NOL) for semua in dipakai]
        if jumlah:
            return sum(deret, _NOL)
        laporan = [sum(isi.jumlah.banyak for isi in semua) for semua in dipakai]
        return rata([jumlah_bulan / banyak for jumlah_bulan, banyak in zip(deret, laporan, strict=True)])

    target, realisasi = _ringkas("target"), _ringkas("realisasi")
    mutlak = max(_ringkas("mutlak_target"), _ringkas("mutlak_realisasi"))
    jarak = langkah(
        mutlak / orang if jumlah else mutlak,
        orang,
        rata_rata=not jumlah,
        bulat=indikator.jenis_nilai is JenisNilai.BULAT,
    )
    puncak = None if jumlah or indikator.batas_atas is None else pecahan(indikator.batas_atas)
    t, r = (cetak(angka, jarak, puncak) for angka in (target, realisasi))
    persen = _capaian(t, r, indikator, aturan)
    return AngkaLayanan(float(t), float(r), persen, _tercapai(t, r, persen, indikator))


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


def _gerak(kini: AngkaLayanan, lalu: AngkaLayanan, indikator: Indikator) -> str:
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
    return MEMBAIK if selisih > 0 else MEMBURUK
