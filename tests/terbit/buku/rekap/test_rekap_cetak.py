"""What a printed sheet of rekap.xlsx holds: from the title to the last thing written, helping columns left out."""

import io

import openpyxl
from buku_rekap_buatan import rekap_buatan


def test_daerah_cetak_setiap_lembar(tulis):
    buku = openpyxl.load_workbook(io.BytesIO(tulis(rekap_buatan())))
    assert {lembar.title: lembar.print_area.rpartition("!")[2] for lembar in buku} == {
        "Ringkasan": "$A$1:$L$35",
        "Peringkat": "$A$1:$P$12",
        "Penghargaan": "$A$1:$H$15",
        "Pembinaan": "$A$1:$I$14",
        "Indikator": "$A$1:$P$16",
        "Tren": "$A$1:$J$39",
        "Distribusi": "$A$1:$J$36",
        "Keadilan": "$A$1:$I$28",
        "Angka Kredit": "$A$1:$M$13",
        "Belum Setor": "$A$1:$I$15",
        "DINKES": "$A$1:$O$25",
        "O'HARA": "$A$1:$O$25",
        "KEL-1": "$A$1:$O$20",
        "DLH": "$A$1:$O$20",
    }
    for lembar in buku:
        isi = [sel.row for baris in lembar for sel in baris if sel.value not in (None, "")]
        assert lembar.print_area.endswith(f"${max(isi)}"), lembar.title
