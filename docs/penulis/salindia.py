"""The trainer's slides: Markdown, parted by lines of `---`, becomes one HTML file that needs neither network nor other files."""

import base64
import re
from html import escape
from pathlib import Path

import markdown

from penulis.tempat import PANDUAN

SUMBER = PANDUAN / "pelatihan" / "salindia.md"
_GAMBAR = re.compile(r'<img alt="([^"]*)" src="([^"]+)"')
_GAYA = """\
:root { color-scheme: light; font: 400 clamp(16px, 2.1vw, 30px)/1.45 'Segoe UI', Arial, sans-serif; color: #1f2a33; }
body { margin: 0; scroll-snap-type: y mandatory; background: #f6f4f0; counter-reset: salindia; }
section { box-sizing: border-box; min-height: 100vh; padding: 4.5vh 7vw; scroll-snap-align: start; display: flex; flex-direction: column;
  justify-content: center; border-top: .35rem solid #17606b; position: relative; counter-increment: salindia; }
section::after { content: counter(salindia); position: absolute; right: 2vw; bottom: 2vh; color: #5b6770; font-size: .6em; }
h1 { font: 700 2.1em/1.15 Georgia, serif; color: #1d4a5c; margin: 0 0 .5em; }
h2 { font: 700 1.5em/1.2 Georgia, serif; color: #1d4a5c; margin: 0 0 .6em; }
p, li { max-width: 46em; margin: .35em 0; }
code { font: .85em Consolas, monospace; background: #e6ecec; padding: .1em .35em; border-radius: .2em; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .35em .9em .35em 0; border-bottom: 1px solid #c9cfd0; }
img { max-width: 100%; max-height: 62vh; object-fit: contain; object-position: left; border: 1px solid #c9cfd0; }
blockquote { margin: .5em 0; padding-left: .8em; border-left: .25rem solid #8fc2b6; }
@page { size: A4 landscape; margin: 0; }
@media print { :root { font-size: 17px; } section { height: 100vh; break-after: page; } img { max-height: 55vh; } }
"""
_NASKAH = """\
const semua = [...document.querySelectorAll('section')];
const ke = (langkah) => {
  const kini = semua.findIndex((s) => s.getBoundingClientRect().bottom > innerHeight / 2);
  semua[Math.min(Math.max(kini + langkah, 0), semua.length - 1)].scrollIntoView();
};
addEventListener('keydown', (tombol) => {
  const langkah = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -999, End: 999 }[tombol.key];
  if (langkah) { tombol.preventDefault(); ke(langkah); }
});
"""


def bagian() -> list[str]:
    """Return the Markdown of each slide."""
    teks = SUMBER.read_text(encoding="utf-8")
    return [satuan.strip() for satuan in re.split(r"^---$", teks, flags=re.MULTILINE)]


def halaman() -> dict[Path, str]:
    """Return the slides."""
    judul = bagian()[0].splitlines()[0].removeprefix("# ")
    isi = "\n".join(f"<section>\n{_ke_html(satuan)}\n</section>" for satuan in bagian())
    teks = (
        f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>{escape(judul)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n{_GAYA}</style>\n</head>\n'
        f"<body>\n<main>\n{isi}\n</main>\n<script>\n{_NASKAH}</script>\n</body>\n</html>\n"
    )
    return {SUMBER.with_suffix(".html"): teks}


def _ke_html(teks: str) -> str:
    html = markdown.markdown(teks, extensions=["tables", "sane_lists"], output_format="html")
    return _GAMBAR.sub(lambda cocok: f'<img alt="{cocok[1]}" src="{_data(cocok[2])}"', html)


def _data(alamat: str) -> str:
    isi = (SUMBER.parent / alamat).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(isi).decode('ascii')}"
