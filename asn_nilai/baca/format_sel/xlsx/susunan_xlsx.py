"""How an .xlsx workbook is put together: which part holds which sheet, and what its cell styles show."""

import re
from collections.abc import Callable, Collection
from dataclasses import field
from functools import lru_cache
from posixpath import join, normpath, split
from typing import TypeVar

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import tidak_terbaca
from asn_nilai.baca.berkas.urai_xml import tolak_dtd, urai_xml
from asn_nilai.baca.format_sel.corak.bersyarat import TampilanBersyarat
from asn_nilai.baca.format_sel.corak.kode_format import format_khusus
from asn_nilai.baca.format_sel.corak.ukuran import huruf_kecil
from asn_nilai.baca.format_sel.corak.warna import HITAM, PUTIH, samar, warna_xlsx

PERSEN_BAWAAN = {9: "0%", 10: "0.00%"}
"""Built-in number formats that show a percentage (ECMA-376 part 1, 18.8.30)."""
_KODE_FORMAT = pola_tunda(rb"""formatCode\s*=\s*(["'])(.*?)\1""", re.DOTALL)
_MENARIK = re.compile(
    rb"""numFmtId=["'](?:9|10)["']|<fonts.*?<color (?!(?:theme=["']1["']|rgb=["']FF000000["']|indexed=["'](?:8|64)["'])\s*/>)[^>]*>.*?</fonts>|<dxf>"""
    rb"""|<sz val=["'][0-3](?:\.\d+)?["']|<fgColor (?:theme=["']1["']|rgb=["'](?:FF|00)(?:0[0-9A-Fa-f]){3}["']|indexed=["'](?:0|8)["'])""",
    re.DOTALL,
)
"""A percentage, letters in another colour than black or too small, a conditional format, or a ground on which black ones are not seen."""
_TAK_LAZIM = pola_tunda(
    rb"""<\w+:(?:fonts|fills|cellXfs|numFmts)\b|\s=|=\s|&#|(?:numFmtId|val|theme|indexed)=["'](?:0\d|[ +])|<(?:sz|fgColor)\s\s"""
)
"""The same written as no program writes it: a glance would pass over it."""
_BERIAS, _DIGESER = (b"strike", b"vertAlign"), frozenset({"superscript", "subscript"})
"""Letters struck out, raised or lowered."""
_UTAMA, _HUBUNGAN_UTAMA = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_LAZIM = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}
"""Where programs keep the parts that a workbook needs, by the kind of their relationship."""
_DIINGAT = 64 * 1024
"""Bytes of a part of which it is remembered what it says."""
T = TypeVar("T")
_ENTITAS = ((b"&quot;", b'"'), (b"&apos;", b"'"), (b"&lt;", b"<"), (b"&gt;", b">"), (b"&amp;", b"&"))


def susunan_buku(arsip: Arsip) -> tuple[dict[str, str], bool]:
    """Return the part of each sheet by the sheet's name, and whether the formulas wait to be calculated on opening.

    Programs that write formulas and cannot calculate ask for that, and store a 0 in the meantime.

    Raises:
        BukuTidakTerbacaError: a sheet stands twice; which of the two is read would be anybody's guess.
    """
    utama, hubungan_utama = _buku_utama(arsip)
    lembar, menunggu = _menurut_isi(_daftar_lembar, arsip.baca(utama))
    hubungan = baca_hubungan(arsip, hubungan_utama)
    return {nama: hubungan[id_] for nama, id_ in lembar.items() if hubungan.get(id_, "") in arsip}, menunggu


def nama_lazim(arsip: Arsip) -> dict[str, str]:
    """Return the usual names of the parts that every reader looks for, by the names they bear in this workbook; only where these differ.

    Where a workbook keeps them is said by its relationships. calamine asks for the usual names, and passes over what it does not find there.
    """
    utama, hubungan = _buku_utama(arsip)
    hasil = {utama: _UTAMA, hubungan: _HUBUNGAN_UTAMA} if utama != _UTAMA and hubungan in arsip else {}
    for jenis, tujuan in _hubungan(arsip, hubungan, "xl"):
        lazim = _LAZIM.get(jenis.rpartition("/")[2], tujuan)
        if tujuan != lazim and tujuan.casefold() != lazim.casefold() and tujuan in arsip:
            hasil[tujuan] = lazim
    return hasil


def _buku_utama(arsip: Arsip) -> tuple[str, str]:
    """Return the part that names the sheets, and the one with its relationships."""
    utama = _UTAMA
    for jenis, tujuan in _hubungan(arsip, "_rels/.rels", ""):
        if jenis.endswith("/officeDocument") and tujuan in arsip:
            utama = tujuan
    folder, nama_utama = split(utama)
    return utama, join(folder, "_rels", f"{nama_utama}.rels")


