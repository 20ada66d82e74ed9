"""A workbook's parts rewritten by hand into what other programs write, and into what only Excel can add."""

import re

LEMBAR = "xl/worksheets/sheet1.xml"
_AKHIR = b"</worksheet>"


def x14(bagian):
    isian = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" '
        'allowBlank="1"><x14:formula1><xm:f>Perilaku!$D$6:$D$9</xm:f></x14:formula1><xm:sqref>F6:F60</xm:sqref>'
        "</x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    bagian[LEMBAR] = bagian[LEMBAR].replace(_AKHIR, isian.encode() + _AKHIR)


def percakapan(bagian):
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


def ketat(bagian):
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


def wps(bagian):
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


def awalan(bagian):
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


def tanpa_alamat(bagian):
    """Rows and cells without addresses wherever one follows the other."""

    def baris(cocok):
        sel = re.findall(rb'<c r="([A-Z]+)\d+"', cocok[2])
        berurutan = sel == [b"%c" % (65 + n) for n in range(len(sel))]
        return cocok[1] + (re.sub(rb'(<c) r="[A-Z]+\d+"', rb"\1", cocok[2]) if berurutan else cocok[2])

    isi = re.sub(rb"(<row [^>]*>)(.*?)(?=</row>)", baris, bagian[LEMBAR])
    bagian[LEMBAR] = re.sub(rb'<row r="(?:[7-9]|\d\d)"', b"<row", isi)


def makro(bagian):
    jenis = bagian["[Content_Types].xml"]
    jenis = jenis.replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    bagian["[Content_Types].xml"] = jenis
    bagian["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 bukan makro sungguhan" * 20
    tambah_jenis(bagian, "xl/vbaProject.bin", "application/vnd.ms-office.vbaProject")


def cdata(bagian):
    isi = bagian[LEMBAR].replace(b"<sheetData>", b'<!-- <row r="7"><c r="H7"/></row> --><sheetData>')
    bagian[LEMBAR] = isi.replace(_AKHIR, _AKHIR + b"<!-- </worksheet> -->")


def tanpa_gaya(bagian):
    """The least that a workbook needs: no styles part at all."""
    del bagian["xl/styles.xml"]
    for nama in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        bagian[nama] = re.sub(rb"<(?:Override|Relationship)[^>]*styles[^>]*/>", b"", bagian[nama])
    for nama in (LEMBAR, "xl/worksheets/sheet2.xml"):
        bagian[nama] = re.sub(rb' s="\d+"', b"", bagian[nama])
