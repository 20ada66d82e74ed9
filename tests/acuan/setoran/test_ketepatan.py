"""Who was late by how many working days, and how far dates of files can be trusted."""

from datetime import date

import pytest

from asn_nilai.acuan.pengaturan import PengaturanTenggat
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.ketepatan import UnitTerlambat, kalimat_disalin, susun_ketepatan, unit_terlambat
from asn_nilai.acuan.setoran.status import ADA_GALAT, BELUM_SETOR, LENGKAP

MEI, JUNI = Bulan(2026, 5), Bulan(2026, 6)
LIMA = PengaturanTenggat(hari=5)
LIBUR = PengaturanTenggat(hari=5, libur=[date(2026, 7, 6), date(2026, 7, 8), date(2026, 7, 4)])


@pytest.mark.parametrize(
    ("pengaturan", "bulan", "tenggat"),
    [
        (LIMA, JUNI, date(2026, 7, 7)),  # Wednesday the 1st, over a weekend
        (LIMA, MEI, date(2026, 6, 5)),  # Monday the 1st
        (LIMA, Bulan(2026, 12), date(2027, 1, 7)),  # Friday the 1st: no holiday is known
        (PengaturanTenggat(hari=1), Bulan(2026, 7), date(2026, 8, 3)),  # Saturday the 1st
        (LIBUR, JUNI, date(2026, 7, 9)),  # two of the days off are working days else
        (PengaturanTenggat(), JUNI, None),
    ],
)
def test_tenggat(pengaturan, bulan, tenggat):
    assert pengaturan.pada(bulan) == tenggat


@pytest.mark.parametrize(
    ("pengaturan", "tanggal", "hari"),
    [
        (LIMA, date(2026, 7, 8), 1),
        (LIMA, date(2026, 7, 10), 3),
        (LIMA, date(2026, 7, 11), 4),  # Saturday counts as Monday
        (LIMA, date(2026, 7, 12), 4),
        (LIMA, date(2026, 7, 13), 4),
        (LIMA, date(2026, 8, 7), 23),
        (LIBUR, date(2026, 7, 10), 1),
    ],
)
def test_terlambat_dalam_hari_kerja(pengaturan, tanggal, hari):
    assert pengaturan.terlambat(pengaturan.pada(JUNI), tanggal) == hari


def test_tanpa_tenggat_tidak_ada_yang_dilihat():
    assert susun_ketepatan(JUNI, PengaturanTenggat(), {"A": date(2026, 9, 1)}) is None


def test_tepat_pada_harinya_tidak_terlambat():
    ketepatan = susun_ketepatan(
        JUNI, LIMA, {"A": date(2026, 7, 7), "B": date(2026, 7, 8), "C": date(2026, 6, 30)}
    )
    assert ketepatan.terlambat == {"B": 1}


def test_yang_dikatakan_kepada_unit():
    ketepatan = susun_ketepatan(JUNI, LIMA, {"A": date(2026, 7, 7), "B": date(2026, 7, 9)})
    assert ketepatan.tentang("A", LENGKAP) == ""
    assert ketepatan.tentang("B", ADA_GALAT) == (
        "Berkasnya bertanggal 9 Juli 2026, 2 hari kerja sesudah tenggat 7 Juli 2026. Tanggal berkas bukti yang lemah; bila keliru, "
        "beri tahu kami."
    )
    assert ketepatan.tentang("C", BELUM_SETOR) == "Tenggatnya 7 Juli 2026."
    assert ketepatan.tentang("C", ADA_GALAT) == ""  # it has come under another name: nobody knows when


def test_berapa_kali_terlambat():
    semua = [
        susun_ketepatan(MEI, LIMA, {"A": date(2026, 6, 8), "B": date(2026, 6, 5)}),
        susun_ketepatan(JUNI, LIMA, {"A": date(2026, 7, 1), "B": date(2026, 7, 13), "C": date(2026, 7, 8)}),
        susun_ketepatan(Bulan(2026, 7), LIMA, {"A": date(2026, 8, 1), "C": date(2026, 8, 11)}),
    ]
    assert unit_terlambat(semua, ["A", "B", "C", "D"]) == [
        UnitTerlambat("C", ((JUNI, 1), (Bulan(2026, 7), 2)), 2),
        UnitTerlambat("A", ((MEI, 1),), 3),
        UnitTerlambat("B", ((JUNI, 4),), 2),
    ]
    assert unit_terlambat(semua, ["C"])[0].kata == "2 dari 2 bulan: Jun 1, Jul 2 hari kerja"


def test_berkas_yang_disalin_sekaligus_tidak_menuduh():
    satu_hari = date(2026, 9, 1)
    ketepatan = susun_ketepatan(JUNI, LIMA, dict.fromkeys("ABC", satu_hari))
    assert (ketepatan.terlambat, ketepatan.disalin) == ({}, satu_hari)
    assert unit_terlambat([ketepatan], "ABC") == []
    assert kalimat_disalin([ketepatan]) == (
        "Ketepatan tidak dapat dilihat: semua berkas bertanggal sama, mungkin disalin sekaligus: Juni 2026 (1 September 2026)."
    )
    for tanggal in (dict.fromkeys("AB", satu_hari), dict.fromkeys("ABC", date(2026, 7, 7))):
        ketepatan = susun_ketepatan(JUNI, LIMA, tanggal)
        assert ketepatan.disalin is None
        assert kalimat_disalin([ketepatan]) == ""
