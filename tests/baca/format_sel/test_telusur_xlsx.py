"""The XML of an .xlsx sheet, element by element: what is noted of each cell, and how a stream is cut and counted."""

import datetime as dt
import io
from types import SimpleNamespace

import pytest
from buku_biner import buku_xlsb
from buku_mentah import EKOR, KEPALA, baca_pertama, buku_xlsx
from openpyxl import Workbook

from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.format_sel import xlsb
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat, TampilanBersyarat
from asn_nilai.baca.format_sel.lembar import FormatSel, periksa_bentang, sel_dari_nama
from asn_nilai.baca.format_sel.rias import TeksBerias
from asn_nilai.baca.format_sel.xlsx import xlsx
from asn_nilai.baca.format_sel.xlsx.penelusur_xlsx import PenelusurXlsx
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import GayaKhusus
from asn_nilai.baca.format_sel.xlsx.xlsx import _per_baris, _periksa_banyak, _ukur_cepat
from asn_nilai.baca.tabel.sel import SelRusak, kenali_rusak

SAMAR = TampilanBersyarat(samar=True)
GAYA = GayaKhusus(
    {1: "0%", 2: '0"00"', 3: '@" lama"'},
    frozenset({4}),
    frozenset({5}),
    {0: SAMAR, 1: TampilanBersyarat(kode="0.0,")},
    frozenset({6}),
)


def telusuri(isi: str, *, batas: int = 100, **pilihan) -> FormatSel:
    """Walk through what stands on a sheet."""
    format_sel = FormatSel()
    PenelusurXlsx(format_sel, GAYA, batas, **pilihan).telusuri([f"<worksheet>{isi}</worksheet>".encode()])
    return format_sel


def baris(sel: str, atribut: str = 'r="9"') -> str:
    return f"<sheetData><row {atribut}>{sel}</row></sheetData>"


@pytest.mark.parametrize(
    ("sel", "galat", "kosong"),
    [
        ('<c r="H9" t="e"><v>#REF!</v></c>', {(8, 7): "#REF!"}, set()), ('<c r="H9" t="e"/>', {(8, 7): "#N/A"}, set()), ('<c r="H9"><f>A1</f></c>', {}, {(8, 7)}),
        ('<c r="H9"><f>A1</f><v></v></c>', {}, {(8, 7)}), ('<c r="H9"><f>A1</f><v>0</v></c>', {}, set()), ('<c r="H9" t="str"><f>A1</f><v></v></c>', {}, set()),
        ('<c r="H9" t="str"><f>A1</f></c>', {}, {(8, 7)}), ('<c r="H9" t="str"><f>A1</f><v/></c>', {}, set()), ('<c r="G9" t="str"><v>a</v></c><c r="H9" t="str"><f>A1</f></c>', {}, {(8, 7)}),
        ('<c r="H9"><f>A1</f><v>5</v></c><c r="I9"/>', {}, set()), ('<c r="H9"/>', {}, set()),
    ],
)  # fmt: skip
def test_sel_galat_dan_rumus_tanpa_hasil(sel, galat, kosong):
    ini = telusuri(baris(sel))
    assert (ini.galat, ini.rumus_kosong) == (galat, kosong)


def test_nol_dari_rumus_yang_mungkin_belum_dihitung():
    isi = baris('<c r="H9"><f>A1</f><v>0</v></c><c r="I9"><v>0</v></c><c r="J9"><f>A1</f><v>1</v></c>')
    assert telusuri(isi, menunggu=True).rumus_kosong == {(8, 7)}


def test_alamat_dihitung_bila_tidak_tertulis():
    isi = '<sheetData><row><c/><c t="e"/></row><row r="4"><c t="e"/><c r="D4"/><c t="e"/></row><row><c t="e"/></row></sheetData>'
    assert set(telusuri(isi).galat) == {(0, 1), (3, 0), (3, 4), (4, 0)}


