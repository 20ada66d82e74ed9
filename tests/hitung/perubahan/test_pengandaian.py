"""What other figures of the last month would give: each candidate scored as if it were an ASN of its own."""

from math import nan

import numpy as np
import pytest
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.perubahan.pengandaian import Andai, kisi, semua_nhk

T1 = Periode.dari_teks("2026-T1").bulan
ATURAN, PANRB_8 = muat_aturan("permenpanrb-6-2022"), muat_aturan("permenpanrb-8-2021")


def andai(*lalu):
    """Three months of two rows: 10 of 10 each month, summed, at a weight of 60; 40 of 50, of which the last counts, at 40."""
    semua = (
        nilai_indikator("A", agregasi="Jumlah", bobot=60.0, target=10.0, realisasi=10.0, bulan=T1),
        nilai_indikator("B", agregasi="Nilai Akhir", bobot=40.0, target=50.0, realisasi=40.0, bulan=T1),
    )
    return Andai([ini.baris for ini in semua], lalu, 3, Perilaku("Sesuai Ekspektasi", angka=nan), ATURAN)


@pytest.mark.parametrize(
    ("letak", "calon", "nhk", "capaian"),
    [
        ([1], [[40.0], [55.0], [70.0]], [92.0, 104.0, 108.0], [[100, 80], [100, 110], [100, 120]]),
        ([0], [[10.0], [16.0], [0.0]], [92.0, 104.0, 72.0], [[100, 80], [120, 80], [200 / 3, 80]]),
        ([0, 1], [[16.0, 55.0], [10.0, 40.0]], [116.0, 92.0], [[120, 110], [100, 80]]),
    ],
)
def test_angka_lain_di_bulan_terakhir_dinilai_sendiri_sendiri(letak, calon, nhk, capaian):
    dapat, persen = andai().nilai(letak, np.array(calon))
    assert dapat.tolist() == nhk
    assert persen == pytest.approx(np.array(capaian))


def test_unit_sebelumnya_ikut_menurut_bulannya():
    """(80 × 1 + 104 × 3) ÷ 4 = 98"""
    assert andai((80.0, 1)).nilai([1], np.array([[55.0], [40.0]]))[0].tolist() == [98.0, 89.0]


def test_semua_nhk_dari_lantai_sampai_plafon_dan_konversi_memberi_ujungnya_sendiri():
    assert kisi(0.0, 0.05, 2).tolist() == [0.0, 0.01, 0.02, 0.03, 0.04, 0.05]
    semua = semua_nhk(ATURAN)
    assert (semua[0], semua[1], semua[-1], len(semua)) == (0.0, 0.01, 120.0, 12001)
    konversi = semua_nhk(PANRB_8)
    assert (konversi[0], konversi[-1]) == (0.0, 120.0)
