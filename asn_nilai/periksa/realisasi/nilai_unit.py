"""Checks of a unit's own figures (Lingkup Unit): one figure in a month, whoever carries it.

Where the rows differ nobody knows which is right, so all who carry it wait. A figure that is missing says nothing against the
others; it is told by itself.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO, kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import rentang_sel
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import tertulis
from asn_nilai.periksa.bahan import BahanPeriksa, BarisTarget, sebut_indikator


class _AngkaUnit(NamedTuple):
    """A figure as one row of a table has it: the columns, and the row's position."""

    nip: str
    tabel: Tabel
    kolom: tuple[str, ...]
    posisi: int

    @property
    def angka(self) -> tuple[float, ...]:
        """Return the figure, of a ratio both; empty where one is missing."""
        isi = [self.tabel.isi[kunci][self.posisi] for kunci in self.kolom]
        ada = tuple(tertulis(nilai) for nilai in isi if isinstance(nilai, float))
        return ada if len(ada) == len(isi) else ()


def periksa_nilai_unit(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield, for each month in which the rows of a unit's figure differ, a finding for everybody who carries it."""
    tabel = bahan.isian.target
    if tabel is None:
        return
    for indikator in bahan.indikator.values():
        if not indikator.milik_unit:
            continue
        milik = [semua[0] for (_, kode), semua in bahan.target.items() if kode == indikator.kode]
        for bulan in bahan.periode.bulan:
            if bulan in bahan.dilewati:
                continue
            pemikul = [baris for baris in milik if bulan in baris.dihitung]
            target = [_AngkaUnit(b.nip, tabel, (kunci_bulan(bulan),), b.posisi) for b in pemikul]
            yield from _banding(bahan, indikator, bulan, target, "targetnya pada")
            realisasi = list(_realisasi(bahan, indikator, bulan, pemikul))
            yield from _banding(bahan, indikator, bulan, realisasi, "realisasinya pada")


def _realisasi(
    bahan: BahanPeriksa, indikator: Indikator, bulan: Bulan, pemikul: Sequence[BarisTarget]
) -> Iterator[_AngkaUnit]:
    kolom = KUNCI_RASIO if indikator.rasio else ("realisasi",)
    for target in pemikul:
        for baris in bahan.capaian.get(bulan, {}).get((target.nip, target.kode), ())[:1]:
            yield _AngkaUnit(target.nip, baris.tabel, kolom, baris.posisi)


def _banding(
    bahan: BahanPeriksa, indikator: Indikator, bulan: Bulan, semua: Sequence[_AngkaUnit], apa: str
) -> Iterator[Temuan]:
    menurut: dict[tuple[float, ...], list[str]] = {}
    for milik in sorted(semua, key=lambda m: m.posisi):
        if milik.angka:
            sel = menurut.setdefault(milik.angka, [])
            sel += (milik.tabel.sel(kunci, milik.posisi) for kunci in milik.kolom)
    if len(menurut) < 2:
        return
    angka = "; ".join(
        f"{' ÷ '.join(map(tulis_angka, nilai))} di {', '.join(rentang_sel(sel))}"
        for nilai, sel in menurut.items()
    )
    for milik in semua:
        yield temuan(
            "nilai-unit-berbeda", milik.tabel.letak(milik.kolom[0], milik.posisi), unit=bahan.kode_unit, nip=milik.nip,
            indikator=sebut_indikator(indikator), apa=apa, periode=bulan.label, angka=angka,
        )  # fmt: skip