def test_format_angka_dan_format_teks_menurut_jenis_selnya():
    ini = telusuri(
        baris(
            '<c r="A9" s="1"><v>0.95</v></c><c r="B9" s="2" t="n"><v>7</v></c><c r="C9" s="2"><v>x</v></c><c r="D9" s="3" t="s"><v>0</v></c>'
            '<c r="E9" s="3" t="str"><v>a</v></c><c r="F9" s="3" t="inlineStr"><is><t>a</t></is></c><c r="G9" s="2" t="b"><v>1</v></c><c r="H9" s="9"><v>7</v></c>'
        )
    )
    assert (ini.persen, ini.tampak) == ({(8, 0)}, {(8, 1): "700"})
    assert ini.format_teks == {(8, 3): '@" lama"', (8, 4): '@" lama"', (8, 5): '@" lama"'}


@pytest.mark.parametrize("nomor", ["04", "+4", " 4", "4 ", " +004 "])
def test_gaya_yang_nomornya_dihias_adalah_gaya_itu(nomor):
    ini = telusuri(
        baris(
            f'<c r="A9" s="{nomor}"><v>7</v></c><c r="B9" s="00"><v>7</v></c><c r="C9" s="++x"><v>7</v></c>'
        )
    )
    assert ini.dicoret == {(8, 0)}


def test_sel_dicoret_samar_dan_teks_berias():
    ini = telusuri(
        baris(
            '<c r="A9" s="4"><v>7</v></c><c r="B9" s="4"/><c r="C9" s="5"/><c r="D9" t="inlineStr"><is><r><rPr><strike/></rPr><t>7</t></r><r><t>743</t></r></is></c>'
            '<c r="E9" t="inlineStr"><is><r><t>74</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></is></c>'
            '<c r="F9" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>7</t></r></is></c>'
            '<c r="G9" t="inlineStr"><is><r><rPr><strike/></rPr><t>lama</t></r><r><t> 5</t></r></is></c><c r="H9" t="inlineStr"><is><t>5</t></is></c>'
            '<c r="I9" t="inlineStr"><is><r><rPr><strike/></rPr></r><r><t>5</t></r></is></c>'
            '<c r="J9" t="inlineStr"><is><r><t>74</t></r><rPh sb="0" eb="2"><t>3</t></rPh></is></c>'
        )
    )
    assert ini.dicoret == {(8, 0), (8, 3), (8, 6)}
    assert ini.berias == {(8, 0), (8, 3), (8, 4)}
    assert ini.samar == {(8, 2)}


def test_sel_yang_dinaikkan_seluruhnya():
    naik = '<r><rPr><vertAlign val="superscript"/></rPr><t>{}</t></r>'
    ini = telusuri(
        baris(
            '<c r="A9" s="6"><v>102</v></c><c r="B9" s="6"/><c r="C9" s="6" t="s"><v>0</v></c><c r="D9"><v>102</v></c>'
            f'<c r="E9" t="inlineStr"><is>{naik.format("10")}{naik.format("2")}</is></c>'
            f'<c r="F9" t="inlineStr"><is><r><t>12 m</t></r>{naik.format("2")}</is></c><c r="G9" t="inlineStr"><is><r><t> </t></r>{naik.format("2")}</is></c>'
        )
    )
    assert ini.digeser == ini.berias - {(8, 5)} == {(8, 0), (8, 2), (8, 4), (8, 6)}
    assert ini.dicoret == set()


@pytest.mark.parametrize(
    ("nilai", "tersembunyi"), [("1", True), ("true", True), ("0", False), ("false", False)]
)
def test_baris_dan_kolom_tersembunyi(nilai, tersembunyi):
    ini = telusuri(
        f'<cols><col min="2" max="4" hidden="{nilai}"/></cols>' + baris("", f'r="9" hidden="{nilai}"')
    )
    assert ini.kolom_tersembunyi == ([(1, 3)] if tersembunyi else [])
    assert ini.baris_tersembunyi == ({8} if tersembunyi else set())
    assert ini.kolom_disembunyikan([4, 3, 1, 0]) == ([1, 3] if tersembunyi else [])


@pytest.mark.parametrize(
    ("atribut", "tersembunyi"),
    [("", False), ('showZeros="1"', False), ('showZeros="0"', True), ('showZeros="false"', True)],
)
def test_lembar_yang_tidak_menampakkan_nol(atribut, tersembunyi):
    assert telusuri(f"<sheetViews><sheetView {atribut}/></sheetViews>").nol_tersembunyi is tersembunyi


