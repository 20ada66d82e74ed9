"""rekap_akar.xlsx: cities' rows hold what their results say; totals and means are formulas that give what they hold."""

from fractions import Fraction

import openpyxl
import pytest
from keluaran_beku import buku as susun_buku
from keluaran_beku import cocokkan
from kota_buatan import ATURAN, JAHAT, MEI, kota, provinsi, unit
from libreoffice import hitung_ulang, rumus_sama
from openxml_audit import OpenXmlValidator

from asn_nilai.acuan.hasil.ringkas_kota import RekapAkar
from asn_nilai.terbit.buku.rekap_akar import tulis_buku_rekap_akar


@pytest.fixture(scope="module")
def berkas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("akar")
    tulis_buku_rekap_akar(folder / "rekap_akar.xlsx", provinsi())
    tulis_buku_rekap_akar(folder / "kosong.xlsx", RekapAkar("sumbar", MEI, ()))
    return folder


@pytest.fixture(scope="module")
def lembar(berkas):
    return openpyxl.load_workbook(berkas / "rekap_akar.xlsx", data_only=True)["Daerah"]


@pytest.mark.parametrize("nama", ["rekap_akar", "kosong"])
def test_setiap_sel_rekap_akar(berkas, nama):
    cocokkan(f"rekap-akar-{nama}.txt", susun_buku((berkas / f"{nama}.xlsx").read_bytes()))


def kepala(lembar):
    baris = next(b for b in lembar.iter_rows(values_only=True) if b[0] == "No")
    return {str(judul).replace("\n", ""): nomor for nomor, judul in enumerate(baris) if judul}


def cari(lembar, nama):
    return [b for b in lembar.iter_rows(values_only=True) if b[1] == nama]


def test_baris_kota_dan_jumlah_menurut_aturan(lembar):
    k = kepala(lembar)
    (bukittinggi,) = cari(lembar, "Kota Bukittinggi")
    apa = (
        "Unit",
        "Belum setor",
        "ASN",
        "Dinilai",
        "Semen-tara",
        "Belum dinilai",
        "Galat",
        "Sangat Baik",
        "Baik",
        "Kurang",
    )
    assert [bukittinggi[k[judul]] for judul in apa] == [2, 0, 9, 4, 0, 5, 5, 1, 2, 1]
    assert bukittinggi[k["Rata-rata NHK"]] == 85.0  # 340.01 / 4 = 85.0025
    jumlah = cari(lembar, "Seluruhnya")
    assert [baris[k["ASN"]] for baris in jumlah] == [11, 12, 3]
    tepat = Fraction("430.015") / 5  # 86.003
    assert jumlah[1][k["Rata-rata NHK"]] == 86.0 == round(float(tepat), 2)
    assert jumlah[2][k["Rata-rata NHK"]] == 95.062  # 190.123 / 2 = 95.0615, three decimals of its own rule


def test_dua_isi_aturan_yang_sama_terpisah(lembar):
    judul = [b[0] for b in lembar.iter_rows(values_only=True) if b[0] and "(" in str(b[0])]
    assert [j.partition(" (")[2] for j in judul] == [
        "pp-30-2019)", f"permenpanrb-6-2022 (isi {provinsi().kota[1].sidik[:8]}))", "permenpanrb-6-2022 (isi 33333333))",
    ]  # fmt: skip


def test_yang_tanpa_hasil_disebut_dan_teks_tetap_teks(berkas, lembar):
    k = kepala(lembar)
    (padang,) = cari(lembar, JAHAT)
    assert (padang[k["Keterangan"]], padang[k["ASN"]]) == ("belum dihitung", None)
    (tutup,) = cari(lembar, "tutup")
    assert "tidak diizinkan" in tutup[k["Keterangan"]]
    kurang = openpyxl.load_workbook(berkas / "rekap_akar.xlsx")["Belum Lengkap"]
    isi = [b[1:] for b in kurang.iter_rows(values_only=True) if isinstance(b[0], int)]
    umum = "(di luar unit: skema, pengaturan, atau riwayat)"
    assert isi == [
        ("Kota Agam", "agam", "Y", "Unit Y", "belum setor", 0),
        ("Kota Bukittinggi", "bukittinggi", "Y", "Unit Y", "ada galat", 3),
        ("Kota Bukittinggi", "bukittinggi", None, umum, "lihat temuan.csv", 2),
        ("Kota Payakumbuh", "payakumbuh", None, umum, "lihat temuan.csv", 1),
        ("Kota Solok", "solok", JAHAT, f"Unit {JAHAT}", "tak terbaca", 1),
    ]


def test_buku_sah_dan_dihitung_ulang_sama(berkas, tmp_path):
    semua = [berkas / "rekap_akar.xlsx", berkas / "kosong.xlsx"]
    assert [str(g) for b in semua for g in OpenXmlValidator().validate(str(b)).errors] == []
    asal = semua[0]
    (ulang,) = hitung_ulang([asal], tmp_path)
    assert rumus_sama(asal, ulang) == 4 * 3 + 3 * (
        7 + 4 + 3
    )  # four cities' own; three totals: sums, predikat, what follows


def test_yang_tepat_di_tengah_dibulatkan_seperti_excel(tmp_path):
    """1 of 32 is 3.125 percent and 179.01 over 2 a mean of 89.505: both go up, in the file as in whoever recalculates it."""
    asal = tmp_path / "tengah.xlsx"
    milik = kota("solok", ATURAN, unit("X", 179.01, 2, {"Baik": 2}, asn=64))
    tulis_buku_rekap_akar(asal, RekapAkar("sumbar", MEI, (milik,)))
    (ulang,) = hitung_ulang([asal], tmp_path / "ulang")
    assert rumus_sama(asal, ulang) == 3 + 7 + 1 + 3
    for buku in (asal, ulang):
        isi = openpyxl.load_workbook(buku, data_only=True)["Daerah"]
        k = kepala(isi)
        (solok,) = cari(isi, "Kota Solok")
        assert (solok[k["Dinilai (%)"]], solok[k["Rata-rata NHK"]]) == (3.13, 89.51)


def test_tanpa_sementara_kolomnya_tersembunyi(berkas):
    tampak = [
        openpyxl.load_workbook(berkas / nama)["Daerah"].column_dimensions["H"].hidden
        for nama in ("rekap_akar.xlsx", "kosong.xlsx")
    ]
    assert tampak == [False, True]
