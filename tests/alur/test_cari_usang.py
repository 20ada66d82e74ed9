"""What is stale is looked for by other processes where there is much of it: the recap is the same, whoever looked."""

import os
import shutil
from pathlib import Path

import pytest

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan import cari_usang
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap

SEMUA = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]


@pytest.fixture
def salinan(kota_terhitung, tmp_path) -> Path:
    kota = Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))
    berkas = kota / "capaian/2026-03/PKM-TB.xlsx"
    shutil.copy(kota / "capaian/2026-02/PKM-TB.xlsx", berkas)
    return kota


def bagian(konteks) -> list[list[str]]:
    """Return the periods of each part of the search."""
    with cari_usang.mulai_cari_usang(konteks) as dicari:
        return [[periode.kode for periode in ini] for ini in dicari]


@pytest.fixture(autouse=True)
def _dua_inti_lain(monkeypatch):
    monkeypatch.setattr(cari_usang, "inti_lain", lambda: 2)


@pytest.mark.parametrize(("cukup", "banyak"), [(1, 2), (24, 1), (25, 1), (20, 2), (40, 1), (10_000, 1)])
def test_dibagi_menurut_banyaknya(salinan, monkeypatch, cukup, banyak):
    """Five months of eight units."""
    monkeypatch.setattr(cari_usang, "_CUKUP", cukup)
    hasil = bagian(siapkan(salinan, "2026-05"))
    assert (len(hasil), sorted(kode for ini in hasil for kode in ini)) == (banyak, SEMUA)


def test_masa_panjang_dan_bulannya_sama_berat(salinan, monkeypatch):
    monkeypatch.setattr(cari_usang, "_CUKUP", 1)
    assert sorted(bagian(siapkan(salinan, "2026-T1"))) == [["2026-01", "2026-02", "2026-03"], ["2026-T1"]]


def test_yang_usang_sama_siapa_pun_yang_mencari(salinan, monkeypatch):
    konteks = siapkan(salinan, "2026-05")
    sendiri = bahan_rekap(konteks, tuple(konteks.skema.unit))
    monkeypatch.setattr(cari_usang, "_CUKUP", 1)
    bersama = bahan_rekap(konteks, tuple(konteks.skema.unit))
    usang = {h.periode.kode: h.usang for h in sendiri.semua_hasil}
    assert usang == {h.periode.kode: h.usang for h in bersama.semua_hasil}
    assert usang["2026-03"]["PKM-TB"] == ("capaian/2026-03/PKM-TB.xlsx",)
    assert not usang["2026-02"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="proses lain tidak mewarisi yang diganti di sini")
def test_proses_yang_mati_digantikan(salinan, monkeypatch):
    """Whoever looks ends; who asked looks himself."""
    konteks, induk = siapkan(salinan, "2026-05"), os.getpid()
    monkeypatch.setattr(cari_usang, "_CUKUP", 1)
    usang = cari_usang._usang
    monkeypatch.setattr(
        cari_usang, "_usang", lambda *isi: usang(*isi) if os.getpid() == induk else os._exit(3)
    )
    bahan = bahan_rekap(konteks, tuple(konteks.skema.unit))
    assert next(h.periode.kode for h in bahan.semua_hasil if h.usang) == "2026-03"


def test_masa_yang_belum_dihitung_tidak_menunggu_pencarian(salinan, monkeypatch):
    monkeypatch.setattr(cari_usang, "_CUKUP", 1)
    konteks = siapkan(salinan, "2026-05")
    (salinan / "hasil/2026-05/manifes.json").write_text("{", encoding="utf-8")
    with pytest.raises(PenggunaanError, match=r"Hasil Mei 2026 tidak mempunyai catatan yang dapat dibaca"):
        bahan_rekap(konteks, tuple(konteks.skema.unit))
    shutil.rmtree(salinan / "hasil/2026-05")
    with pytest.raises(PenggunaanError, match="Hasil Mei 2026 belum ada di ruang kerja ini"):
        bahan_rekap(konteks, tuple(konteks.skema.unit))
