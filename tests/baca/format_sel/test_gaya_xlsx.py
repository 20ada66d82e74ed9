"""styles.xml of an .xlsx: which cell styles and conditional formats may not show what a cell stores."""

import pytest

from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.format_sel.corak.bersyarat import TampilanBersyarat
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import GayaKhusus, gaya_khusus_dari

POLOS = GayaKhusus()


def gaya(isi: str) -> GayaKhusus:
    return gaya_khusus_dari(f"<styleSheet>{isi}</styleSheet>".encode())


def xf(*sifat: str) -> str:
    return f"<cellXfs>{''.join(f'<xf {isi}/>' for isi in sifat)}</cellXfs>"


def test_format_bawaan_persen_dan_format_khusus_menurut_nomornya():
    isi = '<numFmts><numFmt numFmtId="164" formatCode="0&quot;00&quot;"/><numFmt numFmtId="165" formatCode="#,##0"/></numFmts>'
    isi += '<cellStyleXfs><xf numFmtId="164"/></cellStyleXfs>' + xf(
        'numFmtId="0"', 'numFmtId="164"', 'numFmtId="165"', 'numFmtId="9"', 'numFmtId="10"', ""
    )
    assert gaya(isi) == GayaKhusus({1: '0"00"', 3: "0%", 4: "0.00%"})


@pytest.mark.parametrize(
    "persen", ['numFmtId="09"', 'numFmtId ="9"', 'numFmtId=\n"9"', 'numFmtId="&#57;"', 'numFmtId=" 9"', 'numFmtId="+9"']
)  # fmt: skip
def test_nomor_format_yang_ditulis_tidak_lazim_tetap_nomor_itu(persen):
    assert gaya(xf('numFmtId="0"', persen)) == GayaKhusus({1: "0%"})


def test_huruf_kecil_di_gaya_bagaimana_pun_ditulis():
    for huruf in ('<sz  val="1"/>', '<sz val="01"/>', '<color theme="00"/>'):
        assert gaya(f"<fonts><font>{huruf}</font></fonts>" + xf('fontId="0"')).samar == {0}
    assert gaya(
        '<x:fonts xmlns:x="u"><x:font><x:sz val="1"/></x:font></x:fonts>' + xf('fontId="0"')
    ).samar == {0}


def test_huruf_dicoret_atau_sewarna_dasarnya():
    huruf = '<fonts><font/><font><strike/></font><font><strike val="0"/></font><font><color rgb="FFFFFFFF"/></font><font><color rgb="FF123456"/></font></fonts>'
    dasar = (
        '<fills><fill><patternFill patternType="none"><fgColor rgb="FF123456"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF123456"/></patternFill></fill>'
        '<fill><patternFill patternType="gray125"/></fill><fill><patternFill/></fill></fills>'
    )  # fmt: skip
    pasangan = [(0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (4, 1), (4, 0), (3, 2), (3, 3), (3, 9), (9, 0)]
    ini = gaya(huruf + dasar + xf(*(f'fontId="{h}" fillId="{d}"' for h, d in pasangan)))
    assert ini.dicoret == {1}
    assert ini.samar == {3, 5, 8, 9}
    assert ini.semua == {1, 3, 5, 8, 9}


@pytest.mark.parametrize(
    ("letak", "digeser"),
    [("superscript", True), ("subscript", True), ("baseline", False)],
)
def test_huruf_yang_dinaikkan_atau_diturunkan(letak, digeser):
    huruf = f'<fonts><font/><font><vertAlign val="{letak}"/></font></fonts>'
    ini = gaya(huruf + xf('fontId="0"', 'fontId="1"'))
    assert ini.digeser == ini.semua == ({1} if digeser else set())


def test_format_bersyarat_masing_masing_dengan_hurufnya_sendiri():
    isi = "".join(
        f"<dxf>{bagian}</dxf>"
        for bagian in (
            '<font><color rgb="FF000000"/></font>', '<font><color rgb="FFFFFFFF"/></font>', '<font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill>',
            '<fill><patternFill patternType="solid"><bgColor rgb="FF000000"/></patternFill></fill>', '<numFmt numFmtId="164" formatCode="0.0,"/>', '<numFmt numFmtId="165" formatCode="0"/>',
            '<font><color rgb="FFFFFFFF"/></font><border><left><color rgb="FF000000"/></left></border>',
        )
    )  # fmt: skip
    assert gaya(f"<dxfs>{isi}</dxfs>").bersyarat == {
        1: TampilanBersyarat(samar=True), 3: TampilanBersyarat(samar=True), 4: TampilanBersyarat(kode="0.0,"), 6: TampilanBersyarat(samar=True),
    }  # fmt: skip


@pytest.mark.parametrize(
    "isi", ["", '<numFmts><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts>' + xf('numFmtId="164"')]
)
def test_gaya_sehari_hari_polos(isi):
    assert gaya(isi) == POLOS


def test_gaya_yang_menyembunyikan_format_di_balik_deklarasi_ditolak():
    """A declaration may give cells a format that no style of them bears; nobody's program writes one."""
    isi = b'<!DOCTYPE styleSheet [<!ATTLIST xf numFmtId CDATA "9">]><styleSheet><cellXfs><xf/></cellXfs></styleSheet>'
    with pytest.raises(BukuTidakTerbacaError) as galat:
        gaya_khusus_dari(isi)
    assert galat.value.isi == {"sebab": "isinya memuat deklarasi XML yang tidak diperbolehkan"}
