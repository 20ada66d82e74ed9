"""Whose figure an indicator is, and what a ratio counts: read from the skema and from the capaian sheet."""

from dataclasses import replace
from math import isnan
from pathlib import Path

import pytest
from dunia_baca import JUNI, SKEMA, Dunia, Lembaran, temuan_singkat
from dunia_skema import DuniaSkema

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, JenisNilai, Lingkup
from asn_nilai.acuan.isian.indikator.rasio import Rasio, rasio_bulan, realisasi_bulan

RASIO = replace(SKEMA.indikator["MT-2"], agregasi=Agregasi.RASIO, pembilang="yang puas", penyebut="responden")
BERASIO = replace(SKEMA, indikator=SKEMA.indikator | {"MT-2": RASIO})
URUTAN = FORMULIR["Capaian"].kunci


def baca(tmp_path: Path, ubah, urutan=URUTAN):
    dunia = Dunia(tmp_path)
    dunia.target()
    dunia.capaian(ubah, urutan=urutan)
    return dunia.baca(skema=BERASIO)


def skema(tmp_path: Path, posisi: int = 0, **isi: object):
    def ubah(lembar: Lembaran) -> None:
        for kunci, nilai in isi.items():
            lembar.isi(kunci, posisi, nilai)

    return DuniaSkema(tmp_path, (0, 0)).baca(Indikator=ubah)


def test_kolom_pilihan_yang_kosong_berarti_angka_seorang_dan_belum_dipilah(tmp_path):
    hasil, temuan = skema(tmp_path)
    kunjungan = hasil.indikator["KJ-1.1"]
    assert temuan == []
    assert (kunjungan.lingkup, kunjungan.layanan_publik) == (Lingkup.INDIVIDU, None)
    assert (kunjungan.milik_unit, kunjungan.rasio) == (False, False)


def test_rasio_milik_unit_terbaca_dengan_kata_katanya(tmp_path):
    isi = {
        "agregasi": "rasio",
        "lingkup": "unit",
        "layanan_publik": "Ya",
        "pembilang": "bayi lengkap",
        "penyebut": "sasaran",
    }
    hasil, temuan = skema(tmp_path, **isi)
    kunjungan = hasil.indikator["KJ-1.1"]
    assert temuan == []
    assert (kunjungan.agregasi, kunjungan.lingkup, kunjungan.layanan_publik) == (
        Agregasi.RASIO,
        Lingkup.UNIT,
        True,
    )
    assert (kunjungan.pembilang, kunjungan.penyebut) == ("bayi lengkap", "sasaran")
    assert kunjungan.jenis_nilai is JenisNilai.BULAT
    assert (kunjungan.rasio, kunjungan.milik_unit, kunjungan.bulat) == (True, True, False)
    assert skema(tmp_path, layanan_publik="Tidak")[0].indikator["KJ-1.1"].layanan_publik is False


@pytest.mark.parametrize(
    ("isi", "sel", "pesan"),
    [
        ({"lingkup": "Tim"}, "P6", "Lingkup berisi 'Tim'. Yang dikenal: Individu, Unit."),
        (
            {"agregasi": "Rasio", "pembilang": "bayi lengkap"},
            "S6",
            (
                "Penyebut kosong. Yang dikenal: kata-kata untuk apa yang menjadi pembagi di bawah garis bagi, karena Agregasinya "
                "Rasio."
            ),
        ),
    ],
)  # fmt: skip
def test_isian_yang_tidak_dikenal_menyisihkan_indikatornya(tmp_path, isi, sel, pesan):
    hasil, (temuan,) = skema(tmp_path, **isi)
    assert (temuan.kode, temuan.letak.sel, temuan.pesan) == ("skema-tidak-sah", sel, pesan)
    assert [cacat.kode for cacat in hasil.indikator_cacat] == ["KJ-1.1"]


def test_rasio_tanpa_kolomnya_disebut_di_sel_agregasi(tmp_path):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("agregasi", 0, "Rasio")
        for kunci in ("pembilang", "penyebut"):
            lembar.kepala(kunci).value = None

    _, temuan = DuniaSkema(tmp_path, (0, 0)).baca(Indikator=ubah)
    assert {(t.kode, t.letak.sel) for t in temuan} == {("skema-tidak-sah", "G6")}
    assert temuan[0].pesan == (
        "Agregasi berisi 'Rasio'. Yang dikenal: Rasio bila kolom Pembilang menyebut apa yang dihitung di atas garis bagi."
    )


