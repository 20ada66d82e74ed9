"""The trainer's slides: up to date, one file, readable from a memory stick, one screen each."""

import re

from penulis import salindia
from peramban import buka, cetak_a4, pelanggaran_axe, ukuran_halaman_pdf

BERKAS = salindia.SUMBER.with_suffix(".html")


def test_salindia_dari_teksnya():
    assert {BERKAS: BERKAS.read_text(encoding="utf-8")} == salindia.halaman(), (
        "jalankan: python docs/tulis.py"
    )


def test_satu_berkas_tanpa_jaringan():
    teks = BERKAS.read_text(encoding="utf-8")
    assert "http" not in teks
    assert set(re.findall(r'src="([a-z]+):', teks)) == {"data"}
    assert len(re.findall(r"<section>", teks)) == len(salindia.bagian()) == 12


def test_satu_layar_satu_salindia(mesin):
    with buka(mesin, BERKAS) as (halaman, catatan):
        halaman.set_viewport_size({"width": 1280, "height": 720})
        tinggi = halaman.eval_on_selector_all("section", "semua => semua.map(s => s.offsetHeight)")
        assert set(tinggi) == {720}
        halaman.keyboard.press("ArrowRight")
        halaman.wait_for_function("scrollY >= 715")
        assert halaman.evaluate("scrollY") == 720
        halaman.keyboard.press("End")
        halaman.wait_for_function("scrollY >= 11 * 720 - 5")
        assert catatan.konsol == []
        assert [alamat for alamat in catatan.permintaan if not alamat.startswith(("file:", "data:"))] == []
        assert pelanggaran_axe(halaman) == []
        assert ukuran_halaman_pdf(cetak_a4(halaman)) == [(297, 210)] * 12
