"""Lay a unit's tables out for calculation: who is scored here, on which rows, over which months."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import isnan

import numpy as np

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.rencana_kerja import RencanaKerja, rencana_baris
from asn_nilai.acuan.isian.formulir.tabel import NilaiSel, Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.indikator.rasio import Rasio, rasio_bulan
from asn_nilai.acuan.isian.register.anggota import Anggota
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.hitung.nilai.capaian import Masukan

_TANPA_RASIO = Rasio()
_AngkaBulan = tuple[Bulan, float, float, Letak, Letak | None, Rasio]
"""A month, its target and realisasi, their cells, and what a ratio counts."""


def lewati_bulan_kurang(isian: IsianUnit, anggota: Mapping[str, Anggota]) -> dict[str, Anggota]:
    """Return the ASN without the months with a target for which the unit's capaian is not there, and name these."""
    kurang = isian.bulan_kurang({nip: orang.bulan for nip, orang in anggota.items()})
    hasil = {}
    for nip, orang in anggota.items():
        lewat = kurang.get(nip, set())
        sisa = tuple(bulan for bulan in orang.bulan if bulan not in lewat)
        hasil[nip] = Anggota(orang.penempatan, sisa, tuple(sorted(lewat)))
    return hasil


def susun_baris(
    isian: IsianUnit, anggota: Mapping[str, Anggota], skema: Skema
) -> dict[str, list[BarisIndikator]]:
    """Return the rows that take part by NIP, in the order of `anggota`; an ASN without any is left out.

    A row takes part when at least one month of the ASN's placement has a target. Of rows that stand twice only the first
    is laid out; the ASN is not scored then.
    """
    target = isian.target
    if target is None:
        return {}
    kolom = {
        bulan: _KolomBulan.dari(isian, target, bulan)
        for bulan in dict.fromkeys(chain.from_iterable(orang.bulan for orang in anggota.values()))
    }
    menurut_nip: dict[str, list[BarisIndikator]] = {}
    sudah: set[tuple[str, str]] = set()
    pasangan = zip(target.teks("nip"), target.teks("kode_indikator"), strict=True)
    for posisi, (kunci, bobot) in enumerate(zip(pasangan, target.angka("bobot"), strict=True)):
        nip, indikator = kunci[0], skema.indikator.get(kunci[1])
        if nip not in anggota or indikator is None or kunci in sudah:
            continue
        sudah.add(kunci)
        semua = (kolom[bulan].angka(posisi, kunci, indikator) for bulan in anggota[nip].bulan)
        if bulanan := [angka for angka in semua if angka]:
            rencana = rencana_baris(target, posisi)
            menurut_nip.setdefault(nip, []).append(_baris(indikator, bobot, bulanan, rencana))
    return {nip: menurut_nip[nip] for nip in anggota if nip in menurut_nip}


@dataclass(frozen=True, slots=True)
class _KolomBulan:
    """A month's columns in a unit's tables: targets row by row, realisasi by the row that stands first for a NIP and a code."""

    bulan: Bulan
    target: Sequence[NilaiSel]
    sel_target: Sequence[Letak]
    tabel: Tabel | None
    posisi: Mapping[tuple[str, str], int]
    sel_realisasi: Sequence[Letak]

    @classmethod
    def dari(cls, isian: IsianUnit, target: Tabel, bulan: Bulan) -> "_KolomBulan":
        """Lay out a month of what a unit submitted."""
        kunci, tabel = kunci_bulan(bulan), isian.capaian.get(bulan)
        if tabel is None:
            return cls(bulan, target.isi[kunci], target.semua_letak(kunci), None, {}, ())
        pasangan = [*zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)]
        posisi = {milik: nomor for nomor, milik in reversed([*enumerate(pasangan)])}
        return cls(
            bulan,
            target.isi[kunci],
            target.semua_letak(kunci),
            tabel,
            posisi,
            tabel.semua_letak("realisasi"),
        )

    def angka(self, posisi: int, kunci: tuple[str, str], indikator: Indikator) -> _AngkaBulan | None:
        """Return a row's target and realisasi with their cells, and what a ratio counts; None without a target in the month."""
        angka = self.target[posisi]
        if not isinstance(angka, float):
            return None
        sel_target, capaian = self.sel_target[posisi], self.posisi.get(kunci)
        if self.tabel is None or capaian is None:
            return self.bulan, angka, np.nan, sel_target, None, _TANPA_RASIO
        sel = self.sel_realisasi[capaian]
        if indikator.rasio:
            rasio = rasio_bulan(self.tabel, capaian)
            return self.bulan, angka, rasio.realisasi, sel_target, rasio.letak or sel, rasio
        nilai = self.tabel.isi["realisasi"][capaian]
        return self.bulan, angka, nilai if isinstance(nilai, float) else np.nan, sel_target, sel, _TANPA_RASIO


