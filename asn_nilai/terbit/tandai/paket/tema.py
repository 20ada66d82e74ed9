"""The smallest theme that a workbook of our own making needs: without one, spreadsheets choose colours and fonts themselves."""

_RUANG = "http://schemas.openxmlformats.org/drawingml/2006/main"
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


def tema() -> str:
    """Return the theme part, without the XML declaration."""
    warna = "".join(f"<a:{nama}>{isi}</a:{nama}>" for nama, isi in _WARNA.items())
    return (
        f'<a:theme xmlns:a="{_RUANG}" name="asn-nilai"><a:themeElements><a:clrScheme name="asn-nilai">{warna}</a:clrScheme>'
        f'<a:fontScheme name="asn-nilai"><a:majorFont>{_HURUF}</a:majorFont><a:minorFont>{_HURUF}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="asn-nilai"><a:fillStyleLst>{_ISI * 3}</a:fillStyleLst><a:lnStyleLst>{_GARIS * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFEK * 3}</a:effectStyleLst><a:bgFillStyleLst>{_ISI * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
