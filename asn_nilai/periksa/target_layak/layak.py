"""The family: every kind that is looked for, in the order in which it is told."""

from collections.abc import Iterator

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.periksa.target_layak.baris_setahun import BahanLayak, Dicapai, nip_samar, susun_setahun
from asn_nilai.periksa.target_layak.kecenderungan import target_melonggar, unit_melonggarkan
from asn_nilai.periksa.target_layak.rancangan import (
    bobot_terpusat,
    bulan_dilepas,
    persen_pecahan,
    ringan_dari_sejawat,
    tanpa_mutu,
)
from asn_nilai.periksa.target_layak.tercapai import di_bawah_realisasi, menurut_permintaan, selalu_terlampaui

JENIS = {
    "target-persen-pecahan": persen_pecahan,
    "unit-melonggarkan-target": unit_melonggarkan,
    "target-melonggar": target_melonggar,
    "target-selalu-terlampaui": selalu_terlampaui,
    "target-di-bawah-realisasi": di_bawah_realisasi,
    "target-ringan-dari-sejawat": ringan_dari_sejawat,
    "target-bulan-dilepas": bulan_dilepas,
    "bobot-terpusat": bobot_terpusat,
    "tanpa-indikator-mutu": tanpa_mutu,
    "target-menurut-permintaan": menurut_permintaan,
}
"""What looks for each kind, by the code of its finding."""


def periksa_target_layak(
    isian: IsianUnit, skema: Skema, tahun: Periode, aturan: Aturan, dicapai: Dicapai, ambang: Kewajaran
) -> Iterator[Temuan]:
    """Yield what is worth asking about a unit's targets of a year; nothing without a target workbook.

    Args:
        isian: what the unit submitted.
        skema: the registers.
        tahun: the year of the target workbook.
        aturan: the rule profile, for its ceiling.
        dicapai: what was reached, as far as it has been computed.
        ambang: which kinds are looked for, and their thresholds.
    """
    baris, plafon = tuple(susun_setahun(isian, skema, tahun)), aturan.capaian.plafon.nilai
    bahan = BahanLayak(isian.unit.kode, baris, nip_samar(isian, skema), dicapai, plafon, ambang)
    for jenis, cari in JENIS.items():
        if ambang.dicari(jenis):
            yield from cari(bahan)
