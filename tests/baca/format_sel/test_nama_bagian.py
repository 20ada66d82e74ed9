"""An .xlsx whose parts bear other names than Excel gives them, or whose cells bear none: what the relationships say counts, as in Excel."""

import io
import re
import zipfile

import pytest
from xlsxwriter import Workbook

from asn_nilai.baca.buku import Buku

NAMA = {
    "gaya": {"xl/styles.xml": "xl/styles1.xml"},
    "teks": {"xl/sharedStrings.xml": "xl/strings.xml"},
    "teks di folder lain": {"xl/sharedStrings.xml": "xl/data/sharedStrings.xml"},
    "buku": {
        "xl/workbook.xml": "xl/workbook2.xml",
        "xl/_rels/workbook.xml.rels": "xl/_rels/workbook2.xml.rels",
    },
}
SEMUA = {lama: baru for nama in NAMA.values() for lama, baru in nama.items()}


def buku_berias() -> dict[str, bytes]:
    """Return the parts of a workbook with a percentage, a date, a struck figure and a text of which half is struck."""
    wadah = io.BytesIO()
    buku = Workbook(wadah)
    lembar = buku.add_worksheet("Capaian")
    coret = buku.add_format({"font_strikeout": True})
    lembar.write_row(0, 0, ["No", "Realisasi"])
    lembar.write_number(1, 0, 0.95, buku.add_format({"num_format": "0%"}))
    lembar.write_number(1, 1, 743, coret)
    lembar.write_number(1, 2, 46112, buku.add_format({"num_format": "dd/mm/yyyy"}))
    lembar.write_rich_string(2, 0, coret, "77", "43")
    lembar.write_string(2, 1, "12 hari")
    buku.close()
    with zipfile.ZipFile(wadah) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def ganti(bagian: dict[str, bytes], nama: dict[str, str]) -> dict[str, bytes]:
    hasil = {}
    for lama, isi in bagian.items():
        for semula, menjadi in nama.items():
            for awal in ("xl/", ""):
                isi = isi.replace(f'"{awal}{semula[3:]}"'.encode(), f'"{awal}{menjadi[3:]}"'.encode())  # noqa: PLW2901
        hasil[nama.get(lama, lama)] = isi
    return hasil


def lembar(bagian: dict[str, bytes]):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return Buku(data.getvalue()).lembar("Capaian")


@pytest.mark.parametrize("nama", [*NAMA.values(), SEMUA], ids=[*NAMA, "semua"])
def test_bagian_dicari_menurut_hubungannya(nama):
    bagian = buku_berias()
    biasa, lain = lembar(bagian), lembar(ganti(bagian, nama))
    assert biasa.format_sel.persen == {(1, 0)}
    assert biasa.format_sel.dicoret == {(1, 1), (2, 0)}
    assert (lain.sel, lain.format_sel) == (biasa.sel, biasa.format_sel)


def test_bagian_lama_di_nama_lazim_tidak_dibaca():
    """What nothing leads to is no part of the workbook, whatever its name."""
    bagian = buku_berias()
    lain = ganti(bagian, NAMA["gaya"])
    assert lembar({"xl/styles.xml": b"<styleSheet/>", **lain}).format_sel == lembar(bagian).format_sel


def test_teks_bersama_di_sel_tanpa_alamat_berada_di_tempatnya():
    """Small converters leave addresses out; a struck digit is struck there, too."""
    bagian = buku_berias()
    nama = "xl/worksheets/sheet1.xml"
    tanpa = re.sub(rb'(<row|<c) r="[A-Z]*\d+"', rb"\1", bagian[nama])
    assert b' r="' not in tanpa
    biasa, lain = lembar(bagian), lembar({**bagian, nama: tanpa})
    assert lain.sel == biasa.sel
    assert lain.format_sel.berias == biasa.format_sel.berias == {(1, 1), (2, 0)}
