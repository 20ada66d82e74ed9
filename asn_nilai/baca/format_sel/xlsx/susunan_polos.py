"""Which workbooks are put together as every program puts one together that has a single sheet, and which of their styles are plain.

The books of a city come from few programs, so what these parts say is remembered by their bytes.
"""

from functools import lru_cache

from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.urai_xml import urai_xml
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import gaya_khusus_dari

_AKAR, _UTAMA = "_rels/.rels", "xl/workbook.xml"
_HUBUNGAN, _GAYA = "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_LEMBAR = "xl/worksheets/"
_DIINGAT = 32 * 1024
"""Bytes of such a part beyond which a workbook is no plain one."""
_JENIS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TEMPAT = {"styles": _GAYA, "sharedStrings": "xl/sharedStrings.xml"}
"""Where every program lays these parts."""
_POLOS = frozenset({"0", "1", "2", "3", "4", "49"})
"""Built-in number formats that show the number stored, at most rounded, and each text as it is."""


def lembar_tunggal(arsip: Arsip) -> tuple[str, str] | None:
    """Return name and part of a workbook's only sheet; None where there are several, or it may be hidden or no worksheet.

    Raises:
        BukuTidakTerbacaError: a part is damaged.
    """
    isi = [arsip.baca(nama) for nama in (_AKAR, _UTAMA, _HUBUNGAN)]
    tempat = _lembar_tunggal(*isi) if max(map(len, isi)) <= _DIINGAT else None
    return tempat if tempat is not None and tempat[1] in arsip else None


def gaya_polos(arsip: Arsip) -> frozenset[str | None]:
    """Return the styles, as cells write them, under which every cell shows what it stores; None is the first, unwritten."""
    isi = arsip.baca(_GAYA)
    return _gaya_polos(isi) if len(isi) <= _DIINGAT else frozenset()


@lru_cache(maxsize=64)
def _lembar_tunggal(akar: bytes, utama: bytes, hubungan: bytes) -> tuple[str, str] | None:
    lembar: list[dict[str, str]] = []
    urai_xml([utama], buka=lambda unsur, atribut: lembar.append(atribut) if unsur == "sheet" else None)
    buku = _daftar_hubungan(akar, "").get("officeDocument", [])
    milik = _daftar_hubungan(hubungan, "xl/")
    bagian = milik.get("worksheet", [])
    if b"state=" in utama or [tujuan for _, tujuan in buku] != [_UTAMA] or len(lembar) != 1:
        return None
    if any([tujuan for _, tujuan in milik.get(jenis, [])] != [tempat] for jenis, tempat in _TEMPAT.items()):
        return None
    if [kunci for kunci, _ in bagian] != [lembar[0].get("r:id")] or not bagian[0][1].startswith(_LEMBAR):
        return None
    return lembar[0].get("name", ""), bagian[0][1]


def _daftar_hubungan(isi: bytes, folder: str) -> dict[str, list[tuple[str, str]]]:
    """Return identifier and part of the relationships by their kind; of none where two bear one identifier."""
    semua: list[dict[str, str]] = []
    urai_xml([isi], buka=lambda unsur, atribut: semua.append(atribut) if unsur == "Relationship" else None)
    hasil: dict[str, list[tuple[str, str]]] = {}
    for atribut in semua if len({atribut.get("Id") for atribut in semua}) == len(semua) else ():
        tujuan = atribut.get("Target", "")
        lengkap = tujuan[1:] if tujuan.startswith("/xl/") else f"{folder}{tujuan}"
        jenis = atribut.get("Type", "").removeprefix(_JENIS)
        hasil.setdefault(jenis, []).append((atribut.get("Id", ""), lengkap))
    return hasil


@lru_cache(maxsize=64)
def _gaya_polos(gaya: bytes) -> frozenset[str | None]:
    khusus = gaya_khusus_dari(gaya).semua
    format_sel: list[str] = []
    dalam = False

    def buka(unsur: str, atribut: dict[str, str]) -> None:
        nonlocal dalam
        dalam = (dalam and unsur not in {"cellStyles", "dxfs"}) or unsur == "cellXfs"
        if dalam and unsur == "xf":
            format_sel.append(atribut.get("numFmtId", "0"))

    urai_xml([gaya], buka=buka)
    polos = {str(ke) for ke, nomor in enumerate(format_sel) if nomor in _POLOS and ke not in khusus}
    return frozenset({*polos, None} if "0" in polos else polos)
