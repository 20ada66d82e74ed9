"""docs/aturan/*.md say what the profiles say: written by docs/tulis.py, one page per profile."""

from pathlib import Path

import pytest
from penulis.aturan import halaman as semua_halaman

from asn_nilai.acuan.profil.banding_aturan import bandingkan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan

FOLDER = Path(__file__).parents[2] / "docs" / "aturan"


@pytest.mark.parametrize("kode", profil_bawaan())
def test_halaman_sama_dengan_berkas_aturan(kode):
    berkas = FOLDER / f"{kode}.md"
    assert berkas.read_text(encoding="utf-8") == semua_halaman()[berkas], "jalankan: python docs/tulis.py"


def test_tidak_ada_halaman_tanpa_aturan():
    assert {berkas.stem for berkas in FOLDER.glob("*.md")} == set(profil_bawaan())


def test_banding_hanya_menyebut_yang_berbeda():
    beda = list(bandingkan(muat_aturan("permenpanrb-6-2022"), muat_aturan("bukittinggi")))
    assert [perbedaan.judul for perbedaan in beda] == ["Capaian Minimal"]
    assert beda[0].baru.status == "kebijakan"


def test_banding_menyebut_yang_hanya_ada_di_satu_aturan():
    beda = {
        perbedaan.judul: perbedaan
        for perbedaan in bandingkan(muat_aturan("pp-30-2019"), muat_aturan("kemenkeu-127-2026"))
    }
    assert beda["Predikat: Sangat Baik"].baru.isi == ""
    assert beda["Rating hasil kerja: Sesuai Ekspektasi"].lama.isi == ""
