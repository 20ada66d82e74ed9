"""Markdown pages of the project, as a reader of links and commands needs them."""

import re
import unicodedata
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
_PAGAR = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_KODE = re.compile(r"`([^`\n]+)`")
_TAUTAN = re.compile(r"!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_JUDUL = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def halaman() -> list[Path]:
    """Return every page that users or developers read."""
    di_akar = (AKAR / nama for nama in ("README.md", "README.en.md", "CONTRIBUTING.md", "examples/README.md"))
    return [*di_akar, *sorted((AKAR / "docs").rglob("*.md"))]


def tautan(berkas: Path) -> list[str]:
    """Return the targets of a page's links and pictures; code holds none."""
    return _TAUTAN.findall(_KODE.sub("", _PAGAR.sub("", berkas.read_text(encoding="utf-8"))))


def jangkar(berkas: Path) -> set[str]:
    """Return the anchors that both GitHub and the site give to a page's headings."""
    teks = _PAGAR.sub("", berkas.read_text(encoding="utf-8"))
    judul = [re.sub(r"[`*]|\]\([^)]*\)|\[", "", kalimat) for kalimat in _JUDUL.findall(teks)]
    return {_github(kalimat) for kalimat in judul} & {_situs(kalimat) for kalimat in judul}


def potongan_kode(berkas: Path) -> list[str]:
    """Return what stands in code: each line of a fenced block, each span."""
    teks = berkas.read_text(encoding="utf-8")
    baris = [baris for blok in _PAGAR.findall(teks) for baris in blok.splitlines()[1:-1]]
    return baris + _KODE.findall(_PAGAR.sub("", teks))


def _github(judul: str) -> str:
    return re.sub(r"[^\w\- ]", "", judul.lower()).replace(" ", "-")


def _situs(judul: str) -> str:
    ascii_saja = unicodedata.normalize("NFKD", judul).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_saja).strip().lower())