@pytest.mark.parametrize(
    ("aturan", "harap"),
    [
        ('<cfRule type="cellIs" dxfId="0" operator="lessThan"><formula>5</formula></cfRule>', [AturanBersyarat("H8:H9", "lessThan", ("5",), SAMAR)]),
        ('<cfRule type="cellIs" dxfId="1" operator="between"><formula>1</formula><formula>5</formula></cfRule>', [AturanBersyarat("H8:H9", "between", ("1", "5"), GAYA.bersyarat[1])]),
        ('<cfRule type="expression" dxfId="0"><formula>5</formula></cfRule>', []), ('<cfRule type="cellIs" dxfId="7" operator="lessThan"><formula>5</formula></cfRule>', []),
        ('<cfRule type="cellIs" operator="lessThan"><formula>5</formula></cfRule>', []),
    ],
)  # fmt: skip
def test_aturan_bersyarat_yang_membandingkan_dan_menyamarkan(aturan, harap):
    isi = f'<conditionalFormatting sqref="H8:H9">{aturan}</conditionalFormatting>'
    assert telusuri(isi).bersyarat == harap


def test_dua_aturan_bersyarat_tidak_berbagi_rumus():
    isi = "".join(
        f'<cfRule type="cellIs" dxfId="0" operator="equal"><formula>{angka}</formula></cfRule>'
        for angka in (1, 2)
    )
    assert [
        a.batas
        for a in telusuri(f'<conditionalFormatting sqref="A1">{isi}</conditionalFormatting>').bersyarat
    ] == [("1",), ("2",)]


def test_penelusuran_berhenti_di_batas_barisnya():
    isi = '<sheetData><row r="2"><c r="A2" t="e"/></row><row r="3"><c r="A3" t="e"/></row></sheetData><sheetViews><sheetView showZeros="0"/></sheetViews>'
    ini = telusuri(isi, batas=2)
    assert (set(ini.galat), ini.nol_tersembunyi) == ({(1, 0)}, False)


def test_ukuran_hanya_dari_sel_yang_berisi():
    ini = telusuri(
        baris('<c r="B9"/><c r="C9"><v>1</v></c><c r="D9"><f>A1</f><v/></c><c r="E9" t="e"><v>#N/A</v></c>') , hanya_ukuran=True
    )  # fmt: skip
    assert (ini.tinggi, ini.lebar, ini.galat) == (9, 5, {})
    assert (telusuri(baris('<c r="B9" t="inlineStr"><is><t>a</t></is></c>'), hanya_ukuran=True).lebar) == 2


LEMBAR = b'<a><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2"><c r="B2"><is/></c></row></sheetData></a>'


@pytest.mark.parametrize("panjang", range(5, len(LEMBAR) + 1))
def test_aliran_dipotong_hanya_di_awal_baris(panjang):
    potongan = list(_per_baris(LEMBAR[n : n + panjang] for n in range(0, len(LEMBAR), panjang)))
    assert b"".join(potongan) == LEMBAR
    assert all(bagian.startswith(b"<row") for bagian in potongan[1:] if bagian)
    assert all(bagian.count(b"<c ") == bagian.count(b"</c>") for bagian in potongan)


def test_yang_di_atas_baris_pertama_lebih_dulu():
    awal, *lain = _per_baris([LEMBAR])
    assert (awal, b"".join(lain)) == (b"<a><sheetData>", LEMBAR[14:])
    assert list(_per_baris([b"<a/>", b"<b/>"])) == [b"<a/><b/>"]


def arsip(isi: bytes, sel: int = 3) -> SimpleNamespace:
    return SimpleNamespace(alirkan=lambda _: iter([isi]), batas=SimpleNamespace(sel=sel))


@pytest.mark.parametrize(("isi", "dihitung"), [(b"<c><v>1</v></c>", 1), (b"<x:c><x:v>1</x:v></x:c>", 2)])
def test_sel_terisi_dihitung_paling_banyak_juga_dengan_awalan_nama(isi, dihitung):
    """Behind a prefix the end of a value looks like a value: never too few are counted."""
    _periksa_banyak(arsip(isi * 3, 3 * dihitung), "sheet1.xml", "Capaian")
    with pytest.raises(BukuTidakTerbacaError, match=f"lembar 'Capaian' berisi lebih dari {3 * dihitung} sel"):
        _periksa_banyak(arsip(isi * 4, 3 * dihitung), "sheet1.xml", "Capaian")


