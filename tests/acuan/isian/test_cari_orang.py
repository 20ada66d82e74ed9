"""An ASN is found by what somebody remembers, and nobody is guessed."""

from datetime import date

import pytest

from asn_nilai.acuan.isian.cari_orang import cari_asn
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema, Unit

_NIP = {"Rini": "198503152010012003", "Rina": "199001012015011001", "Budi": "197001011995031001"}
_PEGAWAI = (
    Penempatan(_NIP["Rini"], "Rini Marlina Syafitri, S.Kep.", "PKM", jabatan="Perawat"),
    Penempatan(_NIP["Rina"], "Rina Marlinawati", "DINKES", selesai=date(2026, 3, 31)),
    Penempatan(_NIP["Rina"], "Rina Marlinawati", "PKM", mulai=date(2026, 4, 1), jabatan="Bidan"),
    Penempatan(_NIP["Budi"], "Dr. Budi Chandra", "DINKES"),
)
_CACAT = (
    PegawaiCacat("", "Rinto Tanpa Nip", (Penempatan("", "Rinto Tanpa Nip", ""),), (), ()),
    PegawaiCacat(
        _NIP["Budi"],
        "Dr. Budi Chandra",
        (Penempatan(_NIP["Budi"], "Dr. Budi Chandra", "?"),),
        _PEGAWAI[3:],
        (),
    ),
)
SKEMA = Skema({kode: Unit(kode, kode) for kode in ("PKM", "DINKES")}, _PEGAWAI, {}, _CACAT)


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("rini", ["Rini Marlina Syafitri, S.Kep."]),
        ("MARLINA", ["Rina Marlinawati", "Rini Marlina Syafitri, S.Kep."]),
        ("syaf rin", ["Rini Marlina Syafitri, S.Kep."]),
        ("rin", ["Rina Marlinawati", "Rini Marlina Syafitri, S.Kep.", "Rinto Tanpa Nip"]),
        ("fitri", []),  # the beginning of a word, not its end
        ("Syafitry", ["Rini Marlina Syafitri, S.Kep."]),
        ("candra", ["Dr. Budi Chandra"]),
        ("Rini, S.Kep", ["Rini Marlina Syafitri, S.Kep."]),
        ("19900101 201501 1 001", ["Rina Marlinawati"]),
        ("2003", ["Rini Marlina Syafitri, S.Kep."]),
        ("siapa", []),
        ("", []),
        (" , ", []),
    ],
)
def test_cari(teks, nama):
    assert [asn.nama for asn in cari_asn(SKEMA, teks)] == nama


def test_yang_pindah_disebut_sekali_dengan_kedua_unitnya():
    (rina,) = cari_asn(SKEMA, "rina")
    assert (rina.nip, rina.jabatan, rina.kode_unit) == (_NIP["Rina"], "Bidan", ("DINKES", "PKM"))


def test_yang_barisnya_keliru_pun_ditemukan():
    (rinto,) = cari_asn(SKEMA, "rinto")
    assert (rinto.nip, rinto.kode_unit) == ("", ())


def test_yang_punya_baris_sah_tidak_disebut_dua_kali():
    assert [asn.kode_unit for asn in cari_asn(SKEMA, "budi")] == [("DINKES",)]
