"""The guide for the spread of predikat: both sides of each figure, and never more than a peringatan."""

import pytest

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.hitung import periksa_distribusi, periksa_distribusi_unit

ATURAN = muat_aturan("permenpanrb-6-2022")
PP_30 = muat_aturan("pp-30-2019")
SB, B, BP, K, SK = "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"


def temuan(organisasi, aturan=ATURAN, **banyak):
    isi = {
        {"SB": SB, "B": B, "BP": BP, "C": "Cukup", "K": K, "SK": SK}[nama]: jumlah
        for nama, jumlah in banyak.items()
    }
    letak = Letak("asn-nilai.toml")
    return list(periksa_distribusi(isi, organisasi, aturan, unit_dihitung="8 dari 8", letak=letak))


@pytest.mark.parametrize(
    ("organisasi", "dalam", "luar", "kata"),
    [
        ("Istimewa", {"SB": 70, "B": 30}, {"SB": 71, "B": 29}, "berpredikat Sangat Baik"),
        ("Istimewa", {"SB": 700, "B": 300}, {"SB": 701, "B": 299}, "701 ASN (70,1 persen)"),
        ("Baik", {"B": 70, "SB": 29, "K": 1}, {"B": 71, "SB": 28, "K": 1}, "paling banyak 70 persen"),
        ("Baik", {"B": 70, "SB": 29, "BP": 1}, {"B": 70, "SB": 30}, "paling sedikit 1 orang"),
        ("Butuh Perbaikan", {"BP": 60, "B": 40}, {"BP": 59, "B": 41}, "paling sedikit 60 persen"),
        ("Butuh Perbaikan", {"BP": 60, "B": 30, "SB": 10}, {"BP": 60, "B": 29, "SB": 11}, "paling banyak 10 persen"),
        ("Kurang", {"K": 60, "BP": 40}, {"K": 59, "BP": 41}, "berpredikat Kurang"),
        ("Kurang", {"K": 60, "BP": 10, "B": 30}, {"K": 60, "BP": 9, "B": 31}, "berpredikat Butuh Perbaikan"),
        ("Kurang", {"K": 60, "BP": 30, "SB": 10}, {"K": 60, "BP": 29, "SB": 11}, "berpredikat Sangat Baik"),
        ("Sangat Kurang", {"SK": 60, "K": 40}, {"SK": 59, "K": 41}, "berpredikat Sangat Kurang"),
        ("Sangat Kurang", {"SK": 60, "K": 5, "BP": 5, "B": 30}, {"SK": 60, "K": 5, "BP": 4, "B": 31}, "Kurang atau Butuh Perbaikan"),
        ("Sangat Kurang", {"SK": 60, "K": 40}, {"SK": 60, "K": 39, "SB": 1}, "Sangat Baik; panduan bila predikat organisasi Sangat Kurang: tidak ada"),
    ],
)  # fmt: skip
def test_kedua_sisi_setiap_angka(organisasi, dalam, luar, kata):
    assert temuan(organisasi, **dalam) == []
    (temuan_ini,) = temuan(organisasi, **luar)
    assert temuan_ini.kode == "distribusi-di-luar-panduan"
    assert temuan_ini.tingkat is Tingkat.PERINGATAN
    assert kata in temuan_ini.pesan


def test_kalimatnya_menyebut_jumlah_persen_panduan_dan_dasar():
    (temuan_ini,) = temuan("Istimewa", SB=5, B=2)
    assert temuan_ini.pesan == (
        "Dari 7 ASN yang dinilai di 8 dari 8 unit, 5 ASN (71,43 persen) berpredikat Sangat Baik; "
        "panduan bila predikat organisasi Istimewa: paling banyak 70 persen (SE MenPANRB 3/2023)."
    )
    assert "tidak ada nilai yang berubah" in temuan_ini.saran


def temuan_unit(organisasi, aturan=ATURAN, **banyak):
    isi = {{"SB": SB, "B": B, "BP": BP, "K": K, "SK": SK}[nama]: jumlah for nama, jumlah in banyak.items()}
    letak = Letak("asn-nilai.toml")
    return list(periksa_distribusi_unit(isi, Unit("DINKES", "Dinas Kesehatan"), organisasi, aturan, letak))


@pytest.mark.parametrize(
    ("organisasi", "dalam", "luar", "kata"),
    [
        # 70 persen dari 7 adalah 4,9: lima orang masih dalam panduan, enam tidak.
        ("Istimewa", {"SB": 5, "B": 2}, {"SB": 6, "B": 1}, "paling banyak 70 persen, di sini 5 orang"),
        # 70 persen dari 5 adalah 3,5: setengah ke atas, jadi empat.
        ("Istimewa", {"SB": 4, "B": 1}, {"SB": 5}, "paling banyak 70 persen, di sini 4 orang"),
        # 60 persen dari 7 adalah 4,2: empat orang sudah cukup.
        (
            "Butuh Perbaikan",
            {"BP": 4, "B": 3},
            {"BP": 3, "B": 4},
            "paling sedikit 60 persen, di sini 4 orang",
        ),
        # 10 persen dari 4 adalah 0,4: tidak seorang pun.
        (
            "Butuh Perbaikan",
            {"BP": 3, "B": 1},
            {"BP": 3, "SB": 1},
            "paling banyak 10 persen, di sini 0 orang",
        ),
        (
            "Baik",
            {"B": 3, "SB": 1, "BP": 1},
            {"B": 3, "SB": 2},
            "paling sedikit 1 orang (SE MenPANRB 3/2023)",
        ),
    ],
)
def test_di_satu_unit_persen_dibulatkan_ke_orang(organisasi, dalam, luar, kata):
    assert temuan_unit(organisasi, **dalam) == []
    (temuan_ini,) = temuan_unit(organisasi, **luar)
    assert (temuan_ini.kode, temuan_ini.unit) == ("distribusi-unit-di-luar-panduan", "DINKES")
    assert temuan_ini.tingkat is Tingkat.PERINGATAN
    assert kata in temuan_ini.pesan
    assert "tidak ada nilai yang berubah" in temuan_ini.saran


