"""How months become one figure: each way of joining them by hand, and what is nothing on paper is nothing here."""

from fractions import Fraction
from math import isnan, nan

import numpy as np
import pytest

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.hitung.nilai.agregasi import gabungkan_bulan, gabungkan_rasio

CARA = (Agregasi.JUMLAH, Agregasi.RATA_RATA, Agregasi.NILAI_AKHIR, Agregasi.RASIO)


def gabungkan(*bulan, jenis=float):
    """The same months joined in each way, in a row between two others."""
    semua = np.array(
        [5.0, *bulan * len(CARA), 7.0, 9.0] if jenis is float else [*bulan * len(CARA)], dtype=jenis
    )
    if jenis is not float:
        awal = np.arange(len(CARA)) * len(bulan)
        return gabungkan_bulan(semua, awal, np.array([ini.value for ini in CARA], dtype=object)).tolist()
    awal = np.array([0, *(1 + np.arange(len(CARA)) * len(bulan)), len(semua) - 2])
    agregasi = np.array([ini.value for ini in (Agregasi.JUMLAH, *CARA, Agregasi.JUMLAH)], dtype=object)
    pertama, *tengah, akhir = gabungkan_bulan(semua, awal, agregasi).tolist()
    assert (pertama, akhir) == (5.0, 16.0)
    return tengah


def test_jumlah_rata_rata_bulan_terakhir_dan_target_rasio():
    assert gabungkan(10.0, 20.0, 45.0) == [75.0, 25.0, 45.0, 25.0]
    assert gabungkan(10.0) == [10.0] * 4
    pecahan = gabungkan(Fraction(1, 3), Fraction(1, 6), jenis=object)
    assert pecahan == [Fraction(1, 2), Fraction(1, 4), Fraction(1, 6), Fraction(1, 4)]


@pytest.mark.parametrize("bulan", [(0.1, 0.2, -0.3), (0.7, 0.1, -0.8), (-0.3, 0.2, 0.1), (1e9 / 3, -1e9 / 3)])
def test_yang_saling_meniadakan_di_kertas_nol(bulan):
    jumlah, rata, *_ = gabungkan(*bulan)
    assert (jumlah, rata) == (0.0, 0.0)


@pytest.mark.parametrize(("bulan", "jumlah"), [((1e-9, 0.0), 1e-9), ((100.0, -99.99999), 1e-5)])
def test_sisa_yang_diketik_tetap_ada(bulan, jumlah):
    assert gabungkan(*bulan)[0] == pytest.approx(jumlah, rel=1e-6)


def test_bulan_yang_kurang_meniadakan_semuanya_juga_bila_hanya_yang_terakhir_dilihat():
    assert all(map(isnan, gabungkan(nan, 20.0, 45.0)))
    assert all(map(isnan, gabungkan(10.0, nan)))


def test_rasio_ialah_jumlah_dibagi_jumlah():
    """100 × (1 + 30) ÷ (2 + 50) and 100 × 3 ÷ 4; the mean of 50 and 60 would be 55."""
    hasil = gabungkan_rasio(np.array([1.0, 30.0, 3.0]), np.array([2.0, 50.0, 4.0]), np.array([0, 2]))
    assert hasil.tolist() == [100 * 31 / 52, 75.0]
