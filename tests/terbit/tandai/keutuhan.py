"""What makes a package sound, asked of the bytes: the questions that Excel asks before it offers to repair."""

import io
import re
import zipfile
from posixpath import dirname, join, normpath

from defusedxml.ElementTree import fromstring

URUTAN_LEMBAR = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]
URUTAN_GAYA = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
]
URUTAN_BUKU = [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
    "calcPr",
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
]


def bagian_paket(isi: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
        assert len(set(arsip.namelist())) == len(arsip.namelist())
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def nama(unsur) -> str:
    return unsur.tag.rpartition("}")[2]


def anak(akar, dicari):
    return next((unsur for unsur in akar if nama(unsur) == dicari), None)


def periksa_keutuhan(isi: bytes) -> dict[str, bytes]:
    """Assert that a package is sound; returns its parts."""
    bagian = bagian_paket(isi)
    pohon = {n: fromstring(b) for n, b in bagian.items() if n.endswith((".xml", ".rels", ".vml"))}
    _jenis_isi(pohon, bagian)
    _hubungan(pohon, bagian)
    gaya = next((unsur for n, unsur in pohon.items() if nama(unsur) == "styleSheet"), None)
    banyak_gaya = _gaya(gaya) if gaya is not None else 1
    _buku(pohon["xl/workbook.xml"], pohon["xl/_rels/workbook.xml.rels"])
    for n, akar in pohon.items():
        if nama(akar) == "worksheet":
            _lembar(n, akar, banyak_gaya)
        elif nama(akar) == "comments":
            _komentar(akar)
    return bagian


def _terurut(akar, urutan) -> None:
    tempat = [urutan.index(nama(unsur)) for unsur in akar if nama(unsur) in urutan]
    assert tempat == sorted(tempat), [nama(unsur) for unsur in akar]


def _jenis_isi(pohon, bagian) -> None:
    jenis = pohon["[Content_Types].xml"]
    bawaan = {unsur.get("Extension").lower() for unsur in jenis if nama(unsur) == "Default"}
    khusus = [unsur.get("PartName") for unsur in jenis if nama(unsur) == "Override"]
    assert len(khusus) == len(set(khusus))
    for n in khusus:
        assert n.lstrip("/") in bagian, n
    for n in bagian:
        if n != "[Content_Types].xml":
            assert f"/{n}" in khusus or n.rpartition(".")[2].lower() in bawaan, n


def _hubungan(pohon, bagian) -> None:
    for n, akar in pohon.items():
        if not n.endswith(".rels"):
            continue
        id_ = [unsur.get("Id") for unsur in akar]
        assert len(id_) == len(set(id_)), n
        sumber = join(dirname(dirname(n)), n.rpartition("/")[2].removesuffix(".rels"))
        for unsur in akar:
            if unsur.get("TargetMode") != "External":
                tujuan = normpath(join("/", dirname(sumber), unsur.get("Target"))).lstrip("/")
                assert tujuan in bagian, (n, unsur.get("Target"))
        if sumber in pohon:
            dipakai = {
                isi for u in pohon[sumber].iter() for k, isi in u.attrib.items() if "elationships}" in k
            }
            assert dipakai <= set(id_), (sumber, dipakai)


def _gaya(akar) -> int:
    _terurut(akar, URUTAN_GAYA)
    banyak = {}
    for daftar in akar:
        if nama(daftar) in URUTAN_GAYA[:6] and nama(daftar) != "numFmts":
            banyak[nama(daftar)] = len(daftar)
            assert daftar.get("count") in {None, str(len(daftar))}, nama(daftar)
    for xf in anak(akar, "cellXfs"):
        for kunci, daftar in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            assert int(xf.get(kunci, "0")) < banyak[daftar]
    return banyak["cellXfs"]


def _buku(akar, hubungan) -> None:
    _terurut(akar, URUTAN_BUKU)
    lembar = list(anak(akar, "sheets"))
    for kunci in ("name", "sheetId"):
        nilai = [unsur.get(kunci).casefold() for unsur in lembar]
        assert len(nilai) == len(set(nilai))
    dikenal = {unsur.get("Id") for unsur in hubungan}
    for unsur in lembar:
        assert next(isi for k, isi in unsur.attrib.items() if k.endswith("}id")) in dikenal
    definisi = anak(akar, "definedNames")
    kembar = [(s.get("name"), s.get("localSheetId")) for s in (definisi if definisi is not None else ())]
    assert len(kembar) == len(set(kembar))
    assert all(s is None or int(s) < len(lembar) for _, s in kembar)
    for tampilan in anak(akar, "bookViews"):
        assert int(tampilan.get("activeTab", "0")) < len(lembar)


def _lembar(n, akar, banyak_gaya) -> None:
    _terurut(akar, URUTAN_LEMBAR)
    tunggal = [nama(unsur) for unsur in akar if nama(unsur) != "conditionalFormatting"]
    assert len(tunggal) == len(set(tunggal)), n
    baris_lalu = 0
    for baris in anak(akar, "sheetData"):
        nomor = int(baris.get("r", baris_lalu + 1))
        assert nomor > baris_lalu, (n, nomor)
        baris_lalu, kolom_lalu = nomor, 0
        for sel in baris:
            kolom = _kolom(sel.get("r")) if sel.get("r") else kolom_lalu + 1
            assert kolom > kolom_lalu, (n, sel.get("r"))
            kolom_lalu = kolom
            assert int(sel.get("s", "0")) < banyak_gaya


def _kolom(alamat: str) -> int:
    kolom = 0
    for huruf in re.match("[A-Z]+", alamat)[0]:
        kolom = kolom * 26 + ord(huruf) - 64
    return kolom


def _komentar(akar) -> None:
    penulis = list(anak(akar, "authors"))
    komentar = list(anak(akar, "commentList"))
    ref = [unsur.get("ref") for unsur in komentar]
    assert len(ref) == len(set(ref))
    assert all(int(unsur.get("authorId")) < len(penulis) for unsur in komentar)
    assert all(len("".join(unsur.itertext())) <= 32_767 for unsur in komentar)
