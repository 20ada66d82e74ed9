"""The reference pages say what the program says, about everything it knows: written by docs/tulis.py."""

import re
from string import Formatter

import pytest
from penulis import aturan, kolom, pengaturan, perintah, temuan
from penulis import katalog as halaman_katalog
from penulis.tempat import ACUAN, DOKUMEN

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.temuan import katalog
from asn_nilai.cli.perintah import PERINTAH

ULANG = "jalankan: python docs/tulis.py"


@pytest.mark.parametrize(
    "bagian",
    [aturan, temuan, halaman_katalog, kolom, pengaturan, perintah],
    ids=lambda bagian: bagian.__name__,
)
def test_halaman_mengatakan_yang_dikatakan_program(bagian):
    for berkas, teks in bagian.halaman().items():
        assert berkas.read_text(encoding="utf-8") == teks, f"{berkas.relative_to(DOKUMEN)}; {ULANG}"


def test_setiap_temuan_punya_bagiannya_sendiri():
    halaman = (ACUAN / "temuan.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (\S+)$", halaman, re.MULTILINE) == list(katalog())


def test_setiap_temuan_punya_contoh_dan_tidak_ada_contoh_yang_usang():
    assert set(temuan.contoh()) == set(katalog()), "lengkapi docs/penulis/contoh_temuan.toml"


@pytest.mark.parametrize("kode", katalog())
def test_contoh_memuat_tepat_fakta_yang_dipakai_kalimatnya(kode):
    jenis, contoh = katalog()[kode], temuan.contoh()[kode]
    dipakai = {nama for _, nama, _, _ in Formatter().parse(jenis.pesan + jenis.saran) if nama}
    assert set(contoh.get("isi", {})) | set(dict(jenis.bawaan)) == dipakai
    assert contoh["letak"]


def test_setiap_kolom_diterangkan_dan_tidak_ada_keterangan_yang_usang():
    diterangkan = {nama: set(isi) for nama, isi in kolom.kata().items()}
    assert diterangkan == {
        nama: {bagian.kunci for bagian in kolom.kolom_formulir(FORMULIR[nama])} for nama in kolom.DI_BERKAS
    }


def test_setiap_formulir_ada_di_halaman():
    assert set(kolom.DI_BERKAS) == set(FORMULIR)


def test_setiap_pengaturan_diterangkan_dan_tidak_ada_keterangan_yang_usang():
    assert {nama: set(isi) for nama, isi in pengaturan.kata().items()} == {
        nama: set(isi) for nama, isi in pengaturan.daftar().items()
    }


def test_setiap_tabel_pengaturan_diperkenalkan():
    halaman = (ACUAN / "pengaturan.md").read_text(encoding="utf-8")
    pembuka = dict(re.findall(r"^## (\S+)\n\n(.*)\n\n", halaman, re.MULTILINE))
    assert [nama for nama, kalimat in pembuka.items() if not kalimat] == []
    assert len(pembuka) == len(pengaturan.daftar())


def test_pengaturan_menyebut_bawaan_dan_batasnya():
    halaman = (ACUAN / "pengaturan.md").read_text(encoding="utf-8")
    assert "| `cakupan-peringkat` | `90` | bilangan bulat 1–100 |" in halaman
    assert "| `k-publik` | `5` | bilangan bulat mulai 3 |" in halaman
    assert '| `wajib` | `"peringatan"` | `"peringatan"` atau `"galat"` |' in halaman


def test_setiap_perintah_punya_bagiannya_sendiri():
    halaman = (ACUAN / "perintah.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)$", halaman, re.MULTILINE) == [*PERINTAH]
