"""A row of the target workbook over its whole year, and what was reached on it: what these checks look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.isian.tabel import Tabel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.periksa.bahan import Kunci


class Tercapai(NamedTuple):
    """What `hitung` found for one ASN and indicator in one month."""

    bulan: Bulan
    target: float
    realisasi: float
    capaian: float


Deret = Sequence[Tercapai]
"""The months of one ASN and indicator, in order."""


@dataclass(frozen=True, slots=True)
class Dicapai:
    """What was reached, by NIP and code: in the months of this year that were computed, and in those of last year."""

    tahun_ini: Mapping[Kunci, Deret] = field(default_factory=dict)
    tahun_lalu: Mapping[Kunci, Deret] = field(default_factory=dict)


class BarisSetahun(NamedTuple):
    """One row: whose, what, how heavy, and its targets in the months that the ASN spends in the unit."""

    tabel: Tabel
    posisi: int
    orang: Penempatan
    indikator: Indikator
    bobot: float | None
    bulan: tuple[Bulan, ...]
    target: tuple[float | None, ...]

    @property
    def kunci(self) -> Kunci:
        """Return whose and what it is."""
        return self.orang.nip, self.indikator.kode

    @property
    def terisi(self) -> list[tuple[Bulan, float]]:
        """Return the months that have a target, with it."""
        return [(b, angka) for b, angka in zip(self.bulan, self.target, strict=True) if angka is not None]

    @property
    def angka(self) -> list[float]:
        """Return the targets that are there, in order."""
        return [angka for angka in self.target if angka is not None]

    def letak(self, kunci: str) -> Letak:
        """Return the place of a cell of the row."""
        return self.tabel.letak(kunci, self.posisi)


@dataclass(frozen=True, eq=False)
class BahanLayak:
    """A unit's year.

    Attributes:
        unit: the unit's code.
        baris: its rows in the order of the workbook.
        samar: NIPs of who has other rows as well, of an indicator that nobody knows (yet).
        dicapai: what was reached.
        plafon: the rule's ceiling.
        ambang: the thresholds.
    """

    unit: str
    baris: tuple[BarisSetahun, ...]
    samar: frozenset[str]
    dicapai: Dicapai
    plafon: float
    ambang: Kewajaran

    @cached_property
    def berubah(self) -> list[tuple[BarisSetahun, list[float]]]:
        """Return the rows that have enough months, and not the same target in all of them, with their targets."""
        semua = ((baris, baris.angka) for baris in self.baris)
        paling_sedikit = self.ambang.melonggar_paling_sedikit_bulan
        return [ini for ini in semua if len(ini[1]) >= paling_sedikit and len(set(ini[1])) > 1]

    def menurut_asn(self) -> Iterator[list[BarisSetahun]]:
        """Yield the rows of each ASN."""
        menurut: dict[str, list[BarisSetahun]] = {}
        for baris in self.baris:
            menurut.setdefault(baris.orang.nip, []).append(baris)
        yield from menurut.values()


def susun_setahun(isian: IsianUnit, skema: Skema, tahun: Periode) -> Iterator[BarisSetahun]:
    """Yield the rows of a unit's target workbook whose ASN and indicator are known; of rows written twice the first."""
    tabel = isian.target
    if tabel is None:
        return
    orang: dict[str, list[Penempatan]] = {}
    for tempat in skema.di_unit(isian.unit.kode, tahun):
        orang.setdefault(tempat.nip, []).append(tempat)
    bulan_asn = {
        nip: tuple(b for b in tahun.bulan if any(tempat.pada(b) for tempat in milik))
        for nip, milik in orang.items()
    }
    setahun = list(zip(*([_angka(isi) for isi in tabel.isi[kunci]] for kunci in KUNCI_BULAN), strict=True))
    terlihat: set[Kunci] = set()
    for posisi, kunci in enumerate(zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)):
        indikator, milik = skema.indikator.get(kunci[1]), orang.get(kunci[0])
        if indikator is None or not milik or kunci in terlihat:
            continue
        terlihat.add(kunci)
        bulan = bulan_asn[kunci[0]]
        angka = setahun[posisi]
        if len(bulan) < len(angka):
            angka = tuple(angka[nomor - 1] for _, nomor in bulan)
        yield BarisSetahun(
            tabel, posisi, milik[-1], indikator, _angka(tabel.isi["bobot"][posisi]), bulan, angka
        )


def nip_samar(isian: IsianUnit, skema: Skema) -> frozenset[str]:
    """Return the NIPs in a unit's target workbook that have a row whose indicator nobody knows."""
    if isian.target is None:
        return frozenset()
    baris = zip(isian.target.teks("nip"), isian.target.teks("kode_indikator"), strict=True)
    return frozenset(nip for nip, kode in baris if kode not in skema.indikator)


def _angka(isi: object) -> float | None:
    return isi if isinstance(isi, float) else None


def lebih_mudah(indikator: Indikator, dari: float, menjadi: float) -> bool:
    """Tell whether the second target is easier to reach than the first; nobody can say so of what should stay stable."""
    if indikator.polaritas is Polaritas.STABIL:
        return False
    return menjadi < dari if indikator.polaritas is Polaritas.MAKSIMAL else menjadi > dari


def jauh_lebih_mudah(indikator: Indikator, dari: float, menjadi: float, kali: float) -> bool:
    """Tell whether the second figure is so many times easier to reach than the first; both must be above zero."""
    if min(dari, menjadi) <= 0 or not lebih_mudah(indikator, dari, menjadi):
        return False
    return max(dari, menjadi) >= kali * min(dari, menjadi)


def wakil(indikator: Indikator, angka: Sequence[float]) -> float:
    """Return one month's figure that stands for several: the last where the last counts, else the mean."""
    return angka[-1] if indikator.agregasi is Agregasi.NILAI_AKHIR else fsum(angka) / len(angka)


def rentang_bulan(bulan: Sequence[Bulan]) -> str:
    """Return months in words, `Januari–Mei 2026`."""
    awal, akhir = bulan[0], bulan[-1]
    return akhir.label if awal == akhir else f"{awal.label.rpartition(' ')[0]}–{akhir.label}"
