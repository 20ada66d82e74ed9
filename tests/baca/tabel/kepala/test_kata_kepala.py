"""Words in brackets and behind a label, one by one: which leave a column what it is called, and which may change it."""

from types import SimpleNamespace

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.tabel.kepala.kepala import Kepala
from asn_nilai.baca.tabel.kepala.makna_kepala import (
    _kata_lebih,
    _satuan_kata,
    _semua_kata,
    _spanduk,
    _wajar,
    kata_skala,
)

JUNI = Bulan(2026, 6)
PETUNJUK = (
    "wajib diisi isi oleh unit atasan langsung pejabat penilai kinerja pimpinan angka dalam bilangan opsional jika bila ada sesuai satuan "
    "bulan bulanan ini berjalan"
)
RATING = "sangat di atas bawah diatas dibawah sesuai ekspektasi baik cukup kurang butuh perbaikan istimewa atau dan de se be ae"
SETAHUN = "total jumlah tahun tahunan setahun satu bulan jan januari des desember s d sd sampai dengan"


def wajar(kata: str, kunci: str = "realisasi", formulir: str = "Capaian", waktu: Bulan | int = JUNI) -> bool:
    return _wajar(kata, kunci, FORMULIR[formulir], waktu)


@pytest.mark.parametrize(
    "kata",
    PETUNJUK.split(),
)
def test_petunjuk_pengisian_tidak_mengubah_arti(kata):
    assert wajar(kata)
    assert wajar(kata.upper())
    assert not wajar(f"{kata} 5")
    assert not wajar(f"{kata} %")


@pytest.mark.parametrize(
    "kata",
    RATING.split(),
)
def test_sebutan_rating_wajar_hanya_di_lembar_perilaku(kata):
    assert wajar(kata, "rating_perilaku", "Perilaku")
    assert wajar(kata) is (kata == "sesuai")


@pytest.mark.parametrize(
    "kata",
    SETAHUN.split(),
)
def test_yang_menjelaskan_jumlah_setahun_wajar_di_target_tahunan(kata):
    assert wajar(f"setahun {kata}", "target_tahunan", "Target", 2026)
    assert not wajar(f"setahun {kata}", "jun", "Target", 2026)


@pytest.mark.parametrize(
    ("kata", "kunci", "formulir", "sah"),
    [
        ("Juni", "realisasi", "Capaian", True), ("bulan Juni 2026", "realisasi", "Capaian", True), ("bln Juni", "realisasi", "Capaian", True),
        ("periode Juni", "realisasi", "Capaian", True), ("per Juni", "realisasi", "Capaian", True), ("thn 2026", "realisasi", "Capaian", True),
        ("TA 2026", "realisasi", "Capaian", True), ("tahun 2026", "realisasi", "Capaian", True), ("2026-06", "realisasi", "Capaian", True),
        ("06/2026", "realisasi", "Capaian", True), ("2026-05", "realisasi", "Capaian", False), ("05/2025", "realisasi", "Capaian", False),
        ("Mei", "realisasi", "Capaian", False), ("Juni 2025", "realisasi", "Capaian", False), ("2025", "realisasi", "Capaian", False),
        ("Mei dan Juni", "realisasi", "Capaian", False), ("revisi Juni", "realisasi", "Capaian", False), ("target", "jun", "Target", True),
        ("target", "target", "Capaian", False), ("Juni", "jun", "Target", True), ("Mei", "jun", "Target", False), ("Juni 2025", "jun", "Target", False),
        ("100", "bobot", "Target", True), ("total 100%", "bobot", "Target", True), ("maks. 100", "bobot", "Target", True), ("0-100", "bobot", "Target", True),
        ("1000", "bobot", "Target", False), ("100 poin", "bobot", "Target", False), ("100", "realisasi", "Capaian", False), ("", "realisasi", "Capaian", True),
        ("…", "realisasi", "Capaian", True), ("%", "realisasi", "Capaian", False), ("8", "realisasi", "Capaian", True), ("kolom 8", "realisasi", "Capaian", True),
        ("4a", "realisasi", "Capaian", True), ("iv", "realisasi", "Capaian", True), ("9 = 7 x 8", "realisasi", "Capaian", True), ("123", "realisasi", "Capaian", False),
        ("s.d. Juni", "realisasi", "Capaian", False), ("TW II", "jun", "Target", True), ("TW II", "jul", "Target", False), ("TW II saja", "jun", "Target", False),
        ("Semester 1", "jun", "Target", True), ("Semester 1 dan TW III", "jun", "Target", False), ("TW II", "realisasi", "Capaian", False),
        ("0-120", "rating_perilaku", "Perilaku", True), ("skala 0 s/d 100", "kolaboratif", "Perilaku", True), ("nilai 1 sampai 100", "kolaboratif", "Perilaku", True),
        ("0-130", "rating_perilaku", "Perilaku", False), ("2-100", "rating_perilaku", "Perilaku", False), ("0-120", "realisasi", "Capaian", False),
    ],
)  # fmt: skip
def test_waktu_nomor_dan_skala_ditimbang_menurut_kolomnya(kata, kunci, formulir, sah):
    assert wajar(kata, kunci, formulir, 2026 if formulir == "Target" else JUNI) is sah


def test_register_tidak_punya_bulan_tetapi_tahun_apa_pun_boleh():
    assert _wajar("2019", "batas_atas", FORMULIR["Indikator"], None)
    assert not _wajar("Juni", "batas_atas", FORMULIR["Indikator"], None)


