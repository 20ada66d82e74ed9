"""Words of closed lists, each by itself: yes and no, kinds of posts and of work, months and parts of a year in other spellings."""

import pytest

from asn_nilai.acuan.isian.formulir.jenis_jabatan import jenis_jabatan_ada
from asn_nilai.acuan.isian.formulir.rencana_kerja import JenisKinerja, baca_jenis_kinerja
from asn_nilai.acuan.isian.formulir.ya_tidak import baca_ya_tidak
from asn_nilai.acuan.kata.ketikan_periode import baca_periode


@pytest.mark.parametrize(
    ("arti", "semua"),
    [
        (True, ("ya", "Y", "iya", "YES", "true", "Benar", "betul", "ada", "1", "v", "✓", " ✔ ")),
        (False, ("tidak", "T", "tdk", "tak", "NO", "n", "false", "Bukan", "tidak ada", "0")),
        (None, ("", "-", "mungkin", "2", "yo", "x")),
    ],
)
def test_ya_dan_tidak(arti, semua):
    assert {kata: baca_ya_tidak(kata) for kata in semua} == dict.fromkeys(semua, arti)


def test_jenis_jabatan():
    ada = (
        "", "-", "JPT", "JPT Utama", "JPT Madya", "JPT Pratama", "JA", "JP", "JF", "JFT", "JFU", "Pimpinan Tinggi Pratama", "Administrator",
        "Pengawas", "Jabatan Fungsional", "Pelaksana", "Struktural", "Eselon III", "Non Manajerial",
    )  # fmt: skip
    tiada = ("Struktral", "JX", "JPT Muda", "Guru", "JFTU")
    assert [kata for kata in ada if not jenis_jabatan_ada(kata)] == []
    assert [kata for kata in tiada if jenis_jabatan_ada(kata)] == []


def test_jenis_kinerja():
    utama = ("Utama", "Kinerja Utama", "Tugas Utama", "u")
    tambahan = ("Tambahan", "Kinerja Tambahan", "Tugas Tambahan", "T")
    assert {baca_jenis_kinerja(kata) for kata in utama} == {JenisKinerja.UTAMA}
    assert {baca_jenis_kinerja(kata) for kata in tambahan} == {JenisKinerja.TAMBAHAN}
    assert {baca_jenis_kinerja(kata) for kata in ("", "lain", "ut")} == {None}


def test_bulan_dan_bagian_tahun():
    bulan = {
        "January": 1, "february": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8, "Aug": 8, "September": 9,
        "October": 10, "Oct": 10, "November": 11, "December": 12, "Dec": 12,
    }  # fmt: skip
    assert {kata: baca_periode(kata, 2026).kode for kata in bulan} == {
        kata: f"2026-{nomor:02}" for kata, nomor in bulan.items()
    }
    bagian = {"triwulan I": "T1", "TW II": "T2", "kuartal III": "T3", "Q4": "T4", "t iv": "T4", "semester i": "S1", "sem 2": "S2"}  # fmt: skip
    assert {kata: baca_periode(kata, 2026).kode for kata in bagian} == {
        kata: f"2026-{kode}" for kata, kode in bagian.items()
    }
