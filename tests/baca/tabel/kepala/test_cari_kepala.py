"""Where a form's header stands and what of it is missing, repeated or moved: with grids in hand, no workbook."""

import datetime as dt

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.baca.tabel.kepala.kepala import (
    Kepala,
    cari_kepala,
    hanya_persentase,
    periksa_kepala,
    periksa_kepala_lagi,
    periksa_tahun_kepala,
)

NIP = "198603152009032001"
CAPAIAN, TARGET, UNIT = (FORMULIR[nama] for nama in ("Capaian", "Target", "Unit"))
JUDUL = ["No", "NIP", "Nama", "Kode Indikator", "Realisasi"]
DATA = ["1", NIP, "Siti", "KJ-1", 5.0]


class Catat(list):
    """Keeps what is noted."""

    def tambah(self, kode, sel, **isi):
        self.append((kode, sel, isi))


def kosong(banyak: int) -> list[list[object]]:
    return [[""] * 5 for _ in range(banyak)]


@pytest.mark.parametrize(("di_atas", "ada"), [(0, True), (29, True), (30, False)])
def test_kepala_dicari_di_tiga_puluh_baris_pertama(di_atas, ada):
    kepala = cari_kepala([*kosong(di_atas), JUDUL, DATA], CAPAIAN)
    assert (kepala is not None) is ada
    if kepala:
        assert (kepala.baris, kepala.awal) == (di_atas, di_atas)
        assert kepala.kolom == {"no": 0, "nip": 1, "nama": 2, "kode_indikator": 3, "realisasi": 4}


@pytest.mark.parametrize(
    ("judul", "formulir", "ada"),
    [
        (["NIP", "Kode Indikator", "Realisasi"], CAPAIAN, True), (["NIP", "Realisasi", "x"], CAPAIAN, False), (["Kode Unit", "Unit Kerja"], UNIT, True), (["Kode Unit", "x"], UNIT, False),
        (["NIP", "x"], FORMULIR["Perilaku"], False), (["NIP", "Nama"], FORMULIR["Perilaku"], True),
    ],
)  # fmt: skip
def test_sedikitnya_dua_atau_tiga_kolom_yang_dikenal(judul, formulir, ada):
    assert (cari_kepala([judul], formulir) is not None) is ada


def test_baris_yang_menyebut_kolom_terbanyak_dan_yang_pertama_bila_sama():
    blok = ["Kode Unit", "", "", "NIP", "Nama"]
    assert cari_kepala([blok, [*JUDUL[:4], ""], JUDUL, DATA], CAPAIAN).baris == 2
    assert cari_kepala([JUDUL, JUDUL], CAPAIAN).baris == 0


def test_kepala_yang_lebih_penuh_di_bawah_data_adalah_ulangan():
    penuh = [*JUDUL, "Satuan"]
    awal = [*JUDUL, ""]
    assert cari_kepala([awal, [*DATA, ""], [""] * 6, penuh], CAPAIAN).baris == 0
    assert cari_kepala([awal, ["", "", "", "", "", ""], [""] * 6, penuh], CAPAIAN).baris == 3
    assert (
        cari_kepala([awal, ["1", "12345678", "Siti", "KJ-1", 5.0, ""], [""] * 6, penuh], CAPAIAN).baris == 3
    )
    assert (
        cari_kepala([awal, ["1", "123456789", "Siti", "KJ-1", 5.0, ""], [""] * 6, penuh], CAPAIAN).baris == 0
    )
    assert cari_kepala([awal, ["1", NIP, "Siti", " ", 5.0, ""], [""] * 6, penuh], CAPAIAN).baris == 3


def test_kepala_dua_baris_digabung_di_tempat_yang_kosong_di_bawahnya():
    kepala = cari_kepala(
        [["NIP", "Kode Indikator", "Target", ""], ["", "", "Jan", "Feb"], [NIP, "KJ-1", 5.0, 5.0]], TARGET
    )
    assert kepala.baris == 1
    assert kepala.sel == {
        "jan": [(1, 2)],
        "feb": [(1, 3)],
        "nip": [(0, 0)],
        "kode_indikator": [(0, 1)],
    }
    assert kepala.awal == 0


