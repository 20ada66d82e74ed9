"""Where docs/ lies, and Markdown's tables."""

from collections.abc import Iterable, Sequence
from pathlib import Path

DOKUMEN = Path(__file__).resolve().parents[1]
PANDUAN = DOKUMEN / "panduan"
ACUAN = PANDUAN / "acuan"
ASAL = "<!-- Ditulis oleh docs/tulis.py; jangan diubah di sini. -->"


def tabel(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a Markdown table; what is between bars must not hold one."""
    hasil = ["| " + " | ".join(kepala) + " |", "|" + "---|" * len(kepala)]
    hasil += ["| " + " | ".join(sel.replace("|", "\\|") for sel in isi) + " |" for isi in baris]
    return hasil


def rangkai(baris: Iterable[str]) -> str:
    """Return lines as the text of a file."""
    return "\n".join(baris).rstrip("\n") + "\n"
