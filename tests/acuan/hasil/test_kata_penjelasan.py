"""What lifts a predikat, put into words: nothing is promised that needs more than is said."""

from math import nan

import pytest

from asn_nilai.acuan.hasil.kata_penjelasan import (
    ARTI_BERSAMA,
    ARTI_TANDA,
    judul_naik,
    kata_aman,
    kata_bersama,
    kata_keberatan,
    kata_menjadi,
    kata_naik,
    kata_tanda,
    sendiri_cukup,
)
from asn_nilai.acuan.hasil.perubahan_predikat import Bersama, ButirBersama, Jalan, Peluang, Perubahan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan

SYARAT = "rating perilaku menjadi Di Atas Ekspektasi"


def perubahan(naik: float | None, menjadi: float | None, syarat: str = "") -> Perubahan:
    """Two indicators, each standing at 20: what lifts the first alone, and where the joint change takes it."""
    peluang = (
        Peluang("A", "Waktu layanan", "menit", "Juni 2026", "", 20, 1, naik, naik and 100.01, "Sangat Baik"),
        Peluang("B", "Laporan", "", "Juni 2026", "", 20, 1),
    )
    butir = () if menjadi is None else (ButirBersama("A", "Waktu layanan", "menit", 20, 10, menjadi),)
    serentak = Bersama(12.3, 100.5, "Sangat Baik", (*butir, ButirBersama("B", "Laporan", "", 20, 30, 22)))
    jalan = Jalan.KEDUANYA if syarat else Jalan.HASIL
    ada = None if menjadi is None else serentak
    return Perubahan(jalan, "", nan, False, peluang, ada, (), (), syarat)  # noqa: FBT003 - the value of a field


def test_judul_menyebut_syarat_perilaku_bila_angka_saja_tidak_menaikkan():
    assert judul_naik(perubahan(17, 18)) == "Predikat naik bila"
    assert judul_naik(perubahan(17, 18, SYARAT)) == f"Bila juga {SYARAT}, predikat naik pada"


def persen(naik: float, aman: float, menjadi: float, *, bertanda: bool = True) -> Perubahan:
    """One indicator in percent beside a large target, moving down from 20."""
    peluang = Peluang(
        "A", "Keluhan", "persen", "Juni 2026", "", 20, 0.1, naik, 100.01, "Baik", "", None, aman, "", bertanda
    )  # fmt: skip
    butir = ButirBersama("A", "Keluhan", "persen", 20, 0.3, menjadi, bertanda)
    serentak = Bersama(12.3, 100.5, "Baik", (butir,))
    return Perubahan(Jalan.HASIL, "", nan, False, (peluang,), serentak, (), ())  # noqa: FBT003 - the value of a field


def test_persen_kecil_diketik_dengan_tandanya():
    """0,9 typed beside a target of 20 is doubted: 0,9 or 90 percent? What is proposed must be read as it is meant."""
    ini = persen(0.9, 1.5, 1.2)
    (peluang,), (butir,) = ini.peluang, ini.bersama.butir
    assert kata_naik(peluang, 2) == "0,9% (NHK 100,01: Baik)"
    assert kata_aman(peluang) == "paling banyak 1,5%"
    assert kata_menjadi(butir, "persen") == "1,2% (terbaik 0,3%)"
    assert kata_tanda(ini) == (ARTI_TANDA,)
    cukup = persen(1.3, 2, 1.2)
    assert "Keluhan dari 20 menjadi 1,3% saja sudah cukup" in kata_bersama(cukup, 2)[0]
    assert kata_tanda(cukup) == (ARTI_TANDA,)


def test_persen_yang_tidak_meragukan_diketik_tanpa_tanda():
    cukup = persen(1.51, 0, 1.2)
    assert kata_naik(cukup.peluang[0], 2) == "1,51 (NHK 100,01: Baik)"
    assert kata_aman(cukup.peluang[0]) == "paling banyak 0"
    assert kata_tanda(cukup) == ()
    pecahan = persen(0.9, 1.5, 1.2, bertanda=False)
    assert kata_menjadi(pecahan.bersama.butir[0], "persen") == "1,2 persen (terbaik 0,3)"
    assert kata_tanda(pecahan) == ()


