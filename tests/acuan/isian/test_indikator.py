"""An indicator knows what figures it takes, and says so as people do."""

import pytest

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas


def indikator(bawah: float | None, atas: float | None, satuan: str = "persen") -> Indikator:
    return Indikator(
        "KP", "Kepuasan", satuan, Polaritas.MAKSIMAL, Agregasi.RATA_RATA, batas_bawah=bawah, batas_atas=atas
    )


@pytest.mark.parametrize(
    ("bawah", "atas", "rentang"),
    [
        (0.0, 100.0, "0 sampai 100 persen"),
        (1.5, None, "paling sedikit 1,5 persen"),
        (None, 1250.0, "paling banyak 1.250 persen"),
        (None, None, ""),
    ],
)
def test_rentang_disebut_dengan_kata(bawah, atas, rentang):
    assert indikator(bawah, atas).rentang == rentang


def test_rentang_tanpa_satuan_tidak_berakhir_dengan_spasi():
    assert indikator(0.0, 4.0, "").rentang == "0 sampai 4"


@pytest.mark.parametrize(
    ("angka", "termuat"), [(-0.01, False), (0.0, True), (50.0, True), (100.0, True), (100.01, False)]
)
def test_kedua_batas_ikut_termuat(angka, termuat):
    assert indikator(0.0, 100.0).memuat(angka) is termuat


def test_batas_yang_tidak_diisi_tidak_membatasi():
    assert indikator(None, None).memuat(-1e12)
    assert indikator(None, 5.0).memuat(-1e12)
    assert not indikator(None, 5.0).memuat(5.5)
    assert indikator(5.0, None).memuat(1e12)
    assert not indikator(5.0, None).memuat(4.5)
