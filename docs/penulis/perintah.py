"""Every command as `--help` has it."""

from collections.abc import Mapping
from pathlib import Path

import typer

from asn_nilai.cli import app
from penulis.jalan import jalankan
from penulis.tempat import ACUAN, ASAL, rangkai

_LEBAR = 80


def ringkasan_perintah() -> Mapping[str, str]:
    """Return what each command does, by its name, in the order of `--help`."""
    return {
        nama: (perintah.help or "").partition("\n")[0]
        for nama, perintah in typer.main.get_command(app).commands.items()  # type: ignore[attr-defined]
        if not perintah.hidden
    }


def halaman() -> dict[Path, str]:
    """Return the page of all commands."""
    ringkasan = ringkasan_perintah()
    baris = [
        "# Semua perintah",
        "",
        ASAL,
        "",
        (
            "Setiap perintah diketik di dalam ruang kerja, atau foldernya ditulis sesudahnya. Halaman ini sama dengan yang ditampilkan "
            "`--help`."
        ),
        "",
        *(f"- [`{nama}`](#{nama}): {isi}" for nama, isi in ringkasan.items()),
        "",
        *_blok("asn-nilai --help"),
    ]
    for nama in ringkasan:
        baris += [f"## {nama}", "", *_blok(f"asn-nilai {nama} --help")]
    return {ACUAN / "perintah.md": rangkai(baris)}


def _blok(perintah: str) -> list[str]:
    keluaran = jalankan(perintah, lebar=_LEBAR)
    return ["```text", f"> {perintah}", *keluaran.rstrip().splitlines(), "```", ""]
