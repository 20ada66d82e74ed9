"""rekap_akar.html: what is missing first and by name, each text of a rule by itself; quiet, self-contained, on a phone too."""

import re

import pytest
from keluaran_beku import cocokkan, halaman
from kota_buatan import JAHAT, MEI, provinsi
from peramban import buka, cetak_a4, lebar_isi, pelanggaran_kedua_tema, ukuran_halaman_pdf

from asn_nilai.acuan.hasil.ringkas_kota import RekapAkar
from asn_nilai.terbit.halaman.rekap_akar import halaman_rekap_akar


def kata(html):
    return " ".join(re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]+>", " ", html, flags=re.DOTALL).split())


def test_seluruh_halaman():
    cocokkan("rekap-akar.html.txt", halaman(halaman_rekap_akar(provinsi())))


def test_yang_kurang_disebut_per_daerah():
    teks = kata(halaman_rekap_akar(provinsi()))
    assert "Mei 2026 · 6 ruang kerja, 7 unit kerja" in teks
    assert "Kota Payakumbuh payakumbuh: nilai sementara" in teks
    umum = "galat di luar unit (skema, pengaturan, atau riwayat: lihat temuan.csv di folder hasilnya)."
    assert (
        f"Kota Bukittinggi: 1 dari 2 unit belum lengkap bukittinggi: Unit Y (ada galat, 3) ; 2 {umum}" in teks
    )
    assert "Kota Agam: 1 dari 2 unit belum lengkap agam: Unit Y (belum setor) ." in teks
    assert f"Kota Payakumbuh payakumbuh: 1 {umum}" in teks
    assert "Tidak ikut dalam rekap ini: agam lama (ruang kerja tahun 2025)." in teks


def test_tiap_isi_aturan_dijumlahkan_sendiri():
    teks = kata(halaman_rekap_akar(provinsi()))
    assert "Dinilai menurut 3 aturan; nilai menurut dua aturan tidak dijumlahkan." in teks
    assert "permenpanrb-6-2022 (isi 33333333): lebih dari satu isi memakai kode ini" in teks
    assert "Rata-rata NHK 95,062 atas semua ASN yang dinilai" in teks
    assert "Seluruhnya 5 dari 12 86,00 Sangat Baik 1, Baik 3, Kurang 1, Sementara 1, Belum dinilai 6" in teks


def test_tanpa_yang_kurang():
    teks = kata(halaman_rekap_akar(RekapAkar("sumbar", MEI, provinsi().kota[:0])))
    assert "Tidak ada: setiap ruang kerja punya hasil terbaru, dan semua unit lengkap." in teks
    assert "Menurut" not in teks


def test_teks_orang_tetap_teks():
    html = halaman_rekap_akar(provinsi())
    assert "<script" not in html
    assert JAHAT.replace('"', "&#34;").replace("<", "&lt;").replace(">", "&gt;") in html


@pytest.mark.parametrize("lebar", [1280, 390])
def test_di_peramban(mesin, tmp_path, lebar):
    berkas = tmp_path / "rekap_akar.html"
    berkas.write_text(halaman_rekap_akar(provinsi()), encoding="utf-8")
    with buka(mesin, berkas, lebar=lebar) as (halaman, catatan):
        assert lebar_isi(halaman) <= lebar
        assert pelanggaran_kedua_tema(halaman) == {"light": [], "dark": []}
        assert set(ukuran_halaman_pdf(cetak_a4(halaman))) == {(210, 297)}
        assert (catatan.konsol, catatan.permintaan) == ([], [berkas.as_uri()])
