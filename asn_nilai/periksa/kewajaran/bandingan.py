"""Realisasi and target side by side, month by month: what the checks of plausibility look at."""

from collections.abc import Mapping
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.indikator.rasio import kolom_angka, realisasi_bulan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan
from asn_nilai.periksa.bahan import BahanPeriksa, Kunci


@baris_ringan
class Pasangan:
    """A row of a month's capaian sheet that counts: its realisasi, and its target in the target workbook.

    Of a unit's figure the first row stands for all, and of a ratio the realisasi that it gives.
    """

    bulan: Bulan
    tabel: Tabel
    posisi: int
    nip: str
    indikator: Indikator
    target: float
    realisasi: float
    posisi_target: int

    @property
    def kunci(self) -> Kunci:
        """Return whose and what it is."""
        return self.nip, self.indikator.kode

    @property
    def letak(self) -> Letak:
        """Return the place of the realisasi, of a ratio that of what it counts."""
        return self.tabel.letak(kolom_angka(self.indikator), self.posisi)


class Bandingan(NamedTuple):
    """A unit's rows for comparison.

    Attributes:
        bahan: the unit's tables and indexes.
        target: the target table.
        ambang: the thresholds.
        bulan: for each month of the period that has a table, its rows in the order of the sheet; a row written twice or
            with a figure out of its bounds has its own finding and is left out.
        realisasi: for each month, earlier ones too, the realisasi by NIP and code; of a lone month none, for want of another.
    """

    bahan: BahanPeriksa
    target: Tabel
    ambang: Kewajaran
    bulan: Mapping[Bulan, list[Pasangan]]
    realisasi: Mapping[Bulan, Mapping[Kunci, float]]

    @classmethod
    def susun(
        cls,
        bahan: BahanPeriksa,
        target: Tabel,
        lalu: Mapping[Bulan, Tabel],
        ambang: Kewajaran,
    ) -> "Bandingan":
        """Lay the rows out."""
        menurut_bulan = {bulan: _pasangan(bahan, target, bulan) for bulan in bahan.capaian}
        realisasi: dict[Bulan, Mapping[Kunci, float]] = {}
        if lalu or len(menurut_bulan) > 1:
            realisasi = {b: {p.kunci: p.realisasi for p in semua} for b, semua in menurut_bulan.items()}
        for bulan, tabel in lalu.items():
            realisasi[bulan] = _realisasi(tabel, bahan.indikator)
        return cls(bahan, target, ambang, menurut_bulan, realisasi)

    @property
    def unit(self) -> str:
        """Return the unit's code."""
        return self.bahan.kode_unit


def _pasangan(bahan: BahanPeriksa, target: Tabel, bulan: Bulan) -> list[Pasangan]:
    """Return a month's rows in the order of the sheet, as its index has those that are alone under their key."""
    tabel, hasil = bahan.isian.capaian[bulan], list[Pasangan]()
    semua_target, semua_realisasi = target.angka(kunci_bulan(bulan)), tabel.angka("realisasi")
    terwakili = set[str]()
    for semua in bahan.capaian[bulan].values():
        baris = semua[0]
        indikator, tujuan = baris.indikator, baris.target
        if len(semua) > 1 or indikator is None or tujuan is None or bulan not in tujuan.dihitung:
            continue
        if indikator.kode in terwakili:
            continue
        posisi, angka = baris.posisi, semua_target[tujuan.posisi]
        realisasi = realisasi_bulan(tabel, posisi, indikator) if indikator.rasio else semua_realisasi[posisi]
        if realisasi is not None and angka is not None and indikator.memuat(realisasi):
            if indikator.milik_unit:
                terwakili.add(indikator.kode)
            hasil.append(
                Pasangan(bulan, tabel, posisi, baris.nip, indikator, angka, realisasi, tujuan.posisi)
            )
    return hasil


def _realisasi(tabel: Tabel, dikenal: Mapping[str, Indikator]) -> dict[Kunci, float]:
    """Return an earlier month's figures; a row written twice has none."""
    hasil: dict[Kunci, float] = {}
    ganda: set[Kunci] = set()
    for posisi, kunci in enumerate(zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)):
        nip, indikator = kunci[0], dikenal.get(kunci[1])
        if kunci in hasil:
            ganda.add(kunci)
        elif nip and indikator and (angka := realisasi_bulan(tabel, posisi, indikator)) is not None:
            hasil[kunci] = angka
    for kunci in ganda:
        del hasil[kunci]
    return hasil
