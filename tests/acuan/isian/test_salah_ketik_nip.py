"""A slip stands anywhere in a NIP, in its middle too, where neither half is left as it was."""

import pytest

from asn_nilai.acuan.isian.orang.nip import ANGKA_HILANG, ada_mirip, mirip_nip

NIP = "198503172009041062"
SEMUA = range(len(NIP))


def _dengan(letak: int, banyak: int, isi: str) -> str:
    return NIP[:letak] + isi + NIP[letak + banyak :]


def _lain(angka: str) -> str:
    return str((int(angka) + 5) % 10)


@pytest.mark.parametrize("letak", SEMUA)
def test_satu_salah_ketik_di_mana_pun_dikenali(letak):
    assert mirip_nip(_dengan(letak, 1, _lain(NIP[letak])), NIP)
    assert mirip_nip(_dengan(letak, 1, ""), NIP)
    assert mirip_nip(_dengan(letak, 0, NIP[letak]), NIP)
    assert mirip_nip(_dengan(letak, 2, NIP[letak : letak + 2][::-1]), NIP)


@pytest.mark.parametrize("letak", SEMUA[:-2])
def test_dua_angka_yang_berlainan_bukan_satu_salah_ketik(letak):
    a, b, c = NIP[letak : letak + 3]
    assert not mirip_nip(_dengan(letak, 3, _lain(a) + b + _lain(c)), NIP)


@pytest.mark.parametrize(
    ("tertulis", "nip", "mirip"),
    [("1", "12", True), ("", "1", False), ("2", "13", False), ("21", "12", True)],
)
def test_nip_yang_tinggal_sedikit_angkanya(tertulis, nip, mirip):
    assert mirip_nip(tertulis, nip) is mirip


@pytest.mark.parametrize("letak", SEMUA)
def test_dicari_di_antara_banyak_nip_sama_dengan_satu_per_satu(letak):
    lain = NIP[::-1]
    slip = (
        _dengan(letak, 1, _lain(NIP[letak])),
        _dengan(letak, 1, ""),
        _dengan(letak, 0, NIP[letak]),
        _dengan(letak, 2, NIP[letak : letak + 2][::-1]),
        NIP[: letak + 1] + ANGKA_HILANG,
    )
    for tertulis in slip:
        assert ada_mirip(tertulis, (lain, NIP))
        assert ada_mirip(tertulis, (lain,)) is mirip_nip(tertulis, lain)
    assert not ada_mirip("", (lain, NIP))
