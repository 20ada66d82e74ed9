"""The heat map of a recap: units by months, the number in each cell, its colour the band it falls into."""

from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, BulanRekap, UnitRekap
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.setoran.status import BELUM_SETOR, STATUS_UNIT, TAK_TERBACA
from asn_nilai.terbit.halaman.bagan import bertanda, kelas_pita, tetap

_SEBAB = {BELUM_SETOR: "belum setor", TAK_TERBACA: "berkas tak terbaca", BELUM_DIHITUNG: "belum dihitung"}
"""Why a unit has no number in a month with results, where its state says so."""
_BELUM = "belum ada ASN yang dinilai"
"""Why it has none where it has submitted."""
_MENUNGGU = {_SEBAB[BELUM_SETOR], _SEBAB[TAK_TERBACA]}


@dataclass(frozen=True, slots=True)
class SelPeta:
    """One cell: its number or a dash, its style class, why there is no number, and whether the number is stale."""

    tulisan: str
    kelas: str
    sebab: str = ""
    usang: bool = False


@dataclass(frozen=True, slots=True)
class BarisPeta:
    """One unit of the map; `selisih` is the change of the mean of who was scored in both compared months, a dash where there is none."""

    unit: UnitRekap
    periode: SelPeta
    selisih: str
    sel: list[SelPeta]


@dataclass(frozen=True, slots=True)
class Peta:
    """The map, rows by rank.

    Attributes:
        baris: one for each unit.
        jumlah: the mean over all units in each month.
        pita: class, name and range of each band, best first.
        jenis: the kinds of unit there are.
        status: the states of submission there are.
        banding: the two months that `selisih` compares; None where there are not two.
        sebulan: the period is one month, so that its column is already there.
    """

    baris: list[BarisPeta]
    jumlah: list[SelPeta]
    pita: list[tuple[str, str, str]]
    jenis: list[str]
    status: list[str]
    banding: tuple[Bulan, Bulan] | None
    sebulan: bool


def susun_peta(rekap: Rekap) -> Peta:
    """Return the heat map of a recap."""
    tulis = _PenulisSel(rekap.aturan)
    status = {unit.ringkas.status for unit in rekap.unit}
    return Peta(
        baris=[_baris(unit, rekap, tulis) for unit in rekap.menurut_peringkat],
        jumlah=[tulis.sel(baris.rata_rata, _sebab_bulan(baris) or _BELUM) for baris in rekap.bulan],
        pita=[
            (tulis.kelas[pita.label], pita.label, pita.rentang.replace(".", ","))
            for pita in rekap.aturan.tangga_utama.pita
        ],
        jenis=sorted({unit.ringkas.jenis for unit in rekap.unit if unit.ringkas.jenis}),
        status=[keadaan for keadaan in (*STATUS_UNIT, BELUM_DIHITUNG) if keadaan in status],
        banding=rekap.dibandingkan,
        sebulan=len(rekap.periode.bulan) == 1,
    )


class _PenulisSel:
    """Writes cells under one aturan; `kelas` is the style class of each band."""

    def __init__(self, aturan: Aturan) -> None:
        self.kelas = kelas_pita(aturan)
        self.desimal = aturan.desimal
        self._tangga = aturan.tangga_utama

    def sel(self, nilai: float, sebab: str, *, usang: bool = False) -> SelPeta:
        """Return the cell of a mean; `sebab` says why there is none, where it is NaN."""
        if isnan(nilai):
            return SelPeta("–", "belum" if sebab in _MENUNGGU else "tanpa", sebab, usang)
        label = str(self._tangga.beri_label(np.array([nilai]))[0])
        return SelPeta(tetap(nilai, self.desimal), self.kelas[label], "", usang)


def _baris(unit: UnitRekap, rekap: Rekap, tulis: _PenulisSel) -> BarisPeta:
    return BarisPeta(
        unit,
        tulis.sel(unit.rata_rata, _SEBAB.get(unit.ringkas.status, _BELUM), usang=unit.usang),
        bertanda(unit.sama.selisih if unit.sama else nan, tulis.desimal),
        [
            tulis.sel(
                titik.rata_rata, _sebab_bulan(bulan) or _SEBAB.get(titik.status, _BELUM), usang=titik.usang
            )
            for titik, bulan in zip(unit.bulan, rekap.bulan, strict=True)
        ],
    )


def _sebab_bulan(bulan: BulanRekap) -> str:
    return f"hasil {bulan.sebab}" if bulan.sebab else ""
