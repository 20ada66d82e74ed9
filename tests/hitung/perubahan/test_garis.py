"""The steps in which a row's last figure moves, and how far: both directions, with and without bounds, ratios too."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, JenisNilai
from asn_nilai.acuan.isian.indikator.rasio import Rasio
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung.perubahan.langkah_terkecil import (
    Garis,
    Puncak,
    _di_antara,
    _sebelum,
    _tepat_target,
    _tertinggi,
    bersama,
    desimal_baris,
    garis,
)
from asn_nilai.hitung.perubahan.pengandaian import kisi, peringkat, semua_nhk

DASAR = nilai_indikator().baris


def baris(target, realisasi, rasio=(), **sifat) -> BarisIndikator:
    """Return a row of as many months as there are figures."""
    sifat = {
        "jenis_nilai": JenisNilai.DESIMAL,
        "agregasi": Agregasi.RASIO if rasio else Agregasi.JUMLAH,
        **sifat,
    }
    indikator = replace(DASAR.indikator, **sifat)
    banyak = len(target)
    bulan = tuple(Bulan(2026, 1 + ke) for ke in range(banyak))
    return BarisIndikator(
        indikator, 100.0, bulan, tuple(target), tuple(realisasi), DASAR.sel_target * banyak, (None,) * banyak, tuple(rasio)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("milik", "desimal"),
    [
        (baris([100.0], [89.5], jenis_nilai=JenisNilai.BULAT), 0), (baris([100.0], [5.0]), 2), (baris([100.0], [5.125]), 3), (baris([100.0625], [5.0]), 4),
        (baris([100.0], [0.1234567]), 6), (baris([0.12345, 1.0], [1.0, 5.0]), 2), (baris([100.0], [12.0], [Rasio(12.0, 100.0)]), 0),
        (baris([100.0], [12.5], [Rasio(12.5, 100.0)]), 1), (baris([100.0], [12.0], [Rasio(12.0, 100.25)]), 2), (baris([100.0], [12.0], [Rasio(0.1234567, 1.0)]), 6),
        (baris([100.0] * 2, [12.0] * 2, [Rasio(1.5, 10.0), Rasio(2.0, 10.0)]), 0), (baris([100.0], [12000.0]), 2),
    ],
)  # fmt: skip
def test_desimal_langkah_menurut_jenis_dan_yang_tertulis(milik, desimal):
    assert desimal_baris(milik) == desimal


@pytest.mark.parametrize(
    ("milik", "arah", "pangkal", "desimal", "banyak"),
    [
        # Without a bound as far as three times all figures, and one.
        (baris([100.0], [80.125]), 1, 80125, 3, 541_375), (baris([100.0], [80.125]), -1, 80125, 3, 80125),
        (baris([100.0], [80.125], batas_atas=120.0), 1, 80125, 3, 39875), (baris([100.0], [80.125], batas_bawah=10.0), -1, 80125, 3, 70125),
        (baris([100.0], [89.5], jenis_nilai=JenisNilai.BULAT, batas_atas=100.0), 1, 89, 0, 11), (baris([100.0], [89.5], jenis_nilai=JenisNilai.BULAT), -1, 90, 0, 90),
        (baris([100.0], [130.0], jenis_nilai=JenisNilai.BULAT, batas_atas=120.0), 1, 130, 0, 0), (baris([100.0], [5.0], jenis_nilai=JenisNilai.BULAT, batas_bawah=5.0), -1, 5, 0, 0),
        (baris([-100.0], [-80.0], jenis_nilai=JenisNilai.BULAT), -1, -80, 0, 541), (baris([100.0], [-1.0], jenis_nilai=JenisNilai.BULAT), -1, -1, 0, 304),
        (baris([-1.0], [0.0], jenis_nilai=JenisNilai.BULAT), -1, 0, 0, 4), (baris([0.0], [0.0], jenis_nilai=JenisNilai.BULAT), 1, 0, 0, 1),
        (baris([100.0] * 2, [80.0] * 2, jenis_nilai=JenisNilai.BULAT, nilai_terburuk=50.0), 1, 80, 0, 1381),
        (baris([100.0], [25.0], [Rasio(50.0, 200.0)]), 1, 50, 0, 751), (baris([100.0], [25.0], [Rasio(50.0, 200.0)]), -1, 50, 0, 50),
        (baris([100.0], [25.0], [Rasio(50.0, 200.0)], batas_atas=90.0), 1, 50, 0, 130), (baris([100.0], [25.0], [Rasio(50.0, 200.0)], batas_bawah=10.0), -1, 50, 0, 30),
        (baris([100.0] * 2, [25.0] * 2, [Rasio(10.0, 40.0), Rasio(50.0, 200.0)], batas_atas=90.0), 1, 50, 0, 130),
        # 29 of 29 is 100 percent and 7 of 28 is 25, though in floats 100 × (29 ÷ 100) is a hair below and 25 × (28 ÷ 100) a hair above.
        (baris([92.0], [27 / 29 * 100], [Rasio(27.0, 29.0)], batas_atas=100.0), 1, 27, 0, 2),
        (baris([30.0], [10 / 28 * 100], [Rasio(10.0, 28.0)], batas_bawah=25.0), -1, 10, 0, 3),
        (baris([100.0] * 2, [25.0] * 2, [Rasio(10.0, 40.0), Rasio(50.0, 200.0)]), 1, 50, 0, 1801),
    ],
)  # fmt: skip
def test_garis_dari_yang_sekarang_sampai_batasnya(milik, arah, pangkal, desimal, banyak):
    assert garis(milik, arah) == Garis(milik.terakhir, pangkal, arah, desimal, banyak)


def test_angka_di_sepanjang_garis_dan_langkah_kembalinya():
    naik, turun = Garis(80.125, 80125, 1, 3, 9), Garis(80.5, 81, -1, 0, 9)
    assert naik.angka(np.array([0, 1, 5])).tolist() == [80.125, 80.126, 80.13]
    assert [turun.angka_ke(n) for n in (0, 1, 2)] == [80.5, 80.0, 79.0]
    assert (naik.langkah_ke(80.13), naik.langkah_ke(80.12), turun.langkah_ke(79.0)) == (5, -5, 2)


@pytest.mark.parametrize(
    ("milik", "angka"),
    [
        (baris([100.0, 100.0], [80.0, 90.0]), 120.0), (baris([100.0, 100.0], [80.0, 90.0], agregasi=Agregasi.RATA_RATA), 120.0),
        (baris([100.0, 70.0], [80.0, 90.0], agregasi=Agregasi.NILAI_AKHIR), 70.0),
        # Σ penyebut 400 × mean target 35 % = 140, of which the month before gave 50.
        (baris([30.0, 40.0], [25.0, 30.0], [Rasio(50.0, 200.0), Rasio(60.0, 200.0)]), 90.0),
    ],
)  # fmt: skip
def test_angka_terakhir_yang_tepat_memenuhi_target(milik, angka):
    assert _tepat_target(milik) == angka


@pytest.mark.parametrize(
    ("kiri", "kanan", "antara"),
    [(0, 2, [1]), (0, 10, [*range(1, 10)]), (0, 34, [*range(1, 34)]), (5, 8, [6, 7]), (1000, 1002, [1001])],
)
def test_langkah_di_antara_dua_langkah(kiri, kanan, antara):
    assert _di_antara(kiri, kanan).tolist() == antara


def test_di_antara_yang_jauh_ditanya_tiga_puluh_tiga_langkah():
    n = _di_antara(10, 35010)
    assert (len(n), n[0] > 10, n[-1] < 35010) == (33, True, True)
    assert set(np.diff(n)) <= {1029, 1030}


def test_percobaan_sebelum_sebuah_langkah():
    awal = np.array([1, 1000, 2000])
    assert [_sebelum(awal, n) for n in (1, 2, 1000, 1001, 5000)] == [0, 1, 1, 1000, 2000]


def test_bagian_yang_sama_dibulatkan_ke_arah_puncak():
    semua = [Puncak(0, Garis(10.0, 10, 1, 0, 7), 7), Puncak(1, Garis(50.0, 50, -1, 0, 40), 20)]
    assert bersama(semua, np.array([1, 500, 501, 1000])).tolist() == [[11, 49], [14, 40], [14, 39], [17, 30]]


def test_kisi_memuat_kedua_ujungnya_tepat_sebagai_desimal():
    assert kisi(0.28, 0.32, 2).tolist() == [0.28, 0.29, 0.3, 0.31, 0.32]
    assert kisi(-1, 1, 0).tolist() == [-1, 0, 1]


@pytest.mark.parametrize(
    ("kode", "bawah", "atas"),
    [
        ("permenpanrb-6-2022", 0.0, 120.0),
        ("permenpanrb-8-2021", 0.0, 120.0),
        ("perka-bkn-1-2013", 0.0, 120.0),
    ],
)
def test_semua_nhk_dari_lantai_sampai_plafon(kode, bawah, atas):
    semua = semua_nhk(muat_aturan(kode))
    assert (semua[0], semua[-1], semua[1] - semua[0]) == (bawah, atas, pytest.approx(0.01))


def test_peringkat_nol_untuk_yang_terbaik():
    label = np.array(["Kurang", "Sangat Baik", "Baik"], dtype=object)
    assert peringkat(label, muat_aturan("permenpanrb-6-2022")).tolist() == [3, 0, 1]


@pytest.mark.parametrize("banyak", [30, 100])
def test_capaian_terbaik_di_langkah_mana_pun_ditemukan(banyak):
    """A narrow peak between the first probes: only steps right beside it show where it lies."""
    for puncak in range(1, banyak + 1):
        soal = SimpleNamespace(
            baris=[baris([100.0], [0.0], jenis_nilai=JenisNilai.BULAT)],
            nilai=lambda _, calon, p=puncak: (None, 120.0 - abs(calon - p)),
        )
        assert _tertinggi(soal, 0, Garis(0.0, 0, 1, 0, banyak)) == 120.0, puncak


@pytest.mark.parametrize("sisi", [1, -1])
def test_capaian_terbaik_di_tepi_jurang_ditemukan(sisi):
    """On one side the capaian falls at once, as that of a saving does beyond its limit."""
    for puncak in range(1, 1001):

        def nilai(_, calon, p=puncak):
            return None, 100.0 - abs(calon - p) / 100 - 50.0 * ((calon - p) * sisi > 0)

        soal = SimpleNamespace(baris=[baris([100.0], [0.0], jenis_nilai=JenisNilai.BULAT)], nilai=nilai)
        assert _tertinggi(soal, 0, Garis(0.0, 0, 1, 0, 1000)) == 100.0, puncak