def _menurut_isi(baca: Callable[[bytes], T], isi: bytes) -> T:
    """Return what is read of a part, remembered by its bytes: the books of a city come from few templates and programs."""
    return _ingat(baca, isi) if len(isi) <= _DIINGAT else baca(isi)


@lru_cache(maxsize=64)
def _ingat(baca: Callable[[bytes], T], isi: bytes) -> T:
    return baca(isi)


def _daftar_lembar(isi: bytes) -> tuple[dict[str, str], bool]:
    """Return the identifier of each sheet's relationship, and whether formulas wait."""
    lembar: dict[str, str] = {}
    menunggu = False

    def buka(nama: str, atribut: dict[str, str]) -> None:
        if nama == "sheet":
            id_hubungan = next(
                (isi for kunci, isi in atribut.items() if kunci.rpartition(":")[2] == "id"), ""
            )
            if atribut.get("name", "") in lembar:
                raise tidak_terbaca("ada lembar yang bernama sama")
            lembar[atribut.get("name", "")] = id_hubungan
        elif nama == "calcPr":
            nonlocal menunggu
            menunggu = atribut.get("fullCalcOnLoad") in {"1", "true"}

    urai_xml([isi], buka=buka)
    return lembar, menunggu


def baca_hubungan(arsip: Arsip, bagian: str) -> dict[str, str]:
    """Return the parts that a workbook's relationships lead to, by their identifiers.

    Raises:
        BukuTidakTerbacaError: an identifier stands twice.
    """
    hasil: dict[str, str] = {}
    for id_, tujuan in _hubungan(arsip, bagian, "xl", kunci="Id"):
        if id_ in hasil:
            raise tidak_terbaca("isi arsipnya berulang")
        hasil[id_] = tujuan
    return hasil


def _hubungan(arsip: Arsip, bagian: str, folder: str, kunci: str = "Type") -> list[tuple[str, str]]:
    """Return an attribute and the target of each relationship; targets as names of parts."""
    semua = _menurut_isi(_daftar_hubungan, arsip.baca(bagian)) if bagian in arsip else ()
    return [(atribut.get(kunci, ""), _tujuan(atribut.get("Target", ""), folder)) for atribut in semua]


def _daftar_hubungan(isi: bytes) -> list[dict[str, str]]:
    hasil: list[dict[str, str]] = []
    urai_xml([isi], buka=lambda nama, atribut: hasil.append(atribut) if nama == "Relationship" else None)
    return hasil


@lru_cache(maxsize=256)
def _tujuan(tertulis: str, folder: str) -> str:
    """Return the part that a relationship leads to."""
    tujuan = tertulis.replace("\\", "/")
    awal = "/" if tujuan.startswith("xl/") else f"/{folder}"
    return normpath(join(awal, tujuan)).lstrip("/")


@baris_ringan
class GayaKhusus:
    """Cell styles (indexes into cellXfs) under which a cell may not show what it stores.

    Attributes:
        kode: the number format of each that may show something else than the number stored.
        dicoret: those that strike a cell out.
        digeser: those that raise or lower it.
        samar: those whose letters nobody sees: they have the colour of their ground, or hardly a size.
        bersyarat: what the formats of conditional rules (indexes into dxfs) do to numbers, of those that do anything.
    """

    kode: dict[int, str] = field(default_factory=dict)
    dicoret: frozenset[int] = frozenset()
    samar: frozenset[int] = frozenset()
    bersyarat: dict[int, TampilanBersyarat] = field(default_factory=dict)
    digeser: frozenset[int] = frozenset()

    @property
    def semua(self) -> set[int]:
        """Return every style that is not plain."""
        return {*self.kode, *self.dicoret, *self.samar, *self.digeser}


def gaya_khusus(arsip: Arsip) -> GayaKhusus:
    """Return the cell styles that are not plain."""
    return _menurut_isi(gaya_khusus_dari, arsip.baca("xl/styles.xml"))


def gaya_khusus_dari(gaya: bytes) -> GayaKhusus:
    """Return the same by the bytes of styles.xml."""
    if b"<!DOCTYPE" in gaya:
        tolak_dtd()
    # Most workbooks have plain formats alone, and are settled by a glance.
    menarik = any(tanda in gaya for tanda in _BERIAS) or any(
        tanda.search(gaya) for tanda in (_MENARIK, _TAK_LAZIM)
    )
    if not menarik and not any(_tampak_khusus(kode) for _, kode in _KODE_FORMAT.findall(gaya)):
        return GayaKhusus()
    pendengar = _PendengarGaya()
    urai_xml([gaya], buka=pendengar.buka, tutup=pendengar.tutup)
    return pendengar.hasil()


