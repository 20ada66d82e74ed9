"""Targets that become easier through the year: of one row, and of a unit of which many rows do."""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.periksa.target_layak.baris_setahun import BahanLayak


def target_melonggar(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row whose targets become clearly easier through the year, at the last one."""
    for baris in bahan.longgar:
        (awal, dari), *_, (akhir, menjadi) = baris.terisi
        yield temuan(
            "target-melonggar", baris.letak(kunci_bulan(akhir)), unit=bahan.unit, nip=baris.orang.nip,
            nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator), awal=awal.label, dari=tulis_angka(dari),
            akhir=akhir.label, menjadi=tulis_angka(menjadi),
        )  # fmt: skip


def unit_melonggarkan(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield one finding for a unit in which many of the targets that change become easier."""
    ambang, longgar, berubah = bahan.ambang, bahan.longgar, len(bahan.berubah)
    if len(longgar) >= max(ambang.melonggar_paling_sedikit_baris, ambang.melonggar_bagian * berubah):
        yield temuan(
            "unit-melonggarkan-target", longgar[0].letak("kode_indikator"), unit=bahan.unit,
            banyak=len(longgar), berubah=berubah,
        )  # fmt: skip
