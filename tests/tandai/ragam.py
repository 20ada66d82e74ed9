"""One submission in many dresses: written by different programs, with everything that marking must not harm.

Each kind is a workbook with the same four mistakes; what the right values are is said beside them, so that a test can mend.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable

import openpyxl
import xlsxwriter
from setoran_contoh import isi_contoh

KEPALA = 4  # the header's row, 0-based; data begin below
SALAH = {  # (data row, column): what is typed wrongly; None leaves the cell out
    (1, 7): "empat puluh",
    (3, 7): None,
    (4, 5): "orang",
    (4, 7): "80–90",
}
Ubah = Callable[[dict[str, bytes]], None]


def alamat(baris: int, kolom: int) -> str:
    return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[kolom]}{KEPALA + 2 + baris}"


def sel_salah() -> dict[str, object]:
    """Address of each mistake and the right value."""
    capaian = isi_contoh()["Capaian"]
    return {alamat(b, k): capaian[b + 1][k] for b, k in SALAH}


def tulis(atur=None, *, nama_capaian: str = "Capaian", **pilihan) -> bytes:
    """Write the submission with XlsxWriter; `atur(buku, lembar)` adds what makes the kind."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, **pilihan})
    kotak = buku.add_format({"border": 1, "num_format": "0.0##", "bg_color": "#E2F0D9", "locked": False})
    teks = buku.add_format({"border": 1, "num_format": "@", "italic": True})
    for nama, isi in isi_contoh().items():
        lembar = buku.add_worksheet(nama_capaian if nama == "Capaian" else nama)
        for baris, pasangan in enumerate((("Kode Unit", "BKPSDM"), ("Periode", "2026-06"))):
            lembar.write_row(baris, 1, pasangan)
        lembar.set_column(1, 4, 22)
        for baris, satu in enumerate(isi):
            for kolom, nilai in enumerate(satu):
                benar = (baris - 1, kolom) not in SALAH or nama != "Capaian"
                nilai = nilai if benar else SALAH[baris - 1, kolom]  # noqa: PLW2901 - the mistake
                if nilai is not None:
                    rupa = teks if isinstance(nilai, str) else kotak
                    lembar.write(KEPALA + baris, kolom, nilai, rupa)
    if atur:
        atur(buku, buku.worksheets()[0])
    buku.close()
    return wadah.getvalue()


