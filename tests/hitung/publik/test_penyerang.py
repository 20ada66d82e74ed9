"""Whoever subtracts everything published from everything else learns of no group under k."""

from functools import cache

import pytest
from laju import PENUH, bertingkat
from penyerang_publik import Terbitan, baca, layanan_terbuka, sebaran_terbuka
from publik_buatan import JENIS, bahan, kota_acak, laporan, pelapor

from asn_nilai.hitung.publik import layanan as publik_layanan
from asn_nilai.hitung.publik import pegawai as publik_pegawai
from asn_nilai.hitung.publik import susun_publik
from asn_nilai.hitung.publik.gabung_kecil import yang_digabung
from asn_nilai.terbit.publik import berkas_publik

KUNCI = bytes(range(32))
BULAN = tuple(f"2026-0{n}" for n in range(1, 7))
PERIODE = (*BULAN, "2026-T1", "2026-T2", "2026-02:2026-04", "2026-01:2026-05", "2026-S1")
TRIWULAN = (*BULAN[:3], "2026-T1")
BENIH = bertingkat(range(90 if PENUH else 9), 2)


def terbitkan(bulanan, baris_nilai=(), k=5, periode=PERIODE) -> list[Terbitan]:
    semua = [bahan(bulanan, kode, baris_nilai, k) for kode in periode]
    return [
        Terbitan(
            tuple(b.kode for b in bahan_periode.periode.bulan),
            berkas_publik(susun_publik(bahan_periode, KUNCI)),
        )
        for bahan_periode in semua
    ]


def k_acak(benih: int) -> int:
    return (3, 5, 10)[benih % 3]


@cache
def terbitan_acak(benih: int) -> list[Terbitan]:
    return terbitkan(*kota_acak(benih), k_acak(benih))


@pytest.mark.parametrize("benih", BENIH)
def test_selisih_semua_terbitan_tidak_membuka_kelompok_kecil(benih):
    k = k_acak(benih)
    bulanan, baris_nilai = kota_acak(benih)
    terbitan = terbitan_acak(benih)
    assert layanan_terbuka(terbitan, pelapor(bulanan), k) == []
    pegawai = [(nip, JENIS[int(unit[1:]) % 3], predikat) for unit, nip, _, predikat in baris_nilai]
    assert sebaran_terbuka(terbitan[0].berkas, pegawai, k) == []


@pytest.mark.parametrize("belum", range(1, 9))
def test_pegawai_yang_belum_dinilai_tidak_terbuka_bila_kurang_dari_k(monkeypatch, belum):
    baris_nilai = [(u, n, nhk, "" if i < belum else p) for i, (u, n, nhk, p) in enumerate(kota_acak(15)[1])]
    pegawai = [(nip, JENIS[int(unit[1:]) % 3], predikat) for unit, nip, _, predikat in baris_nilai]

    def _terbuka() -> list[tuple]:
        [terbitan] = terbitkan({3: []}, baris_nilai, periode=["2026-03"])
        assert "pegawai sudah dinilai" in terbitan.berkas["index.html"]
        return sebaran_terbuka(terbitan.berkas, pegawai, 5)

    assert _terbuka() == []
    monkeypatch.setattr(publik_pegawai, "_pegawai", lambda _bahan, _k: len(baris_nilai))
    assert bool(_terbuka()) == (belum < 5)


def test_kota_acak_sungguh_menerbitkan_unit_gabungan_dan_pembandingnya():
    """Of the very cities above: with nothing published there would be nothing to open."""
    baris = [b for benih in range(2) for t in terbitan_acak(benih) for b in baca(t.berkas["layanan.csv"])]
    assert {b["jenis_baris"] for b in baris} == {"seluruh", "unit", "gabungan"}
    assert sum(b["jenis_baris"] == "unit" for b in baris) > 40
    assert sum(b["realisasi_bulan_lalu"] != "" for b in baris) > 40


def _semua_berdiri_sendiri(_anggota, _kecil, _k):
    return frozenset()


def _tanpa_pelengkap(anggota, _kecil, k):
    return frozenset(kode for kode, orang in anggota.items() if len(orang) < k)


def _tanpa_yang_ditahan(anggota, kecil, k):
    return yang_digabung(anggota, kecil, k) or frozenset(anggota)


@pytest.mark.parametrize("rusak", [_semua_berdiri_sendiri, _tanpa_pelengkap, _tanpa_yang_ditahan])
def test_penyerang_membuka_potongan_yang_dirusak(monkeypatch, rusak):
    monkeypatch.setattr(publik_layanan, "yang_digabung", rusak)
    assert any(
        layanan_terbuka(terbitkan(bulanan, baris_nilai, periode=TRIWULAN), pelapor(bulanan), 5)
        for bulanan, baris_nilai in map(kota_acak, range(4))
    )


