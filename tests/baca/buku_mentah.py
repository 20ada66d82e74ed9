"""Workbooks whose XML a test gives in full, and what reading makes of them."""

import io
import zipfile

import pytest

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.lembar import LembarTerbaca

KEPALA = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
EKOR = b"</sheetData></worksheet>"
BUKU = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    b'<sheets><sheet name="Target" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
AKAR = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="xl/workbook.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
HUBUNGAN = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
)


def buku_xlsx(lembar: bytes, **lain: bytes) -> bytes:
    """Return an .xlsx with one sheet `Target` whose XML is given in full."""
    wadah_zip = io.BytesIO()
    with zipfile.ZipFile(wadah_zip, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("_rels/.rels", AKAR)
        arsip.writestr("xl/workbook.xml", BUKU)
        arsip.writestr("xl/_rels/workbook.xml.rels", HUBUNGAN)
        arsip.writestr("xl/worksheets/sheet1.xml", lembar)
        for nama, isi in lain.items():
            arsip.writestr(nama, isi)
    return wadah_zip.getvalue()


def tolak(data: bytes, **batas: int) -> BukuTidakTerbacaError:
    with pytest.raises(BukuTidakTerbacaError) as galat:
        baca_pertama(data, Batas(**batas))
    return galat.value


def baca_pertama(data: bytes, batas: Batas = BATAS_BAWAAN) -> LembarTerbaca:
    buku = Buku(data, batas)
    return buku.lembar(buku.nama_lembar[0])


def arsip(**bagian: bytes) -> bytes:
    """Return a zip file of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as berkas:
        for nama, isi in bagian.items():
            berkas.writestr(nama, isi)
    return data.getvalue()
