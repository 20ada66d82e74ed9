"""A rating that departs from its own aspects, from the cell in a unit's workbook to the verdict of the sheet Keadilan."""

import openpyxl
import pytest
from test_rekap_hitungan import rekap

pytestmark = pytest.mark.ditelusuri

MEI = "2026-05"


def test_rating_yang_lain_dari_aspeknya_sampai_ke_simpulan(mei, jalankan):
    berkas = mei / "capaian" / MEI / "PKM-TB.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Perilaku"]
    kolom = {sel.value: sel.column for sel in lembar[9]}
    nip = lembar.cell(11, kolom["NIP"]).value
    assert lembar.cell(11, kolom["Akuntabel"]).value == "Di Atas Ekspektasi"
    lembar.cell(11, kolom["Rating Perilaku"]).value = "Di Bawah Ekspektasi"
    lembar.cell(11, kolom["Catatan"]).value = None
    buku.save(berkas)
    semula = {p.nip: p.menyimpang for p in rekap(mei, MEI).keadilan.penilai}
    jalankan("hitung", mei, "--periode", MEI, "--paralel", 1)
    keadilan = rekap(mei, MEI).keadilan
    (beda,) = [p for p in keadilan.penilai if p.menyimpang != semula[p.nip]]
    assert (beda.menyimpang, beda.kode_unit, nip) == (1, "PKM-TB", "197606162003011926")
    assert (
        f"{beda.nama} (PKM-TB) memberi 1 rating yang menyimpang dari aspeknya tanpa catatan"
        in keadilan.simpulan
    )