def sunting(isi: bytes, ubah: Ubah, cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Change a package's parts by hand."""
    with zipfile.ZipFile(io.BytesIO(isi)) as lama:
        bagian = {nama: lama.read(nama) for nama in lama.namelist()}
    ubah(bagian)
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as baru:
        for nama, satu in bagian.items():
            baru.writestr(nama, satu)
    return wadah.getvalue()


LEMBAR = "xl/worksheets/sheet1.xml"


def bagian_capaian(jenis: str) -> str:
    """The part of the sheet Capaian in a kind of workbook."""
    return "xl/worksheets/sheet2.xml" if "tersembunyi" in jenis else LEMBAR


_AKHIR = b"</worksheet>"


def _png() -> bytes:
    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">2I5B", 8, 8, 8, 2, 0, 0, 0)
    titik = zlib.compress(b"".join(b"\x00" + b"\xc0\x39\x2b" * 8 for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + bagian(b"IHDR", kepala) + bagian(b"IDAT", titik) + bagian(b"IEND", b"")


def _tabel(_buku, lembar):
    kepala = [{"header": str(satu)} for satu in isi_contoh()["Capaian"][0]]
    akhir = KEPALA + len(isi_contoh()["Capaian"]) - 1
    lembar.add_table(KEPALA, 0, akhir, len(kepala) - 1, {"columns": kepala, "name": "Isian"})


def _gabungan(buku, lembar):
    rupa = buku.add_format({"valign": "top", "border": 1})
    nip = [baris[1] for baris in isi_contoh()["Capaian"][1:]]
    awal = 0
    for nomor in range(1, len(nip) + 1):
        if nomor == len(nip) or nip[nomor] != nip[awal]:
            if nomor - awal > 1:
                for kolom in (1, 2):
                    nilai = isi_contoh()["Capaian"][awal + 1][kolom]
                    lembar.merge_range(KEPALA + 1 + awal, kolom, KEPALA + nomor, kolom, nilai, rupa)
            awal = nomor
    lembar.merge_range("A4:J4", "Capaian Kinerja", rupa)


def _bersyarat(buku, lembar):
    merah = buku.add_format({"bg_color": "#FFC7CE"})
    lembar.conditional_format("H6:H60", {"type": "cell", "criteria": "<", "value": 1, "format": merah})
    lembar.conditional_format("G6:G60", {"type": "data_bar", "data_bar_2010": True})
    lembar.conditional_format("H6:H60", {"type": "icon_set", "icon_style": "3_traffic_lights"})


def _grafik(buku, lembar):
    bagan = buku.add_chart({"type": "column"})
    bagan.add_series({"values": "=Capaian!$H$6:$H$20"})
    lembar.insert_chart("L3", bagan)


def _gambar(_buku, lembar):
    lembar.insert_image("L2", "logo.png", {"image_data": io.BytesIO(_png())})
    lembar.set_header("&L&G", {"image_left": "logo.png", "image_data_left": io.BytesIO(_png())})


def _terlindung(_buku, lembar):
    lembar.protect("rahasia", {"objects": False, "format_cells": False})
    lembar.set_landscape()
    lembar.print_area("A1:J60")
    lembar.repeat_rows(4)


def _komentar(_buku, lembar):
    lembar.set_comments_author("Kasubbag Umum")
    lembar.write_comment("H7", "Mohon dicek lagi ke <bagian> keuangan & aset")
    lembar.write_comment("C6", "Sudah dikonfirmasi")


def _kontrol(_buku, lembar):
    lembar.insert_button("L2", {"caption": "Hitung"})


def _bernama(buku, lembar):
    depan = buku.add_worksheet("Sampul")
    depan.hide()
    buku.worksheets_objs.insert(0, buku.worksheets_objs.pop())
    for nomor, satu in enumerate(buku.worksheets_objs):
        satu.index = nomor
    lembar.activate()
    lembar.autofilter("A5:J60")
    lembar.print_area("A1:J60")
    buku.define_name("Perilaku!Lokal", "=Perilaku!$A$1")
    buku.define_name("Umum", "=Capaian!$H$6")


def _x14(bagian):
    isian = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" '
        'allowBlank="1"><x14:formula1><xm:f>Perilaku!$D$6:$D$9</xm:f></x14:formula1><xm:sqref>F6:F60</xm:sqref>'
        "</x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    bagian[LEMBAR] = bagian[LEMBAR].replace(_AKHIR, isian.encode() + _AKHIR)


def _percakapan(bagian):
    orang, id_ = "{11111111-2222-3333-4444-555555555555}", "{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}"
    ruang = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    nama = "xl/comments1.xml"
    bagian[nama] = bagian[nama].replace(b"Kasubbag Umum", f"tc={id_}".encode())
    bagian["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{ruang}"><threadedComment ref="H7" dT="2026-06-30T08:00:00.00" personId="{orang}" '
        f'id="{id_}"><text>Mohon dicek</text></threadedComment></ThreadedComments>'
    ).encode()
    bagian["xl/persons/person.xml"] = (
        f'<personList xmlns="{ruang}"><person displayName="Fiktif" id="{orang}" userId="f" providerId="None"/></personList>'
    ).encode()
    jenis = "http://schemas.microsoft.com/office/2017/10/relationships"
    for rel, tipe, tujuan in (
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            "threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        ("xl/_rels/workbook.xml.rels", "person", "persons/person.xml"),
    ):
        baris = f'<Relationship Id="rIdX" Type="{jenis}/{tipe}" Target="{tujuan}"/></Relationships>'
        bagian[rel] = bagian[rel].replace(b"</Relationships>", baris.encode())
    tambah_jenis(
        bagian, "xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"
    )
    tambah_jenis(bagian, "xl/persons/person.xml", "application/vnd.ms-excel.person+xml")


def tambah_jenis(bagian, nama, jenis):
    baris = f'<Override PartName="/{nama}" ContentType="{jenis}"/></Types>'
    bagian["[Content_Types].xml"] = bagian["[Content_Types].xml"].replace(b"</Types>", baris.encode())


def _ketat(bagian):
    for nama, isi in bagian.items():
        if nama.endswith((".xml", ".rels")):
            isi = isi.replace(  # noqa: PLW2901 - the same part in another dialect
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            bagian[nama] = isi.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
    buku = bagian["xl/workbook.xml"]
    bagian["xl/workbook.xml"] = buku.replace(b"<workbook ", b'<workbook conformance="strict" ', 1)


def _wps(bagian):
    """As WPS writes: its own build in the properties, blank sheetPr, cells with a blank style, its extensions."""
    bagian["docProps/custom.xml"] = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
        b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
        b"<vt:lpwstr>1033-12.2.0.13489</vt:lpwstr></property></Properties>"
    )
    tambah_jenis(
        bagian, "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    )
    isi = bagian[LEMBAR].replace(b"<dimension", b"<sheetPr/><dimension", 1)
    isi = isi.replace(b"<sheetFormatPr ", b'<sheetFormatPr defaultColWidth="9" ')
    bagian[LEMBAR] = re.sub(
        rb'<row r="(\d+)" spans="([^"]*)"', rb'<row r="\1" customFormat="1" s="1" spans="\2"', isi
    )


def _awalan(bagian):
    """As some libraries write: every element of the sheets, styles and workbook with a prefix."""
    for nama in (
        LEMBAR,
        "xl/worksheets/sheet2.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/sharedStrings.xml",
    ):
        isi = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", bagian[nama])
        bagian[nama] = isi.replace(b'xmlns="http://schemas.openxml', b'xmlns:x="http://schemas.openxml', 1)


def _tanpa_alamat(bagian):
    """Rows and cells without addresses wherever one follows the other."""

    def baris(cocok):
        sel = re.findall(rb'<c r="([A-Z]+)\d+"', cocok[2])
        berurutan = sel == [b"%c" % (65 + n) for n in range(len(sel))]
        return cocok[1] + (re.sub(rb'(<c) r="[A-Z]+\d+"', rb"\1", cocok[2]) if berurutan else cocok[2])

    isi = re.sub(rb"(<row [^>]*>)(.*?)(?=</row>)", baris, bagian[LEMBAR])
    bagian[LEMBAR] = re.sub(rb'<row r="(?:[7-9]|\d\d)"', b"<row", isi)


def _makro(bagian):
    jenis = bagian["[Content_Types].xml"]
    jenis = jenis.replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    bagian["[Content_Types].xml"] = jenis
    bagian["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 bukan makro sungguhan" * 20
    tambah_jenis(bagian, "xl/vbaProject.bin", "application/vnd.ms-office.vbaProject")


def _cdata(bagian):
    isi = bagian[LEMBAR].replace(b"<sheetData>", b'<!-- <row r="7"><c r="H7"/></row> --><sheetData>')
    bagian[LEMBAR] = isi.replace(_AKHIR, _AKHIR + b"<!-- </worksheet> -->")


def _tanpa_gaya(bagian):
    """The least that a workbook needs: no styles part at all."""
    del bagian["xl/styles.xml"]
    for nama in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        bagian[nama] = re.sub(rb"<(?:Override|Relationship)[^>]*styles[^>]*/>", b"", bagian[nama])
    for nama in (LEMBAR, "xl/worksheets/sheet2.xml"):
        bagian[nama] = re.sub(rb' s="\d+"', b"", bagian[nama])


def _openpyxl(isi: bytes) -> bytes:
    wadah = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(isi)).save(wadah)
    return wadah.getvalue()


def ragam() -> dict[str, bytes]:
    """Every kind by its name; what LibreOffice writes is asked of the marked copies that it has saved."""
    dasar = tulis()
    return {
        "dasar": dasar,
        "openpyxl": _openpyxl(tulis(_komentar)),
        "tabel": tulis(_tabel),
        "gabungan": tulis(_gabungan),
        "format bersyarat": tulis(_bersyarat),
        "grafik": tulis(_grafik),
        "gambar": tulis(_gambar),
        "terlindung": tulis(_terlindung),
        "komentar": tulis(_komentar),
        "percakapan": sunting(tulis(_komentar), _percakapan),
        "tombol": tulis(_kontrol),
        "nama dan lembar tersembunyi": tulis(_bernama),
        "teks sebaris": tulis(constant_memory=True),
        "daftar x14": sunting(dasar, _x14),
        "ketat": sunting(dasar, _ketat),
        "ketat berkomentar": sunting(tulis(_komentar), _ketat),
        "wps": sunting(dasar, _wps),
        "awalan": sunting(dasar, _awalan),
        "tanpa alamat": sunting(dasar, _tanpa_alamat),
        "makro": sunting(dasar, _makro),
        "komentar xml": sunting(dasar, _cdata),
        "tanpa gaya": sunting(dasar, _tanpa_gaya),
        "tanpa pemampatan": sunting(dasar, lambda _bagian: None, zipfile.ZIP_STORED),
    }
