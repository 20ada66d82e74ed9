"""A ratio in nilai.xlsx: what it counts stands beside its realisasi, which is alive and the same after recalculation."""

import random
from dataclasses import replace

import openpyxl
import pytest
from dunia import buat_orang, nilai_dunia
from libreoffice import hitung_ulang, rumus_sama

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai

ATURAN = muat_aturan("permenpanrb-6-2022")


@pytest.fixture(scope="module")
def hasil():
    acak = random.Random("rasio")
    return nilai_dunia(
        [buat_orang(acak, nomor) for nomor in range(40)], Periode.dari_teks("2026-S1"), ATURAN
    )["A"]


@pytest.fixture(scope="module")
def buku(hasil, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rasio")
    tulis_buku_nilai(folder / "nilai.xlsx", hasil, ATURAN, "Kota Contoh")
    return folder / "nilai.xlsx", hitung_ulang([folder / "nilai.xlsx"], folder)[0]


def test_hitung_ulang_tidak_mengubah_apa_pun(buku):
    assert rumus_sama(*buku) > 100


def test_realisasi_rasio_adalah_rumus_atas_pembilang_dan_penyebutnya(hasil, buku):
    rumus, nilai = (
        openpyxl.load_workbook(berkas, data_only=hidup)["Rincian"]
        for berkas, hidup in ((buku[0], False), (buku[1], True))
    )
    kolom = {sel.value: sel.column for sel in rumus[7]}
    semua = [milik for asn in hasil.nilai for milik in asn.indikator]
    rasio = 0
    for nomor, milik in enumerate(semua, 8):
        p, q, r = (nilai.cell(nomor, kolom[nama]).value for nama in ("Pembilang", "Penyebut", "Realisasi"))
        isi = rumus.cell(nomor, kolom["Realisasi"])
        assert (isi.data_type == "f") == milik.indikator.rasio
        if milik.rasio:
            rasio += 1
            assert (p, q) == pytest.approx(milik.rasio, rel=1e-12)
            assert r == pytest.approx(100 * p / q, rel=1e-12) == milik.realisasi
        else:
            assert (p, q) == (None, None)
    assert rasio > 10


def test_buku_tanpa_rasio_tidak_berkolom_pembilang(hasil, tmp_path):
    tanpa = replace(
        hasil,
        nilai=tuple(
            replace(asn, indikator=tuple(m for m in asn.indikator if not m.indikator.rasio))
            for asn in hasil.nilai
        ),
    )
    tulis_buku_nilai(tmp_path / "nilai.xlsx", tanpa, ATURAN, "Kota Contoh")
    kepala = [sel.value for sel in openpyxl.load_workbook(tmp_path / "nilai.xlsx")["Rincian"][7]]
    assert "Pembilang" not in kepala
    assert "Realisasi" in kepala
