"""Excel's green triangles: none stands at what rekap.xlsx does on purpose, from the first such cell to the last."""

import io
import re
import zipfile

import openpyxl
import pytest
from buku_rekap_buatan import rekap_buatan
from openpyxl.worksheet.cell_range import MultiCellRange

# openpyxl says what it would drop; we only look.
pytestmark = pytest.mark.filterwarnings("ignore:Sparkline Group extension:UserWarning")


def diabaikan(isi: bytes, nomor: int, jenis: str) -> MultiCellRange:
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        naskah = paket.read(f"xl/worksheets/sheet{nomor}.xml").decode()
    return MultiCellRange(" ".join(re.findall(rf'<ignoredError sqref="([^"]+)" {jenis}="1"/>', naskah)))


def test_nip_sebagai_teks_dan_rumus_berurutan_tidak_bertanda_hijau(tulis):
    isi = tulis(rekap_buatan())
    bertanda, dilihat = {}, {}
    for nomor, lembar in enumerate(openpyxl.load_workbook(io.BytesIO(isi)), 1):
        sel = [sel for baris in lembar for sel in baris if sel.value is not None]
        nip = [s.coordinate for s in sel if s.data_type == "s" and re.fullmatch(r"\d{18}", s.value)]
        rumus = [s.coordinate for s in sel if s.data_type == "f" and lembar.title in {"Peringkat", "Tren"}]
        for jenis, semua in (("numberStoredAsText", nip), ("formula", rumus), ("formulaRange", rumus)):
            aman = diabaikan(isi, nomor, jenis)
            bertanda[lembar.title, jenis] = [alamat for alamat in semua if alamat not in aman]
            dilihat[jenis] = dilihat.get(jenis, 0) + len(semua)
    assert {kunci: semua for kunci, semua in bertanda.items() if semua} == {}
    assert min(dilihat.values()) > 10, dilihat