@lru_cache(maxsize=1024)
def _tampak_khusus(kode: bytes) -> bool:
    """Tell by its bytes whether a number format may be special."""
    for entitas, huruf in _ENTITAS:
        kode = kode.replace(entitas, huruf)
    return b"&#" in kode or format_khusus(kode.decode("utf-8", "replace"))


class _PendengarGaya:
    """Listens to styles.xml: number formats, fonts, and the cell styles that join them."""

    def __init__(self) -> None:
        self._format, self._sel = dict(PERSEN_BAWAAN), list[tuple[int, int, int]]()
        self._huruf, self._coret, self._geser, self._dalam = -1, set[int](), set[int](), ""
        self._warna_huruf, self._dasar, self._kecil = dict[int, str](), list[str](), set[int]()
        self._syarat = list[dict[str, str]]()

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        if self._dalam == "dxfs":
            self._buka_syarat(nama, atribut)
        elif nama == "numFmt":
            self._format[int(atribut.get("numFmtId", "-1"))] = atribut.get("formatCode", "")
        elif nama in {"cellXfs", "fonts", "fills", "dxfs"}:
            self._dalam = nama
        elif nama == "xf" and self._dalam == "cellXfs":
            milik = (int(atribut.get(kunci, "0")) for kunci in ("numFmtId", "fontId", "fillId"))
            self._sel.append((next(milik), next(milik), next(milik)))
        elif self._dalam == "fonts":
            self._buka_huruf(nama, atribut)
        elif nama == "patternFill" and self._dalam == "fills":
            self._dasar.append(PUTIH if atribut.get("patternType", "none") == "none" else "pola")
        elif nama == "fgColor" and self._dalam == "fills" and self._dasar[-1] == "pola":
            self._dasar[-1] = warna_xlsx(atribut, "pola")

    def _buka_huruf(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "font":
            self._huruf += 1
        elif nama == "strike" and atribut.get("val", "1") not in {"0", "false"}:
            self._coret.add(self._huruf)
        elif nama == "vertAlign" and atribut.get("val") in _DIGESER:
            self._geser.add(self._huruf)
        elif nama == "sz" and huruf_kecil(float(atribut.get("val", "0"))):
            self._kecil.add(self._huruf)
        elif nama == "color":
            self._warna_huruf[self._huruf] = warna_xlsx(atribut, HITAM)

    def _buka_syarat(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "dxf":
            self._syarat.append({})
        elif nama == "color" and "huruf" not in self._syarat[-1]:
            self._syarat[-1]["huruf"] = warna_xlsx(atribut, HITAM)
        elif (
            nama == "bgColor"
        ):  # of a conditional format this is the ground, whatever the name of its pattern
            self._syarat[-1]["dasar"] = warna_xlsx(atribut, PUTIH)
        elif nama == "numFmt":
            self._syarat[-1]["kode"] = atribut.get("formatCode", "")

    def tutup(self, nama: str) -> None:
        if nama == self._dalam:
            self._dalam = ""

    def hasil(self) -> GayaKhusus:
        khusus = {nomor: kode for nomor, kode in self._format.items() if format_khusus(kode)}
        bersyarat = {
            nomor: TampilanBersyarat(samar(s.get("huruf", HITAM), s.get("dasar", PUTIH)), s.get("kode", ""))
            for nomor, s in enumerate(self._syarat)
        }
        return GayaKhusus(
            {gaya: khusus[nomor] for gaya, (nomor, *_) in enumerate(self._sel) if nomor in khusus},
            self._berhuruf(self._coret),
            frozenset(gaya for gaya, (_, huruf, dasar) in enumerate(self._sel) if self._samar(huruf, dasar)),
            {nomor: t for nomor, t in bersyarat.items() if t.samar or (t.kode and format_khusus(t.kode))},
            self._berhuruf(self._geser),
        )

    def _berhuruf(self, huruf: Collection[int]) -> frozenset[int]:
        """Return the cell styles that have one of the fonts."""
        return frozenset(gaya for gaya, (_, milik, _) in enumerate(self._sel) if milik in huruf)

    def _samar(self, huruf: int, dasar: int) -> bool:
        return huruf in self._kecil or samar(
            self._warna_huruf.get(huruf, HITAM), self._dasar[dasar] if dasar < len(self._dasar) else PUTIH
        )
