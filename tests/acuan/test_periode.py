from datetime import date

import pytest

from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError, rentang_bulan, tulis_tanggal


@pytest.mark.parametrize(
    ("kode", "label", "bulan"),
    [
        ("2026-03", "Maret 2026", [3]),
        (" 2026-12 ", "Desember 2026", [12]),
        ("2026-T1", "Triwulan I 2026", [1, 2, 3]),
        ("2026-t4", "Triwulan IV 2026", [10, 11, 12]),
        ("2026-S1", "Semester I 2026", [1, 2, 3, 4, 5, 6]),
        ("2026-S2", "Semester II 2026", [7, 8, 9, 10, 11, 12]),
        ("2026", "Tahun 2026", list(range(1, 13))),
        ("2026-01:2026-05", "Januari–Mei 2026", [1, 2, 3, 4, 5]),
        ("2026-04:2026-04", "April 2026", [4]),
    ],
)
def test_periode_dan_bulannya(kode, label, bulan):
    periode = Periode.dari_teks(kode)
    assert (periode.label, [b.bulan for b in periode.bulan]) == (label, bulan)
    assert {b.tahun for b in periode.bulan} == {2026}


def test_rentang_satu_bulan_adalah_bulan_itu():
    """Its code names its folder and its lock."""
    assert Periode.dari_teks("2026-04:2026-04") == Periode.dari_teks("2026-04")


@pytest.mark.parametrize(
    "kode",
    [
        "",
        "2026-13",
        "2026-00",
        "2026-T5",
        "2026-S3",
        "2026-03:2026-01",
        "2025-12:2026-01",
        "Maret",
        "26-03",
        "2026-03:",
        "2026-03-01",
    ],
)
def test_bentuk_lain_ditolak_dengan_contoh(kode):
    with pytest.raises(PeriodeTidakSahError, match="2026-03 \\(bulan\\)"):
        Periode.dari_teks(kode)


def test_nama_folder_tanpa_titik_dua():
    periode = Periode.dari_teks("2026-01:2026-05")
    assert periode.nama_folder == "2026-01_2026-05"
    assert Periode.dari_folder(periode.nama_folder) == periode


def test_batas_periode_dan_bulan():
    periode = Periode.dari_teks("2026-T1")
    assert (periode.hari_pertama, periode.hari_terakhir) == (date(2026, 1, 1), date(2026, 3, 31))
    februari = Bulan(2024, 2)
    assert (februari.kode, februari.label, februari.singkatan) == ("2024-02", "Februari 2024", "Feb")
    assert februari.hari_terakhir == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("iso", "ditulis"),
    [
        ("2026-12-31", "31 Desember 2026"),
        ("2026-06-03", "3 Juni 2026"),
        ("2021-07", "Juli 2021"),
        ("2021", "2021"),
    ],
)
def test_tanggal_ditulis_seperti_orang_menulisnya(iso, ditulis):
    assert tulis_tanggal(iso) == ditulis


@pytest.mark.parametrize(
    ("bulan", "kata"),
    [((1, 5), "Januari–Mei 2026"), ((3, 3), "Maret 2026"), ((1, 2), "Januari–Februari 2026")],
)
def test_rentang_bulan_dengan_kata(bulan, kata):
    assert rentang_bulan([Bulan(2026, nomor) for nomor in range(bulan[0], bulan[1] + 1)]) == kata


@pytest.mark.parametrize(
    ("bulan", "kata"),
    [
        ((1, 3), "Januari dan Maret 2026"),
        ((1, 2, 4, 5, 6), "Januari–Februari dan April–Juni 2026"),
        ((3, 6, 9, 12), "Maret, Juni, September, dan Desember 2026"),
    ],
)
def test_bulan_berselang_tidak_disebut_serentang(bulan, kata):
    assert rentang_bulan([Bulan(2026, nomor) for nomor in bulan]) == kata


def test_bulan_menyambung_ke_tahun_berikutnya():
    assert rentang_bulan([Bulan(2025, 12), Bulan(2026, 1)]) == "Desember–Januari 2026"
