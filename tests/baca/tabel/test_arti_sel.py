"""A single cell, one by one: what it says of its row, and what it says at all."""

import datetime as dt

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.baca.tabel.arti_sel import (
    awal_jumlah,
    baris_nomor_kolom,
    hampa,
    isi_teguh,
    kata_jumlah,
    memuat_angka,
    pembuka_legenda,
    serupa_kode,
    tiada,
)
from asn_nilai.baca.tabel.sel import (
    RUMUS_KOSONG,
    SEL_GALAT,
    TERTUTUP,
    SelRusak,
    fakta_tampak,
    kenali_rusak,
    kutip,
    polos,
    teks_kepala,
    teks_sel,
)

NIP = "198603152009032001"
HARI = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("kunci", "isi", "teguh"),
    [
        ("nip", NIP, True), ("nip", "123456789", True), ("nip", "12345678", False), ("nip", "19860315 200903", True), ("nip", "orang ke-12", False), ("nip", 1.0, True),
        ("nip", "", False), ("nip", " ", False), ("nip", "NIP 198603152009032001", False), ("nip", "nip.198603152009032001", False), ("nip", "Jumlah 123456789", False),
        ("nip", "Total", False), ("kode_indikator", "KJ-1.1", True), ("kode_indikator", "KJ", True), ("kode_indikator", "Jumlah", False), ("kode_indikator", "JML-08", True),
        ("kode_indikator", "Total nilai", False), ("kode_indikator", "Keterangan:", False), ("kode_indikator", "***", False), ("kode_unit", "Keterangan:", True),
        ("kode_indikator", NIP, False), ("kode_indikator", f"'{NIP}", False), ("kode_indikator", f"{NIP}1", True), ("kode_unit", NIP, True), ("kode_indikator", NIP[:17], True),
        ("kode_indikator", "NIP. 1986", False), ("kode_indikator", "NIPAH-1", True), ("kode_indikator", None, True), ("kode_indikator", "A" * 18, True),
    ],
)  # fmt: skip
def test_sel_yang_menjadikan_barisnya_data(kunci, isi, teguh):
    assert isi_teguh(kunci, isi) is teguh


@pytest.mark.parametrize(
    ("isi", "nomor"),
    [
        (["(1)", "(2)", "(3)"], True), ([-1.0, -2.0, -3.0], True), (["a", "b", "c"], True), (["A", "B", "C"], True), (["1", "2", "3", "4a", "4b"], True),
        (["1", "2", "2", "3"], True), (["1", "2"], False), (["1", "1", "2"], False), (["1", "3", "4"], False), (["3", "2", "1"], False), (["1", "2", "4b", "4a"], False),
        (["1", "", " ", "2", "3"], True), (["1", "2", "3", "=1+2"], False), (["1", "2", "3 = 1 + 2"], True), (["1.", "2.", "3."], True), (["1", "2", "orang"], False),
        (["1", "2", "3", "100"], False), ([], False), (["4b", "4a", "5", "6"], False),
        (["I", "II", "III", "IV"], True), (["(i)", "(ii)", "(iii)"], True), (["I", "V", "X"], False), (["II", "III", "b"], False), (["XIX", "XX", "XXI"], True), (["IIII", "V", "VI"], False),
        (["[1]", "[2]", "[3]"], True), (["( 1 )", "( 2 )", "( 3 )"], True), (["-1-", "-2-", "-3-"], True), (["Kol 1", "Kolom 2", "kol. 3"], True), (["Kolam 1", "2", "3"], False),
        (["1", "2", "4", "5", "6", "7"], True), (["1", "2", "4", "5", "6"], False), (["1", "2", "5", "6", "7", "8"], False), (["1", "2", "4", "5", "7", "8"], False), (["0", "1", "2"], True), ([0.0, 0.0, 0.0], False), (["1", "II", "III"], True),
    ],
)  # fmt: skip
def test_baris_yang_hanya_menomori_kolom(isi, nomor):
    assert baris_nomor_kolom(isi) is nomor


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ("Jumlah", True), ("TOTAL", True), ("Subtotal", True), ("grand total", True), ("Jml", True), ("Rata-rata", True), ("Rerata nilai", True), ("Jumlah bobot", True),
        ("Total 12 orang", True), ("Jumlah nilai capaian indikator kinerja pegawai bulan ini", True), ("Jumlah kunjungan", False), ("", False), ("12", False), (12.0, False),
        ("Total" + " " * 55, False), ("Total" + " " * 54, True), (None, False),
    ],
)  # fmt: skip
def test_kata_yang_hanya_menyebut_jumlah(isi, jumlah):
    assert kata_jumlah(isi) is jumlah


@pytest.mark.parametrize(
    ("isi", "awal"),
    [
        ("Jumlah kunjungan", True), (" sub-total A", True), ("Grand Total", True), ("rata - rata unit", True), ("Rerata", True), ("jml.", True), ("Totalitas", False),
        ("nilai total", False), (5.0, False),
    ],
)  # fmt: skip
def test_awal_kalimat_jumlah(isi, awal):
    assert awal_jumlah(isi) is awal


@pytest.mark.parametrize(
    ("kunci", "isi", "kode"),
    [("kode_indikator", "JML-08", True), ("kode_indikator", "JML 08", False), ("kode_indikator", "JML", False), ("nip", "JML-08", False), ("kode_unit", 8.0, False)],
)  # fmt: skip
def test_kode_yang_berawal_seperti_jumlah(kunci, isi, kode):
    assert serupa_kode(kunci, isi) is kode


