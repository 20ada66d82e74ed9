"""What the registers still know of rows that cannot stand."""

from datetime import date

import pytest

from asn_nilai.acuan.isian.skema import (
    TANPA_UNIT,
    IndikatorCacat,
    PegawaiCacat,
    Penempatan,
    Skema,
    Unit,
    sebab_kode_unit,
)
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import temuan

SEBAB = temuan("skema-tidak-sah", Letak("skema.xlsx", "Pegawai", "A5"), kolom="NIP", teks="x", dikenal="y")
MARET, JULI = Periode.dari_teks("2026-03"), Periode.dari_teks("2026-07")
SITI, BUDI = "198603152009032001", "198505052010011002"


def cacat(nip: str, nama: str, *rusak: Penempatan, sah: tuple[Penempatan, ...] = ()) -> PegawaiCacat:
    return PegawaiCacat(nip, nama, rusak, sah, (SEBAB,))


def skema(*orang: PegawaiCacat, **lain: object) -> Skema:
    unit = {kode: Unit(kode, f"Unit {kode}") for kode in ("A", "B")}
    return Skema(unit, (Penempatan(BUDI, "Budi", "A"),), {}, orang, **lain)


def test_orang_yang_barisnya_cacat_dihitung_di_unit_yang_masih_disebut():
    siti = cacat(SITI, "Siti", Penempatan(SITI, "Siti", "A"))
    tanpa = cacat("", "Ani", Penempatan("", "Ani", ""))
    daftar = skema(siti, tanpa)
    assert [daftar.jumlah_asn(kode, MARET) for kode in ("A", "B", TANPA_UNIT.kode)] == [2, 0, 1]
    assert [daftar.berpegawai(kode, MARET) for kode in ("A", "B", TANPA_UNIT.kode)] == [True, False, True]
    assert daftar.bercacat
    assert daftar.unit_atau_tanpa("A").nama == "Unit A"
    assert daftar.unit_atau_tanpa("") is TANPA_UNIT


def test_baris_cacat_bulan_lain_tidak_mengubah_bulan_ini():
    lama = Penempatan(SITI, "Siti", "A", selesai=date(2026, 6, 30))
    rusak = Penempatan(SITI, "Siti", "", mulai=date(2026, 7, 1))
    daftar = skema(cacat(SITI, "Siti", rusak, sah=(lama,)))
    maret, juli = daftar.pada(MARET), daftar.pada(JULI)
    assert [p.nip for p in maret.di_unit("A", MARET)] == [BUDI, SITI]
    assert maret.jumlah_asn("A", MARET) == 2
    assert juli is daftar
    assert maret.pada(JULI) == daftar
    assert maret.pada(MARET) is maret
    assert [juli.jumlah_asn(kode, JULI) for kode in ("A", "")] == [1, 1]


def test_penempatan_yang_sah_lebih_dipercaya_daripada_yang_cacat():
    rusak = Penempatan(SITI, "Siti", "")
    sah = Penempatan(SITI, "Siti", "B", selesai=date(2026, 6, 30))
    orang = cacat(SITI, "Siti", rusak, sah=(sah,))
    assert orang.pada(MARET) == sah
    assert orang.pada(JULI) == rusak


@pytest.mark.parametrize(
    ("nip", "nama", "unit", "siapa"),
    [
        (SITI, "", "B", "Siti"),
        (SITI[:-1] + "9", "", "A", "Siti"),
        ("199901012025061001", "Siti, S.E.", "A", "Siti"),
        ("199901012025061001", "Siti, S.E.", "B", None),
        ("199901012025061001", "Ani", "B", "Ani"),
        ("199901012025061001", "", "A", None),
    ],
)
def test_baris_setoran_dikenali_sebagai_milik_orang_yang_barisnya_cacat(nip, nama, unit, siapa):
    daftar = skema(
        cacat(SITI, "Siti", Penempatan(SITI, "Siti", "A")), cacat("", "Ani", Penempatan("", "Ani", ""))
    )
    orang = daftar.pegawai_cacat(nip, nama, unit)
    assert (orang and orang.nama) == siapa


def test_nip_yang_tepat_menang_atas_yang_mirip():
    kembar = SITI[:-1] + "2"
    daftar = skema(
        cacat(kembar, "Kembar", Penempatan(kembar, "Kembar", "A")),
        cacat(SITI, "Siti", Penempatan(SITI, "Siti", "A")),
    )
    assert daftar.pegawai_cacat(SITI, "", "A").nama == "Siti"


def test_indikator_cacat_dikenali_dari_kode_atau_namanya():
    daftar = skema(
        indikator_cacat=(
            IndikatorCacat("KJ-1", "Kunjungan", SEBAB),
            IndikatorCacat("", "Mutu layanan", SEBAB),
            IndikatorCacat("KJ-9", "Imunisasi", SEBAB),
        )
    )
    assert daftar.bercacat
    assert daftar.kenali_indikator_cacat("IM-1", "imunisasi").kode == "KJ-9"
    assert daftar.kenali_indikator_cacat("KJ-1", "Imunisasi").nama == "Kunjungan"
    assert daftar.kenali_indikator_cacat("kj-1", "apa saja").nama == "Kunjungan"
    assert daftar.kenali_indikator_cacat("MT-2", "MUTU LAYANAN").nama == "Mutu layanan"
    assert daftar.kenali_indikator_cacat("MT-2", "") is None
    assert daftar.kenali_indikator_cacat("", "") is None


def test_dari_dua_unit_cacat_berkode_mirip_yang_disebut_baris_unit_itu_sendiri():
    lain = temuan(
        "skema-tidak-sah", Letak("skema.xlsx", "Unit", "A9"), kolom="Kode Unit", teks="x", dikenal="y"
    )
    cacat_unit = {"pkm/tb1": SEBAB, "pkm/tb2": lain}
    assert sebab_kode_unit(cacat_unit, "PKM/TB2") is lain
    assert sebab_kode_unit(cacat_unit, "PKM/TB1") is SEBAB


def test_kode_unit_cacat_dikenali_juga_bila_tertulis_sedikit_lain():
    cacat_unit = {"pkm/tb": SEBAB, "": SEBAB}
    assert sebab_kode_unit(cacat_unit, "PKM/TB") is SEBAB
    assert sebab_kode_unit(cacat_unit, "PKM-TB") is SEBAB
    assert sebab_kode_unit(cacat_unit, "DINKES") is None
    assert not skema().bercacat
