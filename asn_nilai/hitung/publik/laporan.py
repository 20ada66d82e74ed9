"""Who reported what, by indicator, month and unit: what every published service figure is added up from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

import pandas as pd

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap.bahan import HasilPeriode

_NOL = Fraction(0)
_desimal = lru_cache(maxsize=2**16)(pecahan)
"""Targets repeat over the ASN of a city, and reading a decimal exactly is what takes the time."""


@dataclass(frozen=True)
class Isi:
    """What the ASN of one unit reported of one indicator in one month: one entry for each report.

    A unit's own figure is one report of nobody. `pembilang` and `penyebut` are what ratios count, 0 and 1 for all else.
    """

    orang: frozenset[str]
    target: tuple[float, ...]
    realisasi: tuple[float, ...]
    pembilang: tuple[float, ...] = ()
    penyebut: tuple[float, ...] = ()

    @cached_property
    def jumlah(self) -> "Jumlah":
        """Return the exact sums of the reports, added up once and shared by every row that the unit stands in."""
        semua = (self.target, self.realisasi, self.pembilang, self.penyebut)
        t, r, p, q = ([_desimal(angka) for angka in deret] for deret in semua)
        return Jumlah(
            len(t),
            sum(t, _NOL),
            sum(r, _NOL),
            sum(map(abs, t), _NOL),
            sum(map(abs, r), _NOL),
            sum(p, _NOL),
            sum(q, _NOL),
        )


@dataclass(frozen=True, slots=True)
class Jumlah:
    """Exact sums over reports; `mutlak_…` without signs."""

    banyak: int
    target: Fraction
    realisasi: Fraction
    mutlak_target: Fraction
    mutlak_realisasi: Fraction
    pembilang: Fraction
    penyebut: Fraction


IsiBulan = Mapping[Bulan, Mapping[str, Isi]]
"""One indicator: by month, by unit; only units with a capaian."""


def isi_indikator(
    bulanan: Mapping[Bulan, HasilPeriode], daftar: Mapping[str, Indikator]
) -> dict[str, dict[Bulan, dict[str, Isi]]]:
    """Return who reported what, by indicator, month and unit; ASN without a capaian do not count.

    A unit's own figure of which its rows say different things is left out: nobody knows which is right. `angka_bertentangan`
    tells of it.
    """
    hasil: dict[str, dict[Bulan, dict[str, Isi]]] = {}
    for bulan, hasil_bulan in bulanan.items():
        ada = hasil_bulan.rincian[hasil_bulan.rincian["capaian"].notna()]
        for (kode, unit), baris in ada.groupby(["kode_indikator", "kode_unit"], sort=True):
            indikator = daftar.get(str(kode))
            isi = _isi_unit(baris) if indikator is not None and indikator.milik_unit else _isi(baris)
            if isi is not None:
                hasil.setdefault(str(kode), {}).setdefault(bulan, {})[str(unit)] = isi
    return hasil


def angka_bertentangan(
    bulanan: Mapping[Bulan, HasilPeriode], daftar: Mapping[str, Indikator]
) -> Iterator[tuple[str, Bulan, str]]:
    """Yield the units' own figures of which the rows say different things: indicator, month, unit."""
    milik = {kode for kode, indikator in daftar.items() if indikator.milik_unit}
    for bulan, hasil_bulan in bulanan.items():
        rincian = hasil_bulan.rincian
        ada = rincian[rincian["capaian"].notna() & rincian["kode_indikator"].isin(milik)]
        for (kode, unit), baris in ada.groupby(["kode_indikator", "kode_unit"], sort=True):
            if _isi_unit(baris) is None:
                yield str(kode), bulan, str(unit)


def _isi(baris: pd.DataFrame) -> Isi:
    rasio = baris[list(KUNCI_RASIO)].dropna()
    return Isi(
        frozenset(baris["nip"]),
        tuple(baris["target"]),
        tuple(baris["realisasi"]),
        *(tuple(rasio[kunci]) for kunci in KUNCI_RASIO),
    )


def _isi_unit(baris: pd.DataFrame) -> Isi | None:
    """Return a unit's own figure as one report of nobody, None where the rows differ."""
    satu = baris[["target", "realisasi", *KUNCI_RASIO]].drop_duplicates()
    return replace(_isi(baris.loc[satu.index]), orang=frozenset()) if len(satu) == 1 else None


def banyak_orang(semua: Sequence[Isi]) -> int:
    """Return how many persons stand behind the reports of several units; who reports in two counts once."""
    return len(frozenset().union(*(laporan.orang for laporan in semua)))
