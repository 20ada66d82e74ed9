"""What a mark is: its colours, its words, and how findings share the cells they speak of.

Colours differ in lightness as well as in hue, so that a grey printer keeps them apart, from each other and from the pale yellow
of the cells that our templates leave open; and no palette offers them: a fill of ours is known again by its colour when
another program has saved the workbook and renumbered everything. The advice is the unit's: to it the copy goes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from asn_nilai.acuan.isian.formulir.tabel import indeks_kolom
from asn_nilai.acuan.temuan import Temuan, Tingkat

WARNA = {Tingkat.GALAT: "FFF29E93", Tingkat.PERINGATAN: "FFFFD04A", Tingkat.INFO: "FFDCE9F4"}
"""The fill of a marked cell (ARGB)."""
WARNA_LAMA = ("FFFFEDA6",)
"""Fills of copies that were marked before and may still come back."""
PENULIS = "asn-nilai"
"""The author of our comments."""
PEMISAH = "──── asn-nilai ────"
"""Stands between the words of a comment that was there before and ours."""
TEMUAN_TERBANYAK = 10_000
"""How many findings one copy shows; a file with more is wrong from the ground up."""
_TERPANJANG_SEL, _TERPANJANG_SATU, _TERBANYAK_SATU_SEL = 8_000, 1_200, 8
_URUTAN = tuple(Tingkat)
_SEL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TERSANDI = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_JEJAK = re.compile(r"\[asn-nilai: temuan no\. (\d+)")

Sel = tuple[int, int]
"""Row and column, 0-based."""


@dataclass(slots=True)
class Tanda:
    """What is to be marked at one cell: its findings with their numbers on the sheet Temuan, gravest first."""

    sel: Sel
    temuan: list[tuple[int, Temuan]] = field(default_factory=list)

    @property
    def tingkat(self) -> Tingkat:
        """Return the gravest severity."""
        return self.temuan[0][1].tingkat


def urutkan(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Return findings as the sheet Temuan numbers them: the gravest first, otherwise as they came."""
    return sorted(temuan, key=lambda t: _URUTAN.index(t.tingkat))


def tanda_menurut_lembar(daftar: Sequence[Temuan]) -> dict[str, dict[Sel, Tanda]]:
    """Return the cells to mark by sheet; `daftar` in the order of the sheet Temuan."""
    hasil: dict[str, dict[Sel, Tanda]] = {}
    for nomor, temuan in enumerate(daftar, 1):
        sel = sel_dari_nama(temuan.letak.sel)
        if sel is not None:
            tanda = hasil.setdefault(temuan.letak.lembar, {}).setdefault(sel, Tanda(sel))
            tanda.temuan.append((nomor, temuan))
    return hasil


def sel_dari_nama(alamat: str) -> Sel | None:
    """Return row and column of an A1 address (0-based), None for anything else."""
    cocok = _SEL.fullmatch(alamat)
    if cocok is None:
        return None
    return int(cocok[2]) - 1, indeks_kolom(cocok[1])


def bagian_komentar(tanda: Tanda) -> list[tuple[str, str]]:
    """Return a comment in pairs of a bold word and what follows it."""
    bagian = []
    for nomor, (_, temuan) in enumerate(tanda.temuan[:_TERBANYAK_SATU_SEL]):
        awal = "\n\n" if nomor else ""
        isi = f": {_pendek(temuan.pesan, _TERPANJANG_SATU)}\n{_pendek(temuan.pinta, _TERPANJANG_SATU)}"
        bagian.append((f"{awal}{temuan.tingkat.value.upper()}", isi))
    lebih = len(tanda.temuan) - _TERBANYAK_SATU_SEL
    lain = f"\n\nMasih ada {lebih} temuan lain; lihat lembar Temuan." if lebih > 0 else ""
    nomor_temuan = ", ".join(str(nomor) for nomor, _ in tanda.temuan[:_TERBANYAK_SATU_SEL])
    return [*bagian, ("", f"{lain}\n\n[asn-nilai: temuan no. {nomor_temuan}]")]


def nomor_dalam_komentar(teks: str) -> int | None:
    """Return the number of the first finding that a comment of ours names, None for other people's comments."""
    cocok = _JEJAK.search(teks)
    return int(cocok[1]) if cocok else None


def teks_xml(teks: str) -> bytes:
    """Return a text as a workbook's XML holds it: cut to what we write into a cell, forbidden characters replaced, escaped."""
    bersih = _TERSANDI.sub("_x005F_", _TERLARANG.sub("\ufffd", _pendek(teks, _TERPANJANG_SEL)))
    bersih = bersih.replace("\r\n", "\n").replace("\r", "\n")
    bersih = bersih.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return bersih.encode("utf-8")


def atribut_xml(teks: str) -> bytes:
    """Return a text as an attribute's value between double quotes."""
    return teks_xml(teks).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def _pendek(teks: str, terpanjang: int) -> str:
    return teks if len(teks) <= terpanjang else f"{teks[:terpanjang]} …"
