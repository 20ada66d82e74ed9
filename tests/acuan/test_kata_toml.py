"""A TOML file that cannot be read: the line, what stands there, and why, in Indonesian."""

import tomllib

import pytest

from asn_nilai.acuan.kata_toml import sebab_toml


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("a = 1\ntahun 2026", "baris 2 (tahun 2026): barisnya tidak berbentuk nama = nilai"),
        ("tahun = 1\ntahun = 2", "baris 2 (tahun = 2): nama atau tabel itu sudah ditulis di atasnya"),
        ("[a]\n[a]", "baris 2 ([a]): nama atau tabel itu sudah ditulis di atasnya"),
        ('instansi = "Kota', 'baris 1 (instansi = "Kota): teksnya tidak diapit tanda kutip dengan benar'),
        (
            "instansi = Kota\n",
            "baris 1 (instansi = Kota): isinya kosong, atau teks yang belum diapit tanda kutip",
        ),
        ("tahun =", "baris 1 (tahun =): isinya kosong, atau teks yang belum diapit tanda kutip"),
    ],
)
def test_sebab_menyebut_barisnya(teks, sebab):
    with pytest.raises(tomllib.TOMLDecodeError) as galat:
        tomllib.loads(teks)
    assert sebab_toml(teks, galat.value) == sebab


def test_tanpa_baris_pun_ada_kalimatnya():
    assert sebab_toml("", tomllib.TOMLDecodeError("x")) == "baris 0 (): barisnya tidak berbentuk nama = nilai"
