"""The guide as a site, opened from a folder: strict when built, searchable, quiet. Needs the extra `situs`."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dokumen.halaman_md import AKAR
from peramban import buka, cetak_a4, lebar_isi, pelanggaran_axe, ukuran_halaman_pdf

pytest.importorskip("zensical", reason="paket tambahan situs tidak terpasang")


def _bangun(dokumen: Path, tujuan: Path) -> int:
    return subprocess.run([sys.executable, dokumen / "bangun_situs.py", tujuan], check=False).returncode


@pytest.fixture(scope="module")
def situs(tmp_path_factory) -> Path:
    tujuan = tmp_path_factory.mktemp("situs") / "panduan"
    assert _bangun(AKAR / "docs", tujuan) == 0
    return tujuan


def test_tautan_mati_menggagalkan_pembangunan(tmp_path):
    dokumen = shutil.copytree(AKAR / "docs", tmp_path / "docs")
    with (dokumen / "panduan" / "index.md").open("a", encoding="utf-8") as berkas:
        berkas.write("\n[mati](memulai.md#tidak-ada)\n")
    assert _bangun(dokumen, tmp_path / "situs") != 0
    assert not (tmp_path / "situs").exists()


def test_hanya_halaman_yang_ikut(situs):
    assert {berkas.suffix for berkas in situs.rglob("*") if berkas.is_file()} == {
        "", ".css", ".html", ".js", ".json", ".png", ".xml",
    }  # fmt: skip
    tanpa_akhiran = [berkas.name for berkas in situs.rglob("*") if berkas.is_file() and not berkas.suffix]
    assert set(tanpa_akhiran) <= {"LICENSE"}


def test_tidak_ada_yang_diambil_dari_jaringan(situs):
    for berkas in situs.rglob("*.html"):
        assert not re.findall(
            r'(?:src|href)="https?:[^"]*\.(?:js|css)', berkas.read_text(encoding="utf-8")
        ), berkas.name


def test_pencarian_tanpa_peladen(mesin, situs):
    with buka(mesin, situs / "panduan" / "index.html") as (halaman, catatan):
        halaman.keyboard.press("/")
        halaman.keyboard.type("imunisasi")
        halaman.get_by_text("Cakupan imunisasi sebuah puskesmas").first.wait_for(timeout=20_000)
        assert [alamat for alamat in catatan.permintaan if not alamat.startswith(("file:", "data:"))] == []
        assert catatan.konsol == []


@pytest.mark.parametrize("nama", ["sebulan", "pelatihan/bagi-asn"])
def test_yang_dibagikan_muat_di_satu_lembar_a4(mesin, situs, nama):
    with buka(mesin, situs / "panduan" / f"{nama}.html") as (halaman, _):
        assert ukuran_halaman_pdf(cetak_a4(halaman)) == [(210, 297)]


@pytest.mark.parametrize("nama", ["index", "memulai", "acuan/kolom", "pelatihan/latihan"])
def test_terbaca_di_ponsel_dan_oleh_pembaca_layar(mesin, situs, nama):
    with buka(mesin, situs / "panduan" / f"{nama}.html", lebar=390) as (halaman, _):
        assert lebar_isi(halaman) <= 390
        halaman.set_viewport_size({"width": 1280, "height": 900})
        assert pelanggaran_axe(halaman, sedang=False) == []


def test_pintu_folder_membuka_panduan(mesin, situs):
    with buka(mesin, situs / "index.html") as (halaman, _):
        halaman.wait_for_url("**/panduan/index.html")
        halaman.get_by_role("heading", name="Panduan asn-nilai", level=1).wait_for(timeout=20_000)
