"""Which ASN and which units people mean who type neither a NIP nor a code to the letter."""

import pytest

from asn_nilai.acuan.isian.register.cari_asn import cari_asn, cari_tanpa_nip, nama_mirip
from asn_nilai.acuan.isian.register.sebutan_unit import kenali_unit, unit_mirip
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan

SITI, BUDI, ANI, LAMA = "198603152009032001", "198505052010011002", "199001012015032003", "197001011990031001"
UNIT = {
    "PKM-TB": Unit("PKM-TB", "Puskesmas Tigo Baleh"),
    "1.1": Unit("1.1", "Bagian Umum"),
    "11": Unit("11", "Bagian Hukum"),
    "A": Unit("A", "Kelurahan Kembar"),
    "B": Unit("B", "Kelurahan Kembar"),
}
SKEMA = Skema(
    UNIT,
    (
        Penempatan(SITI, "Siti Aminah, S.Kom.", "PKM-TB"),
        Penempatan(ANI, "dr. Siti Ani", "A"),
        Penempatan(BUDI, "Budi", "A"),
        Penempatan(BUDI, "Budi", "B"),
        Penempatan(LAMA, "Budi Santoso", "A"),
    ),
    {},
    (
        PegawaiCacat("19860315200903", "Rahmad", (Penempatan("", "", "A"),), (), ()),
        PegawaiCacat(
            "",
            "Tanpa Nip",
            (Penempatan("", "", ""),),
            (),
            (temuan("skema-tidak-sah", Letak("skema.xlsx", "Pegawai", "A9")),),
        ),
        PegawaiCacat(
            "",
            "Nip Hilang",
            (Penempatan("", "", "A"),),
            (),
            (temuan("skema-tidak-sah", Letak("skema.xlsx", "Pegawai", "A10")),),
        ),
    ),
)


@pytest.mark.parametrize(
    ("ketikan", "nip"),
    [
        ("siti", [SITI, ANI]), ("SITI am", [SITI]), ("aminah siti", [SITI]), ("s.kom", [SITI]), ("dr. siti", [ANI]),
        ("budi", [BUDI]), ("budi s", [LAMA]), ("iti", []), ("", []), ("...", []), ("rahmad", ["19860315200903"]),
        ("tanpa", []), ("19860315", ["19860315200903", SITI]), ("1986 0315 2009 032", [SITI]), ("777", []),
    ],
)  # fmt: skip
def test_yang_dimaksud_dengan_nama_atau_angka(ketikan, nip):
    assert [asn.nip for asn in cari_asn(SKEMA, ketikan)] == nip


@pytest.mark.parametrize(
    ("ketikan", "kata"),
    [
        ("tanpa nip", ("Tanpa Nip ada pada lembar Pegawai (skema.xlsx › Pegawai › A9), tetapi NIP-nya tidak ada", "--unit KODE")),
        ("hilang", ("Nip Hilang ada pada lembar Pegawai (skema.xlsx › Pegawai › A10)", "asn-nilai jelaskan --unit A")),
    ],
)  # fmt: skip
def test_yang_tanpa_nip_tidak_dikatakan_tidak_ada(ketikan, kata):
    assert all(ini in cari_tanpa_nip(SKEMA, ketikan) for ini in kata)


@pytest.mark.parametrize("ketikan", ["rahmad", "siti", "", "..."])
def test_yang_ber_nip_atau_tidak_bernama_bukan_yang_tanpa_nip(ketikan):
    assert cari_tanpa_nip(SKEMA, ketikan) == ""


def test_penempatan_terakhir_yang_disebut():
    assert [asn.kode_unit for asn in cari_asn(SKEMA, "budi")] == ["B"]


@pytest.mark.parametrize(
    ("ketikan", "nip"),
    [("sitti", [SITI, ANI]), ("sitti aminh", [SITI]), ("santosa", [LAMA]), ("zzz", []), ("", [])],
)
def test_nama_yang_khilaf_diusulkan(ketikan, nip):
    assert [asn.nip for asn in nama_mirip(SKEMA, ketikan)] == nip


@pytest.mark.parametrize(
    ("ketikan", "kode", "asing"),
    [
        (["pkm-tb"], ["PKM-TB"], []), (["PKM–TB, 1.1"], ["PKM-TB", "1.1"], []), (["1.1;11"], ["1.1", "11"], []),
        (["puskesmas  tigo baleh"], ["PKM-TB"], []), (["Kelurahan Kembar"], [], ["Kelurahan Kembar"]),
        (["A", "X, Y"], ["A"], ["X", "Y"]), ([""], [], [""]), ([], [], []),
    ],
)  # fmt: skip
def test_unit_yang_dimaksud(ketikan, kode, asing):
    assert kenali_unit(SKEMA, ketikan) == (kode, asing)


@pytest.mark.parametrize(
    ("kata", "kode"), [("PKM-BT", ["PKM-TB"]), ("Bagian Umun", ["1.1", "11"]), ("zzzz", []), ("", [])]
)
def test_unit_yang_mirip_diusulkan(kata, kode):
    assert unit_mirip(SKEMA, kata) == kode
