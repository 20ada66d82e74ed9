"""What a page shows: a workbook printed by LibreOffice as HTML, taken apart into the cells that an eye sees.

Formatted texts as they stand on the page, merged cells, what is struck out or raised, what has the colour of its ground. Hidden
rows, columns and sheets are not on the page. Many workbooks go through one start of LibreOffice.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_LEMBAR = re.compile(r"Sheet \d+:\s*(.*)")
_HIASAN = re.compile(r' (?:style|sdnum|data-sheets-[a-z]+|height|valign|align)=(?:"[^"]*"|\w+)')
"""Borders, sizes and what LibreOffice adds for others: nothing that is read."""
_CORET, _GESER = frozenset({"s", "strike", "del"}), frozenset({"sup", "sub"})


@dataclass(slots=True)
class SelCetak:
    """One cell of a page.

    Attributes:
        teks: what is seen, blanks drawn together; nothing where letters have the colour of their ground.
        angka: whether it is a number that LibreOffice wrote out, in the English way.
        coret: whether any of it is struck out or raised.
        gabung: how many rows and columns it takes.
        awal: row and column of the cell whose text this is: its own, or the first of its merged range.
    """

    teks: str
    angka: bool
    coret: bool
    gabung: tuple[int, int]
    awal: tuple[int, int]


Halaman = list[list[SelCetak]]
KOSONG = SelCetak("", angka=False, coret=False, gabung=(1, 1), awal=(-1, -1))


class _Pendengar(HTMLParser):
    """Listens to a page and lays its cells out."""

    def __init__(self) -> None:
        super().__init__()
        self.nama: list[str] = []
        self.halaman: list[Halaman] = []
        self._judul: str | None = None
        self._tag: list[tuple[str, str]] = []
        self._sel: dict[str, str] | None = None
        self._teks, self._coret, self._samar = "", False, False
        self._tertutup: dict[tuple[int, int], SelCetak] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = {kunci: nilai or "" for kunci, nilai in attrs}
        if tag == "table":
            self.halaman.append([])
            self._tertutup = {}
        elif tag == "tr":
            self.halaman[-1].append([])
        elif tag == "td":
            self._sel, self._teks, self._coret, self._samar = isi, "", False, False
            self._tag = []
        elif tag == "em" and self._sel is None:
            self._judul = ""
        elif tag == "br":
            self._teks += " "
        elif self._sel is not None:
            self._tag.append((tag, isi.get("color", "").casefold()))

    def handle_endtag(self, tag: str) -> None:
        if tag == "td" and self._sel is not None:
            self._tutup_sel(self._sel)
            self._sel = None
        elif tag == "em" and self._judul is not None:
            self.nama.append(self._judul)
            self._judul = None
        elif self._sel is not None and tag in [nama for nama, _ in self._tag]:
            while self._tag.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._judul is not None:
            self._judul += data
        if self._sel is None or not data.strip():
            self._teks += data
            return
        tag = {nama for nama, _ in self._tag}
        warna = next((warna for _, warna in reversed(self._tag) if warna), "#000000")
        dasar = self._sel.get("bgcolor", "#ffffff").casefold()
        self._teks += "" if warna == dasar else data
        self._coret = self._coret or not tag.isdisjoint(_CORET | _GESER)

    def _tutup_sel(self, atribut: dict[str, str]) -> None:
        baris = self.halaman[-1][-1]
        nomor = len(self.halaman[-1]) - 1
        while (nomor, len(baris)) in self._tertutup:
            baris.append(self._tertutup[nomor, len(baris)])
        tinggi, lebar = int(atribut.get("rowspan", 1)), int(atribut.get("colspan", 1))
        teks = " ".join(self._teks.split())
        sel = SelCetak(teks, "sdval" in atribut, self._coret, (tinggi, lebar), (nomor, len(baris)))
        for b in range(nomor, nomor + tinggi):
            for k in range(len(baris), len(baris) + lebar):
                self._tertutup[b, k] = sel
        baris.append(sel)
        while (nomor, len(baris)) in self._tertutup:
            baris.append(self._tertutup[nomor, len(baris)])


def urai_halaman(html: str) -> dict[str, Halaman]:
    """Return the pages by the names of their sheets; the only one of a workbook bears none."""
    pendengar = _Pendengar()
    pendengar.feed(_HIASAN.sub("", html))
    nama = pendengar.nama if len(pendengar.nama) == len(pendengar.halaman) else [""] * len(pendengar.halaman)
    return dict(zip(nama, map(_lengkapi, pendengar.halaman), strict=True))


def _lengkapi(halaman: Halaman) -> Halaman:
    lebar = max(map(len, halaman), default=0)
    return [[*baris, *[KOSONG] * (lebar - len(baris))] for baris in halaman]


def ubah_berkas(berkas: Sequence[Path], bentuk: str, tujuan: Path) -> None:
    """Let LibreOffice write workbooks in another form (`html`, `ods`, `xls:MS Excel 97`) into a folder, all in one start.

    Raises:
        FileNotFoundError: LibreOffice is not there.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise FileNotFoundError("soffice")
    if berkas:
        profil = f"-env:UserInstallation={(tujuan / 'profil').resolve().as_uri()}"
        perintah = [program, profil, "--headless", "--norestore", "--convert-to", bentuk]
        perintah += ["--outdir", str(tujuan), *map(str, berkas)]
        subprocess.run(perintah, capture_output=True, timeout=600, check=False)
