"""Every command as `--help` has it."""

from pathlib import Path

from asn_nilai.cli.bahasa import ringkasan
from asn_nilai.cli.perintah import PERINTAH
from penulis.jalan import jalankan
from penulis.tempat import ACUAN, ASAL, rangkai

_LEBAR = 80


def halaman() -> dict[Path, str]:
    """Return the page of all commands."""
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
        *(f"- [`{nama}`](#{nama}): {ringkasan(nama)}" for nama in PERINTAH),
        "",
        *_blok("asn-nilai --help"),
    ]
    for nama in PERINTAH:
        baris += [f"## {nama}", "", *_blok(f"asn-nilai {nama} --help")]
    return {ACUAN / "perintah.md": rangkai(baris)}


def _blok(perintah: str) -> list[str]:
    keluaran = jalankan(perintah, lebar=_LEBAR)
    return ["```text", f"> {perintah}", *keluaran.rstrip().splitlines(), "```", ""]
