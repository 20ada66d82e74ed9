"""What commands print in the guide is what they print: run again in the computed example city."""

import shutil

from penulis import sisipan
from penulis.tempat import DOKUMEN


def test_keluaran_di_panduan_masih_yang_dicetak(kota_terhitung, tmp_path):
    kota = shutil.copytree(kota_terhitung, tmp_path / sisipan.NAMA_KOTA)
    halaman = sisipan.halaman(kota)
    assert len(halaman) >= 6
    for berkas, teks in halaman.items():
        assert berkas.read_text(encoding="utf-8") == teks, (
            f"{berkas.relative_to(DOKUMEN)}; jalankan: python docs/tulis.py"
        )