def test_ukuran_cepat_dari_alamat_di_depan_nilainya():
    ini = FormatSel()
    assert _ukur_cepat(arsip(LEMBAR, 100), "", ini)
    assert (ini.tinggi, ini.lebar) == (2, 3)


@pytest.mark.parametrize(
    "isi",
    [b"<row><c><v>1</v></c></row>", b"<row><v>1</v></row>", b'<row><c r="A1"/><c t="s"><v>1</v></c></row>'],
)
def test_ukuran_cepat_menyerah_bila_satu_sel_tanpa_alamat(isi):
    assert not _ukur_cepat(arsip(isi, 100), "", FormatSel())


def test_ukuran_cepat_berhenti_bila_sudah_terlalu_jauh():
    ini = FormatSel()
    isi = [
        b'<row><c r="D4"><v>1</v></c></row>',
        b'<row><c r="Z9"><v>1</v></c></row>',
        b"<row><c><v>1</v></c></row>",
    ]
    assert _ukur_cepat(SimpleNamespace(alirkan=lambda _: iter(isi), batas=SimpleNamespace(sel=15)), "", ini)
    assert (ini.tinggi, ini.lebar) == (4, 4)


@pytest.mark.parametrize(
    ("potongan", "berias", "dicoret"),
    [
        ([("74", False, False), ("3", False, True)], True, False), ([("km", False, False), ("2", False, True)], False, False), ([("7", False, False), ("a", False, True)], False, False),
        ([("7", True, False)], True, True), ([("lama", True, False)], False, True), ([(" ", True, False)], False, False), ([("", True, False)], False, False),
        ([("7", False, False), ("", False, False), ("3", False, True)], True, False), ([("743", False, False)], False, False), ([("7", True, False), ("8", False, False)], True, True),
    ],
)  # fmt: skip
def test_potongan_teks_yang_tidak_dibaca_apa_adanya(potongan, berias, dicoret):
    ini = TeksBerias()
    for teks, coret, geser in potongan:
        ini.tambah(teks, dicoret=coret, digeser=geser)
    assert (ini.berias, ini.dicoret) == (berias, dicoret)


ANGKA = [[1.0, 5.0, 9.0, "teks", "", True]]


@pytest.mark.parametrize(
    ("banding", "batas", "kolom"),
    [
        ("greaterThan", ("5",), {2, 3}), ("lessThan", ("5",), {0}), ("equal", ("5",), {1}), ("notEqual", ("5",), {0, 2, 3}), ("greaterThanOrEqual", ("5",), {1, 2, 3}),
        ("lessThanOrEqual", ("5",), {0, 1}), ("between", ("1", "5"), {0, 1}), ("notBetween", ("1", "5"), {2, 3}), ("lainnya", ("5",), set()), ("equal", ("A1",), set()),
        ("equal", (), set()),
    ],
)  # fmt: skip
def test_aturan_bersyarat_menyamarkan_yang_memenuhi(banding, batas, kolom):
    tampak = dict(AturanBersyarat("A1:D1", banding, batas, SAMAR).tampak(ANGKA))
    assert tampak == {(0, k): "" for k in kolom}


@pytest.mark.parametrize(
    ("syarat", "banding", "batas"),
    [
        (">1", "greaterThan", ("1",)), ("< 1", "lessThan", ("1",)), ("=1", "equal", ("1",)), ("!=1", "notEqual", ("1",)), (">=1", "greaterThanOrEqual", ("1",)),
        ("<=1.5", "lessThanOrEqual", ("1.5",)), ("between(1,5)", "between", ("1", "5")), ("not-between(1,5)", "notBetween", ("1", "5")), ("formula-is(A1)", "", ()),
    ],
)  # fmt: skip
def test_syarat_ods_menjadi_perbandingan_yang_sama(syarat, banding, batas):
    aturan = AturanBersyarat.dari_ods("'Lembar 1'.A1:Capaian.B2", syarat, SAMAR)
    assert (aturan.rentang, aturan.banding, aturan.batas) == ("A1:B2", banding, batas)


