"""A target template of a unit that has targets: those stand in it, what is new is blank, and its formulas are worked out."""

from datetime import date

import openpyxl
import pytest
from isian_contoh import BULAN, baris
from libreoffice import hitung_ulang
from openpyxl import load_workbook

KOLOM = ("NIP", "Kode Indikator", "Bobot", *BULAN)


def isi_target(berkas) -> list[tuple[object, ...]]:
    hasil, nip = [], None
    for sel in baris(load_workbook(berkas)["Target"]):
        nip = sel["NIP"].value or nip
        if sel["Kode Indikator"].value:
            hasil.append((nip, *(sel[kunci].value for kunci in KOLOM[1:])))
    return hasil


@pytest.fixture
def templat(kota, jalankan):
    assert jalankan("templat", "target", kota, "--unit", "PKM-TB")[0] == 0
    return kota / "templat/target/PKM-TB.xlsx"


def test_target_yang_ada_tetap_dan_kembali_tanpa_temuan(kota, jalankan, templat):
    semula = isi_target(kota / "target/PKM-TB.xlsx")
    assert len(semula) > 30
    assert isi_target(templat) == semula
    templat.replace(kota / "target/PKM-TB.xlsx")
    status, pesan = jalankan("validasi", kota, "--periode", "2026-05", "--unit", "PKM-TB")
    assert (status, "Tidak ada temuan." in pesan) == (0, True)


def test_nilai_tersimpan_tidak_berubah_dihitung_ulang(templat, tmp_path):
    lama = load_workbook(templat, data_only=True)["Target"]
    ulang = load_workbook(hitung_ulang([templat], tmp_path)[0], data_only=True)["Target"]
    beda = [
        (sel.coordinate, sel.value, ulang[sel.coordinate].value)
        for b in lama.iter_rows()
        for sel in b
        if (sel.value or "") != (ulang[sel.coordinate].value or "")
        and not (
            isinstance(sel.value, float | int) and sel.value == pytest.approx(ulang[sel.coordinate].value)
        )
    ]
    assert beda == []
    assert [lama[sel].value for sel in ("F3", "F4", "F5")] == [12, 0, 0]


def test_bulan_dicetak_terbaca_juga_bila_targetnya_belasan_angka(kota, jalankan):
    """On one page wide a year of budgets was printed in letters of three points; the second page says whose row it is."""
    buku = openpyxl.load_workbook(kota / "target/PKM-TB.xlsx")
    pertama = next(baris(buku["Target"]))
    for bulan in BULAN:
        pertama[bulan].value = 12_500_000_000
    buku.save(kota / "target/PKM-TB.xlsx")
    jalankan("templat", "target", kota, "--unit", "PKM-TB,KEL-TD")
    lebar = {}
    for unit in ("PKM-TB", "KEL-TD"):
        lembar = load_workbook(kota / f"templat/target/{unit}.xlsx")["Target"]
        assert (lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight) == (2, 0)
        assert (lembar.print_title_cols, lembar["D7"].value) == ("$A:$D", "Kode Indikator")
        dimensi = lembar.column_dimensions.values()
        lebar[unit] = [round(ini.width - 0.71) for ini in dimensi if ini.min <= 8 <= ini.max]
        assert [lembar["H7"].value, lembar["S7"].value] == ["Jan", "Des"]
    assert lebar == {"PKM-TB": [16], "KEL-TD": [10]}


PECAHAN = "Target persen tampaknya ditulis sebagai pecahan"


@pytest.mark.parametrize(
    ("pengaturan", "kata"), [("", PECAHAN), ("target-persen-pecahan = false", "Lengkap")]
)
def test_persen_sebagai_pecahan_disebut_kolom_periksa_seperti_validasi(
    kota, jalankan, tmp_path, pengaturan, kata
):
    """More being better, a year of one percent at most; one month above, or less being better, is no fraction."""
    buku = openpyxl.load_workbook(kota / "target/PKM-TB.xlsx")
    semua = [sel for sel in baris(buku["Target"]) if sel["NIP"].value == "196905251992012925"]
    for sel, setahun in zip(semua, ([1] * 12, [0.9] * 12, [0.5] * 12, [0.9] * 11 + [95]), strict=False):
        for bulan, angka in zip(BULAN, setahun, strict=True):
            sel[bulan].value = angka
    buku.save(kota / "target/PKM-TB.xlsx")
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as toml:
        toml.write(f"\n[kewajaran]\n{pengaturan}\n")
    jalankan("templat", "target", kota, "--unit", "PKM-TB")
    templat = kota / "templat/target/PKM-TB.xlsx"
    ditanya = jalankan("validasi", kota, "--unit", "PKM-TB", "--periode", "2026-05")[1].count(PECAHAN)
    assert ditanya == (1 if kata == PECAHAN else 0)
    for berkas in (templat, hitung_ulang([templat], tmp_path)[0]):
        periksa = [sel["Periksa"].value for sel in baris(load_workbook(berkas, data_only=True)["Target"])]
        assert periksa[:4] == [kata, "Lengkap", "Lengkap", "Lengkap"]


def test_pegawai_baru_kosong_dan_yang_tidak_dikenal_tetap_tampak(kota, jalankan):
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    akhir = max(b[0].row for b in lembar.iter_rows(min_row=5) if b[0].value) + 1
    baru = (
        "199901012026011901",
        "Orang Baru",
        "PNS",
        "III/a",
        "Analis",
        "Pelaksana",
        "PKM-TB",
        None,
        date(2026, 7, 1),
    )
    for kolom, nilai in enumerate(baru, 1):
        lembar.cell(akhir, kolom).value = nilai
    buku.save(kota / "skema.xlsx")
    buku = openpyxl.load_workbook(kota / "target/PKM-TB.xlsx")
    sel = next(s for b in buku["Target"].iter_rows() for s in b if s.value == "Kode Indikator")
    buku["Target"].cell(sel.row + 1, sel.column).value = "LAMA-9"
    buku["Target"].cell(sel.row + 2, sel.column + 3).value = None
    buku.save(kota / "target/PKM-TB.xlsx")
    jalankan("templat", "target", kota, "--unit", "PKM-TB")
    lembar = load_workbook(kota / "templat/target/PKM-TB.xlsx", data_only=True)["Target"]
    semua = {sel["NIP"].value: sel for sel in baris(lembar) if sel["NIP"].value}
    assert semua["199901012026011901"]["Kode Indikator"].value is None
    assert not semua["199901012026011901"]["Jul"].protection.locked
    assert semua["199901012026011901"]["Jun"].protection.locked
    pertama, kedua = list(baris(lembar))[:2]
    assert (pertama["Kode Indikator"].value, pertama["Indikator"].value) == (
        "LAMA-9",
        "kode tidak ada di daftar",
    )
    assert pertama["Periksa"].value == "Kode tidak ada di daftar"
    assert kedua["Periksa"].value == "Isi bobot"
    assert lembar["F5"].value == 2


def test_buku_target_yang_tidak_terbaca_disebut(kota, jalankan):
    (kota / "target/PKM-TB.xlsx").write_bytes(b"rusak")
    status, pesan = jalankan("templat", "target", kota, "--unit", "PKM-TB")
    assert status == 1
    assert "target/PKM-TB.xlsx" in pesan
    assert isi_target(kota / "templat/target/PKM-TB.xlsx") == []
