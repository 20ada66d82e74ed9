"""What the card says beside the months' figures."""

import pytest

from asn_nilai.acuan.hasil.setahun import BulanAsn, SetahunAsn
from asn_nilai.acuan.isian.skema import KebutuhanKredit
from asn_nilai.terbit.surat.asn import kartu


@pytest.mark.parametrize(("ditempatkan", "disebut"), [(True, True), (False, False)])
def test_bulan_sebelum_bertugas_tidak_disebut_belum_terkumpul(ditempatkan, disebut):
    bulan = (
        BulanAsn("Januari 2026", ditempatkan=ditempatkan),
        BulanAsn("Februari 2026", predikat="Baik", kredit=1.0),
    )
    asn = SetahunAsn("1", "Ani", "", "", "", "", bulan, kebutuhan=KebutuhanKredit(10.0, 20.0))
    assert ("Bulan yang belum ada hasilnya" in kartu(asn, {}, 2).isi["kebutuhan"]) is disebut