def test_alamat_dan_bentang():
    assert [sel_dari_nama(nama) for nama in ("A1", "H16", "AA10")] == [(0, 0), (15, 7), (9, 26)]
    batas = SimpleNamespace(sel=100)
    periksa_bentang(10, 10, "Capaian", batas)
    with pytest.raises(BukuTidakTerbacaError, match="isi lembar 'Capaian' terbentang 101 baris × 1 kolom"):
        periksa_bentang(101, 1, "Capaian", batas)


def test_yang_tidak_tampak_dilengkapi_dengan_isi_selnya():
    ini = FormatSel(
        format_teks={(0, 0): '@" lama"', (0, 1): '@" lama"', (5, 5): '@" lama"', (0, 2): "@"},
        samar={(0, 0), (1, 0), (9, 9)},
        nol_tersembunyi=True,
    )
    ini.format_teks[1, 2] = '@" lama"'
    ini.bersyarat.append(AturanBersyarat("B2", "equal", ("5",), SAMAR))
    ini.lengkapi([["", "Baik", "Baik"], ["7", 5.0, " "], [0, 0.0, False, "0"]])
    assert ini.tampak == {(0, 1): "Baik lama", (1, 0): "", (1, 1): "", (2, 0): "", (2, 1): ""}


@pytest.mark.parametrize("jenis", ["xlsx", "xlsb"])
def test_lembar_yang_tidak_ada_di_susunan_bukunya_ditolak(jenis):
    if jenis == "xlsx":
        simpanan = io.BytesIO()
        Workbook().save(simpanan)
        baca = xlsx.pembaca_format(Arsip(simpanan.getvalue()))
    else:
        baca = xlsb.pembaca_format(Arsip(buku_xlsb("Capaian", {(0, 0): 1.0})))
    with pytest.raises(BukuTidakTerbacaError) as galat:
        baca("Lain")
    assert (galat.value.kode, dict(galat.value.isi)) == (
        "berkas-tidak-terbaca",
        {"sebab": "letak lembarnya tidak ditemukan"},
    )


@pytest.mark.parametrize(
    ("tertulis", "harap"),
    [
        ("2026-03-31T00:00:00.000Z", dt.date(2026, 3, 31)), ("2026-03-31T00:00:00Z", dt.date(2026, 3, 31)), ("2026-03-31", dt.date(2026, 3, 31)),
        ("2025-12-31T17:00:00.000Z", "2025-12-31T17:00:00.000Z"), ("2026-02-30T00:00:00.000Z", "2026-02-30T00:00:00.000Z"),
    ],
)  # fmt: skip
def test_hari_sebagaimana_ditulis_program_di_web(tertulis, harap):
    """SheetJS writes so; with a time of day it may be another day here."""
    sel = f'<row r="1"><c r="A1" t="d"><v>{tertulis}</v></c></row>'.encode()
    assert baca_pertama(buku_xlsx(KEPALA + sel + EKOR)).sel == [[harap]]


@pytest.mark.parametrize(
    "sel",
    [
        b'<c r="A1" t="e"><v>#ERROR!</v></c>', b'<c r="A1" s="0" t="e"><f>SUM(</f><v>#ERROR!</v></c>', b'<c r="A1" t="e" vm="1"><f t="array" ref="A1"/><v>#ERROR!</v></c>',
    ],
)  # fmt: skip
def test_galat_yang_tidak_dikenal_excel_tidak_menggugurkan_bukunya(sel):
    """Google Sheets shows `#ERROR!` where a formula cannot be understood; the other cells are read."""
    lain = b'<c r="B1"><v>38</v></c><c r="C1" t="e"><v>#DIV/0!</v></c>'
    ini = baca_pertama(buku_xlsx(KEPALA + b'<row r="1">' + sel + lain + b"</row>" + EKOR))
    assert ini.sel == [["#ERROR!", 38.0, ""]]
    assert ini.format_sel.galat == {(0, 2): "#DIV/0!"}
    assert kenali_rusak(ini.sel[0][0]) == SelRusak("sel-galat", "#ERROR!")


def test_lembar_yang_rusak_tetap_ditolak():
    with pytest.raises(BukuTidakTerbacaError):
        baca_pertama(buku_xlsx(KEPALA + b'<row r="1"><c r="A1" t="s"><v>9</v></c></row>' + EKOR))
