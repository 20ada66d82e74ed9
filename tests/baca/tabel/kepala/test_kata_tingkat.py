"""Words of sub-labels, one by one: which make figures another month's, another person's or a plan, and which are the asked ones."""

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.tabel.kepala.kepala import Kepala
from asn_nilai.baca.tabel.kepala.tingkat_kepala import (
    _DIMAKSUD,
    BUKAN,
    _anak,
    _baris_anak,
    _berisi,
    _golongan,
    _pilih_anak,
    bulan_kolom,
)

JUNI = Bulan(2026, 6)


@pytest.mark.parametrize(
    "kata",
    [
        "Bulan Lalu", "Sebelumnya", "sebelum", "s.d. Juni", "s/d Juni", "sd Juni", "sampai", "spi", "Kumulatif", "Semula", "Lama", "Awal", "Murni", "Mandiri", "Diri Sendiri",
        "Pegawai", "Usulan", "Rekan", "Rekan Kerja", "Sejawat", "Bawahan", "Rencana", "Selisih", "Tahunan", "Setahun",
    ],
)  # fmt: skip
def test_kata_yang_berarti_bukan_angka_yang_diminta(kata):
    assert BUKAN.search(kata) is not None
    assert _DIMAKSUD.search(kata) is None


@pytest.mark.parametrize(
    "kata",
    [
        "Bulan Ini", "bln ini", "Bulan Berjalan", "Bulan Pelaporan", "Menjadi", "Baru", "Revisi", "Sesudah", "Setelah", "Atasan", "Pimpinan", "Penilai", "Bulanan",
    ],
)  # fmt: skip
def test_kata_yang_berarti_angka_yang_diminta(kata):
    assert _DIMAKSUD.search(kata) is not None
    assert BUKAN.search(kata) is None


@pytest.mark.parametrize(
    "kata", ["smp", "Terlalu", "Awalan", "Perencanaan", "Bulanannya", "Barunya", "Ini", "Bulan", "Realisasi"]
)
def test_kata_lain_tidak_berarti_apa_apa(kata):
    assert (BUKAN.search(kata), _DIMAKSUD.search(kata)) == (None, None)


@pytest.mark.parametrize(
    ("teks", "kunci", "formulir", "dimaksud"),
    [
        ("Bulan Ini", "realisasi", "Capaian", True), ("Bulan Lalu", "realisasi", "Capaian", False), ("Juni", "realisasi", "Capaian", True), ("Mei", "realisasi", "Capaian", False),
        ("Mei dan Juni", "realisasi", "Capaian", False), ("Juni 2026", "realisasi", "Capaian", True), ("Juni 2025", "realisasi", "Capaian", False), ("2026", "realisasi", "Capaian", True),
        ("2025", "realisasi", "Capaian", False), ("Realisasi", "realisasi", "Capaian", True), ("Nilai", "realisasi", "Capaian", None), ("Usulan baru", "realisasi", "Capaian", False),
        ("Target", "jun", "Target", True), ("Realisasi", "jun", "Target", False), ("Juni", "jun", "Target", True), ("Mei", "jun", "Target", False), ("Menjadi", "jun", "Target", True), ("Semula", "jun", "Target", False),
        ("Atasan", "rating_perilaku", "Perilaku", True), ("Mandiri", "rating_perilaku", "Perilaku", False),
    ],
)  # fmt: skip
def test_sub_judul_yang_dimaksud(teks, kunci, formulir, dimaksud):
    assert _golongan(teks, kunci, FORMULIR[formulir], 2026 if formulir == "Target" else JUNI) is dimaksud


def test_tahun_di_register_yang_tidak_punya_waktu_tidak_menolak():
    assert _golongan("2019", "batas_atas", FORMULIR["Indikator"], None) is True