def kepala_dari_unit(
    baris: Mapping[str, Sequence[BarisIndikator]], nip_kepala: str
) -> dict[str, Sequence[BarisIndikator]]:
    """Return the rows with those of the unit's head cut down to the unit's own figures, where the head carries any."""
    milik_unit = [ini for ini in baris.get(nip_kepala, ()) if ini.indikator.milik_unit]
    return {**baris, nip_kepala: milik_unit} if milik_unit else dict(baris)


def _baris(
    indikator: Indikator, bobot: float | None, bulanan: Iterable[_AngkaBulan], rencana: RencanaKerja
) -> BarisIndikator:
    bulan, target, realisasi, sel_target, sel_realisasi, rasio = zip(*bulanan, strict=True)
    return BarisIndikator(
        indikator,
        np.nan if bobot is None else bobot,
        bulan,
        target,
        realisasi,
        sel_target,
        sel_realisasi,
        rasio if indikator.rasio else (),
        rencana,
    )


def sebagai_larik(menurut_asn: Collection[Sequence[BarisIndikator]], aturan: Aturan) -> Masukan:
    """Return the rows as flat arrays; each ASN's rows stand together and ASN are numbered in their order."""
    baris = list(chain.from_iterable(menurut_asn))
    panjang = [len(ini.bulan) for ini in baris]
    dipakai = {ini.indikator.kode: ini.indikator for ini in baris}
    sifat = {kode: _sifat(indikator, aturan) for kode, indikator in dipakai.items()}
    rumus, agregasi, terburuk = zip(*(sifat[ini.indikator.kode] for ini in baris), strict=True)
    return Masukan(
        asn=np.repeat(np.arange(len(menurut_asn)), [len(milik) for milik in menurut_asn]),
        awal=np.cumsum([0, *panjang[:-1]]),
        bobot=np.array([ini.bobot for ini in baris], dtype=float),
        rumus=np.array(rumus, dtype=object),
        agregasi=np.array(agregasi, dtype=object),
        terburuk=np.array(terburuk, dtype=float),
        alami=np.array([ini.batas_alami for ini in baris], dtype=float),
        target=np.array(list(chain.from_iterable(ini.target for ini in baris)), dtype=float),
        realisasi=np.array(list(chain.from_iterable(ini.realisasi for ini in baris)), dtype=float),
        pembilang=_bagian_rasio(baris, "pembilang", 0.0),
        penyebut=_bagian_rasio(baris, "penyebut", 1.0),
    )


def _sifat(indikator: Indikator, aturan: Aturan) -> tuple[str, str, float]:
    """Return an indicator's formula, aggregation and `Nilai Terburuk`, each as the arrays have it."""
    rumus, terburuk = aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek), indikator.nilai_terburuk
    return rumus.kode if rumus else "", indikator.agregasi.value, np.nan if terburuk is None else terburuk


def _bagian_rasio(baris: Sequence[BarisIndikator], bagian: str, lain: float) -> Larik:
    """Return what each month of a ratio counts above or below its line, `lain` for months of other rows.

    Where a month's two figures give no realisasi, neither counts: the sums of the other months are not the period's.
    """
    angka = list[float]()
    for ini in baris:
        if ini.rasio:
            angka += (np.nan if isnan(r.realisasi) else getattr(r, bagian) for r in ini.rasio)
        else:
            angka += [lain] * len(ini.bulan)
    return np.array(angka, dtype=float)
