"""The drawing behind comments: the old VML that Excel still asks for, one box for each comment.

A box is anchored by columns and rows with offsets in pixels, so widths and heights of the sheet decide how large it is
shown; a box over wide columns would otherwise cover the screen.
"""

import re
from collections.abc import Callable, Iterable

from asn_nilai.terbit.tandai.paket.lembar_sunting import LembarSunting
from asn_nilai.terbit.tandai.paket.naskah import Naskah
from asn_nilai.terbit.tandai.tanda import Sel, Tanda, bagian_komentar

_RUANG = (
    ("v", "urn:schemas-microsoft-com:vml"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
)
_TATA = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
_JENIS = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_GAMBAR = (
    '<v:shape id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;'
    'width:{lebar}pt;height:{tinggi}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{jangkar}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{baris}</x:Row><x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
)
_NOMOR = re.compile(rb"_x0000_s(\d+)")
_IDMAP = re.compile(rb"(<o:idmap\b[^>]*?\sdata\s*=\s*[\"'])([\d,\s]*)([\"'])")
_PER_BLOK = 1024
"""Shape numbers come in blocks of 1024; `idmap` names the blocks of a drawing."""
_LEBAR, _HURUF_PER_BARIS, _TINGGI_BARIS, _TERTINGGI = 330, 52, 16, 420
_KOLOM_AKHIR, _BARIS_AKHIR = 16_383, 1_048_575


def gambar_baru(lembar: LembarSunting, tanda: Iterable[Tanda]) -> bytes:
    """Return a new drawing part with a box for each mark."""
    isi = list(_gambar(lembar, tanda, _PER_BLOK + 1))
    ruang = " ".join(f'xmlns:{awalan}="{nama}"' for awalan, nama in _RUANG)
    tata = _TATA.replace('data="1"', f'data="{_blok(range(1, 2 + len(isi) // _PER_BLOK))}"')
    return f"<xml {ruang}>{tata}{_JENIS}{''.join(isi)}</xml>".encode()


def tambah_gambar(naskah: Naskah, lembar: LembarSunting, tanda: Iterable[Tanda]) -> None:
    """Note a box for each mark in a drawing that is there."""
    awal = max((int(nomor) for nomor in _NOMOR.findall(naskah.asli)), default=_PER_BLOK) + 1
    gambar = list(_gambar(lembar, tanda, awal))
    isi = "".join(gambar)
    if b"_x0000_t202" not in naskah.asli:
        isi = _JENIS + isi
    atribut = naskah.atribut(naskah.akar)
    kurang = "".join(f' xmlns:{a}="{nama}"' for a, nama in _RUANG if atribut.get(f"xmlns:{a}") != nama)
    if kurang:
        isi = re.sub(r"<(v:shape(?:type)?)(?=\s)", rf"<\1{kurang}", isi)
    naskah.isi_ujung(naskah.akar, isi.encode())
    _perluas_blok(naskah, awal, len(gambar))


def _perluas_blok(naskah: Naskah, awal: int, banyak: int) -> None:
    cocok = _IDMAP.search(naskah.teks)
    if cocok is None:
        return
    ada = [int(blok) for blok in cocok[2].decode().replace(" ", "").split(",") if blok]
    perlu = [blok for blok in range(awal // _PER_BLOK, (awal + banyak) // _PER_BLOK + 1) if blok not in ada]
    if perlu:
        naskah.ganti(*cocok.span(2), _blok([*ada, *perlu]).encode())


def _blok(nomor: Iterable[int]) -> str:
    return ",".join(map(str, nomor))


def _gambar(lembar: LembarSunting, semua: Iterable[Tanda], nomor: int) -> Iterable[str]:
    ukuran = _Ukuran(lembar)
    for geser, tanda in enumerate(semua):
        tinggi = _tinggi(tanda)
        yield _GAMBAR.format(
            nomor=nomor + geser,
            lebar=_LEBAR * 3 // 4,
            tinggi=tinggi * 3 // 4,
            jangkar=ukuran.jangkar(tanda.sel, _LEBAR, tinggi),
            baris=tanda.sel[0],
            kolom=tanda.sel[1],
        )


def _tinggi(tanda: Tanda) -> int:
    teks = "".join(tebal + biasa for tebal, biasa in bagian_komentar(tanda))
    baris = sum(1 + len(alinea) // _HURUF_PER_BARIS for alinea in teks.split("\n"))
    return min(_TERTINGGI, 14 + baris * _TINGGI_BARIS)


class _Ukuran:
    """Widths of columns and heights of rows in pixels at 96 dpi."""

    def __init__(self, lembar: LembarSunting) -> None:
        self._lembar = lembar
        bawaan = lembar.atribut_format
        self._lebar = _piksel(bawaan.get("defaultColWidth"), 7, 64)
        self._tinggi = _piksel(bawaan.get("defaultRowHeight"), 4 / 3, 20)

    def lebar(self, kolom: int) -> int:
        atribut = self._lembar.atribut_kolom(kolom)
        tersembunyi = atribut.get("hidden") in {"1", "true"}
        return 0 if tersembunyi else _piksel(atribut.get("width"), 7, self._lebar)

    def tinggi(self, baris: int) -> int:
        atribut = self._lembar.atribut_baris(baris)
        tersembunyi = atribut.get("hidden") in {"1", "true"}
        return 0 if tersembunyi else _piksel(atribut.get("ht"), 4 / 3, self._tinggi)

    def jangkar(self, sel: Sel, lebar: int, tinggi: int) -> str:
        """Return a box's anchor: left column and offset, top row and offset, right and bottom likewise."""
        kiri, atas = min(sel[1] + 1, _KOLOM_AKHIR), max(sel[0] - 1, 0)
        kanan = _telusuri(self.lebar, kiri, 12 + lebar, _KOLOM_AKHIR)
        bawah = _telusuri(self.tinggi, atas, 6 + tinggi, _BARIS_AKHIR)
        return f"{kiri}, 12, {atas}, 6, {kanan[0]}, {kanan[1]}, {bawah[0]}, {bawah[1]}"


def _telusuri(ukuran: Callable[[int], int], awal: int, panjang: int, akhir: int) -> tuple[int, int]:
    """Return the column or row in which a stretch of pixels ends, and the offset there."""
    for nomor in range(awal, min(awal + 200, akhir)):
        piksel = ukuran(nomor)
        if panjang <= piksel:
            return nomor, panjang
        panjang -= piksel
    return min(awal + 200, akhir), 0


def _piksel(ukuran: str | None, kali: float, bawaan: int) -> int:
    try:
        return round(float(ukuran) * kali) if ukuran else bawaan
    except ValueError:
        return bawaan
