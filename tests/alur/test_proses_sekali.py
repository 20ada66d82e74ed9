"""Processes that are asked once end by themselves, beside what is done with their results."""

import multiprocessing
import os
import time

import pytest

from asn_nilai.alur.proses.proses_paralel import proses_paralel

LAMA = 20
"""Seconds after which a process that still lives would live on."""


def lipat_dua(_konteks, angka):
    return angka * 2


def mati_di_tujuh(konteks, angka):
    if angka == 7:
        os._exit(3)
    return lipat_dua(konteks, angka)


def ganti_nol(_konteks, _angka):
    return 0


def masih_hidup(detik):
    sampai = time.monotonic() + detik
    while (hidup := multiprocessing.active_children()) and time.monotonic() < sampai:
        time.sleep(0.01)
    return hidup


@pytest.mark.parametrize("masukan", [range(10), [7], [7, 1, 2]])
def test_yang_ditanya_sekali_berakhir_sebelum_pekerjaan_dengan_hasilnya_usai(masukan):
    with proses_paralel(None, 2, 2, sekali=True) as pekerja:
        hasil = sorted(pekerja.jalankan(mati_di_tujuh, masukan, ganti_nol))
        assert not masih_hidup(LAMA)
    assert hasil == sorted(0 if n == 7 else n * 2 for n in masukan)


def test_yang_lain_hidup_sampai_ditinggalkan():
    with proses_paralel(None, 2, 2) as pekerja:
        assert sorted(pekerja.jalankan(lipat_dua, range(10))) == list(range(0, 20, 2))
        assert masih_hidup(0.3)
        assert sorted(pekerja.jalankan(lipat_dua, range(4))) == [0, 2, 4, 6]
    assert not masih_hidup(0)


def test_yang_gagal_dengan_hasilnya_tidak_meninggalkan_proses():
    def gagal():
        with proses_paralel(None, 2, 2, sekali=True) as pekerja:
            list(pekerja.jalankan(lipat_dua, range(10)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        gagal()
    assert not masih_hidup(0)
