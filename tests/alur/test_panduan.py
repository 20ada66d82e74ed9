"""What commands print in the guide is what they print: run again in the computed example city."""

import re
import shutil

import pytest
from penulis import sisipan
from penulis.tempat import DOKUMEN


@pytest.mark.menyeluruh
def test_keluaran_di_panduan_masih_yang_dicetak(kota_terhitung, tmp_path):
    kota = shutil.copytree(kota_terhitung, tmp_path / sisipan.NAMA_KOTA)
    halaman = sisipan.halaman(kota)
    assert len(halaman) >= 6
    for berkas, teks in halaman.items():
        assert berkas.read_text(encoding="utf-8") == teks, (
            f"{berkas.relative_to(DOKUMEN)}; jalankan: python docs/tulis.py"
        )


@pytest.mark.parametrize("nama", ["README.md", "README.en.md"])
def test_temuan_di_readme_masih_yang_dicetak(keluaran_kota, nama):
    teks = (DOKUMEN.parent / nama).read_text(encoding="utf-8")
    temuan = re.search(r"^```text\n(galat .*?)```", teks, re.MULTILINE | re.DOTALL)[1]
    dicetak = keluaran_kota.terminal["2026-06"].splitlines()
    for baris in temuan.splitlines():
        assert baris.strip() in {cetak.strip() for cetak in dicetak}
