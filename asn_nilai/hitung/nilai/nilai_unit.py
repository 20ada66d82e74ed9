"""Score one unit and period: from its tables and findings to the frozen rows that every face shows."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import (
    BELUM_DINILAI,
    DINILAI,
    SEMENTARA,
    BarisIndikator,
    NilaiAsn,
    NilaiIndikator,
)
from asn_nilai.acuan.isian.register.anggota import Anggota, anggota_unit
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.setoran.perilaku_unit import perilaku_unit
from asn_nilai.acuan.setoran.pesan.akar_temuan import lipat
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.hitung.nilai.alasan import AlasanUnit
from asn_nilai.hitung.nilai.capaian import hitung_capaian, hitung_nhk
from asn_nilai.hitung.nilai.masukan import (
    kepala_dari_unit,
    lewati_bulan_kurang,
    sebagai_larik,
    susun_baris,
)
from asn_nilai.hitung.nilai.predikat import putuskan

_TANPA_NAMA = "(tanpa nama)"
HasilKerja = tuple[float, tuple[NilaiIndikator, ...]]
"""An ASN's printed NHK and scored rows."""


def hitung_unit(
    isian: IsianUnit,
    temuan: Sequence[Temuan],
    skema: Skema,
    periode: Periode,
    aturan: Aturan,
    *,
    sementara: bool = False,
) -> HasilUnit:
    """Score the ASN of one unit.

    Args:
        isian: what the unit submitted.
        temuan: every finding of the unit; a `galat` decides who is not scored.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.
        sementara: whether a month whose capaian is not there is left out and named, instead of keeping its ASN unscored.

    Returns:
        One row per ASN placed in the unit, also of those not scored (see `HasilUnit`); last those whose row in the register
        is faulty. An ASN who moved holds the score of this unit alone until `gabungkan_pindah` settles it.
    """
    anggota = anggota_unit(skema, isian.unit.kode, periode)
    if sementara:
        anggota = lewati_bulan_kurang(isian, anggota)
    hasil_kerja = _hasil_kerja(_baris_ikut(isian, anggota, skema, aturan), aturan)
    perilaku = perilaku_unit(isian, periode, aturan, {nip: orang.bulan for nip, orang in anggota.items()})
    nilai = [
        *_nilai(isian, anggota, hasil_kerja, perilaku, AlasanUnit.dari(temuan), aturan),
        *(_tertahan(orang, tempat) for orang, tempat in skema.cacat_di(isian.unit.kode, periode)),
    ]
    sendiri, menunggu = lipat(temuan)
    return HasilUnit(
        isian.unit, periode, tuple(nilai), tuple(sendiri), tuple(isian.berkas), menunggu=menunggu
    )


def _nilai(
    isian: IsianUnit,
    anggota: Mapping[str, Anggota],
    hasil_kerja: Mapping[str, HasilKerja],
    perilaku: Mapping[str, Perilaku],
    alasan: AlasanUnit,
    aturan: Aturan,
) -> Iterator[NilaiAsn]:
    """Yield each ASN's row: what results and behaviour come to, unless a finding holds one of them back."""
    tanpa: HasilKerja = (np.nan, ())
    nhk = np.array([np.nan if n in alasan.asn else hasil_kerja.get(n, tanpa)[0] for n in anggota])
    milik = [_perilaku_asn(perilaku.get(nip, Perilaku()), ditahan=nip in alasan.perilaku) for nip in anggota]
    putusan = putuskan(
        nhk,
        np.array([p.rating for p in milik], dtype=object),
        np.array([p.angka for p in milik], dtype=float),
        np.array([p.ide_baru for p in milik], dtype=bool),
        aturan,
    )
    for nomor, (nip, orang) in enumerate(anggota.items()):
        indikator = hasil_kerja.get(nip, tanpa)[1]
        bulan = {b for ini in indikator for b in ini.baris.bulan}
        predikat = str(putusan.predikat[nomor])
        yield NilaiAsn(
            penempatan=orang.penempatan,
            indikator=indikator,
            bulan_dihitung=len(bulan),
            nhk=float(nhk[nomor]),
            rating_hasil=str(putusan.rating_hasil[nomor]),
            perilaku=milik[nomor],
            nilai_akhir=float(putusan.nilai_akhir[nomor]),
            predikat=predikat,
            status=status_nilai(predikat, orang.kurang),
            alasan=alasan.untuk(nip, {*bulan, *orang.kurang}, isian),
            bulan_kurang=orang.kurang,
        )


def _baris_ikut(
    isian: IsianUnit, anggota: Mapping[str, Anggota], skema: Skema, aturan: Aturan
) -> Mapping[str, Sequence[BarisIndikator]]:
    """Return the rows that take part; of the unit's head the unit's own figures alone, where the rule says so."""
    semua = susun_baris(isian, anggota, skema)
    return kepala_dari_unit(semua, isian.unit.nip_kepala) if aturan.kepala_dari_unit else semua


def status_nilai(predikat: str, kurang: Sequence[Bulan]) -> str:
    """Return the status of who has this predikat, months of the period lacking or not."""
    if predikat == BELUM_DINILAI:
        return BELUM_DINILAI
    return SEMENTARA if kurang else DINILAI


def _tertahan(orang: PegawaiCacat, tempat: Penempatan) -> NilaiAsn:
    """Return the row of a person whom a faulty row of the register keeps from being scored."""
    siapa = tempat._replace(nip=orang.nip, nama=orang.nama or _TANPA_NAMA)
    return NilaiAsn(
        siapa, (), 0, np.nan, "", Perilaku(), np.nan, BELUM_DINILAI, BELUM_DINILAI, alasan=orang.sebab
    )


def _perilaku_asn(perilaku: Perilaku, *, ditahan: bool) -> Perilaku:
    """Return the behaviour that counts: none where a finding withholds it, but for a new idea; its rows stay to be seen."""
    if not ditahan:
        return perilaku
    # Who merely has no rating yet may have one in another unit.
    terbaca = perilaku.ditahan or bool(perilaku.berating)
    return Perilaku(ide_baru=perilaku.ide_baru, bulan=perilaku.bulan, ditahan=terbaca)


def _hasil_kerja(baris: Mapping[str, Sequence[BarisIndikator]], aturan: Aturan) -> dict[str, HasilKerja]:
    """Return the printed NHK and the scored rows of each ASN who has rows, by NIP."""
    if not baris:
        return {}
    masukan = sebagai_larik(baris.values(), aturan)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        k = hitung_capaian(masukan, aturan)
    nhk = hitung_nhk(masukan, k, aturan).tolist()
    kolom = (k.target, k.realisasi, k.persen, k.capaian, k.capaian_bulat, k.nilai, k.tertimbang)
    angka: Iterator[tuple[float, ...]] = zip(*(larik.tolist() for larik in kolom), strict=True)
    return {
        nip: (nilai, tuple(NilaiIndikator(ini, *next(angka)) for ini in milik))
        for (nip, milik), nilai in zip(baris.items(), nhk, strict=True)
    }
