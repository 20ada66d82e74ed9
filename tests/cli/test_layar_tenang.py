"""What somebody typed into a cell stays a text on the terminal: no colour, no cursor, no title of the window."""

import pytest
from rich.table import Table

from asn_nilai.cli.layar import Layar, konsol

JAHAT = "\x1b[31mmerah\x1b]0;judul\x07 \x9b2Jhapus\rawal\ttab"


def bersih(teks):
    return not any((huruf < " " and huruf != "\n") or "\x7f" <= huruf <= "\x9f" for huruf in teks)


def test_kendali_dalam_kalimat_dan_tabel_dibuang(capsys):
    layar = konsol()
    layar.print(f"Catatan: {JAHAT}", markup=False, highlight=False)
    tabel = Table("Nama")
    tabel.add_row("\x1b[2JBudi")
    layar.print(tabel)
    keluar = capsys.readouterr().out
    assert bersih(keluar)
    assert "merah]0;judul" in keluar
    assert "Budi" in keluar


@pytest.mark.parametrize("teks", ["satu baris", "dua\nbaris"])
def test_kalimat_biasa_tetap_seperti_adanya(capsys, teks):
    Layar().tulis(teks)
    assert capsys.readouterr().err == f"{teks}\n"
