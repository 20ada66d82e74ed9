"""Indicator names beside codes that say something else: swaps are found, shortenings and slips are not told."""

import pytest
from periksa.isian_buatan import Dunia

from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.periksa.indikator.beda_nama import beda_nama

SEMUA = (
    "Kunjungan rumah", "Waktu tunggu", "Ibu hamil mendapat K1", "Ibu hamil mendapat K4", "Indeks Kepuasan Masyarakat", "Persentase surat masuk ditindaklanjuti",
    "Persentase surat keluar ditindaklanjuti",
)  # fmt: skip


@pytest.mark.parametrize(
    ("tertulis", "nama"),
    [
        ("KUNJUNGAN  RUMAH", SEMUA[0]), ("Kunj. rumah", SEMUA[0]), ("Kunjungan", SEMUA[0]), ("Kunjugan ruamh", SEMUA[0]), ("X-1 Kunjungan rumah", SEMUA[0]),
        ("Jumlah kunjungan ke rumah warga", SEMUA[0]), ("IKM", SEMUA[4]), ("Bumil mendapat K1 ibu hamil mendapat K1", SEMUA[2]), ("X-1", SEMUA[0]),
        ("Persentase surat msuk ditindaklanjuti", SEMUA[5]), ("—", SEMUA[0]),
    ],
)  # fmt: skip
def test_singkatan_dan_salah_ketik_bukan_perbedaan(tertulis, nama):
    assert not beda_nama(tertulis, "X-1", nama, SEMUA)


@pytest.mark.parametrize(
    ("tertulis", "nama"),
    [
        ("Waktu tunggu", SEMUA[0]), ("ibu hamil mendapat k4", SEMUA[2]), ("Ibu hamil K4", SEMUA[2]), ("Persentase surat keluar ditindaklanjuti", SEMUA[5]),
        ("Persentase surat kluar ditindaklanjuti", SEMUA[5]), ("Sampah terangkut", SEMUA[0]), ("Indeks Profesionalitas", SEMUA[4]),
        ("Vaksinasi", SEMUA[0]), ("KR", SEMUA[0]), ("Ibu hamil mendapat K6", SEMUA[2]),
    ],
)  # fmt: skip
def test_nama_indikator_lain_adalah_perbedaan(tertulis, nama):
    assert beda_nama(tertulis, "X-1", nama, SEMUA)


def test_nama_yang_persis_milik_indikator_lain_bukan_singkatan():
    assert beda_nama("kunjungan", "X-1", "Kunjungan rumah", (*SEMUA, "Kunjungan"))
    assert not beda_nama("kunjungan", "X-1", "Kunjungan rumah", SEMUA)


def test_salah_ketik_di_lembar_tidak_ditegur_walau_sel_lain_ditegur():
    dunia = Dunia()
    dunia.capaian[3][0]["indikator"] = "Kunjugan ruamh"
    dunia.capaian[3][1]["indikator"] = "WAKTU TUNGGU"
    dunia.capaian[3][2]["indikator"] = "Sampah terangkut"
    assert dunia.ringkas() == [("indikator-beda-nama", "03/Capaian!F10")]


@pytest.mark.parametrize(
    ("kunci", "isi", "kode", "kolom"),
    [
        ("indikator", "Sampah terangkut", "indikator-beda-nama", "F"),
        ("satuan", "orang", "satuan-berbeda", "G"),
    ],
)
def test_lembar_yang_seluruh_barisnya_lain_disebut_di_setiap_barisnya(kunci, isi, kode, kolom):
    dunia = Dunia()
    for baris in dunia.capaian[3]:
        baris |= {"indikator": dunia.indikator[baris["kode_indikator"]].nama, kunci: isi}
    assert dunia.ringkas() == [(kode, f"03/Capaian!{kolom}{baris}") for baris in (8, 9, 10, 11)]


def test_kode_tertukar_dengan_nama_tetap_ditunjuk_di_kedua_barisnya():
    dunia = Dunia()
    for baris in dunia.capaian[3]:
        baris["indikator"] = dunia.indikator[baris["kode_indikator"]].nama
    assert dunia.temuan() == []
    pertama, kedua = dunia.capaian[3][:2]
    pertama["indikator"], kedua["indikator"] = kedua["indikator"], pertama["indikator"]
    semua = dunia.temuan()
    assert [(temuan.kode, temuan.letak.sel, temuan.tingkat) for temuan in semua] == [
        ("indikator-beda-nama", "F8", Tingkat.PERINGATAN), ("indikator-beda-nama", "F9", Tingkat.PERINGATAN),
    ]  # fmt: skip
    assert semua[0].pesan == (
        "Indikator tertulis 'Waktu tunggu', sedangkan kode KJ di daftar indikator bernama 'Kunjungan rumah'; yang dihitung menurut kodenya."
    )


def test_nama_di_buku_target_juga_diperiksa():
    dunia = Dunia()
    dunia.target[0]["indikator"] = "Laba"
    assert dunia.ringkas() == [("indikator-beda-nama", "Target!G10")]