@pytest.mark.parametrize(
    ("teks", "dipilih"),
    [
        (("Bulan Lalu", "Bulan Ini"), [1]), (("Bulan Ini", "Bulan Lalu"), [0]), (("Nilai", "Bulan Ini"), [0, 1]), (("Bulan Ini", "Juni"), [0, 1]), (("Bulan Lalu", "Mei"), [0, 1]), (("Bulan Ini",), [0]),
        (("Nilai",), [0]),
    ],
)  # fmt: skip
def test_sub_judul_dipilih_hanya_bila_satu_saja_yang_dapat_dimaksud(teks, dipilih):
    anak = [((1, n), isi) for n, isi in enumerate(teks)]
    assert _pilih_anak(anak, "realisasi", FORMULIR["Capaian"], JUNI) == [(1, n) for n in dipilih]


@pytest.mark.parametrize(
    ("bawah", "mungkin"),
    [(["", "", "Bulan Ini"], True), ([" ", "", "Bulan Ini"], True), (["1986", "", "x"], False), (["", "KJ-1", ""], False), (["1", "2", "3"], False), ([5.0, "", ""], False)],
)  # fmt: skip
def test_baris_di_bawah_kepala_mungkin_sub_judul_bila_bukan_milik_siapa_pun(bawah, mungkin):
    kepala = Kepala(0, {"nip": [(0, 0)], "kode_indikator": [(0, 1)], "realisasi": [(0, 2)]})
    assert _baris_anak([["NIP", "Kode Indikator", "Realisasi"], bawah], kepala, 0) is mungkin
    assert not _baris_anak([["NIP", "Kode Indikator", "Realisasi"]], kepala, 0)
    assert not _baris_anak([["NIP", "Kode Indikator", "Realisasi"], bawah], kepala, 1)


@pytest.mark.parametrize("kunci", ["no", "nip", "nama", "kode_indikator", "kode_unit", "indikator"])
def test_baris_di_bawah_kepala_milik_seseorang_menurut_setiap_kolom_penandanya(kunci):
    kisi = [["", "Realisasi"], ["a", "Bulan Ini"]]
    assert not _baris_anak(kisi, Kepala(0, {kunci: [(0, 0)], "realisasi": [(0, 1)]}), 0)
    assert _baris_anak(kisi, Kepala(0, {"satuan": [(0, 0)], "realisasi": [(0, 1)]}), 0)


def test_kolom_di_bawah_judul_lebar_yang_berisi_angka():
    kisi = [["Realisasi", "", "", ""], ["", 5.0, "a", ""], ["", "", "5", 7.0], ["", ""]]
    assert _berisi(kisi, 0, range(1, 4)) == [1, 3]
    assert _berisi(kisi, 1, range(1, 4)) == [3]


@pytest.mark.parametrize(
    ("kunci", "waktu", "bulan"), [("jan", 2026, 1), ("des", JUNI, 12), ("realisasi", JUNI, 6), ("realisasi", 2026, None), ("batas_atas", None, None)]
)  # fmt: skip
def test_bulan_sebuah_kolom(kunci, waktu, bulan):
    assert bulan_kolom(kunci, waktu) == bulan


@pytest.mark.parametrize(
    ("bawah", "terakhir", "anak"),
    [
        (["", "Bulan Ini", "Satuan"], 1, ["Bulan Ini"]), (["", "Bulan Ini", "Bulan Lalu"], 1, ["Bulan Ini", "Bulan Lalu"]), (["", "Bulan Ini", "Satuan"], 0, ["Bulan Ini", "Satuan"]),
        (["", "Bulan Ini", ""], 1, ["Bulan Ini"]), (["", "", "Bulan Ini"], 1, ["Bulan Ini"]), (["", "Bulan Ini"], 1, ["Bulan Ini"]),
    ],
)  # fmt: skip
def test_sub_judul_di_bawah_judul_yang_tidak_digabung(bawah, terakhir, anak):
    """Within the header itself a label that names another column is that column's; below it nothing names one."""
    kisi = [["NIP", "Realisasi", ""], bawah]
    kepala = Kepala(terakhir, {"nip": [(0, 0)], "realisasi": [(0, 1)]})
    dapat = _anak(kisi, kepala, FORMULIR["Capaian"], (1, 1, 1), {0: "nip", 1: "realisasi"})
    assert [teks for _, teks in dapat] == anak
    assert _anak(kisi[:1], kepala, FORMULIR["Capaian"], (1, 1, 1), {}) == []
