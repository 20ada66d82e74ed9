"""Which of two figures is easier, by how much, and whether targets ease through the year: in exact figures, both polarities."""

from types import SimpleNamespace

import pytest

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Polaritas
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.periksa.target_layak.lebih_mudah import (
    jauh_lebih_mudah,
    kecenderungan,
    lebih_mudah,
    makin_mudah,
    wakil,
    wakil_semua,
)

NAIK, TURUN, TETAP = (
    SimpleNamespace(polaritas=polaritas, agregasi=Agregasi.JUMLAH)
    for polaritas in (Polaritas.MAKSIMAL, Polaritas.MINIMAL, Polaritas.STABIL)
)


@pytest.mark.parametrize(("dari", "menjadi"), [(10.0, 9.0), (0.0, -1.0)])
def test_yang_lebih_mudah_menurut_polaritas(dari, menjadi):
    assert [lebih_mudah(i, dari, menjadi) for i in (NAIK, TURUN, TETAP)] == [True, False, False]
    assert [lebih_mudah(i, menjadi, dari) for i in (NAIK, TURUN, TETAP)] == [False, True, False]
    assert not any(lebih_mudah(i, dari, dari) for i in (NAIK, TURUN, TETAP))


@pytest.mark.parametrize(
    ("indikator", "dari", "menjadi", "jauh"),
    [
        (NAIK, 10.0, 5.0, True), (NAIK, 10.0, 5.1, False), (NAIK, 5.0, 10.0, False), (TURUN, 5.0, 10.0, True), (TURUN, 5.0, 9.9, False), (TURUN, 10.0, 5.0, False),
        (NAIK, 10.0, 0.0, False), (TURUN, 0.0, 10.0, False), (NAIK, 10.0, 0.1, True), (TETAP, 10.0, 1.0, False),
    ],
)  # fmt: skip
def test_jauh_lebih_mudah_mulai_sekian_kali(indikator, dari, menjadi, jauh):
    assert jauh_lebih_mudah(indikator, dari, menjadi, 2.0) is jauh


def test_satu_angka_yang_mewakili_beberapa_bulan():
    akhir = SimpleNamespace(polaritas=Polaritas.MAKSIMAL, agregasi=Agregasi.NILAI_AKHIR)
    assert wakil_semua(NAIK, [[1.0, 2.0, 6.0], [4.0]]) == [3.0, 4.0]
    assert wakil_semua(akhir, [[1.0, 2.0, 6.0], [4.0]]) == [6.0, 4.0]
    assert (wakil(NAIK, [0.1] * 10), wakil(akhir, [3.0, 1.0])) == (0.1, 1.0)


@pytest.mark.parametrize(
    ("angka", "tau"),
    [
        ([3.0, 2.0, 1.0], 1.0), ([1.0, 2.0, 3.0], -1.0), ([1.0, 1.0], 0.0), ([3.0, 1.0, 2.0], 1 / 3), ([2.0, 3.0, 1.0], 1 / 3), ([2.0, 2.0, 1.0], 2 / 3),
        ([5.0, 1.0, 4.0, 2.0], 1 / 3), ([4.0, 4.0, 3.0, 3.0], 2 / 3),
    ],
)  # fmt: skip
def test_kecenderungan_menghitung_setiap_pasangan_bulan(angka, tau):
    assert kecenderungan(NAIK, angka) == pytest.approx(tau)
    assert kecenderungan(TURUN, angka) == pytest.approx(-tau)
    assert kecenderungan(TETAP, angka) == 0.0


@pytest.mark.parametrize(
    ("angka", "mudah"),
    [
        # Thirds of six are two months: a mean of 100 becomes 90, exactly a tenth less, and 90.5.
        ([100.0, 100.0, 95.0, 95.0, 90.0, 90.0], True), ([100.0, 100.0, 95.0, 95.0, 91.0, 90.0], False), ([90.0, 90.0, 95.0, 95.0, 100.0, 100.0], False),
        ([100.0] * 6, False), ([10.0, 9.0], True), ([10.0, 9.1], False),
        # Clear but not steady: 9 pairs easier, 6 harder of 15 is 0.2.
        ([100.0, 60.0, 70.0, 80.0, 90.0, 50.0], False),
    ],
)  # fmt: skip
def test_target_makin_mudah_bila_jelas_dan_terus_menerus(angka, mudah):
    assert makin_mudah(NAIK, angka, Kewajaran()) is mudah
    assert not makin_mudah(TETAP, angka, Kewajaran())


def test_makin_mudah_pada_yang_sebaiknya_kecil_dan_pada_target_negatif():
    ambang = Kewajaran()
    assert makin_mudah(TURUN, [100.0, 105.0, 110.0], ambang)
    assert not makin_mudah(TURUN, [100.0, 105.0, 109.0], ambang)
    assert makin_mudah(NAIK, [-100.0, -105.0, -110.0], ambang)
    assert not makin_mudah(NAIK, [-100.0, -105.0, -109.0], ambang)
