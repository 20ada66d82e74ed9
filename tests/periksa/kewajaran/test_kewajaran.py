"""Plausibility as a whole: what is looked for, and how each kind is turned off or its threshold moved."""

from periksa.isian_buatan import Dunia
from periksa.kewajaran_buatan import (
    berbukti,
    bertangga,
    cari,
    deret,
    geser,
    kembar,
    ramai,
    ringkas,
    tukar,
    ulangi,
)

from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.temuan import Tingkat, katalog
from asn_nilai.periksa.target_layak.layak import JENIS

JENIS_KEWAJARAN = tuple(b.alias for b in Kewajaran.model_fields.values() if b.annotation is bool)
"""The codes of the findings of plausibility; each is also the key that turns it off."""


def test_dunia_yang_bersih_tidak_memberi_temuan():
    assert ringkas(Dunia()) == []
    assert ringkas(Dunia(), "2026-T1") == []


def test_tanpa_buku_target_tidak_ada_yang_dibandingkan():
    assert ringkas(Dunia(target=None)) == []


class TestPengaturan:
    def test_setiap_jenis_dapat_dimatikan(self):
        contoh = {
            "sepuluh-kali-bulan-lalu": deret(41.0, 41.0, 410.0),
            "realisasi-seragam": ramai(5, realisasi=lambda u, k: 37.0 if k == "KJ" else 10.0 + u),
            "realisasi-sama-target": ramai(5, realisasi=40.0),
            "realisasi-sama-bulan-lalu": ulangi(ramai(5)),
            "angka-kumulatif": deret(40.0, 81.0, 119.0),
            "kolom-tertukar": tukar(ramai(5), 10),
            "baris-bergeser": geser(bertangga(), 2, 7, 1),
            "bukti-seragam": berbukti(ramai(5), "https://berkas.example/pkm"),
            "indikator-kembar": kembar(41.0, 43.0, 42.0),
        }
        assert (*contoh, *JENIS) == JENIS_KEWAJARAN
        for jenis, dunia in contoh.items():
            assert [(temuan.kode, temuan.unit) for temuan in cari(dunia)] == [(jenis, "PKM")]
            assert ringkas(dunia, ambang=Kewajaran.model_validate({jenis: False})) == []

    def test_jenisnya_ada_di_katalog_dan_tidak_pernah_galat(self):
        assert {katalog()[jenis].tingkat for jenis in JENIS_KEWAJARAN} == {Tingkat.PERINGATAN, Tingkat.INFO}

    def test_ambang_dapat_diubah(self):
        ambang = Kewajaran.model_validate({"kali-dari": 4, "sepuluh-kali-bulan-lalu": True})
        assert ringkas(deret(41.0, 41.0, 200.0)) == []
        assert ringkas(deret(41.0, 41.0, 200.0), ambang=ambang) == [
            ("sepuluh-kali-bulan-lalu", "03/Capaian!I8")
        ]

    def test_bulan_lalu_dibaca_hanya_bila_perlu(self):
        assert Kewajaran().bulan_dibaca == 2
        assert Kewajaran.model_validate({"bulan-lalu": 0}).bulan_dibaca == 0
        mati = {
            "sepuluh-kali-bulan-lalu": False,
            "realisasi-sama-bulan-lalu": False,
            "angka-kumulatif": False,
            "indikator-kembar": False,
        }
        assert Kewajaran.model_validate(mati).bulan_dibaca == 0
