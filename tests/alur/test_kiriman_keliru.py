"""What units send by mistake into a submission's place: said for what it is, with advice that helps."""

import shutil

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

MEI, JUNI = ("--periode", "2026-05"), ("--periode", "2026-06")


def temuan_unit(isi: dict, unit: str) -> list[dict]:
    return [temuan for temuan in isi["temuan"] if temuan["unit"] == unit]


def test_buku_target_di_folder_capaian_berada_di_folder_yang_salah(kota, hasil_json):
    shutil.copy(kota / "target/PKM-TB.xlsx", kota / "capaian/2026-05/PKM-TB.xlsx")
    _, isi = hasil_json("validasi", kota, *MEI)
    (temuan,) = temuan_unit(isi, "PKM-TB")
    assert (temuan["kode"], temuan["berkas"]) == ("berkas-salah-jenis", "capaian/2026-05/PKM-TB.xlsx")
    assert "buku target, padahal di sini tempat buku capaian" in temuan["pesan"]
    assert "Pindahkan ke target/PKM-TB.xlsx" in temuan["saran"]
    assert "Beri nama" not in temuan["saran"]


def test_buku_capaian_di_folder_target_berada_di_folder_yang_salah(kota, hasil_json):
    shutil.copy(kota / "capaian/2026-05/PKM-TB.xlsx", kota / "target/PKM-TB.xlsx")
    _, isi = hasil_json("validasi", kota, *MEI)
    (temuan,) = temuan_unit(isi, "PKM-TB")
    assert temuan["kode"] == "berkas-salah-jenis"
    assert "Pindahkan ke capaian/BULAN/PKM-TB.xlsx" in temuan["saran"]


def test_buku_nilai_yang_dikirim_kembali_bukan_setoran(kota, hasil_json, jalankan):
    jalankan("hitung", kota, *JUNI)
    shutil.copy(kota / "hasil/2026-06/PKM-TB/nilai.xlsx", kota / "capaian/2026-06/PKM-TB.xlsx")
    _, isi = hasil_json("validasi", kota, *JUNI, "--unit", "PKM-TB")
    (temuan,) = [temuan for temuan in temuan_unit(isi, "PKM-TB") if temuan["tingkat"] != "info"]
    assert (temuan["kode"], temuan["sel"]) == ("berkas-buku-nilai", "")
    assert temuan["saran"].startswith("Ganti dengan buku yang diisi unit")
    shutil.copy(kota / "hasil/2026-06/PKM-TB/nilai.xlsx", kota / "target/PKM-TB.xlsx")
    _, isi = hasil_json("validasi", kota, *JUNI, "--unit", "PKM-TB")
    kode = [(temuan["kode"], temuan["berkas"]) for temuan in temuan_unit(isi, "PKM-TB")]
    assert ("berkas-buku-nilai", "target/PKM-TB.xlsx") in kode


@pytest.fixture
def daftar_sel(kota, jalankan):
    """The list of cells that KEL-PPK gets for its .xls of June."""
    jalankan("validasi", kota, *JUNI, "--unit", "KEL-PPK", "--tandai")
    return kota / "hasil/2026-06/KEL-PPK/KEL-PPK_2026-06_ditandai.xlsx"


def test_daftar_sel_di_samping_xls_nya_bukan_setoran_kedua(kota, hasil_json, daftar_sel):
    semula = temuan_unit(hasil_json("validasi", kota, *JUNI, "--unit", "KEL-PPK")[1], "KEL-PPK")
    shutil.copy(daftar_sel, kota / "capaian/2026-06/KEL-PPK.xlsx")
    kini = temuan_unit(hasil_json("validasi", kota, *JUNI, "--unit", "KEL-PPK")[1], "KEL-PPK")
    daftar = [temuan for temuan in kini if temuan["berkas"] == "capaian/2026-06/KEL-PPK.xlsx"]
    assert [temuan["kode"] for temuan in daftar] == ["berkas-daftar-lain"]
    assert [temuan for temuan in kini if temuan not in daftar] == semula


def test_daftar_sel_dikenali_juga_dengan_lembar_tambahan_dan_di_samping_daftar_lain(
    kota, hasil_json, daftar_sel
):
    (kota / "capaian/2026-06/KEL-PPK.xls").unlink()
    buku = openpyxl.load_workbook(daftar_sel)
    buku.create_sheet("Sheet2")
    buku.save(kota / "capaian/2026-06/KEL-PPK.xlsx")
    _, isi = hasil_json("validasi", kota, *JUNI, "--unit", "KEL-PPK")
    assert [temuan["kode"] for temuan in temuan_unit(isi, "KEL-PPK")] == ["berkas-daftar"]
    shutil.copy(daftar_sel, kota / "capaian/2026-06/KEL-PPK.xlsm")
    _, isi = hasil_json("validasi", kota, *JUNI, "--unit", "KEL-PPK")
    assert [temuan["kode"] for temuan in temuan_unit(isi, "KEL-PPK")] == ["berkas-ganda"]


def test_daftar_sel_tanpa_temuan_pemeriksa_paket(daftar_sel):
    assert list(OpenXmlValidator().validate(str(daftar_sel)).errors) == []
