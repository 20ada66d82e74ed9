"""What a printed sheet holds: from the title to the last thing written, no row cut off and no blank page after it."""

import io

import openpyxl
import pytest
from buku_hasil_buatan import hasil_unit, unit_lengkap

from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai


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