def test_baris_berisi_nip_bukan_kepala_walau_menyebut_kolom():
    kepala = cari_kepala(
        [["NIP", "Kode Indikator", "Realisasi", ""], [NIP, "Nama", "Satuan", "Target"]], CAPAIAN
    )
    assert kepala.baris == 0


@pytest.mark.parametrize(
    ("isi", "kunci"),
    [(dt.date(2026, 1, 1), "jan"), (dt.datetime.fromisoformat("2026-12-31"), "des"), ("Mei 2026", "mei")],
)
def test_bulan_yang_dijadikan_tanggal_tetap_kolomnya(isi, kunci):
    assert cari_kepala([["NIP", "Kode Indikator", isi]], TARGET).kolom[kunci] == 2


def test_tanggal_angka_dan_kalimat_panjang_bukan_judul_kolom():
    panjang = "Realisasi " + "x" * 71
    assert cari_kepala([["NIP", "Kode Indikator", dt.date(2026, 1, 1)]], CAPAIAN) is None
    assert cari_kepala([["NIP", "Kode Indikator", "12"]], CAPAIAN) is None
    assert cari_kepala([["NIP", "Kode Indikator", panjang]], CAPAIAN) is None
    assert cari_kepala([["NIP", "Kode Indikator", 5.0]], CAPAIAN) is None


def test_label_tepat_mengalahkan_padanannya_dan_persentase_kalah():
    kepala = cari_kepala([["NIP", "Kode Indikator", "Realisasi", "Capaian", "Realisasi (%)"]], CAPAIAN)
    assert kepala.sel["realisasi"] == [(0, 2)]
    assert set(kepala.kalah.get("realisasi", [])) <= {(0, 3), (0, 4)}
    assert cari_kepala([["NIP", "Kode Indikator", "% Realisasi", "Realisasi Bulan Ini"]], CAPAIAN).sel[
        "realisasi"
    ] == [(0, 3)]


@pytest.mark.parametrize(
    ("kunci", "label", "hanya"),
    [("realisasi", "Realisasi %", True), ("realisasi", "Realisasi", False), ("bobot", "Bobot %", False)],
)
def test_persentase_bukan_kolom_kedua(kunci, label, hanya):
    assert hanya_persentase(kunci, label) is hanya


def periksa(judul, formulir=CAPAIAN, wajib=None):
    catatan, kepala = Catat(), cari_kepala([judul], formulir)
    dapat = periksa_kepala([judul], kepala, formulir, formulir.wajib if wajib is None else wajib, catatan)
    return dapat, catatan


def test_kolom_wajib_yang_hilang_menahan_dan_yang_lain_diberitahukan():
    dapat, catatan = periksa(["NIP", "Nama", "Kode Indikator"])
    assert not dapat
    assert catatan == [
        ("kolom-tidak-ada", (0, 0), {"kolom": "Satuan"}), ("kolom-tidak-ada", (0, 0), {"kolom": "Target"}), ("kolom-hilang", (0, 0), {"kolom": "Realisasi"}),
        ("kolom-tidak-ada", (0, 0), {"kolom": "Bukti Dukung"}),
    ]  # fmt: skip
    assert periksa(["NIP", "Nama", "Kode Indikator", "Satuan", "Target", "Bukti Dukung"], wajib=()) == (
        True,
        [],
    )


