"""Sheets that the templates bring beside the forms: a clerk who fills one in is not told that they hold the form once more."""

from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.baca.setoran.lembar_lain import _BUKAN_ISIAN
from asn_nilai.terbit.templat.lembar.lembar_capaian import tata_capaian


def test_setiap_lembar_templat_formulir_atau_bukan_isian(kota, jalankan):
    isian = {FORMULIR[nama].lembar for nama in ("Target", "Capaian", "Perilaku")}
    for buku, lembar in (("target", {"Target"}), ("capaian", {"Capaian", "Perilaku"})):
        assert jalankan("templat", buku, kota, "--periode", "2026-05", "--unit", "KEL-TD")[0] == 0
        (berkas,) = (kota / "templat").rglob(f"{'target' if buku == 'target' else '2026-05'}/KEL-TD.xlsx")
        nama = set(load_workbook(berkas, read_only=True).sheetnames)
        assert nama & isian == lembar
        assert all(lipat_label(lain).startswith(_BUKAN_ISIAN) for lain in nama - isian)


@pytest.mark.parametrize(
    ("target", "lebar"),
    [([], (10.5, 12)), ([95.5], (10.5, 12)), ([5.0, -1234567.89], (15, 15)), ([1e12], (19, 19))],
)
def test_kolom_target_dan_realisasi_selebar_target_terpanjang(target, lebar):
    """Narrower, the cell shows ### or, where its format is General, a figure rounded to what fits: -1234568."""
    bahan = SimpleNamespace(berasio=False, baris=[SimpleNamespace(target=ini) for ini in target])
    tata = tata_capaian(bahan)
    assert (tata.lebar("target"), tata.lebar("realisasi")) == lebar


def test_angka_utuh_di_templat_capaian_bertitik_ribuan(kota, jalankan):
    """Whatever is typed there, as on the sheet Target: of a decimal indicator, too, whose cells have no format of their own."""
    assert jalankan("templat", "capaian", kota, "--periode", "2026-05", "--unit", "KEL-TD")[0] == 0
    (berkas,) = (kota / "templat" / "2026-05").glob("*.xlsx")
    lembar = load_workbook(berkas)["Capaian"]
    kolom = {
        sel.value: sel.column_letter
        for baris in lembar.iter_rows()
        for sel in baris
        if sel.value in ("Target", "Realisasi")
    }
    (daerah,) = [
        str(daerah.sqref)
        for daerah, semua in lembar.conditional_formatting._cf_rules.items()
        if any(ini.dxf.numFmt and ini.dxf.numFmt.formatCode == "#,##0" for ini in semua)
    ]
    awal, akhir = daerah.split(":")
    assert (awal.rstrip("0123456789"), akhir.rstrip("0123456789")) == (kolom["Target"], kolom["Realisasi"])