@pytest.mark.parametrize(("naik", "menjadi"), [(17, 18), (None, 18)])
def test_bagian_yang_sama_disebut_dengan_angka_dan_artinya(naik, menjadi):
    kalimat, arti = kata_bersama(perubahan(naik, menjadi), 2)
    assert kalimat == (
        "Bersama-sama cukup 12,3 persen dari jarak itu: Waktu layanan dari 20 menjadi 18 menit (terbaik 10); "
        "Laporan dari 20 menjadi 22 (terbaik 30). NHK menjadi 100,50, predikat Sangat Baik."
    )
    assert arti == ARTI_BERSAMA
    assert "(kolom Bersama-sama). NHK" in kata_bersama(perubahan(naik, menjadi), 2, butir=False)[0]


def test_indikator_yang_tidak_perlu_berubah_tidak_disebut_bersama():
    kalimat, _ = kata_bersama(perubahan(None, 20), 2)
    assert kalimat.startswith(
        "Bersama-sama cukup 12,3 persen dari jarak itu: Laporan dari 20 menjadi 22 (terbaik 30). NHK menjadi"
    )


def test_predikat_bersama_pun_menyebut_syarat_perilaku():
    kalimat, _ = kata_bersama(perubahan(17, 18, SYARAT), 2)
    assert kalimat.endswith(f"NHK menjadi 100,50; bila juga {SYARAT}, predikat Sangat Baik.")


@pytest.mark.parametrize("menjadi", [18, 17])
def test_satu_indikator_yang_sudah_cukup_disebut_sendiri(menjadi):
    (kalimat,) = kata_bersama(perubahan(18, menjadi, SYARAT), 2)
    assert kalimat == (
        "Tidak perlu semua indikator bersama-sama: Waktu layanan dari 20 menjadi 18 menit saja sudah cukup. NHK menjadi "
        f"100,01; bila juga {SYARAT}, predikat Sangat Baik."
    )


def test_tanpa_jalan_bersama_tidak_ada_kalimat():
    assert kata_bersama(perubahan(None, None), 2) == ()
    assert sendiri_cukup(perubahan(17, None)) is None


def test_keberatan_menyebut_ke_mana_sampai_kapan_dan_dasarnya():
    kalimat, dasar = kata_keberatan(muat_aturan("pp-30-2019"), "Kota Contoh")
    assert kalimat == (
        "Keberatan disampaikan kepada atasan pejabat penilai paling lambat 14 hari sejak hasil ini diterima; putusannya "
        "bersifat final."
    )
    assert dasar == "PP 30/2019 Pasal 59 (sekunder)"


@pytest.mark.parametrize(
    ("ditetapkan", "akhir"),
    [
        ("2026-06-30", "30 Juni 2026, hari terakhirnya 14 Juli 2026."),
        ("2026-12-25", "25 Desember 2026, hari terakhirnya 8 Januari 2027."),
    ],
)
def test_hari_terakhir_keberatan_dihitung_dari_tanggal_penetapan(ditetapkan, akhir):
    kalimat, _ = kata_keberatan(muat_aturan("permenpanrb-6-2022"), "Kota Contoh", ditetapkan)
    assert kalimat.endswith(f" Bila diterima pada tanggal penetapannya, {akhir}")


def test_aturan_tanpa_ketentuan_keberatan_menunjuk_instansinya():
    assert kata_keberatan(muat_aturan("kemenkeu-127-2026"), "Kota Contoh", "2026-06-30") == (
        "Tata cara dan tenggat keberatan mengikuti ketentuan yang berlaku di Kota Contoh.",
        "",
    )
