"""A submission made from an outdated template is noticed, one made from today's template is not."""

import shutil

import openpyxl

PERIODE = ("--periode", "2026-05")


def setor_templat(kota, jalankan) -> None:
    assert jalankan("templat", "capaian", kota, *PERIODE, "--unit", "DINKES")[0] == 0
    shutil.copy(kota / "templat/2026-05/DINKES.xlsx", kota / "capaian/2026-05/DINKES.xlsx")


def usang(isi: dict) -> list[tuple[str, str]]:
    return [(t["berkas"], t["tingkat"]) for t in isi["temuan"] if t["kode"] == "templat-usang"]


def test_templat_hari_ini_tidak_disebut(kota, jalankan, hasil_json):
    setor_templat(kota, jalankan)
    assert usang(hasil_json("validasi", kota, *PERIODE)[1]) == []


def test_templat_lama_disebut_sesudah_daftar_pegawai_unitnya_berubah(kota, jalankan, hasil_json):
    setor_templat(kota, jalankan)
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    kepala = next(b for b in lembar.iter_rows() if any(s.value == "Kode Unit" for s in b))
    kolom = {s.value: s.column for s in kepala}
    baris = next(b[0].row for b in lembar.iter_rows() if b[kolom["Kode Unit"] - 1].value == "DINKES")
    lembar.cell(baris, kolom["Nama"]).value = "Nama Baru Rekaan"
    buku.save(kota / "skema.xlsx")
    assert usang(hasil_json("validasi", kota, *PERIODE)[1]) == [("capaian/2026-05/DINKES.xlsx", "peringatan")]
