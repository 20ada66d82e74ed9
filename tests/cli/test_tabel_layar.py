"""Many rows of a table drawn as the lines of one look as they do row by row, however wide the terminal is."""

import io

import pytest
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from asn_nilai.cli import tabel_layar

BARIS = (
    ("Dinas Satu", ("lengkap", "green"), "7"),
    ("", ("ada galat", "red"), "1.234"),
    ("Dinas [Dua] 名前", ("belum setor", ""), ""),
)


def lukisan(lebar: int, *lagi: tabel_layar.BarisTabel, padding: int = 1) -> str:
    konsol = Console(file=io.StringIO(), width=lebar, force_terminal=True, color_system="standard")
    tabel = Table(box=SIMPLE_HEAD, header_style="bold", padding=(0, padding), show_footer=True)
    tabel.add_column("Unit", footer="Seluruhnya", overflow="fold", max_width=20)
    tabel.add_column("Keadaan\nsetoran")
    tabel.add_column("ASN", justify="right", no_wrap=True)
    tabel_layar.cetak_tabel(konsol, tabel, [*BARIS, *lagi])
    return konsol.file.getvalue()


def berisi_satu_baris(monkeypatch) -> list[bool]:
    asli, jawab = tabel_layar._sebaris, list[bool]()
    monkeypatch.setattr(tabel_layar, "_sebaris", lambda *isi: jawab.append(asli(*isi)) or jawab[-1])
    return jawab


@pytest.mark.parametrize("padding", [0, 1])
@pytest.mark.parametrize("lebar", [20, 34, 35, 36, 40, 41, 42, 43, 44, 80])
@pytest.mark.parametrize(
    "lagi", ["Kantor", "Kantor yang namanya sangat panjang sekali", "Dua\nbaris", "Ber\ttab"]
)
def test_sama_seperti_baris_demi_baris(monkeypatch, lebar, lagi, padding):
    jawab = berisi_satu_baris(monkeypatch)
    sekaligus = lukisan(lebar, (lagi, "", "1"), padding=padding)
    assert jawab == [lagi == "Kantor" and lebar >= (36 if padding == 0 else 42)]
    monkeypatch.setattr(tabel_layar, "_sebaris", lambda *_: False)
    assert sekaligus == lukisan(lebar, (lagi, "", "1"), padding=padding)


def test_tabel_tanpa_baris_dan_kendali_di_dalam_sel():
    konsol = Console(file=io.StringIO(), width=40)
    tabel_layar.cetak_tabel(konsol, Table("Unit"), [])
    tabel_layar.cetak_tabel(konsol, Table("Unit"), [("\x1b[2JDinas",)])
    assert "\x1b" not in konsol.file.getvalue()
    assert "[2JDinas" in konsol.file.getvalue()
