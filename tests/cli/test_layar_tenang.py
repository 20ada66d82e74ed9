"""What somebody typed into a cell stays a text on the terminal: no colour, no cursor, no title of the window; and how it is folded."""

import io

import pytest
from rich.console import Console
from rich.table import Table

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.cli import layar_penjelasan
from asn_nilai.cli.konsol import buka_konsol, cetak
from asn_nilai.cli.layar import Layar

JAHAT = "\x1b[31mmerah\x1b]0;judul\x07 \x9b2Jhapus\rawal\ttab"


def bersih(teks):
    return not any((huruf < " " and huruf != "\n") or "\x7f" <= huruf <= "\x9f" for huruf in teks)


def test_kendali_dalam_kalimat_dan_tabel_dibuang(capsys):
    layar = buka_konsol()
    layar.print(f"Catatan: {JAHAT}", markup=False, highlight=False)
    tabel = Table("Nama")
    tabel.add_row("\x1b[2JBudi")
    layar.print(tabel)
    keluar = capsys.readouterr().out
    assert bersih(keluar)
    assert "merah]0;judul" in keluar
    assert "Budi" in keluar


@pytest.mark.parametrize("teks", ["satu baris", "dua\nbaris", "peta skala 1:100: belum ada"])
def test_kalimat_biasa_tetap_seperti_adanya(capsys, teks):
    Layar().tulis(teks)
    assert capsys.readouterr().err == f"{teks}\n"


def test_penjelasan_sebagai_berkas_memuat_kata_seperti_diketik(monkeypatch):
    monkeypatch.setattr(layar_penjelasan, "tampilkan", lambda kata, _, layar: cetak(layar, kata))
    assert layar_penjelasan.teks_penjelasan("peta skala 1:100: ada", None) == "peta skala 1:100: ada\n"


def kata_temuan(**terminal) -> str:
    layar = Layar()
    layar.konsol = Console(file=io.StringIO(), no_color=True, highlight=False, **terminal)
    sel = Letak("target/KEL-TD.xlsx", "Target", "H16")
    galat = temuan("angka-tidak-sah", sel, unit="KEL-TD", teks="dua puluh", sebab="")
    layar.temuan([galat.sebagai_dict()])
    return layar.konsol.file.getvalue()


def test_temuan_di_terminal_dilipat_di_antara_kata_dan_menjorok():
    assert kata_temuan(force_terminal=True, width=40, color_system=None).splitlines() == [
        "",
        "galat Bukan angka (1) angka-tidak-sah",
        "  target/KEL-TD.xlsx › Target › H16:",
        "  'dua puluh' tidak dapat dibaca sebagai",
        "  satu angka.",
        "  → Ketik satu angka saja, misalnya",
        "    95,5.",
    ]


@pytest.mark.parametrize(
    ("teks", "baris"),
    [
        ("  ! Rata-ratanya bukan dari ASN yang sama.", ["  ! Rata-ratanya bukan", "    dari ASN yang sama."]),
        (" 2. Rating hasil kerja: 97,66", [" 2. Rating hasil kerja:", "    97,66"]),
        ("Belum ada dua bulan terisi", ["Belum ada dua bulan", "terisi"]),
    ],
)
def test_kalimat_dilipat_di_bawah_kata_pertamanya(teks, baris):
    layar = Layar()
    layar.konsol = Console(file=io.StringIO(), force_terminal=True, width=24, color_system=None)
    layar.kalimat(teks)
    assert layar.konsol.file.getvalue().splitlines() == baris


def test_temuan_di_pipa_dan_terminal_yang_terlalu_sempit_tetap_sebaris():
    utuh = kata_temuan(force_terminal=False, width=40)
    assert (
        "› H16: 'dua puluh' tidak dapat dibaca sebagai satu angka.\n  → Ketik satu angka saja, misalnya 95,5.\n"
        in utuh
    )
    assert kata_temuan(force_terminal=True, width=19, color_system=None) == utuh