@pytest.mark.parametrize(
    ("teks", "jawab"),
    [
        ("Iya", True), (" ya ", True), ("YES", True), ("Y", True), (True, True), (1, True), ("✓", True),
        ("tdk", False), ("NO", False), (False, False), (0, False), ("-", None), (" ", None),
    ],
)  # fmt: skip
def test_ya_dan_tidak_dibaca_sebagaimana_orang_mengetiknya(tmp_path, teks, jawab):
    hasil, temuan = skema(tmp_path, layanan_publik=teks, wajib_bukti=teks)
    kunjungan = hasil.indikator["KJ-1.1"]
    assert temuan == []
    assert (kunjungan.layanan_publik, kunjungan.wajib_bukti) == (jawab, bool(jawab))


def test_yang_bukan_ya_atau_tidak_disebut_dan_tidak_menyisihkan_indikatornya(tmp_path):
    hasil, temuan = skema(tmp_path, layanan_publik="mungkin", wajib_bukti="kadang")
    kunjungan = hasil.indikator["KJ-1.1"]
    assert [(t.kode, t.tingkat, t.pesan) for t in temuan] == [
        ("ya-tidak-meragukan", "peringatan", f"{kolom} bukan Ya atau Tidak; untuk sementara dibaca {dibaca}.")
        for kolom, dibaca in (
            ("Wajib Bukti berisi 'kadang',", "Ya"),
            ("Layanan Publik berisi 'mungkin',", "Tidak"),
        )
    ]
    assert temuan[1].letak.sel == "Q6"
    assert (kunjungan.layanan_publik, kunjungan.wajib_bukti) == (False, True)
    assert hasil.indikator_cacat == ()


@pytest.mark.parametrize(("posisi", "kode"), [(0, set()), (1, {"angka-tidak-sah"})])
def test_kata_di_kolom_rasio_hanya_menahan_baris_yang_rasio(tmp_path, posisi, kode):
    """KJ-1.1 is no ratio, MT-2 is one."""
    isian = baca(tmp_path, lambda lembar: lembar.isi("pembilang", posisi, "lihat lampiran"))
    assert {t.kode for t in isian.temuan} == kode
    assert ("pembilang", posisi) in isian.capaian[JUNI].cacat


def test_pembilang_dan_penyebut_dibaca_sebagai_angka_dan_menjadi_realisasi(tmp_path):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("pembilang", 1, "1.743")
        lembar.isi("penyebut", 1, 3720)
        lembar.isi("realisasi", 1, None)

    tabel = baca(tmp_path, ubah).capaian[JUNI]
    rasio = rasio_bulan(tabel, 1)
    assert (rasio.pembilang, rasio.penyebut, rasio.realisasi) == (1743.0, 3720.0, 46.854838709677416)
    assert str(rasio.letak) == "capaian/2026-06/PKM-01.xlsx › Capaian › K7 ÷ L7"
    assert realisasi_bulan(tabel, 1, RASIO) == 46.854838709677416
    assert realisasi_bulan(tabel, 0, BERASIO.indikator["KJ-1.1"]) == 38.0
    assert realisasi_bulan(tabel, 5, RASIO) is None


def test_uang_di_atas_dan_di_bawah_garisnya_bukan_satuan_yang_keliru(tmp_path):
    """The row is in percent, its ratio counts rupiah: typed so, or shown so."""

    def ubah(lembar: Lembaran) -> None:
        lembar.isi("pembilang", 1, "Rp 1.743.000")
        lembar.isi("penyebut", 1, 3_720_000, '"Rp"#,##0')
        lembar.isi("realisasi", 1, None)

    isian = baca(tmp_path, ubah)
    assert temuan_singkat(isian) == []
    assert rasio_bulan(isian.capaian[JUNI], 1).realisasi == 46.854838709677416


def test_tanpa_kolomnya_tidak_ada_rasio(tmp_path):
    tabel = baca(tmp_path, None, None).capaian[JUNI]
    rasio = rasio_bulan(tabel, 1)
    assert isnan(rasio.pembilang)
    assert isnan(rasio.penyebut)
    assert rasio.letak is None
    assert realisasi_bulan(tabel, 1, RASIO) is None


@pytest.mark.parametrize(("atas", "bawah"), [(1.0, 0.0), (1.0, -2.0), (float("nan"), 2.0)])
def test_pembagian_tanpa_arti_tidak_berhasil(atas, bawah):
    assert isnan(Rasio(atas, bawah).realisasi)


def test_pembilang_yang_ditulis_sebagai_persen_diragukan(tmp_path):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("pembilang", 1, 0.95, "0%")
        lembar.isi("penyebut", 1, "100 persen")

    isian = baca(tmp_path, ubah)
    assert temuan_singkat(isian) == [("persen-meragukan", "K7"), ("persen-meragukan", "L7")]
    assert isian.temuan[0].pesan == (
        "95% pada indikator bersatuan persen ditampilkan sebagai persen, padahal kolom ini memuat banyaknya, bukan persen."
    )