@pytest.mark.parametrize(
    ("teks", "kunci", "formulir", "kata"),
    [
        ("Realisasi", "realisasi", "Capaian", ()), ("Realisasi %", "realisasi", "Capaian", ("%",)), ("Realisasi (%)", "realisasi", "Capaian", ("%",)),
        ("Realisasi Mei 2026", "realisasi", "Capaian", ("Mei 2026",)), ("Realisasi (Mei)", "realisasi", "Capaian", ("Mei",)),
        ("Realisasi % (hari) [8]", "realisasi", "Capaian", ("%", "hari", "8")), ("Target Jun", "jun", "Target", ()),
        ("NIP (Nomor Induk Pegawai)", "nip", "Capaian", ("Nomor Induk Pegawai",)), ("Target (Bulanan)", "target", "Capaian", ()), ("Realisasi ()", "realisasi", "Capaian", ("",)),
    ],
)  # fmt: skip
def test_yang_dikatakan_judul_selain_namanya(teks, kunci, formulir, kata):
    assert _kata_lebih(teks, kunci, formulir) == kata


@pytest.mark.parametrize(
    ("kata", "satuan"),
    [
        ("dalam persen", "%"), ("dlm %", "%"), ("satuan: hari", "hari"), ("Satuan Hari", "hari"), ("Rp", "rp"), ("dalaman", "dalaman"),
        ("hari satuan", "hari satuan"),
    ],
)  # fmt: skip
def test_satuan_yang_disebut_kata(kata, satuan):
    assert _satuan_kata(kata) == satuan


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("Angka dalam ribuan rupiah", "dalam ribuan"), ("dalam juta", "dalam juta"), ("dalam  milyaran", "dalam  milyaran"), ("dalam triliun", "dalam triliun"),
        ("dalam ratusan", "dalam ratusan"), ("x 1000", "x 1000"), ("X1.000", "X1.000"), ("satuan: jutaan", "satuan: jutaan"),
        ("Nilai ini kumulatif", "Nilai ini kumulatif"), ("data akumulasi", "data akumulasi"), ("Realisasi. Kumulatif", ""), ("dalam persen", ""), ("x 100", ""),
        ("dalam ribut", ""), ("satuan ribu", ""),
    ],
)  # fmt: skip
def test_keterangan_yang_mengubah_semua_angka(teks, kata):
    assert kata_skala(teks) == kata


@pytest.mark.parametrize(
    ("judul", "sub", "kata"),
    [
        ("Realisasi (April)", True, ["April"]), ("Realisasi (April)", False, ["April"]), ("Bulan Lalu (April) [8]", True, ["Bulan Lalu", "April", "8"]), ("Realisasi", True, []),
        ("(April)", True, ["April"]), ("Realisasi Mei", False, ["Mei"]),
    ],
)  # fmt: skip
def test_setiap_kata_di_kepala_ditimbang_sekali(judul, sub, kata):
    """A label that reading has taken for a sub-label is not asked a second time as a label."""
    kepala = SimpleNamespace(kata=[("realisasi", (0, 1), judul)] if sub else [], sel={"realisasi": [(0, 1)]})
    dapat = list(_semua_kata([["NIP", judul]], kepala, FORMULIR["Capaian"]))
    assert dapat == [("realisasi", (0, 1), isi) for isi in kata]


@pytest.mark.parametrize(
    ("atas", "nip", "spanduk"),
    [
        (["Triwulan Lalu", "", ""], None, [("batas_bawah", (0, 0), "Triwulan Lalu")]), (["Triwulan Lalu", "", ""], 0, []),
        (["", "Triwulan Lalu", ""], 0, [("batas_bawah", (0, 1), "Triwulan Lalu")]), (["", "Triwulan Lalu", ""], 1, []),
        (["", "Triwulan Lalu", "Ini"], 0, [("batas_bawah", (0, 1), "Triwulan Lalu"), ("batas_atas", (0, 2), "Ini")]),
        (["", "", "Ini"], 1, [("batas_atas", (0, 2), "Ini")]),
    ],
)  # fmt: skip
def test_kata_di_atas_beberapa_kolom_mulai_di_kanan_nip(atas, nip, spanduk):
    """Up to the column of the NIP a word titles the people; a register without NIPs has none such."""
    sel = {"batas_bawah": [(1, 1)], "batas_atas": [(1, 2)]} | ({} if nip is None else {"nip": [(1, nip)]})
    kisi = [atas, ["Kode Indikator", "Batas Bawah", "Batas Atas"]]
    assert list(_spanduk(kisi, Kepala(1, sel), ["batas_bawah", "batas_atas"])) == spanduk


@pytest.mark.parametrize(
    ("kisi", "baris", "spanduk"),
    [
        ([["", "Mei"], ["NIP", "Realisasi"]], 1, [("realisasi", (0, 1), "Mei")]), ([["", "Mei"], ["", ""], ["NIP", "Realisasi"]], 2, []),
        ([["NIP", "Realisasi"], ["", ""], ["", "Mei"]], 0, []),
    ],
)  # fmt: skip
def test_hanya_kata_tepat_di_atas_kepala_yang_menjudulinya(kisi, baris, spanduk):
    kepala = Kepala(baris, {"nip": [(baris, 0)], "realisasi": [(baris, 1)]})
    assert list(_spanduk(kisi, kepala, ["realisasi"])) == spanduk
