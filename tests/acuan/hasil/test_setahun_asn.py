"""An ASN's year: angka kredit adds up as it is printed, and what was collected stays through months that give none."""

from math import isnan, nan

from asn_nilai.acuan.hasil.setahun import BulanAsn, SetahunAsn


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
