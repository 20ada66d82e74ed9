"""The glance at a sheet's bytes: what it must not pass over, however the attributes are spaced or quoted."""

import pytest

from asn_nilai.baca.format_sel.xlsx.saringan_xlsx import SaringanXlsx

_LEMBAR = b'<worksheet><sheetData><row r="1">%s</row></sheetData></worksheet>'


def lihat(sel: bytes, gaya=()) -> SaringanXlsx:
    saringan = SaringanXlsx(gaya)
    saringan.lihat(_LEMBAR % sel)
    return saringan


def teliti(saringan: SaringanXlsx) -> bool:
    """Tell whether the sheet is looked at in full."""
    return saringan.menarik or saringan.asing


@pytest.mark.parametrize("sama", [b"=%s", b" =%s", b"= %s", b" = %s", b"  =  %s"])
@pytest.mark.parametrize("kutip", [b'"%s"', b"'%s'"])
@pytest.mark.parametrize("banyak", [1, 8, 9])
def test_gaya_dan_galat_terlihat_bagaimana_pun_ditulis(sama, kutip, banyak):
    gaya = range(3, 3 + banyak)
    s, t = (
        b'<c r="A1" ' + nama + sama % (kutip % isi) + b"><v>1</v></c>"
        for nama, isi in ((b"s", b"3"), (b"t", b"e"))
    )
    assert teliti(lihat(s, gaya))
    assert teliti(lihat(t, gaya))
    assert teliti(lihat(s.replace(b"3", b"2"), gaya)) is (
        kutip == b"'%s'"
    )  # quotes that nobody uses are never trusted


@pytest.mark.parametrize("sama", [b"=", b" =", b"= ", b" = "])
@pytest.mark.parametrize(
    ("alamat", "jauh"), [(b"A10000", True), (b"AAA1", True), (b"A9999", False), (b"ZZ9", False)]
)
def test_sel_yang_jauh_terlihat_bagaimana_pun_ditulis(sama, alamat, jauh):
    saringan = lihat(b"<c r" + sama + b'"' + alamat + b'"><v>1</v></c>')
    assert (saringan.jauh, saringan.asing) == (jauh, False)


def test_galat_dihitung_satu_per_satu():
    sel = b'<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t = "e"><v>#N/A</v></c><c r="C1" t="str"><v>e</v></c>'
    assert lihat(sel).galat == 2


def saring(*potongan: bytes, gaya=(), **pilihan) -> SaringanXlsx:
    saringan = SaringanXlsx(gaya, **pilihan)
    for isi in potongan:
        saringan.lihat(isi)
    return saringan


@pytest.mark.parametrize(
    ("isi", "asing"),
    [
        (b"<c/>", False), (b"<c r='A1'/>", True), (b"<c r= 'A1'/>", True), (b"<t>it's</t>", False), (b"<!-- a -->", True), (b'<c\tr="A1"/>', True), (b'<c\nr="A1"/>', True),
        (b'<c\n s="1"/>', False), (b"<t>a!b</t>", False), (b'<c s\n="1"/>', True), (b'<c s=\t"1"/>', True), (b'<c s\r\n="1"/>', True), (b'<c s="&#49;"/>', True),
        (b'<c s="01"/>', True), (b'<c s="+1"/>', True), (b'<c s=" 1"/>', True), (b'<c s= " 1"/>', True), (b'<c s="1 "/>', True), (b'<c s="0"/>', False), (b'<c s="10"/>', False),
    ],
)  # fmt: skip
def test_cara_menulis_yang_tidak_lazim_tidak_dipercaya(isi, asing):
    assert lihat(isi, (3,)).asing is asing
    assert saring(b"<worksheet><sheetData>" + isi, b"</sheetData></worksheet>", gaya=(3,)).asing is asing


@pytest.mark.parametrize(
    ("potongan", "asing"),
    [
        ((b"<worksheet><sheetData>", b"</sheetData></worksheet>\n"), False), ((b"<worksheet><sheetData>", b"</sheetData>"), True), ((b"<worksheet>", b"</worksheet>"), True),
        ((b"<worksheet><sheetData/></worksheet>", b""), True), ((), True),
    ],
)  # fmt: skip
def test_lembar_yang_tidak_utuh_tidak_dipercaya(potongan, asing):
    assert saring(*potongan).asing is asing


