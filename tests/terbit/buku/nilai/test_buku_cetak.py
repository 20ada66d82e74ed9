"""What a printed sheet holds: from the title to the last thing written, no row cut off and no blank page after it."""

import io
from dataclasses import replace

import openpyxl
import pytest
from buku_hasil_buatan import Asn, Indikator, hasil_unit, nip, unit_lengkap

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.terbit.buku.nilai import lembar_rincian, tulis_buku_nilai


def lembar_tertulis(aturan: str, asn) -> dict[str, object]:
    aliran = io.BytesIO()
    tulis_buku_nilai(aliran, hasil_unit(asn), muat_aturan(aturan), "Pemerintah Kota Contoh")
    return {lembar.title: lembar for lembar in openpyxl.load_workbook(aliran)}


def ujung(lembar) -> str:
    """Return the area from A1 to the last row and column that hold something."""
    isi = [sel for baris in lembar for sel in baris if sel.value not in (None, "")]
    kolom = openpyxl.utils.get_column_letter(max(sel.column for sel in isi))
    return f"'{lembar.title}'!$A$1:${kolom}${max(sel.row for sel in isi)}"


def test_daerah_cetak_buku_nilai():
    lembar = lembar_tertulis("permenpanrb-6-2022", unit_lengkap())
    assert {nama: ws.print_area for nama, ws in lembar.items()} == {
        "Nilai": "'Nilai'!$A$1:$K$46",
        "Rincian": "'Rincian'!$A$1:$P$49",
        "Temuan": "'Temuan'!$A$1:$K$15",
        "Perilaku": "'Perilaku'!$A$1:$Q$27",
        "Aturan": "'Aturan'!$A$1:$F$74",
    }
    assert lembar["Aturan"]["A74"].value == "belum-diperiksa"
    assert lembar["Nilai"]["A38"].value is None
    assert lembar["Nilai"]["B38"].value == "Di luar jumlah: 1 ASN pindah, dinilai di unit terakhirnya."


@pytest.mark.parametrize("aturan", profil_bawaan())
def test_lembar_aturan_dicetak_sampai_baris_terakhirnya_menurut_setiap_aturan(aturan):
    for nama in ("Aturan", "Rincian"):
        lembar = lembar_tertulis(aturan, unit_lengkap())[nama]
        assert lembar.print_area == ujung(lembar)


@pytest.mark.parametrize(("banyak", "jeda"), [(11, []), (12, [20]), (17, [25]), (20, [26]), (34, [26, 42])])
def test_yang_ditandatangani_sehalaman(tulis, banyak, jeda):
    """Recap and both lines to sign on stand on one page, whatever number of ASN comes before them."""
    asn = [Asn(nip(nomor), "Nama", [Indikator("Maksimal", "100", "5", "4")]) for nomor in range(banyak)]
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(asn))))["Nilai"]
    semua = [batas.id for batas in lembar.row_breaks.brk]
    kaki = next(sel.row for sel in lembar["B"] if sel.value == "Rekap predikat")
    tanda = [sel.row for sel in lembar["J"] if str(sel.value).startswith(("…", "NIP …"))]
    assert (kaki, tanda) == (7 + banyak + 2, [kaki, kaki + 7, kaki + 9, kaki + 16])
    assert not [batas for batas in semua if kaki <= batas < tanda[-1]]
    assert semua == jeda


def test_lembar_pencarian_yang_panjang_dicetak_awalnya_saja_dan_kakinya_mengatakannya(tulis, monkeypatch):
    monkeypatch.setattr(lembar_rincian, "BARIS_DICETAK", 12)
    hasil = replace(
        hasil_unit(unit_lengkap()), unit=Unit("DISDIK", "Dinas & Pendidikan yang amat panjang " * 4, "Dinas")
    )
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    rincian, nilai = dibuka["Rincian"], dibuka["Nilai"]
    banyak = rincian.max_row - 7
    assert banyak > 12
    assert rincian.print_area.endswith("$19"), "twelve rows below the header on row 7"
    assert (
        rincian.oddFooter.center.text
        == f"Halaman &P dari &N · 12 dari {banyak} baris; semuanya: hapus Area Cetak"
    )
    assert rincian.print_title_rows == "$7:$7"
    assert len(str(rincian.oddFooter)) <= 255
    assert rincian.auto_filter.ref == "A7:P42", "nothing else is cut"
    assert nilai.oddFooter.center.text == "Halaman &P dari &N", "what is signed is printed whole"


def test_lembar_yang_tidak_panjang_dicetak_seluruhnya(tulis, monkeypatch):
    banyak = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap()))))["Rincian"].max_row - 7
    monkeypatch.setattr(lembar_rincian, "BARIS_DICETAK", banyak)
    rincian = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap()))))["Rincian"]
    assert rincian.print_area.endswith(f"${banyak + 7}")
    assert rincian.oddFooter.center.text == "Halaman &P dari &N"


@pytest.mark.parametrize(
    ("angka", "lebar"),
    [("95.5", 12), ("1234567.89", 14), ("-1234567.89", 15), ("1000000000000", 19), ("123456.1234", 14)],
)
def test_kolom_angka_rincian_selebar_angka_terpanjangnya(angka, lebar):
    """Narrower, a spreadsheet shows ### for the budget of a hospital."""
    asn = unit_lengkap()
    asn[0].indikator[0].target = asn[0].indikator[0].realisasi = angka
    rincian = lembar_tertulis("permenpanrb-6-2022", asn)["Rincian"]
    for judul in ("Target", "Realisasi"):
        (kolom,) = (sel.column for sel in rincian[7] if sel.value == judul)
        (dimensi,) = (ini for ini in rincian.column_dimensions.values() if ini.min <= kolom <= ini.max)
        assert dimensi.width == pytest.approx(lebar + 0.71, abs=0.01)


def test_nama_unit_yang_panjang_tidak_terpotong_di_lembar_aturan(tulis):
    """The sheet is printed up to its last column; a name that is longer folds within it."""
    hasil = replace(
        hasil_unit(unit_lengkap()), unit=Unit("PJG", "Dinas Pemberdayaan Masyarakat " * 5, "Dinas")
    )
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Aturan"]
    assert "B3:F3" in {str(gabungan) for gabungan in lembar.merged_cells.ranges}
    assert lembar["B3"].alignment.wrap_text
