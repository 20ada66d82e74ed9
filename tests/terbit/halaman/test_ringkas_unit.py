from math import isnan, nan

import pytest
from hasil_buatan import galat_berkas, hasil_unit, temuan_bukti

from asn_nilai.acuan.hasil.ringkas import RingkasUnit, jumlahkan, kutip_kode, ringkas_unit


@pytest.mark.parametrize(
    ("tambahan", "belum", "status"),
    [
        ((), (), "lengkap"),
        (temuan_bukti(2), (), "lengkap"),
        ((), (1,), "ada galat"),
        (galat_berkas("berkas-bersandi"), (1,), "tak terbaca"),
        (galat_berkas("berkas-hilang"), (1,), "belum setor"),
        (galat_berkas("berkas-bersandi") + galat_berkas("berkas-hilang"), (), "belum setor"),
    ],
)
def test_status_unit(tambahan, belum, status):
    hasil = hasil_unit(4, belum=belum, tanpa_perilaku=(), tambahan=tambahan)
    assert ringkas_unit(hasil, 2).status == status


def test_ringkas_unit_menghitung_asn_pindah_di_unit_terakhirnya_saja():
    hasil = hasil_unit(10, belum=(1,), tanpa_perilaku=(2,), pindah=(3, 4), tambahan=temuan_bukti(3))
    ringkas = ringkas_unit(hasil, 2)
    assert (ringkas.jumlah_asn, ringkas.dinilai, ringkas.belum_dinilai, ringkas.pindah) == (8, 6, 2, 2)
    assert sum(ringkas.predikat.values()) == 6
    assert (ringkas.galat, ringkas.peringatan) == (2, 3)


def test_rata_rata_tanpa_asn_yang_dinilai_tidak_ada():
    assert isnan(ringkas_unit(hasil_unit(2, belum=(0, 1)), 2).rata_rata_nhk)
    assert isnan(ringkas_unit(hasil_unit(0), 2).rata_rata_nhk)


@pytest.mark.parametrize(
    ("kode", "kutipan"),
    [
        ("PKM 01", "PKM%2001"),
        ("../x", "..%2Fx"),
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("..", "_.."),
        ("javascript:1", "javascript%3A1"),
    ],
)
def test_kode_unit_menjadi_satu_bagian_alamat(kode, kutipan):
    assert kutip_kode(kode) == kutipan


def test_jumlah_seluruh_unit_menimbang_menurut_asn():
    tiga = RingkasUnit("A", "A", "", 3, 3, 90.0, 270.0, {"Baik": 3}, galat=1)
    lain = RingkasUnit("B", "B", "", 2, 1, 98.0, 98.0, {"Baik": 1}, peringatan=2, pindah=1)
    tanpa = RingkasUnit("C", "C", "", 4, 0, nan, 0.0)
    semua = jumlahkan([tiga, lain, tanpa], 2)
    assert (semua.jumlah_asn, semua.dinilai, semua.rata_rata_nhk) == (9, 4, 92.0)
    assert (semua.predikat, semua.galat, semua.peringatan, semua.pindah) == ({"Baik": 4}, 1, 2, 1)
    assert isnan(jumlahkan([tanpa], 2).rata_rata_nhk)
