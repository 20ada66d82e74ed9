"""Lay a unit's tables out for calculation: who is scored here, on which rows, over which months."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from math import isnan

import numpy as np

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.rencana_kerja import RencanaKerja, rencana_baris
from asn_nilai.acuan.isian.formulir.tabel import Tabel
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
    realisasi = {bulan: _menurut_kunci(isian, bulan) for bulan in isian.capaian}
    menurut_nip: dict[str, list[BarisIndikator]] = {}
    sudah: set[tuple[str, str]] = set()
    for posisi, (nip, kode, bobot) in enumerate(
        zip(target.teks("nip"), target.teks("kode_indikator"), target.angka("bobot"), strict=True)
    ):
        indikator = skema.indikator.get(kode)
        if nip not in anggota or indikator is None or (nip, kode) in sudah:
            continue
        sudah.add((nip, kode))
        baris_capaian = ((bulan, realisasi.get(bulan, {}).get((nip, kode))) for bulan in anggota[nip].bulan)
        bulanan = [
            angka
            for bulan, capaian in baris_capaian
            if (angka := _angka_bulan(isian, target, posisi, bulan, capaian, indikator))
        ]
        if bulanan:
            rencana = rencana_baris(target, posisi)
            menurut_nip.setdefault(nip, []).append(_baris(indikator, bobot, bulanan, rencana))
    return {nip: menurut_nip[nip] for nip in anggota if nip in menurut_nip}


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


def _menurut_kunci(isian: IsianUnit, bulan: Bulan) -> dict[tuple[str, str], int]:
    tabel = isian.capaian[bulan]
    pasangan = zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)
    posisi: dict[tuple[str, str], int] = {}
    for nomor, kunci in enumerate(pasangan):
        posisi.setdefault(kunci, nomor)
    return posisi


def _angka_bulan(
    isian: IsianUnit, target: Tabel, posisi: int, bulan: Bulan, capaian: int | None, indikator: Indikator
) -> _AngkaBulan | None:
    """Return a month's target and realisasi with their cells, and what a ratio counts; None for a month without a target.

    Args:
        isian: what the unit submitted.
        target: its target table.
        posisi: the row there.
        bulan: the month.
        capaian: the row in the month's capaian table, None where there is none.
        indikator: the row's indicator.
    """
    kunci = kunci_bulan(bulan)
    angka = target.isi[kunci][posisi]
    if not isinstance(angka, float):
        return None
    tabel = isian.capaian.get(bulan)
    if tabel is None or capaian is None:
        return bulan, angka, np.nan, target.letak(kunci, posisi), None, _TANPA_RASIO
    sel_target, sel = target.letak(kunci, posisi), tabel.letak("realisasi", capaian)
    if indikator.rasio:
        rasio = rasio_bulan(tabel, capaian)
        return bulan, angka, rasio.realisasi, sel_target, rasio.letak or sel, rasio
    nilai = tabel.isi["realisasi"][capaian]
    return bulan, angka, nilai if isinstance(nilai, float) else np.nan, sel_target, sel, _TANPA_RASIO


def sebagai_larik(menurut_asn: Collection[Sequence[BarisIndikator]], aturan: Aturan) -> Masukan:
    """Return the rows as flat arrays; each ASN's rows stand together and ASN are numbered in their order."""
    baris = list(chain.from_iterable(menurut_asn))
    panjang = [len(ini.bulan) for ini in baris]
    terburuk = [ini.indikator.nilai_terburuk for ini in baris]
    return Masukan(
        asn=np.repeat(np.arange(len(menurut_asn)), [len(milik) for milik in menurut_asn]),
        awal=np.cumsum([0, *panjang[:-1]]),
        bobot=np.array([ini.bobot for ini in baris], dtype=float),
        rumus=np.array([_kode_rumus(ini.indikator, aturan) for ini in baris], dtype=object),
        agregasi=np.array([ini.indikator.agregasi.value for ini in baris], dtype=object),
        terburuk=np.array([np.nan if angka is None else angka for angka in terburuk], dtype=float),
        alami=np.array([ini.batas_alami for ini in baris], dtype=float),
        target=np.array(list(chain.from_iterable(ini.target for ini in baris)), dtype=float),
        realisasi=np.array(list(chain.from_iterable(ini.realisasi for ini in baris)), dtype=float),
        pembilang=_bagian_rasio(baris, "pembilang", 0.0),
        penyebut=_bagian_rasio(baris, "penyebut", 1.0),
    )


def _kode_rumus(indikator: Indikator, aturan: Aturan) -> str:
    rumus = aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek)
    return rumus.kode if rumus else ""


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
