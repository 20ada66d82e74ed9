"""Merged ranges are read the same whether they stand behind a sheet's rows or are put in front of them for calamine."""

import io

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.xlsx.gabungan_di_muka import gabungan_di_muka

KEPALA = b'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><dimension ref="A1:B9"/>'
BARIS = b'<sheetData><row r="1"><c r="A1"><v>743</v></c></row></sheetData>'
SATU = b'<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
TIADA = b"<mergeCells></mergeCells>"
AKHIR = b'<pageMargins left="0.7"/></worksheet>'


def buku(*, gabung):
    """A sheet large enough to be laid out anew."""
    tujuan = io.BytesIO()
    with Workbook(tujuan, {"in_memory": True}) as isi:
        lembar = isi.add_worksheet("Capaian")
        lembar.set_row(40, 30)
        for baris in range(2, 1_500):
            lembar.write_row(baris, 0, [baris, f"ASN {baris}!", "?", 0.5])
        if gabung:
            lembar.merge_range("A1:D1", "CAPAIAN")
            lembar.merge_range("B900:B903", "Budi")
    return tujuan.getvalue()


@pytest.mark.parametrize(
    ("gabung", "rentang"), [(True, [(0, 0, 0, 3), (899, 1, 902, 1)]), (False, [])], ids=["bergabung", "polos"]
)
def test_sel_dan_rentang_gabungan_sama_dengan_yang_dibaca_calamine_sendiri(gabung, rentang):
    data = buku(gabung=gabung)
    asli = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Capaian")
    terbaca = Buku(data).lembar("Capaian")
    assert terbaca.format_sel.gabungan == rentang == [(*a, *b) for a, b in asli.merged_cell_ranges]
    assert terbaca.sel == asli.to_python(skip_empty_area=False)


@pytest.mark.parametrize(
    ("semula", "tersusun"),
    [
        (BARIS + AKHIR, TIADA + BARIS + AKHIR),
        (BARIS + SATU + AKHIR, SATU + BARIS + AKHIR),
        (BARIS + b"<autoFilter/>" + SATU + AKHIR, SATU + BARIS + b"<autoFilter/>" + AKHIR),
        (BARIS.replace(b"<row ", b'<row ht="30" '), TIADA + BARIS.replace(b"<row ", b'<row ht="30" ')),
    ],
    ids=["tanpa gabungan", "dengan gabungan", "di antara yang lain", "baris bertinggi"],
)
def test_gabungan_pindah_ke_muka_baris(semula, tersusun):
    akhir = b"" if semula.endswith(AKHIR) else AKHIR
    assert gabungan_di_muka(KEPALA + semula + akhir) == KEPALA + tersusun + akhir


@pytest.mark.parametrize(
    "isi",
    [
        BARIS + SATU + SATU + AKHIR,
        SATU + BARIS + AKHIR,
        BARIS + b"<x:mergeCells/>" + AKHIR,
        BARIS + b"<mergeCells/>" + AKHIR,
        BARIS + b"<mergeCells><mergeCell></mergeCells>" + AKHIR,
        BARIS + b"<!-- </sheetData> -->" + SATU + AKHIR,
        BARIS + b"<!-- " + SATU + b" -->" + AKHIR,
        b"<?lain <sheetData></sheetData>?>" + BARIS + SATU + AKHIR,
        BARIS + SATU + BARIS + AKHIR,
        BARIS + SATU,
        b"<sheetData/>" + SATU + AKHIR,
        b"</sheetData>" + BARIS + AKHIR,
        AKHIR,
    ],
    ids=[
        "dua daftar", "sudah di muka", "berawalan", "tertutup sendiri", "rusak", "komentar menutup baris", "gabungan dalam komentar",
        "instruksi", "dua kali baris", "terpotong", "tanpa baris", "tutup lebih dahulu", "tanpa isi",
    ],
)  # fmt: skip
def test_yang_tidak_ditulis_seperti_biasa_dibiarkan(isi):
    semula = KEPALA + isi
    assert gabungan_di_muka(semula) is semula
