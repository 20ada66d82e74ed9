"""Excel's green triangles: none stands at a NIP that a template holds as text, in the first row or the last."""

import re
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import MultiCellRange


@pytest.fixture
def berkas(kota, jalankan):
    jalankan("templat", "target", kota, "--unit", "KEL-PPK")
    jalankan("templat", "capaian", kota, "--periode", "2026-05", "--unit", "KEL-PPK")
    return sorted((kota / "templat").glob("*/*.xlsx"))


def test_nip_sebagai_teks_tidak_bertanda_hijau(berkas):
    bertanda, dilihat = [], 0
    for templat in berkas:
        for nomor, lembar in enumerate(load_workbook(templat), 1):
            with zipfile.ZipFile(templat) as paket:
                naskah = paket.read(f"xl/worksheets/sheet{nomor}.xml").decode()
            aman = MultiCellRange(
                " ".join(re.findall(r'<ignoredError sqref="([^"]+)" numberStoredAsText="1"', naskah))
            )
            nip = [
                sel.coordinate
                for baris in lembar
                for sel in baris
                if sel.data_type == "s" and re.fullmatch(r"\d{18}", sel.value)
            ]
            dilihat += len(nip)
            bertanda += [f"{templat.name} › {lembar.title} › {sel}" for sel in nip if sel not in aman]
    assert bertanda == []
    assert dilihat > 10
