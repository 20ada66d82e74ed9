"""Which other behaviour changes a predikat: nearest first, both directions, with and without a new idea; and in which words."""

import pytest

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.perubahan.pengandaian import Andai
from asn_nilai.hitung.perubahan.perilaku_lain import (
    kata_kini,
    kata_lain,
    kata_perilaku,
    pengangkat,
    penjatuh,
    wakil_nhk,
)

ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
MATRIKS, PP, KMK = "permenpanrb-6-2022", "pp-30-2019", "kemenkeu-127-2026"


def andai(aturan, rating, angka=float("nan"), *, ide=False) -> Andai:
    return Andai([], (), 1, Perilaku(rating, angka=angka, ide_baru=ide), muat_aturan(aturan))


def sebut(semua):
    return [(p.rating, p.angka, p.ide_baru) for p in semua]


@pytest.mark.parametrize(
    ("aturan", "rating", "angka", "harap"),
    [(MATRIKS, SESUAI, float("nan"), [100.01, 90.0, 0.0, 0.0, 120.0]), (PP, "90", 90.0, [0.0, 120.0]), (KMK, SESUAI, 95.0, [100.01, 90.0, 0.0, 0.0, 120.0])],
)  # fmt: skip
def test_satu_nhk_mewakili_setiap_rating_dan_kedua_ujungnya(aturan, rating, angka, harap):
    assert wakil_nhk(andai(aturan, rating, angka)) == harap


def test_rating_yang_mengangkat_dan_yang_menjatuhkan_dari_yang_terdekat():
    """NHK 110: above, as expected and below give the ranks 0, 1 and 3."""
    tengah = andai(MATRIKS, SESUAI)
    assert [p.rating for p in pengangkat(tengah, [110.0], 1)] == [ATAS]
    assert [p.rating for p in penjatuh(tengah, 110.0, 1)] == [BAWAH]
    assert [p.rating for p in pengangkat(andai(MATRIKS, BAWAH), [110.0], 3)] == [SESUAI, ATAS]
    assert [p.rating for p in penjatuh(andai(MATRIKS, ATAS), 110.0, 0)] == [SESUAI, BAWAH]
    assert pengangkat(andai(MATRIKS, ATAS), [110.0], 0) == []
    assert [p.rating for p in pengangkat(tengah, [95.0, 110.0], 1)] == [ATAS]
    assert pengangkat(tengah, [95.0], 1) == []
    assert [p.rating for p in penjatuh(andai(MATRIKS, ATAS), 95.0, 1)] == [
        BAWAH
    ]  # as expected is Baik as well


def test_angka_terdekat_ide_baru_dan_keduanya():
    """0,7 × 110 + 0,3 × 110 is 110,00: from there on it is Sangat Baik with a new idea, Baik from 90 on."""
    assert sebut(pengangkat(andai(PP, "115", 115.0), [110.0], 1)) == [("115", 115.0, True)]
    assert sebut(pengangkat(andai(PP, "95", 95.0), [110.0], 1)) == [("109.99", 109.99, True)]
    assert sebut(pengangkat(andai(PP, "95", 95.0, ide=True), [110.0], 1)) == [("109.99", 109.99, True)]
    assert sebut(pengangkat(andai(PP, "60", 60.0), [80.0], 2)) == [("113.32", 113.32, False)]
    assert pengangkat(andai(PP, "60", 60.0), [10.0], 4) == []
    assert sebut(penjatuh(andai(PP, "115", 115.0, ide=True), 110.0, 0)) == [
        ("109.98", 109.98, True),
        ("115", 115.0, False),
    ]
    assert sebut(penjatuh(andai(PP, "115", 115.0), 110.0, 1)) == [("43.31", 43.31, False)]


def test_angka_yang_diberi_rating_disebut_dengan_ratingnya():
    assert sebut(pengangkat(andai(KMK, SESUAI, 95.0), [110.0], 1)) == [(ATAS, 100.01, False)]
    assert sebut(penjatuh(andai(KMK, SESUAI, 95.0), 110.0, 1)) == [(BAWAH, 89.99, False)]


@pytest.mark.parametrize(
    ("kini", "perilaku", "kata"),
    [
        (andai(MATRIKS, SESUAI), "rating perilaku", "rating perilakunya Sesuai Ekspektasi"), (andai(KMK, SESUAI, 95.0), "nilai perilaku", "nilai perilakunya 95,00 (Sesuai Ekspektasi)"),
        (andai(PP, "95", 95.0), "nilai perilaku dan ide baru yang bermanfaat", "nilai perilakunya 95,00, tanpa ide baru yang bermanfaat"),
        (andai(PP, "95", 95.0, ide=True), "nilai perilaku dan ide baru yang bermanfaat", "nilai perilakunya 95,00 dan ada ide baru yang bermanfaat"),
    ],
)  # fmt: skip
def test_kata_untuk_perilaku_kini(kini, perilaku, kata):
    assert (kata_perilaku(kini), kata_kini(kini)) == (perilaku, kata)


@pytest.mark.parametrize(
    ("kini", "lain", "kata", "menjadi"),
    [
        (andai(MATRIKS, SESUAI), Perilaku(ATAS), "rating perilaku Di Atas Ekspektasi", "rating perilaku menjadi Di Atas Ekspektasi"),
        (andai(PP, "95", 95.0), Perilaku("110", angka=110.0), "nilai perilaku sekurang-kurangnya 110,00", "nilai perilaku menjadi sekurang-kurangnya 110,00"),
        (andai(PP, "95", 95.0), Perilaku("90", angka=90.0), "nilai perilaku paling banyak 90,00", "nilai perilaku menjadi paling banyak 90,00"),
        (andai(PP, "95", 95.0), Perilaku("95", angka=95.0, ide_baru=True), "ada ide baru yang bermanfaat", "ada ide baru yang bermanfaat"),
        (andai(PP, "95", 95.0, ide=True), Perilaku("110", angka=110.0), "nilai perilaku sekurang-kurangnya 110,00 dan tanpa ide baru yang bermanfaat",
         "nilai perilaku menjadi sekurang-kurangnya 110,00 dan tanpa ide baru yang bermanfaat"),
    ],
)  # fmt: skip
def test_kata_untuk_perilaku_lain(kini, lain, kata, menjadi):
    assert (kata_lain(kini, lain), kata_lain(kini, lain, menjadi=True)) == (kata, menjadi)
