"""Under a rule that rates behaviour by numbers the template takes numbers, and what comes back is scored by them."""

import csv

import openpyxl
import pytest
from isian_contoh import baris, bukan_rumus, isi_capaian, isi_dengan_openpyxl
from kantor import kerjakan
from laju import bertingkat
from openpyxl import load_workbook

MEI = "2026-05"
ANGKA = (91.5, 87, 120, 0, 76.25, 99, 88)
"""One for each ASN of the unit and more, in turns."""


@pytest.fixture(params=["pp-30-2019", "kemenkeu-127-2026"])
def templat(request, kota, jalankan):
    pengaturan = kota / "asn-nilai.toml"
    teks = pengaturan.read_text(encoding="utf-8").replace("permenpanrb-6-2022", request.param)
    pengaturan.write_text(teks, encoding="utf-8")
    assert jalankan("templat", "capaian", kota, "--periode", MEI, "--unit", "PKM-TB")[0] == 0
    return kota / "templat" / MEI / "PKM-TB.xlsx"


def isian(templat):
    """Return the example's figures, with a number for each Rating Perilaku."""
    perilaku = load_workbook(templat)["Perilaku"]
    angka = [
        ("Perilaku", sel["Rating Perilaku"].coordinate, ANGKA[nomor % len(ANGKA)])
        for nomor, sel in enumerate(baris(perilaku))
        if sel["NIP"].value
    ]
    return [isi for isi in isi_capaian(templat, "PKM-TB", MEI) if isi[0] == "Capaian"] + angka


def test_sel_perilaku_menerima_angka_dan_petunjuknya_mengatakannya(templat):
    buku = load_workbook(templat)
    aturan = [
        validasi
        for validasi in buku["Perilaku"].data_validations.dataValidation
        if validasi.promptTitle in {"Perilaku tiap aspek", "Rating Perilaku"}
    ]
    assert [(a.type, a.operator or "between", a.formula1, a.formula2) for a in aturan] == [
        ("decimal", "between", "0.0", "120.0")
    ] * 2
    assert {str(a.sqref).partition(":")[0] for a in aturan} == {"D8", "K8"}
    for validasi in aturan:
        assert validasi.prompt.startswith("Ketik angka 0 sampai 120; pecahan memakai koma, misalnya 87,5.")
        assert "angka 0 sampai 120" in validasi.error
    assert "daftar_rating" not in buku.defined_names
    petunjuk = "\n".join(str(sel.value) for b in buku["Petunjuk"].iter_rows() for sel in b if sel.value)
    assert "pimpinan mengetik angka 0 sampai 120" in petunjuk
    assert "dapat dipilih" not in petunjuk


def test_libreoffice_menerima_angka_dan_menolak_yang_lain(templat, tmp_path):
    coba = {"0": True, "120": True, "87.5": True, "120.5": False, "-1": False, "Di Atas Ekspektasi": False}
    isi = [
        ("Perilaku", sel, float(teks) if teks[-1].isdigit() else teks)
        for sel in ("D8", "K8")
        for teks in coba
    ]
    (hasil,) = kerjakan([{"berkas": str(templat), "coba": isi}], tmp_path / "kantor")
    assert [jawaban["sah"] for jawaban in hasil["coba"]] == [*coba.values()] * 2
    assert all(jawaban["menolak"] for jawaban in hasil["coba"])


@pytest.mark.parametrize("cara", bertingkat(("openpyxl", "libreoffice"), 1))
def test_angka_yang_kembali_dipakai_tanpa_temuan(templat, kota, jalankan, tmp_path, cara):
    tujuan, isi = kota / "capaian" / MEI / "PKM-TB.xlsx", isian(templat)
    if cara == "openpyxl":
        isi_dengan_openpyxl(templat, isi, tujuan)
    else:
        tugas = {
            "berkas": str(templat),
            "isi": bukan_rumus(templat, isi),
            "lingkari": ["Capaian", "Perilaku"],
            "tujuan": str(tujuan),
        }
        (hasil,) = kerjakan([tugas], tmp_path / "kantor")
        assert (hasil["terkunci"], set(hasil["tak_sah"].values())) == ([], {0})
    assert jalankan("hitung", kota, "--periode", MEI, "--unit", "PKM-TB")[0] == 0
    with (kota / "hasil" / MEI / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        semua = [baris_csv for baris_csv in csv.DictReader(berkas) if baris_csv["kode_unit"] == "PKM-TB"]
    assert {baris_csv["status"] for baris_csv in semua} == {"Dinilai"}
    with (kota / "hasil" / MEI / "temuan.csv").open(encoding="utf-8", newline="") as berkas:
        temuan = [baris_csv["kode"] for baris_csv in csv.DictReader(berkas) if baris_csv["unit"] == "PKM-TB"]
    # Below 90 is the lowest level of both rules, and its note is blank.
    rendah = sum(ANGKA[nomor % len(ANGKA)] < 90 for nomor in range(len(semua)))
    assert [kode for kode in temuan if kode.startswith("perilaku-")] == ["perilaku-tanpa-catatan"] * rendah
    if "pp-30" in (kota / "asn-nilai.toml").read_text(encoding="utf-8"):
        perilaku = [float(baris_csv["rating_perilaku"]) for baris_csv in semua]
        assert perilaku == [ANGKA[nomor % len(ANGKA)] for nomor in range(len(semua))]


@pytest.mark.menyeluruh
def test_yang_bukan_angka_dalam_rentang_bukan_lengkap(templat, tmp_path):
    isi = [("Perilaku", "K8", 120.5), ("Perilaku", "K9", 87.5), ("Perilaku", "K10", "Baik")]
    tugas = {"berkas": str(templat), "isi": isi, "lihat": [("Perilaku", f"N{n}") for n in (8, 9, 10, 11)]}
    (hasil,) = kerjakan([tugas], tmp_path / "kantor")
    assert hasil["lihat"] == [
        "Bukan angka 0 sampai 120",
        "Lengkap",
        "Bukan angka 0 sampai 120",
        "Belum diisi",
    ]


def test_catatan_diminta_pada_selnya_dan_di_petunjuk(templat):
    buku = openpyxl.load_workbook(templat)
    (catatan,) = (v for v in buku["Perilaku"].data_validations.dataValidation if v.promptTitle == "Catatan")
    assert catatan.prompt == (
        "Tulis alasannya bila Rating Perilaku lain daripada aspeknya atau Di Bawah Ekspektasi, dan uraian singkat Ide Baru. "
        "ASN yang dinilai dapat membacanya."
    )
    assert (catatan.type, str(catatan.sqref).partition(":")[0]) == (None, "M8")
    petunjuk = "\n".join(str(sel.value) for b in buku["Petunjuk"].iter_rows() for sel in b if sel.value)
    assert "Di Catatan, tulis alasannya bila Rating Perilaku lain daripada aspeknya" in petunjuk