@pytest.mark.parametrize(
    ("isi", "kunci", "angka"),
    [
        ("95", "realisasi", True), ("95 %", "realisasi", True), ("tercapai", "realisasi", False), ("", "realisasi", False), ("-", "realisasi", False), (95.0, "realisasi", True),
        (0, "realisasi", True), (True, "realisasi", False), (HARI, "realisasi", False), (1e15, "realisasi", False), (-1e15, "realisasi", False), (999_999_999_999_999.0, "realisasi", True),
        (NIP, "realisasi", False), (NIP[:17], "realisasi", True), (SelRusak(SEL_GALAT), "realisasi", True), (SelRusak(RUMUS_KOSONG), "realisasi", True),
        (SelRusak(RUMUS_KOSONG), "target", False), (SelRusak(SEL_GALAT), "target", True), (SelRusak(RUMUS_KOSONG), "bukti_dukung", True),
    ],
)  # fmt: skip
def test_sel_yang_memuat_angka_atau_rusak_di_tempatnya(isi, kunci, angka):
    kolom = next(k for k in FORMULIR["Capaian"].kolom if k.kunci == kunci)
    assert memuat_angka(isi, kolom) is angka


@pytest.mark.parametrize(
    ("isi", "pembuka"),
    [("Keterangan:", True), ("*", True), ("*)", True), ("Keterangan", False), ("", False), (" ", False), ("a:b", False), (5.0, False)],
)  # fmt: skip
def test_pembuka_legenda(isi, pembuka):
    assert pembuka_legenda(isi) is pembuka


@pytest.mark.parametrize(
    ("isi", "kosong"),
    [
        ("", True), (" ", True), (0, True), (0.0, True), ("0", True), ("-", True), ("#N/A", True), (" #ref! ", True), (SelRusak(SEL_GALAT), True), (SelRusak(RUMUS_KOSONG), True),
        (SelRusak(TERTUTUP), False), ("–", False), (1.0, False), ("#lain", False), ("nihil", False),
    ],
)  # fmt: skip
def test_sel_yang_mengatakan_tidak_ada_apa_apa(isi, kosong):
    assert tiada(isi) is kosong


def test_hampa_hanya_teks_tanpa_isi():
    assert [hampa(isi) for isi in ("", " \t", "a", 0.0, None)] == [True, True, False, False, False]


@pytest.mark.parametrize("teks", ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA"])  # fmt: skip
def test_nama_galat_yang_ditempel_sebagai_teks_dikenali(teks):
    assert kenali_rusak(f" {teks.casefold()} ") == SelRusak(SEL_GALAT, teks)
    assert kenali_rusak(f"{teks} lagi") is None


def test_sel_rusak_tetap_rusak_dan_yang_lain_tidak():
    rusak = SelRusak(TERTUTUP, "5")
    assert kenali_rusak(rusak) is rusak
    assert [kenali_rusak(isi) for isi in ("N/A", 5.0, "", None)] == [None] * 4


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (" a ", "a"), (True, "TRUE"), (False, "FALSE"), (5.0, "5"), (5, "5"), (0.1 + 0.2, "0.3"), (123456789012345678.0, "123456789012345680"), (HARI, "2026-03-31"),
        (dt.datetime.fromisoformat("2026-03-31"), "2026-03-31"), (dt.datetime.fromisoformat("2026-03-31 07:30:00"), "2026-03-31 07:30:00"), (dt.time(7, 30), "07:30:00"), (SelRusak(SEL_GALAT, "#N/A"), ""),
    ],
)  # fmt: skip
def test_sel_sebagai_teks(isi, teks):
    assert teks_sel(isi) == teks


@pytest.mark.parametrize(
    ("isi", "teks"),
    [(" Realisasi ", "Realisasi"), (dt.date(2026, 5, 1), "Mei 2026"), (dt.datetime.fromisoformat("2026-01-31"), "Januari 2026"), (dt.date(2025, 12, 1), "Desember 2025"), (5.0, ""), (SelRusak(SEL_GALAT, "x"), "")],
)  # fmt: skip
def test_judul_yang_dijadikan_tanggal_oleh_excel_tetap_bulan(isi, teks):
    assert teks_kepala(isi) == teks


def test_kutipan_satu_baris_berkoma_dan_paling_panjang_delapan_puluh():
    assert (kutip(0.5), kutip(5.0), kutip("0.5"), kutip("a\n\tb")) == ("0,5", "5", "0.5", "a b")
    assert (kutip("x" * 80), kutip("x" * 81)) == ("x" * 80, "x" * 79 + "…")


@pytest.mark.parametrize(
    ("tampak", "isi", "harap"),
    [
        ("1.250", 1250000.0, ("1.250", "1250000", "angka")), ("", 5.5, ("(tidak tampak)", "5,5", "angka")), ("Sesuai", "Di Atas\nEkspektasi", ("Sesuai", "Di Atas Ekspektasi", "isi")),
    ],
)  # fmt: skip
def test_yang_tampak_lain_dari_yang_tersimpan_disebut_keduanya(tampak, isi, harap):
    teks, dibaca, apa = harap
    sebab = f"; itulah {apa} yang tersimpan, sedangkan yang tampak dibentuk oleh format selnya"
    cara = "Hapus format selnya (Clear Formats), lalu ketik ulang isinya bila maksudnya lain"
    assert fakta_tampak(tampak, isi) == {"teks": teks, "dibaca": dibaca, "sebab": sebab, "cara": cara}


def test_angka_polos_tanpa_titik_ribuan():
    assert (polos(1250000.5), polos(0.25)) == ("1250000,5", "0,25")