def test_periode_yang_tidak_memandang_bulannya_akan_terbuka(monkeypatch):
    """U1 has 6 persons in January and 2 in February: alone over both months, subtracting January opens February."""
    bulanan = {
        1: laporan("U0", 6) + laporan("U1", 6, 10) + laporan("U2", 6, 20),
        2: laporan("U0", 6) + laporan("U1", 2, 10) + laporan("U2", 6, 20),
    }
    periode = ("2026-01", "2026-02", "2026-01:2026-02")
    assert layanan_terbuka(terbitkan(bulanan, periode=periode), pelapor(bulanan), 5) == []
    terbitan = terbitkan(bulanan, periode=periode[:2])
    monkeypatch.setattr(publik_layanan, "yang_digabung", _semua_berdiri_sendiri)
    terbitan += terbitkan(bulanan, periode=periode[2:])
    terbuka = [sel for _, sel in layanan_terbuka(terbitan, pelapor(bulanan), 5)]
    assert (("U1", "2026-02"),) in terbuka


def test_unit_terkecil_ikut_digabung_supaya_selisih_tidak_membuka_unit_kecil():
    [terbitan] = terbitkan(
        {3: laporan("U0", 9) + laporan("U1", 6, 10) + laporan("U2", 2, 20)}, periode=["2026-03"]
    )
    baris = baca(terbitan.berkas["layanan.csv"])
    assert [(b["jenis_baris"], b["unit"], b["jumlah_unit"], b["jumlah_asn"]) for b in baris] == [
        ("seluruh", "Seluruh unit", "3", "10–19"),
        ("unit", "Unit 0", "1", "5–9"),
        ("gabungan", "Unit lain digabung", "2", "5–9"),
    ]


def test_satu_orang_di_dua_unit_terhitung_satu_orang():
    """Three persons of U1 and two of them again in U2 are three persons, not five."""
    [terbitan] = terbitkan(
        {3: laporan("U0", 6, 20) + laporan("U1", 3) + laporan("U2", 2)}, periode=["2026-03"]
    )
    assert [b["unit"] for b in baca(terbitan.berkas["layanan.csv"])] == ["Seluruh unit"]


def test_unit_yang_pernah_terlalu_kecil_tetap_digabung():
    ramai = laporan("U0", 9) + laporan("U1", 6, 20) + laporan("U2", 6, 30)
    sepi = laporan("U0", 9) + laporan("U1", 4, 20) + laporan("U2", 4, 30)
    terbitan = terbitkan({1: ramai, 2: sepi, 3: ramai}, periode=BULAN[:3])
    awal, tengah, akhir = ([b["unit"] for b in baca(t.berkas["layanan.csv"])] for t in terbitan)
    assert awal == ["Seluruh unit", "Unit 0", "Unit 1", "Unit 2"]
    assert tengah == akhir == ["Seluruh unit", "Unit 0", "Unit lain digabung"]


def test_bulan_lalu_hanya_bila_unitnya_sama_dan_sudah_terbit_di_sana():
    tetap, tambah = laporan("U0", 9) + laporan("U1", 6, 20), laporan("U2", 6, 30)
    terbitan = terbitkan({1: tetap, 2: tetap, 3: tetap + tambah}, periode=BULAN[:3])
    lalu = [{b["unit"]: b["realisasi_bulan_lalu"] for b in baca(t.berkas["layanan.csv"])} for t in terbitan]
    assert lalu[0] == {"Seluruh unit": "", "Unit 0": "", "Unit 1": ""}
    assert all(lalu[1].values())
    assert lalu[2] == {
        "Seluruh unit": "",
        "Unit 0": lalu[1]["Unit 0"],
        "Unit 1": lalu[1]["Unit 1"],
        "Unit 2": "",
    }


def test_indikator_yang_pelapornya_kurang_dari_k_disebut_dan_tidak_ditampilkan():
    bulanan = {
        2: laporan("U0", 4),
        3: laporan("U0", 5) + laporan("U1", 1, 40, "TGU", 20.0, 22.0),
    }
    maret = susun_publik(bahan(bulanan, "2026-03"), KUNCI)
    assert [layanan.kode for layanan in maret.layanan] == ["IZN"]
    assert ("Waktu tunggu", "Kurang dari 5 ASN di seluruh kota melaporkannya.") in [
        (tertahan.hal, tertahan.sebab) for tertahan in maret.ditahan
    ]
    assert maret.layanan[0].seluruh.lalu is None
    panjang = susun_publik(bahan(bulanan, "2026-02:2026-03"), KUNCI)
    assert panjang.layanan == ()
    assert panjang.ditahan[0].sebab == "Kurang dari 5 ASN di seluruh kota melaporkannya pada Februari 2026."
