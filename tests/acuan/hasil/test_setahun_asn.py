"""An ASN's year: angka kredit adds up as it is printed, and what was collected stays through months that give none."""

from dataclasses import replace
from math import isnan, nan

import pytest

from asn_nilai.acuan.hasil.setahun import BulanAsn, SetahunAsn
from asn_nilai.acuan.isian.skema import KebutuhanKredit


def setahun(*kredit):
    bulan = tuple(BulanAsn(f"Bulan {nomor}", kredit=angka) for nomor, angka in enumerate(kredit, 1))
    return SetahunAsn("1", "Ani", "", "", "", "", bulan)


def test_angka_kredit_terkumpul_bulan_demi_bulan():
    asn = setahun(nan, 1.04, nan, 1.05, 0.1, nan)
    sebelum, *lalu = asn.kredit_terkumpul
    assert isnan(sebelum)
    assert lalu == [1.04, 1.04, 2.09, 2.19, 2.19]
    assert asn.kredit == 2.19


def test_tanpa_satu_bulan_pun_tidak_ada_angka_kredit():
    assert isnan(setahun(nan, nan).kredit)
    assert isnan(setahun().kredit)


@pytest.mark.parametrize(
    ("awal", "dibutuhkan", "seluruhnya", "kurang"),
    [
        (100.1, 200.0, 101.14, 98.86), (98.96, 100.0, 100.0, 0.0), (98.95, 100.0, 99.99, 0.01), (150.0, 100.0, 151.04, 0.0),
        (0.0, 0.0, 1.04, 0.0), (100.1, None, 101.14, nan), (None, 200.0, nan, nan), (None, None, nan, nan),
    ],
)  # fmt: skip
def test_angka_kredit_terhadap_yang_dibutuhkan(awal, dibutuhkan, seluruhnya, kurang):
    """1.04 of this year; exact, so that 0.1 and 1.04 make 1.14 and nothing is missing at the very figure."""
    asn = replace(setahun(1.04), kebutuhan=KebutuhanKredit(awal, dibutuhkan))
    assert [asn.kredit_seluruhnya, asn.kredit_kurang] == pytest.approx(
        [seluruhnya, kurang], abs=0, rel=0, nan_ok=True
    )


def test_tanpa_angka_kredit_tahun_ini_tidak_ada_kekurangan():
    asn = replace(setahun(nan), kebutuhan=KebutuhanKredit(100.0, 200.0))
    assert isnan(asn.kredit_seluruhnya)
    assert isnan(asn.kredit_kurang)