@pytest.mark.parametrize(
    ("isi", "bukan"),
    [("<sheetData/>".encode("utf-16"), True), (b"<sheetData/>\0", False), (b"<worksheet/>", False)],
)
def test_yang_bukan_utf8(isi, bukan):
    assert saring(isi).bukan_utf8 is bukan


@pytest.mark.parametrize(
    ("isi", "pilihan", "menarik"),
    [
        (b'<row hidden="1"/>', {}, True), (b'<sheetView showZeros="0"/>', {}, True), (b"<conditionalFormatting/>", {}, False), (b"<conditionalFormatting/>", {"bersyarat": True}, True),
        (b'<c t="inlineStr"><is><r><rPr><strike/></rPr></r></is></c>', {}, True), (b'<c t="inlineStr"><is><r><rPr><vertAlign/></rPr></r></is></c>', {}, True),
        (b'<c t="inlineStr"><is><t>a</t></is></c>', {}, False), (b"<c><f>A1</f></c>", {}, True), (b"<c><f>A1</f><v></v></c>", {}, True), (b"<c><f>A1</f><v>5</v></c>", {}, False),
        (b'<c><f t="shared" si="0"/></c>', {}, True), (b'<c><f t="shared" si="0"/><v>5</v></c>', {}, False), (b"<c><f>A1</f><v>0</v></c>", {}, False),
        (b"<c><f>A1</f><v>0</v></c>", {"menunggu": True}, True), (b'<c><f si="0"/><v>0</v></c>', {"menunggu": True}, True), (b"<c><f>A1</f><v>05</v></c>", {"menunggu": True}, False),
        (b'<c s="3"><v>1</v></c>', {"gaya": (3,)}, True), (b'<c s="33"><v>1</v></c>', {"gaya": (3,)}, False), (b'<c r="3"><v>1</v></c>', {"gaya": (3,)}, False), (b'<c s="3"/>', {}, False),
        (b'<c t="e"><v>#N/A</v></c>', {}, True),
    ],
)  # fmt: skip
def test_yang_tidak_diserahkan_calamine_menarik_perhatian(isi, pilihan, menarik):
    assert saring(b"<worksheet><sheetData>", isi, b"</sheetData></worksheet>", **pilihan).menarik is menarik


@pytest.mark.parametrize(("banyak", "asing"), [(500, False), (501, True)])
def test_terlalu_banyak_gaya_tidak_dicari_satu_per_satu(banyak, asing):
    assert lihat(b"<c/>", range(banyak)).asing is asing


_ATAS, _BAWAH = (
    b"<worksheet><sheetViews><sheetView/></sheetViews><sheetData>",
    b"</sheetData><dataValidations/></worksheet>",
)


@pytest.mark.parametrize(
    ("isi", "terisi"),
    [
        (b"<c><v>1</v></c>" * 3, 3), (b'<c r="A1"/><c r="B1"></c>', 0), (b"<x:c><x:v>1</x:v></x:c>", 1), (b'<c><v xml:space="preserve">1</v></c>', 1), (b"<c><v\n>1</v ></c>", 1),
        (b'<c t="inlineStr"><is><t>lain</t></is></c>', 1), (b'<c t="inlineStr"><is><t>lima</t></is></c><c><v>1</v></c>', 2), (b"<row spans='1:2'/>", 0),
        (b"<c><f>average(A1)</f><v>1</v></c>", 1), (b"<c><f>vlookup(averagev)</f><v>1</v></c>", 2),
    ],
)  # fmt: skip
def test_isi_dihitung_tanpa_yang_di_atas_dan_di_bawah_baris(isi, terisi):
    """Never too few; too many where a formula has names with a v."""
    assert saring(_ATAS + isi + _BAWAH).terisi == terisi
    assert saring(_ATAS, isi, _BAWAH).terisi == terisi
    assert saring(_ATAS, isi + _BAWAH).terisi == terisi
    assert saring(_ATAS, isi, isi, _BAWAH).terisi == 2 * terisi
