"""What nobody sees in a cell, or sees as another text, is said at the cell: by colour, by condition, by a text's format."""

import io
import struct
import zipfile

import openpyxl
import pytest
from buku_biner import Putih, Teks, buku_xlsb
from buku_mentah import EKOR, KEPALA, buku_xlsx
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color
from test_baca_format_sel import ods

from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat, TampilanBersyarat
from asn_nilai.baca.format_sel.corak.kode_format import tampak_teks
from asn_nilai.baca.format_sel.corak.warna import samar, warna_xlsx
from asn_nilai.baca.format_sel.lembar import FormatSel
from asn_nilai.baca.format_sel.rias import ada_tanda_rias
from asn_nilai.baca.format_sel.xls.bersyarat_xls import aturan_xls


@pytest.mark.parametrize(
    ("huruf", "dasar", "sama"),
    [
        ("ffffff", "ffffff", True), ("fefefe", "ffffff", True), ("f3f3f3", "ffffff", True), ("f2f2f2", "ffffff", False), ("000000", "ffffff", False),
        ("theme:4:", "theme:4:", True), ("theme:4:", "theme:4:0.5", False), ("theme:4:", "ffffff", False), ("00b050", "00b050", True),
    ],
)  # fmt: skip
def test_huruf_sewarna_latarnya_tidak_tampak(huruf, dasar, sama):
    assert samar(huruf, dasar) is sama


@pytest.mark.parametrize(
    ("atribut", "warna"),
    [
        ({"rgb": "FFFFFFFF"}, "ffffff"), ({"rgb": "00B050"}, "00b050"), ({"theme": "0"}, "ffffff"), ({"theme": "1", "tint": "0"}, "000000"),
        ({"theme": "0", "tint": "-0.15"}, "theme:0:-0.15"), ({"theme": "4"}, "theme:4:"), ({"indexed": "9"}, "ffffff"), ({"indexed": "64"}, "000000"),
        ({"indexed": "10"}, "indexed:10:"), ({"auto": "1"}, "000000"),
    ],
)  # fmt: skip
def test_warna_xlsx_disebut_dengan_enam_angkanya(atribut, warna):
    assert warna_xlsx(atribut, "000000") == warna


@pytest.mark.parametrize(
    ("kode", "teks", "tampak"),
    [
        ('General;General;General;"Lain"', "Baik", "Lain"), (";;;", "Baik", ""), ("@", "Baik", None), ('@"0"', "74", "740"), ('"(batal) "@', "Baik", "(batal) Baik"),
        ("General", "Baik", None), ('"Lain"', "Baik", None), ("0;-0;;@", "Baik", None), ("0;-0;0;General", "Baik", None), (" @ ", "Baik", None),
    ],
)  # fmt: skip
def test_format_dapat_mengganti_teks(kode, teks, tampak):
    assert tampak_teks(kode, teks) == tampak


@pytest.mark.parametrize(
    ("banding", "batas", "kena"),
    [
        ("greaterThan", ("5",), [7.0, "5"]), ("lessThan", ("5",), [3.0]), ("equal", ("5",), [5.0]), ("notEqual", ("5",), [3.0, 7.0, "5"]),
        ("greaterThanOrEqual", ("5",), [5.0, 7.0, "5"]), ("lessThanOrEqual", ("5",), [3.0, 5.0]), ("between", ("3", "5"), [3.0, 5.0]),
        ("notBetween", ("3", "5"), [7.0, "5"]), ("equal", ("$A$1",), []), ("containsText", ("5",), []), ("equal", (), []),
    ],
)  # fmt: skip
def test_aturan_bersyarat_kena_pada_isi_yang_memenuhinya(banding, batas, kena):
    isi = [[3.0], [5.0], [7.0], ["5"], [True]]
    aturan = AturanBersyarat("A1:A9", banding, batas, TampilanBersyarat(samar=True))
    assert [isi[b][k] for (b, k), _ in aturan.tampak(isi)] == kena


def test_format_angka_bersyarat_tidak_mengubah_teks():
    aturan = AturanBersyarat("A1:A2", "notEqual", ("-1",), TampilanBersyarat(kode='0"0"'))
    assert list(aturan.tampak([["Sesuai Ekspektasi"], [7.0]])) == [((1, 0), "70")]


@pytest.mark.parametrize(
    ("syarat", "banding", "batas"),
    [
        (">1", "greaterThan", ("1",)), ("!=0", "notEqual", ("0",)), ("between(1,5)", "between", ("1", "5")), ("not-between(1,5)", "notBetween", ("1", "5")),
        ("formula-is(A1>0)", "", ()),
    ],
)  # fmt: skip
def test_aturan_ods_menjadi_aturan_yang_sama(syarat, banding, batas):
    aturan = AturanBersyarat.dari_ods(
        "'Capaian Juni'.H6:'Capaian Juni'.H9 Lain.B2", syarat, TampilanBersyarat()
    )
    assert (aturan.rentang, aturan.banding, aturan.batas) == ("H6:H9 B2", banding, batas)


