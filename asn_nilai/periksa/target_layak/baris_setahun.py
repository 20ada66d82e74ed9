"""A row of the target workbook over its whole year, and what was reached on it: what these checks look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.register.anggota import anggota_unit
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.periksa.bahan import Kunci
from asn_nilai.periksa.target_layak.lebih_mudah import makin_mudah


class Tercapai(NamedTuple):
    """What `hitung` found for one ASN and indicator in one month."""

    bulan: Bulan
    target: float
    realisasi: float
    capaian: float


Deret = Sequence[Tercapai]
"""The months of one ASN and indicator, in order."""


@baris_ringan
class Dicapai:
    """What was reached, by NIP and code: in the months of this year that were computed, and in those of last year."""

    tahun_ini: Mapping[Kunci, Deret] = field(default_factory=dict)
    tahun_lalu: Mapping[Kunci, Deret] = field(default_factory=dict)


@baris_ringan
class BarisSetahun:
    """One row: whose, what, how heavy, and its targets in the months that the ASN spends in the unit; `angka` are those that are there."""

    tabel: Tabel
    posisi: int
    orang: Penempatan
    indikator: Indikator
    bobot: float | None
    bulan: tuple[Bulan, ...]
    target: tuple[float | None, ...]
    angka: tuple[float, ...]

    @property
    def kunci(self) -> Kunci:
        """Return whose and what it is."""
        return self.orang.nip, self.indikator.kode

    @property
    def terisi(self) -> list[tuple[Bulan, float]]:
        """Return the months that have a target, with it."""
        return [(b, angka) for b, angka in zip(self.bulan, self.target, strict=True) if angka is not None]

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
    def menurut_indikator(self) -> dict[str, list[BarisSetahun]]:
        """Return the rows of each indicator by its code: what most checks ask first is one answer for all of these."""
        menurut: dict[str, list[BarisSetahun]] = {}
        for baris in self.baris:
            menurut.setdefault(baris.indikator.kode, []).append(baris)
        return menurut

    @cached_property
    def indikator(self) -> dict[str, Indikator]:
        """Return the indicators of the rows by their codes."""
        return {kode: semua[0].indikator for kode, semua in self.menurut_indikator.items()}

    @cached_property
    def berubah(self) -> list[BarisSetahun]:
        """Return the rows that have enough months, and not the same target in all of them."""
        paling_sedikit = self.ambang.melonggar_paling_sedikit_bulan
        return [
            ini
            for ini in self.baris
            if len(angka := ini.angka) >= paling_sedikit
            and (angka[0] != angka[-1] or angka.count(angka[0]) < len(angka))
        ]

    @cached_property
    def longgar(self) -> list[BarisSetahun]:
        """Return those of them whose targets become easier through the year."""
        return [ini for ini in self.berubah if makin_mudah(ini.indikator, ini.angka, self.ambang)]

    @cached_property
    def tercapai(self) -> list[tuple[BarisSetahun, Deret, Deret]]:
        """Return the rows on which anything was reached, with the months of this year and those of last year."""
        ini, lalu = self.dicapai.tahun_ini, self.dicapai.tahun_lalu
        if not ini and not lalu:
            return []
        semua = ((baris, ini.get(baris.kunci, ()), lalu.get(baris.kunci, ())) for baris in self.baris)
        return [milik for milik in semua if milik[1] or milik[2]]


def susun_setahun(isian: IsianUnit, skema: Skema, tahun: Periode) -> Iterator[BarisSetahun]:
    """Yield the rows of a unit's target workbook whose ASN and indicator are known; of rows written twice the first."""
    tabel = isian.target
    if tabel is None:
        return
    anggota = anggota_unit(skema, isian.unit.kode, tahun)
    kunci_baris = zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)
    semua = zip(
        kunci_baris, tabel.angka("bobot"), zip(*map(tabel.angka, KUNCI_BULAN), strict=True), strict=True
    )
    terlihat: set[Kunci] = set()
    for posisi, (kunci, bobot, setahun) in enumerate(semua):
        indikator, orang = skema.indikator.get(kunci[1]), anggota.get(kunci[0])
        if indikator is None or orang is None or kunci in terlihat:
            continue
        terlihat.add(kunci)
        target = setahun
        if len(orang.bulan) < len(setahun):
            target = tuple(setahun[nomor - 1] for _, nomor in orang.bulan)
        # Most rows lack no month. Whether a month is true is asked ten times as fast as whether it is None.
        angka = target if all(target) else tuple([nilai for nilai in target if nilai is not None])
        yield BarisSetahun(tabel, posisi, orang.penempatan, indikator, bobot, orang.bulan, target, angka)


def nip_samar(isian: IsianUnit, skema: Skema) -> frozenset[str]:
    """Return the NIPs in a unit's target workbook that have a row whose indicator nobody knows."""
    if isian.target is None:
        return frozenset()
    baris = zip(isian.target.teks("nip"), isian.target.teks("kode_indikator"), strict=True)
    return frozenset(nip for nip, kode in baris if kode not in skema.indikator)
