"""Every command that a page tells to type exists, with its options; every command is told of outside the reference."""

import re
from pathlib import Path

import pytest
import typer
from dokumen.halaman_md import AKAR, halaman, potongan_kode
from penulis.tempat import ACUAN, PANDUAN

from asn_nilai.cli import app
from asn_nilai.cli.bahasa import muat_perintah
from asn_nilai.cli.perintah import PERINTAH

_PANGGILAN = re.compile(r"(?:^|[\s>\\/])asn-nilai((?: [^`|]*)?)$")
_BERSAMA = {"--help", *(pilihan for isi in typer.main.get_command(app).params for pilihan in isi.opts)}


_LAIN = {"perintah.md", "bila-menolak.md"}
"""Pages whose code is run by tests of their own: whole help texts, and mistakes on purpose."""


def _pilihan(nama: str) -> set[str]:
    return {
        pilihan for isi in muat_perintah(nama).params for pilihan in (*isi.opts, *isi.secondary_opts)
    } | _BERSAMA


def _keliru(potongan: str) -> list[str]:
    """Return the command or options of a piece of code that do not exist."""
    cocok = _PANGGILAN.search(potongan.strip())
    if not cocok:
        return []
    kata = [bagian.rstrip(".,;:") for bagian in cocok[1].split()]
    pilihan = {bagian.partition("=")[0] for bagian in kata if bagian.startswith("--")}
    if not kata or kata[0].startswith("-"):
        return sorted(pilihan - _BERSAMA)
    return sorted(pilihan - _pilihan(kata[0])) if kata[0] in PERINTAH else [kata[0]]


@pytest.mark.parametrize("berkas", halaman(), ids=lambda berkas: str(berkas.relative_to(AKAR)))
def test_yang_disuruh_ketik_memang_ada(berkas):
    if berkas.name not in _LAIN:
        assert [keliru for potongan in potongan_kode(berkas) for keliru in _keliru(potongan)] == []


def test_perintah_keliru_memang_ketahuan():
    assert _keliru("asn-nilai hitungg --periode 2026-05") == ["hitungg"]
    assert _keliru(".venv/bin/asn-nilai hitung kota --sekali") == ["--sekali"]
    assert _keliru("> asn-nilai hitung --semua") == []
    assert _keliru("asn-nilai --versinya") == ["--versinya"]


@pytest.mark.parametrize("nama", PERINTAH)
def test_setiap_perintah_diceritakan_di_panduan(nama):
    ditulis = [berkas for berkas in (AKAR / "docs").rglob("*.md") if ACUAN not in berkas.parents]
    assert any(f"asn-nilai {nama}" in Path(berkas).read_text(encoding="utf-8") for berkas in ditulis)


def test_nomor_di_halaman_menu_nomor_di_menu():
    menu = (PANDUAN / "menu.md").read_text(encoding="utf-8")
    disebut = re.findall(r"^\| `(\d+)` \| ([^|]+) \|", menu, re.MULTILINE)
    assert len(disebut) == 9
    for nomor, pekerjaan in disebut:
        assert re.search(rf"^ *{nomor}  {re.escape(pekerjaan)}( |$)", menu, re.MULTILINE)


def test_berkas_paket_windows_disebut_sebagaimana_namanya():
    pasang = (PANDUAN / "pasang.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+)` \|", pasang, re.MULTILINE)) == {
        berkas.name for berkas in (AKAR / "kemas" / "isi").iterdir()
    }