def test_batang_dan_ikon_sebagai_ganti_angka_menyembunyikan_angka_saja():
    aturan = AturanBersyarat.tanpa_angka("'Capaian Juni'.A1:'Capaian Juni'.A9")
    isi = [[-3.0], [0.0], [7e12], ["7"], [True], [""]]
    assert list(aturan.tampak(isi)) == [((0, 0), ""), ((1, 0), ""), ((2, 0), "")]


def test_format_bersyarat_yang_menampilkan_angka_lain_disebut():
    aturan = AturanBersyarat("A1", "lessThan", ("100",), TampilanBersyarat(kode='"100"'))
    assert list(aturan.tampak([[7.0]])) == [((0, 0), "100")]
    assert list(aturan.tampak([[100.0]])) == []


def test_nol_yang_tidak_ditampilkan_dan_huruf_samar_dicatat_bila_ada_isinya():
    hasil = FormatSel(
        samar={(0, 1), (0, 2), (9, 9)}, format_teks={(1, 0): ";;;", (1, 1): "@"}, nol_tersembunyi=True
    )
    hasil.lengkapi([[0.0, 5.0, ""], ["Baik", "Baik", False]])
    assert hasil.tampak == {(0, 0): "", (0, 1): "", (1, 0): ""}


def test_xlsb_menyebut_huruf_putih_dan_nol_yang_tidak_ditampilkan():
    data = buku_xlsb("Capaian", {(0, 0): Putih(5.0), (1, 0): 5.0, (2, 0): 0.0}, tanpa_nol=True)
    assert Buku(data).lembar("Capaian").format_sel.tampak == {(0, 0): "", (2, 0): ""}
    assert Buku(buku_xlsb("Capaian", {(0, 0): 5.0, (1, 0): 0.0})).lembar("Capaian").format_sel.tampak == {}


SEL_ODS = '<table:table-cell table:style-name="{}" office:value-type="{}" office:value="5"><text:p>5</text:p></table:table-cell>'
NAMA = (
    '<style:style style:name="Batal"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Putih"><style:text-properties fo:color="#FFFFFF"/></style:style>'
    '<style:style style:name="Biru" style:parent-style-name="Putih"><style:table-cell-properties fo:background-color="#1F4E78"/></style:style>'
    '<number:text-style style:name="N1"><number:text>Lain</number:text></number:text-style>'
    '<number:text-style style:name="N2"><number:text-content/></number:text-style>'
)
TURUNAN = (
    '<style:style style:name="ce1" style:parent-style-name="Batal"/><style:style style:name="ce2" style:parent-style-name="Putih"/>'
    '<style:style style:name="ce3" style:parent-style-name="Biru"/><style:style style:name="ce4" style:data-style-name="N1"/>'
    '<style:style style:name="ce5" style:data-style-name="N2"/><style:style style:name="ce6" style:parent-style-name="ce6"/>'
    '<style:style style:name="ce7" style:parent-style-name="Putih"><style:text-properties style:use-window-font-color="true"/></style:style>'
)


def buku_ods(isi: str, pengaturan: str = "") -> FormatSel:
    """Return what an .ods shows whose named styles stand in styles.xml, as LibreOffice writes them."""
    from asn_nilai.baca.berkas.arsip import Arsip
    from asn_nilai.baca.format_sel.ods.ods import pembaca_format

    ruang_nama = 'xmlns:table="t" xmlns:office="o" xmlns:text="x" xmlns:calcext="c" xmlns:style="s" xmlns:fo="f" xmlns:number="n" xmlns:config="g"'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as arsip:
        arsip.writestr("styles.xml", f"<a {ruang_nama}>{NAMA}</a>")
        arsip.writestr("settings.xml", f"<a {ruang_nama}>{pengaturan}</a>")
        arsip.writestr(
            "content.xml",
            f'<a {ruang_nama}>{TURUNAN}<table:table table:name="Target">{isi}</table:table></a>',
        )
    return pembaca_format(Arsip(data.getvalue()))("Target")


def test_gaya_bernama_ods_berlaku_lewat_turunannya():
    sel = [SEL_ODS.format(f"ce{n}", "string" if n in {4, 5} else "float") for n in range(1, 8)]
    hasil = buku_ods(f"<table:table-row>{''.join(sel)}</table:table-row>")
    assert hasil.dicoret == {(0, 0)}
    assert hasil.samar == {(0, 1)}
    assert hasil.format_teks == {(0, 3): ';;;"""Lain"'}
    hasil = buku_ods(f"<table:table-row>{SEL_ODS.format('Batal', 'float')}</table:table-row>")
    assert hasil.dicoret == {(0, 0)}


