"""Settle the ASN who moved in the period: one score, in the row of the last unit.

Each unit scores the months of its own placement. The period's NHK is the mean of these printed figures weighted by
counted months: the same sum that anyone can do on paper from the units' rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import isnan, nan

import numpy as np

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH, BagianNilai, NilaiAsn
from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku, Perilaku
from asn_nilai.acuan.temuan import Akibat, Temuan
from asn_nilai.hitung.nilai.alasan import alasan_unik
from asn_nilai.hitung.nilai.capaian import rata_tertimbang
from asn_nilai.hitung.nilai.nilai_unit import status_nilai
from asn_nilai.hitung.nilai.predikat import putuskan_satu


def gabungkan_pindah(
    hasil: Mapping[str, HasilUnit], skema: Skema, periode: Periode, aturan: Aturan
) -> dict[str, HasilUnit]:
    """Return the results with every ASN settled who moved between the given units.

    Args:
        hasil: results by unit code; must hold every unit of every ASN who moved and whose last unit is wanted.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.
    """
    baris = {kode: list(milik.nilai) for kode, milik in hasil.items()}
    nomor = {kode: {asn.nip: urut for urut, asn in enumerate(milik)} for kode, milik in baris.items()}
    for nip, unit in unit_berpindah(skema, periode).items():
        if not all(kode in hasil for kode in unit):
            continue
        milik = [baris[kode][nomor[kode][nip]] for kode in unit]
        selesai = _satukan([hasil[kode].unit for kode in unit], milik, aturan)
        for kode, asn in zip(unit, selesai, strict=True):
            baris[kode][nomor[kode][nip]] = asn
    return {kode: replace(milik, nilai=tuple(baris[kode])) for kode, milik in hasil.items()}


def _satukan(unit: Sequence[Unit], milik: Sequence[NilaiAsn], aturan: Aturan) -> list[NilaiAsn]:
    """Return an ASN's rows, one for each unit: the score of the period in the last, the others moved on."""
    akhir = milik[-1]
    bagian = tuple(
        BagianNilai(di, asn.nhk, asn.bulan_dihitung, asn.indikator)
        for di, asn in zip(unit, milik, strict=True)
        if asn.bulan_dihitung
    )
    tertahan = not bagian or any(isnan(asn.nhk) and (asn.bulan_dihitung or _tertahan(asn)) for asn in milik)
    desimal = aturan.desimal
    nhk = nan if tertahan else rata_tertimbang([(b.nhk, b.bulan_dihitung) for b in bagian], desimal)
    perilaku = _perilaku(milik, aturan)
    putusan = putuskan_satu(np.array([nhk]), perilaku, aturan)
    predikat = str(putusan.predikat[0])
    kurang = tuple(sorted({bulan for asn in milik for bulan in asn.bulan_kurang}))
    status = status_nilai(predikat, kurang)
    alasan = [alasan_unik(asn.alasan if status != DINILAI else ()) for asn in milik]
    selesai = replace(
        akhir,
        nhk=nhk,
        rating_hasil=str(putusan.rating_hasil[0]),
        perilaku=perilaku,
        nilai_akhir=float(putusan.nilai_akhir[0]),
        predikat=predikat,
        status=status,
        alasan=alasan_unik(chain.from_iterable(alasan)),
        bagian=bagian,
        bulan_kurang=kurang,
    )
    lama = zip(milik[:-1], alasan[:-1], strict=True)
    return [*(_berpindah(asn, unit[-1].kode, sebab) for asn, sebab in lama), selesai]


def _tertahan(asn: NilaiAsn) -> bool:
    """Tell whether a unit's part cannot be given for another reason than months that are still to come."""
    return any(t.akibat is not Akibat.BERKAS or t.bulan not in asn.bulan_kurang for t in asn.alasan)


def _perilaku(milik: Sequence[NilaiAsn], aturan: Aturan) -> Perilaku:
    """Return the behaviour of the period: the months of all units, each as its unit rated it, joined as those of one unit are.

    A month in which both rated counts twice, as it does in the NHK. What a finding withholds in one unit is known in none, unless
    the rule asks for the last month alone and a later unit rated. A new idea counts whichever month brought it.
    """
    penentu = milik
    if aturan.perilaku.bulan_terakhir:
        bersuara = [asn for asn in milik if asn.rating_perilaku or asn.perilaku.ditahan]
        penentu = bersuara[-1:]
    bulanan = sorted(chain.from_iterable(asn.perilaku.bulan for asn in milik), key=lambda baris: baris.bulan)
    bersama = PembacaPerilaku(aturan).antarbulan(bulanan)
    if any(asn.perilaku.ditahan for asn in penentu) or any(map(_ide_tertahan, milik)):
        return replace(bersama, rating="", angka=nan, ditahan=True)
    return bersama


def _ide_tertahan(asn: NilaiAsn) -> bool:
    """Tell whether a new idea's cell is among what keeps a unit's predikat waiting."""
    ide = {baris.ide.letak for baris in asn.perilaku.bulan}
    return any(temuan.letak in ide for temuan in asn.alasan)


def _berpindah(asn: NilaiAsn, tujuan: str, alasan: tuple[Temuan, ...]) -> NilaiAsn:
    """Return the row of a unit that an ASN left: its own NHK, where the score stands, and what of it keeps that waiting."""
    return replace(
        asn,
        rating_hasil="",
        perilaku=Perilaku(ide_baru=asn.perilaku.ide_baru, bulan=asn.perilaku.bulan),
        nilai_akhir=nan,
        predikat="",
        status=PINDAH,
        alasan=alasan,
        pindah_ke=tujuan,
    )
