"""What stands above a table of which columns are repeated on each page: its values are never cut at the last of them."""

import openpyxl
import pytest

from asn_nilai.terbit.buku.gaya import KEPALA
from asn_nilai.terbit.buku.tata import Kolom
from asn_nilai.terbit.buku.wadah import buku_terbuka

KOLOM = [
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 21),
    Kolom("nama", "Nama", 26),
    Kolom("bulan", "Bulan", 16),
]


@pytest.mark.parametrize(
    ("panjang", "gabungan", "susut", "lipat"),
    [(33, 0, None, None), (34, 1, True, None), (46, 1, True, None), (47, 1, None, True)],
)
def test_nilai_yang_mungkin_terpotong_mengecil_dan_yang_panjang_terlipat(
    tmp_path, panjang, gabungan, susut, lipat
):
    """Name and month hold 35 bold letters for sure, two of them the colon and its blank."""
    berkas = tmp_path / "buku.xlsx"
    with buku_terbuka(berkas, "Judul", "Kota") as lembar:
        lembar("Perilaku", KEPALA).kepala_lembar("Judul", [("Instansi", "a" * panjang)], dalam=KOLOM)
    lembar = openpyxl.load_workbook(berkas)["Perilaku"]
    rata = lembar["C2"].alignment
    assert (len(lembar.merged_cells.ranges), rata.shrink_to_fit, rata.wrap_text) == (gabungan, susut, lipat)
    assert (lembar.row_dimensions[2].height or 0) > 15 if lipat else lembar.row_dimensions[2].height is None
