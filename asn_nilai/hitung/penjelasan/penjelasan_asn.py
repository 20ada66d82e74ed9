"""Lay one ASN's score out as on paper, from the very rows that scoring gave."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum, nan
from types import MappingProxyType

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import DINILAI, BagianNilai, NilaiAsn
from asn_nilai.acuan.hasil.penjelasan import BagianUnit, Penjelasan
from asn_nilai.acuan.isian.skema import UNIT_LAIN
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.hitung.penjelasan.langkah import susun_langkah
from asn_nilai.hitung.penjelasan.perilaku_tertulis import urai_perilaku
from asn_nilai.hitung.penjelasan.uraian_baris import urai_baris
from asn_nilai.hitung.perubahan.pengandaian import Andai
from asn_nilai.hitung.perubahan.perubahan_predikat import susun_perubahan

_TAK_DINILAI = frozenset(
    {"rangkap-jabatan", "rangkap-lebih-lama", "jeda-penempatan", "bulan-dua-unit", UNIT_LAIN}
)
"""The findings outside the unit that name nobody else and say what of an ASN's work no score rests on, or counts in two units."""


def susun_penjelasan(
    hasil: HasilUnit, asn: NilaiAsn, aturan: Aturan, instansi: str, umum: Sequence[Temuan] = ()
) -> Penjelasan:
    """Explain one ASN's score, and what would change it.

    Args:
        hasil: the unit in which the score stands, settled by `gabungkan_pindah`.
        asn: the ASN's row of it.
        aturan: the rule profile.
        instansi: the name printed in titles.
        umum: the findings that belong to no unit or to another's book; those that tell of time, a post or rows of the ASN that are not
            scored, or of a month that two units count, are told as well.
    """
    temuan = (*(t for t in umum if t.kode in _TAK_DINILAI), *hasil.temuan)
    urai = _susun(hasil, asn, temuan, aturan, instansi)
    if asn.status != DINILAI:
        return urai
    return replace(urai, perubahan=susun_perubahan(_andai(hasil, asn, aturan), asn.nhk))


def urai_unit(
    hasil: HasilUnit,
    aturan: Aturan,
    instansi: str,
    lain: Mapping[str, Sequence[Temuan]] = MappingProxyType({}),
) -> tuple[Penjelasan, ...]:
    """Explain the score of every ASN of a unit, in the order of its rows, without what would change it.

    `lain` are by NIP the findings of rows that stand in another unit's book.
    """
    menurut = {nip: [t for t in milik if t.unit != hasil.unit.kode] for nip, milik in lain.items()}
    for temuan in hasil.temuan:
        menurut.setdefault(temuan.nip, []).append(temuan)
    return tuple(_susun(hasil, asn, menurut.get(asn.nip, ()), aturan, instansi) for asn in hasil.nilai)


def _susun(
    hasil: HasilUnit, asn: NilaiAsn, temuan: Sequence[Temuan], aturan: Aturan, instansi: str
) -> Penjelasan:
    bagian = tuple(_urai(milik, aturan) for milik in _bagian(hasil, asn) if milik.indikator)
    unit, profil, catatan = hasil.unit, aturan.profil, _catatan(asn, temuan)
    return Penjelasan(
        instansi=instansi,
        periode=hasil.periode.kode,
        periode_label=hasil.periode.label,
        aturan=profil.kode,
        aturan_nama=profil.nama,
        peraturan=profil.peraturan,
        nip=asn.nip,
        nama=asn.nama,
        jabatan=asn.jabatan,
        kode_unit=unit.kode,
        unit=unit.nama,
        bagian=bagian,
        perilaku=urai_perilaku(asn.perilaku, aturan),
        langkah=tuple(susun_langkah(asn, bagian, aturan, catatan)),
        nilai_hasil_kerja=asn.nhk,
        rating_hasil_kerja=asn.rating_hasil,
        rating_perilaku=asn.rating_perilaku,
        angka_perilaku=asn.perilaku.angka,
        ide_baru=asn.perilaku.ide_baru,
        nilai_akhir=asn.nilai_akhir,
        predikat=asn.predikat,
        status=asn.status,
        bulan_kurang=asn.bulan_kurang,
        halangan=() if asn.status == DINILAI else asn.alasan,
        catatan=catatan,
    )


def _bagian(hasil: HasilUnit, asn: NilaiAsn) -> Sequence[BagianNilai]:
    """Return what each unit gives the score: of an ASN who did not move, this unit alone."""
    return asn.bagian or (BagianNilai(hasil.unit, asn.nhk, asn.bulan_dihitung, asn.indikator),)


def _andai(hasil: HasilUnit, asn: NilaiAsn, aturan: Aturan) -> Andai:
    """Return the ASN ready to be asked: the last unit with counted months is the one whose figures move."""
    *lalu, akhir = _bagian(hasil, asn)
    return Andai(
        tuple(milik.baris for milik in akhir.indikator),
        tuple((bagian.nhk, bagian.bulan_dihitung) for bagian in lalu),
        akhir.bulan_dihitung,
        asn.perilaku,
        aturan,
    )


def _urai(bagian: BagianNilai, aturan: Aturan) -> BagianUnit:
    parameter = aturan.parameter()
    baris = tuple([urai_baris(milik, aturan, parameter) for milik in bagian.indikator])
    jumlah_bobot = fsum(milik.bobot for milik in baris)
    hasil_kali = fsum(milik.bobot * milik.nilai_capaian for milik in baris)
    return BagianUnit(
        kode_unit=bagian.unit.kode,
        unit=bagian.unit.nama,
        bulan_dihitung=bagian.bulan_dihitung,
        baris=baris,
        jumlah_bobot=jumlah_bobot,
        hasil_kali=hasil_kali,
        nhk_persis=hasil_kali / jumlah_bobot if jumlah_bobot else nan,
        nhk=bagian.nhk,
    )


def _catatan(asn: NilaiAsn, temuan: Sequence[Temuan]) -> tuple[Temuan, ...]:
    """Return what else was noticed at the ASN's cells: it is no reason why there is no score."""
    return tuple(dict.fromkeys(t for t in temuan if t.nip == asn.nip and t not in asn.alasan))
