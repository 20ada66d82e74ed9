"""What `--ubah` says of a change that cannot be made, to the last letter."""

import pytest

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.profil.ubah_aturan import baca_ubahan, ubah_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError

ATURAN = muat_aturan("permenpanrb-6-2022")
CONTOH = "Tulis nama angka, tanda sama dengan, lalu angkanya, misalnya --ubah plafon_capaian=110."


def test_koma_titik_tanda_dan_spasi_dibaca():
    assert baca_ubahan(["a=95", "b = 1,5", "c=+0.25", " d=-2"]) == {"a": 95.0, "b": 1.5, "c": 0.25, "d": -2.0}


@pytest.mark.parametrize("ubahan", ["batas_hasil_2", "=95", "a=", "a=nan", "a=1.", "a=1,5,5", "a=b"])
def test_bentuk_lain_disebut_dengan_contoh(ubahan):
    with pytest.raises(AturanTidakSahError) as galat:
        baca_ubahan([ubahan])
    assert str(galat.value) == f"--ubah '{ubahan}' tidak dapat dibaca. {CONTOH}"


def test_angka_yang_ditulis_dua_kali_disebut():
    with pytest.raises(AturanTidakSahError) as galat:
        baca_ubahan(["batas_hasil_2=9", "batas_hasil_2=8"])
    assert str(galat.value) == "--ubah batas_hasil_2 ditulis dua kali. Tulis sekali saja."


@pytest.mark.parametrize(
    ("ubahan", "pesan"),
    [
        (
            {"plafon_capaian": -1.0},
            "--ubah plafon_capaian=-1 tidak menjadi aturan yang sah: lantai harus lebih kecil daripada plafon.",
        ),
        (
            {"batas_hasil_2": 101.5},
            "--ubah batas_hasil_2=101,5 tidak menjadi aturan yang sah: batas pita harus menurun: 100 tidak lebih besar daripada 101.5.",
        ),
        ({"plafon_capaian": float("inf")}, "--ubah plafon_capaian: inf bukan angka yang dapat dipakai."),
    ],
)  # fmt: skip
def test_angka_yang_tidak_menjadi_aturan_disebut_dengan_sebabnya(ubahan, pesan):
    with pytest.raises(AturanTidakSahError) as galat:
        ubah_aturan(ATURAN, ubahan)
    assert str(galat.value) == pesan


def test_angka_yang_tidak_dikenal_disebut_dengan_semua_yang_ada():
    with pytest.raises(AturanTidakSahError) as galat:
        ubah_aturan(ATURAN, {"batas": 95.0, "plafon_capaian": 110.0, "lain": 1.0})
    awal, _, daftar = str(galat.value).partition(" Yang ada: ")
    assert awal == "Angka batas, lain tidak ada dalam aturan permenpanrb-6-2022."
    assert "plafon_capaian (Plafon capaian (persen), sekarang 120)" in daftar.split("; ")
    assert "batas_hasil_2 (Batas bawah Sesuai Ekspektasi (90 ≤ x ≤ 100), sekarang 90)" in daftar.split("; ")