def test_panduan_seluruh_instansi_tidak_menunjuk_predikat_organisasinya():
    """What holds whatever the organisation's predikat is follows from no setting of it."""
    for aturan, berkas in ((PP_30, ""), (ATURAN, "asn-nilai.toml")):
        semua = temuan("Istimewa", aturan, SB=90, B=10)
        assert {t.letak.berkas for t in semua} == {berkas}


def test_aturan_tanpa_panduan_tidak_menyandingkan_unit():
    assert temuan_unit("Istimewa", muat_aturan("perka-bkn-1-2013"), SB=7) == []


def test_kalimat_unit():
    (temuan_ini,) = temuan_unit("Istimewa", SB=6, B=1)
    assert temuan_ini.pesan == (
        "Di Dinas Kesehatan, 6 dari 7 ASN yang dinilai berpredikat Sangat Baik; panduan bila predikat organisasi unitnya "
        "Istimewa: paling banyak 70 persen, di sini 5 orang (SE MenPANRB 3/2023)."
    )


def test_unit_tanpa_predikat_organisasi_tanpa_asn_dinilai_atau_tanpa_panduan():
    assert temuan_unit("", SB=9) == []
    assert temuan_unit("Istimewa") == []
    assert temuan_unit("Istimewa", PP_30, SB=9) == []


@pytest.mark.parametrize(
    ("cara", "orang_terbanyak", "orang_tersedikit"),
    [("terdekat", 5, 4), ("ke-atas", 5, 5), ("ke-bawah", 4, 4), ("", 4, 5)],
)
def test_cara_membulatkan(cara, orang_terbanyak, orang_tersedikit):
    """70 percent of 7 are 4.9, 60 percent 4.2."""
    assert PanduanSebaran(predikat=(SB,), paling_banyak=70).orang(7, cara) == orang_terbanyak
    assert PanduanSebaran(predikat=(BP,), paling_sedikit=60).orang(7, cara) == orang_tersedikit


def test_aturan_tanpa_pembulatan_tidak_melonggarkan_persennya():
    tanpa = ATURAN.model_copy(
        update={"distribusi": ATURAN.distribusi.model_copy(update={"pembulatan": None})}
    )
    assert len(temuan_unit("Istimewa", tanpa, SB=5, B=2)) == 1
    assert temuan_unit("Istimewa", tanpa, SB=4, B=3) == []


def test_satu_per_sepuluh_ribu_di_atas_panduan_tetap_disebut():
    assert temuan("Istimewa", SB=7001, B=3000)
    assert not temuan("Istimewa", SB=7000, B=3000)


def test_tanpa_predikat_organisasi_tanpa_asn_atau_tanpa_panduan_tidak_ada_temuan():
    assert temuan("", SB=10) == []
    assert temuan("Istimewa") == []
    assert temuan("Istimewa", muat_aturan("kemenkeu-127-2026"), SB=10) == []
    assert temuan("", PP_30) == []


@pytest.mark.parametrize(
    ("dalam", "luar", "kata"),
    [
        ({"SB": 20, "B": 60, "C": 20}, {"SB": 21, "B": 60, "C": 19}, "berpredikat Sangat Baik; panduan untuk seluruh instansi: paling banyak 20 persen"),
        ({"SB": 20, "B": 60, "C": 20}, {"SB": 20, "B": 60, "C": 19, "K": 1, "SK": 1}, "berpredikat Cukup, Kurang atau Sangat Kurang; panduan untuk seluruh instansi: paling banyak 20 persen"),
        ({"SB": 200, "B": 600, "C": 200}, {"SB": 200, "B": 599, "C": 200, "K": 0}, "paling sedikit 60 persen"),
        ({"SB": 15, "B": 70, "C": 15}, {"SB": 15, "B": 71, "C": 14}, "paling banyak 70 persen"),
    ],
)  # fmt: skip
def test_panduan_pp_30_tidak_bergantung_pada_predikat_organisasi(dalam, luar, kata):
    assert temuan("", PP_30, **dalam) == []
    semua = temuan("", PP_30, **luar)
    assert any(kata in t.pesan for t in semua), [t.pesan for t in semua]
    assert {t.tingkat for t in semua} == {Tingkat.PERINGATAN}
    assert {str(t.letak) for t in semua} == {""}
    assert temuan("Istimewa", PP_30, **luar) == semua
