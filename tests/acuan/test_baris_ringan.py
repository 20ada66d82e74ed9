"""A light row is a value: the type checker says so, and so do sets, copies and other processes."""

import pickle
from dataclasses import dataclass, replace
from functools import cached_property

import pytest

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.letak import Letak

KODE = """\
from asn_nilai.acuan.baris_ringan import baris_ringan
@baris_ringan
class Titik:
    x: int
    nama: str = ""
titik = Titik(1, nama="a")
titik.x + 1
titik.x = 2
Titik("1")
Titik(1, y=2)
"""


def test_pemeriksa_jenis_tidak_membiarkan_baris_diubah(tmp_path):
    api = pytest.importorskip("mypy.api", reason="pemeriksa jenis tidak ikut dipasang bersama program")
    berkas = tmp_path / "titik.py"
    berkas.write_text(KODE, encoding="utf-8")
    keluhan, _, _ = api.run(["--config-file=", "--no-pretty", "--cache-dir", str(tmp_path), str(berkas)])
    galat = [baris.removeprefix(f"{berkas}:") for baris in keluhan.splitlines() if ": error: " in baris]
    assert galat == [
        '8: error: Property "x" defined in "Titik" is read-only  [misc]',
        '9: error: Argument 1 to "Titik" has incompatible type "str"; expected "int"  [arg-type]',
        '10: error: Unexpected keyword argument "y" for "Titik"  [call-arg]',
    ]


def test_baris_ringan_sama_bila_isinya_sama():
    letak = Letak("a.xlsx", "Target", "B2")
    assert {letak, Letak("a.xlsx", "Target", "B2")} == {letak}
    assert letak != replace(letak, sel="B3")
    assert pickle.loads(pickle.dumps(letak)) == letak  # noqa: S301 - our own
    assert not hasattr(letak, "__dict__")


@baris_ringan
class Titik:
    x: int
    nama: str = ""


@baris_ringan
class TitikBerlabel(Titik):
    label: str = "l"


@baris_ringan
class Tunggal:
    isi: object

    @cached_property
    def dua_kali(self):
        return [self.isi, self.isi]


def test_dibanding_disidik_dan_ditampilkan_seperti_dataclass_beku():
    @dataclass(frozen=True, slots=True)
    class Beku:
        x: int
        nama: str = ""

    semua = [(1, "a"), (1, "b"), (2, "a"), (1, "")]
    for satu in semua:
        for lain in semua:
            assert (Titik(*satu) == Titik(*lain)) == (Beku(*satu) == Beku(*lain))
        assert hash(Titik(*satu)) == hash(Beku(*satu))
        assert repr(Titik(*satu)) == repr(Beku(*satu)).rpartition("<locals>.")[2].replace("Beku", "Titik")
    assert Titik(1) != (1, "")
    assert Titik(1) != TitikBerlabel(1)
    assert TitikBerlabel(1, label="m") != TitikBerlabel(1)


def test_yang_mengingat_punya_tempat_untuk_ingatannya():
    tunggal = Tunggal((1, 2))
    assert tunggal.dua_kali is tunggal.dua_kali
    assert tunggal == Tunggal((1, 2))
    assert {tunggal: 1} == {Tunggal((1, 2)): 1}
    with pytest.raises(TypeError, match="unhashable"):
        hash(Tunggal([1]))
    assert repr(tunggal) == "Tunggal(isi=(1, 2))"