def test_kolom_ganda_menahan_kecuali_yang_hanya_dibaca_orang():
    lengkap = ["NIP", "Nama", "Kode Indikator", "Satuan", "Target", "Realisasi", "Bukti Dukung"]
    dapat, catatan = periksa([*lengkap, "Realisasi", "NIP"])
    assert not dapat
    assert sorted(catatan, key=str) == [
        ("kolom-ganda", (0, 7), {"kolom": "Realisasi", "sel_pertama": "F1", "sel_kedua": "H1"}), ("kolom-ganda", (0, 8), {"kolom": "NIP", "sel_pertama": "A1", "sel_kedua": "I1"}),
    ]  # fmt: skip
    for boleh in ("No", "Keterangan"):
        assert periksa([*lengkap, boleh, boleh]) == (True, [])


def test_kolom_dinilai_yang_kalah_disebut_dengan_yang_dibaca():
    dapat, catatan = periksa(
        [
            "NIP",
            "Nama",
            "Kode Indikator",
            "Satuan",
            "Target",
            "Realisasi Bulan Ini",
            "Bukti Dukung",
            "Realisasi",
        ]
    )
    assert dapat
    assert catatan == [
        (
            "kolom-diabaikan",
            (0, 5),
            {"kolom": "Realisasi", "judul_lain": "Realisasi Bulan Ini", "sel_dibaca": "H1"},
        )
    ]


@pytest.mark.parametrize(
    ("lagi", "beda"),
    [
        (JUDUL, ""), (["", "NIP", "Nama", "Kode Indikator", "Realisasi"], ""), (["No", "NIP", "Nama", "Realisasi", "Kode Indikator"], "Kode Indikator, Realisasi"),
        (["No", "NIP", "Nama", "Kode Indikator", "Target"], "Target"), (["NIP", "", "Nama", "Kode Indikator", "Realisasi"], "NIP"), (["x", "NIP", "Nama", "Kode Indikator", ""], ""),
    ],
)  # fmt: skip
def test_kepala_ulangan_yang_kolomnya_pindah(lagi, beda):
    catatan, kisi = Catat(), [JUDUL, DATA, lagi]
    kepala = cari_kepala(kisi, CAPAIAN)
    assert periksa_kepala_lagi(kisi, kepala, CAPAIAN, [2], catatan) is (not beda)
    assert catatan == ([("kepala-berubah", (2, 0), {"baris": "3", "beda": beda})] if beda else [])


def test_kepala_ulangan_boleh_berdiri_di_kolom_induknya():
    kisi = [["NIP", "Kode Indikator", "", "Realisasi"], ["NIP", "Kode Indikator", "Realisasi", ""]]
    kepala = Kepala(
        0, {"nip": [(0, 0)], "kode_indikator": [(0, 1)], "realisasi": [(0, 3)]}, induk={"realisasi": 2}
    )
    assert periksa_kepala_lagi(kisi, kepala, CAPAIAN, [1], Catat())
    kepala.induk = {}
    assert not periksa_kepala_lagi(kisi, kepala, CAPAIAN, [1], Catat())


@pytest.mark.parametrize(
    ("judul", "catatan"),
    [
        ("Jan 2026", []), ("Jan", []), (dt.date(2026, 1, 1), []), ("Jan 2025", [("bulan-tahun-lain", (0, 2), {"tahun_tertulis": "2025", "tahun": "2026"})]),
        (dt.date(2025, 1, 1), [("bulan-tahun-lain", (0, 2), {"tahun_tertulis": "2025", "tahun": "2026"})]), ("Jan 2025/2026", []),
    ],
)  # fmt: skip
def test_bulan_di_kepala_yang_bertahun_lain(judul, catatan):
    kisi, dapat = [["NIP", "Kode Indikator", judul, "Feb 2024"]], Catat()
    kepala = Kepala(0, {"nip": [(0, 0)], "jan": [(0, 2)]})
    periksa_tahun_kepala(kisi, kepala, 2026, dapat)
    assert dapat == catatan


def test_dari_beberapa_kolom_yang_bernama_sama_yang_pertama_diperlihatkan():
    kepala = Kepala(1, {"keterangan": [(1, 3), (1, 7), (0, 5)], "nip": [(1, 0)]})
    assert kepala.kolom == {"keterangan": 3, "nip": 0}
    assert kepala.awal == 0
