"""A list in place of a marked copy, for files that cannot carry marks: .ods, .xls, .xlsb, locked or damaged ones.

It is the sheet Temuan alone, with the addresses of the cells in the file that was sent.
"""

import io
import zipfile
from collections.abc import Sequence

from asn_nilai.acuan.temuan import LEMBAR_TEMUAN, Temuan
from asn_nilai.terbit.berkas import bagian_zip
from asn_nilai.terbit.tandai.paket.gaya_paket import gaya_kosong
from asn_nilai.terbit.tandai.paket.hubungan import TIPE_ISI
from asn_nilai.terbit.tandai.pasang import tandai_paket

_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RUANG = "http://schemas.openxmlformats.org"
_HUBUNGAN = f"{_RUANG}/officeDocument/2006/relationships"
_WARNA = {
    "dk1": '<a:sysClr val="windowText" lastClr="000000"/>',
    "lt1": '<a:sysClr val="window" lastClr="FFFFFF"/>',
    **{
        nama: f'<a:srgbClr val="{heksa}"/>'
        for nama, heksa in (
            ("dk2", "1F3A4D"), ("lt2", "EEF2F4"), ("accent1", "1F6F78"), ("accent2", "C0672B"), ("accent3", "7A8B99"),
            ("accent4", "D9A441"), ("accent5", "4A7A5B"), ("accent6", "8C3B4A"), ("hlink", "0B5CAD"), ("folHlink", "6B4E9B"),
        )
    },
}  # fmt: skip
_HURUF = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_ISI = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_GARIS = f'<a:ln w="9525">{_ISI}<a:prstDash val="solid"/></a:ln>'
_EFEK = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _tema() -> str:
    """Return the smallest theme, without which spreadsheets choose colours and fonts themselves."""
    warna = "".join(f"<a:{nama}>{isi}</a:{nama}>" for nama, isi in _WARNA.items())
    return (
        f'<a:theme xmlns:a="{_RUANG}/drawingml/2006/main" name="asn-nilai"><a:themeElements><a:clrScheme name="asn-nilai">{warna}</a:clrScheme>'
        f'<a:fontScheme name="asn-nilai"><a:majorFont>{_HURUF}</a:majorFont><a:minorFont>{_HURUF}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="asn-nilai"><a:fillStyleLst>{_ISI * 3}</a:fillStyleLst><a:lnStyleLst>{_GARIS * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFEK * 3}</a:effectStyleLst><a:bgFillStyleLst>{_ISI * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


_BAGIAN = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_RUANG}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TIPE_ISI["styles"]}"/>'
        '<Override PartName="/xl/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RUANG}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_HUBUNGAN}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_RUANG}/spreadsheetml/2006/main"><bookViews><workbookView/></bookViews><sheets></sheets>'
        "</workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RUANG}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_HUBUNGAN}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{_HUBUNGAN}/theme" '
        f'Target="theme/theme1.xml"/><Relationship Id="rId3" Type="{_HUBUNGAN}/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/theme/theme1.xml": _tema(),
    # The sheet says its texts itself; Excel expects the part all the same, with a text in it.
    "xl/sharedStrings.xml": (
        f'<sst xmlns="{_RUANG}/spreadsheetml/2006/main" count="0" uniqueCount="1"><si><t>{LEMBAR_TEMUAN}</t></si></sst>'
    ),
}


def buku_daftar(temuan: Sequence[Temuan], sebab: str) -> bytes:
    """Return a workbook that lists findings.

    Args:
        temuan: the findings of one file, at least one.
        sebab: why the file itself is not marked, an Indonesian clause.
    """
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, isi in _BAGIAN.items():
            arsip.writestr(bagian_zip(nama), _KEPALA + isi)
        arsip.writestr(bagian_zip("xl/styles.xml"), gaya_kosong(f"{_RUANG}/spreadsheetml/2006/main"))
    petunjuk = (
        f"Ini daftar saja: berkas Anda tidak dapat ditandai langsung karena {sebab}.",
        "Buka berkas Anda sendiri, perbaiki sel-sel di bawah ini, simpan, lalu kirim berkas itu kembali.",
    )
    return tandai_paket(wadah.getvalue(), temuan, petunjuk)