def test_aturan_bersyarat_ods_dicatat_bila_menyembunyikan():
    aturan = (
        '<calcext:conditional-format calcext:target-range-address="Target.A1:Target.A9">'
        '<calcext:condition calcext:apply-style-name="Putih" calcext:value="&gt;1"/>'
        '<calcext:condition calcext:apply-style-name="Biru" calcext:value="&gt;1"/></calcext:conditional-format>'
    )
    assert [(a.rentang, a.banding) for a in buku_ods(aturan).bersyarat] == [("A1:A9", "greaterThan")]


@pytest.mark.parametrize(
    ("gambar", "tertutup"),
    [
        ('<calcext:data-bar calcext:show-value="false"/>', True), ('<calcext:data-bar calcext:max-length="90"/>', False),
        ('<calcext:icon-set><calcext:formatting-entry calcext:show-value="false"/></calcext:icon-set>', True),
        ('<calcext:icon-set><calcext:formatting-entry calcext:value="0"/></calcext:icon-set>', False),
    ],
)  # fmt: skip
def test_batang_dan_ikon_ods_dicatat_bila_menggantikan_angkanya(gambar, tertutup):
    aturan = f'<calcext:conditional-format calcext:target-range-address="Target.A1:Target.A9">{gambar}</calcext:conditional-format>'
    assert [a.rentang for a in buku_ods(aturan).bersyarat] == ["A1:A9"] * tertutup


@pytest.mark.parametrize(
    ("pengaturan", "tersembunyi"),
    [
        ('<config:config-item config:name="ShowZeroValues">false</config:config-item>', True),
        ('<config:config-item config:name="ShowZeroValues">true</config:config-item>', False),
        ('<config:config-item config:name="ShowGrid">false</config:config-item>', False),
        ('<config:config-item-map-entry config:name="Target"><config:config-item config:name="ShowZeroValues">false</config:config-item></config:config-item-map-entry>', True),
        ('<config:config-item-map-entry config:name="Lain"><config:config-item config:name="ShowZeroValues">false</config:config-item></config:config-item-map-entry>', False),
    ],
)  # fmt: skip
def test_ods_yang_tidak_menampilkan_nol_disebut_pengaturannya(pengaturan, tersembunyi):
    assert buku_ods("", pengaturan).nol_tersembunyi is tersembunyi


def test_gaya_ods_yang_tidak_dikenal_adalah_polos():
    hasil = ods(
        '<table:table-row><table:table-cell table:style-name="ce9" office:value-type="float" office:value="5"/></table:table-row>'
    )
    assert (hasil.samar, hasil.dicoret, hasil.format_teks) == (set(), set(), {})


@pytest.mark.parametrize(
    ("rumus", "batas"),
    [
        (b"\x1e\x05\x00", ("5",)),
        (b"\x1f" + bytes(6) + b"\xf0\x3f", ("1.0",)),
        (b"\x1e\x01\x00\x13", ("-1",)),
        (b"\x1f" + bytes(6) + b"\xf0\x3f\x13\x15", ("-1.0",)),
        (b"\x1e\x32\x00\x14", ("0.5",)),
        (b"\x1e\x07\x00\x12", ("7",)),
        (b"\x1e\x05\x00\x1e\x02\x00\x03", ("",)),
        (b"\x1f\x00", ("",)),
        (b"\x24\x00\x00\x00\xc0", ("",)),
    ],
)
def test_aturan_xls_membandingkan_dengan_bilangan_saja(rumus, batas):
    kelompok = struct.pack("<6H", 1, 0, 0, 0, 0, 0) + struct.pack("<H4H", 1, 5, 8, 7, 7)
    huruf = bytes(80) + struct.pack("<i", 9) + bytes(34)
    sifat = struct.pack("<IH", 1 << 25 | 1 << 26 | 1 << 27 | 1 << 29, 0) + bytes(2) + huruf + bytes(8)
    aturan = struct.pack("<2B2H", 1, 5, len(rumus), 0) + sifat
    isi = {
        "putih": aturan + struct.pack("<I", 9 << 23) + rumus,
        "biru": aturan + struct.pack("<I", 30 << 23) + rumus,
    }
    warna = {9: "ffffff", 30: "0066cc"}
    hasil = list(
        aturan_xls(
            [(0x01B0, memoryview(kelompok)), *((0x01B1, memoryview(bita)) for bita in isi.values())],
            warna.get,
        )
    )
    assert [(a.rentang, a.banding, a.batas) for a in hasil] == [("H6:H9", "greaterThan", batas)]


