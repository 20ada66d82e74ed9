"""Lay one ASN's score out as on paper, from the same rows and functions that gave the score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

import numpy as np

from asn_nilai.acuan.hasil import DINILAI, HasilUnit, IsianUnit
from asn_nilai.acuan.penjelasan import (
    BagianUnit,
    Halangan,
    Penjelasan,
)
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.skema import Skema
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat
from asn_nilai.hitung.andai import Andai
from asn_nilai.hitung.capaian import Keluaran, hitung_capaian
from asn_nilai.hitung.langkah_penjelasan import perilaku_asn, susun_langkah
from asn_nilai.hitung.masukan import Baris, anggota_unit, sebagai_larik, susun_baris
from asn_nilai.hitung.perubahan import susun_perubahan
from asn_nilai.hitung.uraian_baris import urai_baris


@dataclass(frozen=True, slots=True)
class Bahan:
    """What one unit knows of an ASN: its submission and its settled result."""

    isian: IsianUnit
    hasil: HasilUnit


@dataclass(slots=True)
class _Bagian:
    """One unit's rows of the ASN, what they came to, and the row of the result."""

    bahan: Bahan
    baris: list[Baris]
    keluaran: Keluaran | None
    nilai: Mapping[str, Any]


def susun_penjelasan(
    nip: str, bahan: Sequence[Bahan], skema: Skema, periode: Periode, aturan: Aturan, instansi: str
) -> Penjelasan:
    """Explain one ASN's score.

    Args:
        nip: the ASN.
        bahan: each unit of the ASN in the period, in the order of placement, results settled by `gabungkan_pindah`.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.
        instansi: the name printed in titles.
    """
    bagian = [_bagian(nip, satu, skema, periode, aturan) for satu in bahan]
    akhir = bagian[-1]
    nilai = akhir.nilai
    terurai = tuple(_urai(satu, aturan) for satu in bagian if satu.baris)
    isian = [satu.bahan.isian for satu in bagian]
    unit, profil = akhir.bahan.isian.unit, aturan.profil
    return Penjelasan(
        instansi=instansi,
        periode=periode.kode,
        periode_label=periode.label,
        aturan=profil.kode,
        aturan_nama=profil.nama,
        peraturan=profil.peraturan,
        nip=nip,
        nama=nilai["nama"],
        jabatan=nilai["jabatan"],
        kode_unit=unit.kode,
        unit=unit.nama,
        bagian=terurai,
        langkah=tuple(susun_langkah(nip, nilai, terurai, isian, periode, aturan)),
        nilai_hasil_kerja=nilai["nilai_hasil_kerja"],
        rating_hasil_kerja=nilai["rating_hasil_kerja"],
        rating_perilaku=nilai["rating_perilaku"],
        angka_perilaku=nilai["angka_perilaku"],
        ide_baru=bool(nilai["ide_baru"]),
        nilai_akhir=nilai["nilai_akhir"],
        predikat=nilai["predikat"],
        status=nilai["status"],
        halangan=tuple(_halangan(nip, bagian)) if nilai["status"] != DINILAI else (),
        catatan=tuple(_catatan(nip, bagian)),
        perubahan=susun_perubahan(_andai(bagian, nilai, aturan), nilai["nilai_hasil_kerja"])
        if nilai["status"] == DINILAI
        else None,
    )


def _bagian(nip: str, bahan: Bahan, skema: Skema, periode: Periode, aturan: Aturan) -> _Bagian:
    anggota = anggota_unit(skema, bahan.isian.unit.kode, periode)
    baris = susun_baris(bahan.isian, {nip: anggota[nip]}, skema)
    keluaran = None
    if baris:
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            keluaran = hitung_capaian(sebagai_larik(baris, aturan), aturan)
    nilai = bahan.hasil.nilai
    milik = nilai[nilai["nip"] == nip].iloc[0].to_dict()
    return _Bagian(bahan, baris, keluaran, {str(kunci): isi for kunci, isi in milik.items()})


def _andai(bagian: Sequence[_Bagian], nilai: Mapping[str, Any], aturan: Aturan) -> Andai:
    """Return the ASN ready to be asked: the last unit with counted months is the one whose figures move."""
    dihitung = [satu for satu in bagian if satu.baris]
    dasar = {kode: nhk for kode, nhk, _ in nilai["bagian"]}
    lalu = tuple(
        (float(dasar[satu.bahan.isian.unit.kode]), int(satu.nilai["bulan_dihitung"]))
        for satu in dihitung[:-1]
    )
    akhir = dihitung[-1]
    return Andai(tuple(akhir.baris), lalu, int(akhir.nilai["bulan_dihitung"]), perilaku_asn(nilai), aturan)


def _urai(bagian: _Bagian, aturan: Aturan) -> BagianUnit:
    k, unit = bagian.keluaran, bagian.bahan.isian.unit
    if k is None:  # pragma: no cover - only units with rows are asked for
        raise ValueError(unit.kode)
    baris = tuple(urai_baris(satu, k, nomor, aturan) for nomor, satu in enumerate(bagian.baris))
    sendiri = next((n for kode, n, _ in bagian.nilai["bagian"] if kode == unit.kode), None)
    nhk = bagian.nilai["nilai_hasil_kerja"] if sendiri is None else sendiri
    return BagianUnit(
        kode_unit=unit.kode,
        unit=unit.nama,
        bulan_dihitung=int(bagian.nilai["bulan_dihitung"]),
        baris=baris,
        jumlah_bobot=fsum(satu.bobot for satu in baris),
        nhk_persis=float(k.nhk[0]),
        nhk=float(nhk),
    )


def _milik(nip: str, bagian: Sequence[_Bagian]) -> list[Temuan]:
    """Return the findings that name the ASN, or that stop a whole file the ASN depends on."""
    hasil = []
    for satu in bagian:
        alasan = str(satu.nilai["alasan"])
        hasil += [
            t
            for t in satu.bahan.hasil.temuan
            if t.nip == nip or (t.akibat is Akibat.BERKAS and f"{t.kode} ({t.letak})" in alasan)
        ]
    return hasil


def _halangan(nip: str, bagian: Sequence[_Bagian]) -> list[Halangan]:
    galat = [t for t in _milik(nip, bagian) if t.tingkat is Tingkat.GALAT]
    return list(dict.fromkeys(Halangan(t.kode, str(t.letak), t.pesan, t.saran) for t in galat))


def _catatan(nip: str, bagian: Sequence[_Bagian]) -> list[str]:
    """Return what was noticed at the ASN's cells without changing the score."""
    ringan = [t for t in _milik(nip, bagian) if t.tingkat is not Tingkat.GALAT]
    return list(dict.fromkeys(f"{t.letak}: {t.pesan}" for t in ringan))
