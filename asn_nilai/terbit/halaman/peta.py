"""The heat map of a recap: units by months, the number in each cell, its colour the band it falls into."""

from dataclasses import dataclass
from math import isnan

import numpy as np

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap import BulanRekap, Rekap, TitikUnit, UnitRekap
from asn_nilai.acuan.ringkas import BELUM_SETOR, TAK_TERBACA
from asn_nilai.terbit.halaman.bagan import bertanda, kelas_pita, tetap

_SEBAB = {BELUM_SETOR: "belum setor", TAK_TERBACA: "berkas tak terbaca"}
"""Why a unit has no number in a month with results, where its submission says so."""


@dataclass(frozen=True, slots=True)
class SelPeta:
    """One cell: its number or a dash, its style class, why there is no number, and whether the number is stale."""

    tulisan: str
    kelas: str
    sebab: str = ""
    usang: bool = False


@dataclass(frozen=True, slots=True)
class BarisPeta:
    """One unit of the map; `selisih` is the change of its mean between the compared months, blank where none are."""

    unit: UnitRekap
    periode: SelPeta
    selisih: str
    sel: list[SelPeta]


@dataclass(frozen=True, slots=True)
class KepalaPeta:
    """One month's column; `tautan` leads to that month's page of all units, blank where there are no results."""

    bulan: Bulan
    tautan: str
    sebab: str
    usang: bool


@dataclass(frozen=True, slots=True)
class Peta:
    """The map, rows by rank.

    Attributes:
        kepala: one for each month.
        baris: one for each unit.
        jumlah: the mean over all units in each month.
        pita: class, name and range of each band, best first.
        jenis: the kinds of unit there are.
        banding: the two months that `selisih` compares; None where there are not two.
        sebulan: the period is one month, so that its column is already there.
    """

    kepala: list[KepalaPeta]
    baris: list[BarisPeta]
    jumlah: list[SelPeta]
    pita: list[tuple[str, str, str]]
    jenis: list[str]
    banding: tuple[Bulan, Bulan] | None
    sebulan: bool


def susun_peta(rekap: Rekap) -> Peta:
    """Return the heat map of a recap."""
    tangga, kelas = rekap.aturan.tangga_utama, kelas_pita(rekap.aturan)
    desimal = rekap.aturan.nhk.desimal.nilai
    ada = {satu.bulan: nomor for nomor, satu in enumerate(rekap.bulan)}
    banding = [ada[satu] for satu in rekap.dibandingkan or ()]

    def _baris(unit: UnitRekap) -> BarisPeta:
        awal, akhir = ([unit.bulan[nomor].rata_rata for nomor in banding]) or (float("nan"),) * 2
        return BarisPeta(
            unit,
            _sel(unit.rata_rata, rekap.aturan, _SEBAB.get(unit.ringkas.status, _BELUM), usang=unit.usang),
            bertanda(akhir - awal, desimal),
            [
                _titik(titik, bulan, rekap.aturan)
                for titik, bulan in zip(unit.bulan, rekap.bulan, strict=True)
            ],
        )

    return Peta(
        kepala=[
            KepalaPeta(
                satu.bulan,
                "" if satu.sebab else f"../{satu.bulan.kode}/index.html",
                satu.sebab,
                bool(satu.usang),
            )
            for satu in rekap.bulan
        ],
        baris=[_baris(satu) for satu in rekap.menurut_peringkat],
        jumlah=[_sel(satu.rata_rata, rekap.aturan, satu.sebab or _BELUM) for satu in rekap.bulan],
        pita=[(kelas[pita.label], pita.label, pita.rentang.replace(".", ",")) for pita in tangga.pita],
        jenis=sorted({satu.ringkas.jenis for satu in rekap.unit if satu.ringkas.jenis}),
        banding=rekap.dibandingkan,
        sebulan=len(rekap.periode.bulan) == 1,
    )


_BELUM = "belum ada ASN yang dinilai"


def _titik(titik: TitikUnit, bulan: BulanRekap, aturan: Aturan) -> SelPeta:
    sebab = bulan.sebab or _SEBAB.get(titik.status, _BELUM if titik.status else "tidak ada hasil unit ini")
    return _sel(titik.rata_rata, aturan, sebab, usang=titik.usang)


def _sel(nilai: float, aturan: Aturan, sebab: str, *, usang: bool = False) -> SelPeta:
    if isnan(nilai):
        return SelPeta("–", "belum" if sebab in _SEBAB.values() else "tanpa", sebab, usang)
    label = str(aturan.tangga_utama.beri_label(np.array([nilai]))[0])
    return SelPeta(tetap(nilai, aturan.nhk.desimal.nilai), kelas_pita(aturan)[label], "", usang)