def rich(*potongan: tuple[str, InlineFont | None]) -> FormatSel:
    """Return what an .xlsx shows of one text in several fonts, A1."""
    buku = openpyxl.Workbook()
    isi = [teks if huruf is None else TextBlock(huruf, teks) for teks, huruf in potongan]
    buku.active["A1"] = CellRichText(*isi)
    data = io.BytesIO()
    buku.save(data)
    return Buku(data.getvalue()).lembar("Sheet").format_sel


@pytest.mark.parametrize(
    ("huruf", "berias"),
    [
        (InlineFont(color="FFFFFFFF"), True), (InlineFont(color="00FAFAFA"), True), (InlineFont(color=Color(theme=0)), True), (InlineFont(sz=1), True),
        (InlineFont(color="FFFF0000"), False), (InlineFont(color=Color(theme=1)), False), (InlineFont(sz=9), False),
    ],
)  # fmt: skip
def test_angka_putih_atau_sangat_kecil_di_tengah_sel_disebut(huruf, berias):
    """A white 9 before a 9 says 9 and holds 99."""
    assert rich(("9", huruf), ("9", None)).berias == ({(0, 0)} if berias else set())
    assert rich((" ", huruf), ("9", None)).berias == set()


def test_angka_putih_di_tengah_sel_disebut_juga_di_dalam_lembarnya():
    sel = b'<c r="A1" t="inlineStr"><is><r><rPr><color rgb="FFFFFFFF"/></rPr><t>9</t></r><r><t>9</t></r></is></c>'
    data = buku_xlsx(KEPALA + b'<row r="1">' + sel + b"</row>" + EKOR)
    assert Buku(data).lembar("Target").format_sel.berias == {(0, 0)}


@pytest.mark.parametrize(
    ("huruf", "berias"),
    [
        ('<color tint="0" theme="0"/>', True), ('<color  rgb="FFFFFFFF"/>', True), ('<color rgb="FFFFFF"/>', True), ('<color theme="00"/>', True), ('<color indexed="09"/>', True),
        ('<x:color xmlns:x="u" theme="0"/>', True), ('<sz  val="1"/>', True), ('<sz val="01"/>', True), ('<color tint="0" theme="1"/>', False), ('<sz val="011"/>', False),
    ],
)  # fmt: skip
def test_warna_dan_ukuran_huruf_dikenali_bagaimana_pun_ditulis(huruf, berias):
    sel = f'<c r="A1" t="inlineStr"><is><r><rPr>{huruf}</rPr><t>9</t></r><r><t>9</t></r></is></c>'
    data = buku_xlsx(KEPALA + b'<row r="1">' + sel.encode() + b"</row>" + EKOR)
    assert Buku(data).lembar("Target").format_sel.berias == ({(0, 0)} if berias else set())


@pytest.mark.parametrize(
    ("huruf", "ditandai"),
    [('<color theme="1"/>', False), ('<color theme="4" tint="0.1" />', False), ('<sz val="10.5"/>', False), ('<color auto="1"/>', False), ('<color theme="01"/>', True)],
)  # fmt: skip
def test_yang_ditulis_seperti_biasa_tidak_ditelusuri(huruf, ditandai):
    assert ada_tanda_rias(huruf.encode()) is ditandai


@pytest.mark.parametrize("bersama", [True, False])
@pytest.mark.parametrize(("huruf", "berias"), [(3, True), (4, True), (0, False)])
def test_angka_putih_atau_sangat_kecil_di_tengah_sel_xlsb(huruf, berias, bersama):
    teks = Teks.dari("99", (0, huruf), (1, 0), bersama=bersama)
    hasil = Buku(buku_xlsb("Capaian", {(0, 0): teks})).lembar("Capaian").format_sel
    assert hasil.berias == ({(0, 0)} if berias else set())


def test_angka_putih_di_tengah_sel_ods():
    sel = '<table:table-cell office:value-type="string"><text:p><text:span text:style-name="{}">9</text:span>9</text:p></table:table-cell>'
    assert buku_ods(f"<table:table-row>{sel.format('Putih')}</table:table-row>").berias == {(0, 0)}
    assert buku_ods(f"<table:table-row>{sel.format('Lain')}</table:table-row>").berias == set()


def test_kolom_yang_disembunyikan_dari_beberapa_rentang():
    ini = FormatSel(kolom_tersembunyi=[(1, 2), (4, 4)])
    assert ini.kolom_disembunyikan([5, 4, 3, 2, 0]) == [2, 4]
    assert FormatSel().kolom_disembunyikan([0]) == []
