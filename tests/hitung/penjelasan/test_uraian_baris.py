"""How the months of a row became one target and one realisasi, in words: said over several months, and only there."""

from dataclasses import replace
from math import nan

import pytest
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.isian.indikator.rasio import Rasio
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung.penjelasan.uraian_baris import urai_baris

ATURAN = muat_aturan("permenpanrb-6-2022")


def penggabungan(agregasi, target, realisasi, jadi, rasio=()):
    """Return the sentence on months from January on; `jadi` is the target and the realisasi that they came to."""
    bulan = Periode.dari_teks("2026").bulan[: len(target)]
    nilai = nilai_indikator(agregasi=agregasi, bulan=bulan, target=jadi[0], realisasi=jadi[1], capaian=100.0)
    ketentuan = replace(nilai.baris.indikator, pembilang="puas", penyebut="ditanya")
    baris = replace(nilai.baris, indikator=ketentuan, target=target, realisasi=realisasi, rasio=rasio)
    return urai_baris(replace(nilai, baris=baris), ATURAN, ATURAN.parameter(float)).penggabungan


@pytest.mark.parametrize(
    ("agregasi", "target", "realisasi", "jadi", "kata"),
    [
        (Agregasi.JUMLAH, (40.0, 40.0), (41.0, 1204.5), (80.0, 1245.5), "target 40 + 40 = 80; realisasi 41 + 1.204,5 = 1.245,5"),
        (Agregasi.JUMLAH, (5.0, -2.0), (3.0, -1.5), (3.0, 1.5), "target 5 + (-2) = 3; realisasi 3 + (-1,5) = 1,5"),
        (Agregasi.RATA_RATA, (15.0, 16.0), (14.0, 15.0), (15.5, 14.5), "target (15 + 16) ÷ 2 = 15,5; realisasi (14 + 15) ÷ 2 = 14,5"),
        (Agregasi.NILAI_AKHIR, (80.0, 85.0), (79.0, 86.0), (85.0, 86.0), "bulan terakhir yang dihitung, Februari 2026: target 85, realisasi 86"),
        (Agregasi.JUMLAH, (40.0,), (41.0,), (40.0, 41.0), ""),
        (Agregasi.NILAI_AKHIR, (40.0,), (41.0,), (40.0, 41.0), ""),
        (Agregasi.JUMLAH, (40.0, 40.0), (41.0, nan), (80.0, nan), ""),
    ],
)  # fmt: skip
def test_beberapa_bulan_disebut_cara_menggabungnya_satu_bulan_tidak(agregasi, target, realisasi, jadi, kata):
    assert penggabungan(agregasi, target, realisasi, jadi) == kata


@pytest.mark.parametrize(
    ("bulanan", "jadi", "kata"),
    [
        ([(743.0, 1720.0)], 43.2, "realisasi 100 × 743 ÷ 1.720 = 43,2"),
        ([(1.0, 2.0), (30.0, 50.0)], 59.5, "target (40 + 40) ÷ 2 = 40; realisasi 100 × (1 + 30) ÷ (2 + 50) = 100 × 31 ÷ 52 = 59,5"),
    ],
)  # fmt: skip
def test_rasio_disebut_pembilang_dan_penyebutnya_juga_dalam_satu_bulan(bulanan, jadi, kata):
    rasio = tuple(Rasio(*ini) for ini in bulanan)
    target = (40.0,) * len(rasio)
    assert (
        penggabungan(Agregasi.RASIO, target, tuple(ini.realisasi for ini in rasio), (40.0, jadi), rasio)
        == kata
    )
