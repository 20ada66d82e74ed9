"""What the clerk sees in a cell is what is read, or a finding says why not; in every kind of workbook."""

from pathlib import Path

import libreoffice
import pytest
from buku_biner import Format, Teks, buku_xlsb
from dunia_baca import BUDI, JUNI, SITI, Dunia, Lembaran, baca_capaian, nilai
from dunia_skema import DuniaSkema
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from test_baca_format_sel import format_sel, ods

from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.corak.kode_format import (
    format_khusus,
    tampak_format,
    tampak_lain,
    tanpa_rupiah,
)

BENTUK = {"teks bersama": "xlsx", ".xls": "xls:MS Excel 97", ".ods": "ods"}
FORMAT_REALISASI = (
    (7430, "#,##0.0,"), (92.5, '0.0"%"'), (2, '0" jam"'), (1_200_000, '"Rp" #,##0'),
    (7, '0"00"'), (195, r"0\,0"), (4, '0" hari"'), (1_200_000, ";;;"),
)  # fmt: skip
"""Realisasi of Siti's four indicators, then Budi's: kunjungan, persen, hari, Rupiah."""
RAGU_REALISASI = ("H6", "H8", "H10", "H11", "H13")


def berformat_lain(lembar: Lembaran) -> None:
    for posisi, (isi, kode) in enumerate(FORMAT_REALISASI):
        lembar.isi("realisasi", posisi, isi, kode)


def perilaku_berformat_lain(lembar: Lembaran) -> None:
    lembar.isi("rating_perilaku", 0, 3, '"Baik"')
    lembar.isi("harmonis", 1, 90, "0.0")


def target_berformat_lain(lembar: Lembaran) -> None:
    lembar.isi("jun", 0, 40, '0" ribu"')
    lembar.isi("bobot", 2, 25, '0"0"')
    lembar.isi("jan", 0, 40, '0" ribu"')


def baca_sebagai(
    akhiran: str, dunia: Dunia, folder: Path, berkas: tuple[Path, ...] | None = None
) -> IsianUnit:
    """Read the submission once its workbooks have become another kind's."""
    if akhiran != ".xlsx":
        for asal in berkas or (dunia.berkas_target, dunia.berkas_capaian):
            (hasil,) = libreoffice._ubah([asal], folder, BENTUK[akhiran])
            asal.unlink()
            asal.with_suffix(hasil.suffix).write_bytes(hasil.read_bytes())
    return dunia.baca()


@pytest.mark.parametrize("akhiran", [".xlsx", ".xls", ".ods"])
def test_angka_yang_tampak_lain_dari_isinya_menjadi_temuan(akhiran, dunia_tetap: Dunia, tmp_path_factory):
    dunia_tetap.target(target_berformat_lain)
    dunia_tetap.capaian(berformat_lain, perilaku_berformat_lain)
    isian = baca_sebagai(akhiran, dunia_tetap, tmp_path_factory.mktemp("ubah"))
    ragu = [(t.letak.lembar, t.letak.sel) for t in isian.temuan if t.kode == "angka-meragukan"]
    assert ragu == [
        ("Target", "M6"), ("Target", "G8"), *(("Capaian", sel) for sel in RAGU_REALISASI), ("Perilaku", "K6"),
    ]  # fmt: skip
    assert {t.kode for t in isian.temuan} - {"angka-meragukan"} <= {"persen-meragukan"}
    assert nilai(isian.capaian[JUNI], "realisasi") == [float(isi) for isi, _ in FORMAT_REALISASI]


def test_temuan_menyebut_yang_tampak_dan_yang_tersimpan(dunia_tetap: Dunia):
    isian = baca_capaian(dunia_tetap, berformat_lain)
    pesan = {t.letak.sel: t.pesan for t in isian.temuan}
    sebab = "; itulah angka yang tersimpan, sedangkan yang tampak dibentuk oleh format selnya."
    assert pesan == {
        "H6": f"'7,4' dibaca sebagai 7430{sebab}",
        "H8": f"'2 jam' dibaca sebagai 2{sebab}",
        "H10": f"'700' dibaca sebagai 7{sebab}",
        "H11": f"'19,5' dibaca sebagai 195{sebab}",
        "H13": f"'(tidak tampak)' dibaca sebagai 1200000{sebab}",
    }
    assert isian.capaian[JUNI].cacat == {}  # what is stored counts, and is only told


def test_format_lain_di_xlsb_dibaca_sama():
    lembar = Buku(
        buku_xlsb("Capaian", {(0, 0): Format(7430.0, "0.0,"), (1, 0): Format(7, '0"00"', 2), (2, 0): Format(7.5, '0.0" jam"', 3),
                              (3, 0): 5.0, (4, 0): Format(0.5, '0" jam"', 4), (5, 0): Format(2.25, '0.00" jam"', 1)})
    ).lembar("Capaian")  # fmt: skip
    assert lembar.format_sel.tampak == {
        (0, 0): "7,4", (1, 0): "700", (2, 0): "7,5 jam", (4, 0): "1 jam", (5, 0): "2,25 jam",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "angka", "tampak"),
    [
        ("#,##0,", 7430, "7"), ("#,##0.0,", 7430, "7,4"), ("0.0,,", 7_430_000, "7,4"), ("#,##0,", 0, None),
        ('0"00"', 7, "700"), ('"1"0', 7, "17"), (r"0\0", 7, "70"), (r"0\,0", 195, "19,5"), (r"#\.##0", 1_234_567, "1234.567"),
        ('0" jam"', 2, "2 jam"), ('0" ribu"', 7, "7 ribu"), ('General" jam"', 2.5, "2,5 jam"), ('0"%"', 95, "95%"), ("[$USD] 0", 5, "USD 5"),
        (";;;", 5, ""), (";;;", -5, ""), ("#", 0, ""), ("0;-0;;@", 0, ""), ("0;0", -5, "5"), ('"Ada"', 1, "Ada"),
        ('0"/40"', 38, "38/40"), ('"1/"0', 38, "1/38"), ("0*5", 38, "385"), ("[White]0", 38, ""), ("[White]0.0%", 0.38, ""), ("0%;[White]-0%", -0.38, ""), ("0;-0;[ Color 2 ]0", 0, ""), ('"3E+"0', 2, "3E+2"),
        ('#,##0" orang"', 1_234_567, "1.234.567 orang"), ('#,##0" orang"', 999, "999 orang"), ('0" orang"', 1_234_567, "1234567 orang"),
        ('0," rb"', 1_234_567_000, "1234567 rb"), ('#,##0," rb"', 1_234_567_000, "1.234.567 rb"),
        ('[=3]"Baik";0', 3, "Baik"), ('[=3]"Baik";0', 2, None), ('[>=1000]0.0," ribu";0', 7430, "7,4 ribu"), ('[>=1000]0.0," ribu";0', 743, None),
    ],
)  # fmt: skip
def test_yang_tampak_dihitung_dari_kode_formatnya(kode, angka, tampak):
    assert tampak_format(kode, float(angka)) == tampak
    assert format_khusus(kode)


@pytest.mark.parametrize(
    "kode",
    [
        "General", "0", "00", "0.0", "#,##0", "#,##0.00", "0.##", "#,##0.00##", "@", "yyyy-mm-dd", "[h]:mm", "0.00E+00", "# ?/?",
        "0* ", "0*.", "#,##0;[Red]#,##0", "#,##0_);(#,##0)", "[$-421]#,##0", "+#,##0.00_);-#,##0.00_);0.00_)",
        '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "[Blue]0;[Color10]-0",
        "", '#,##0.00"*"', "# ##0", ".00",
        '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "G/通用格式",
    ],
)  # fmt: skip
def test_format_sehari_hari_bukan_temuan(kode):
    assert not format_khusus(kode)
    assert [tampak_format(kode, a) for a in (7430.0, 12.345, 0.0, -5.0, 0.4, 1e15, -1e300)] == [None] * 7


@pytest.mark.parametrize(
    "kode",
    [
        "[$Rp-421]#,##0.00", '"Rp"#,##0.00', '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "#,##0.00 [$Rp-421]", '"Rp. "#,##0.0', '"IDR" 0',
        '_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("Rp"* "-"_);_(@_)', '"Rp "#,##0",-"',
        '_-[$Rp-421]* #,##0_-;\\-[$Rp-421]* #,##0_-;_-[$Rp-421]* "-"_-;_-@_-',
    ],
)  # fmt: skip
def test_format_rupiah_menampilkan_angkanya_dan_satuannya(kode):
    assert format_khusus(kode)
    for angka in (7430.0, 12.345, -5.0, 0.4):
        tampak = tampak_format(kode, angka)
        assert tampak is not None
        assert not tampak_lain(tanpa_rupiah(tampak), angka)
        assert tampak_lain(tanpa_rupiah(tampak), angka * 1000)


@pytest.mark.parametrize(
    ("teks", "angka", "lain"),
    [
        ("7.430", 7430, False), ("7,430", 7430, False), ("7 430,0", 7430, False), ("7'430", 7430, False), ("7.4", 7430, True), ("12,3", 12.345, False),
        ("12,4", 12.345, True), ("Rp 5", 5, True), ("-5", -5, False), ("(5)", -5, False), ("5-", -5, False), ("5", -5, True), ("-", 0, False), ("-", 5, True),
        ("", 0, True), (",5", 0.5, False), ("Rp -", 0, False), ("Rp -", 5, True), ("1.234.567", 1_234_567, False), ("19,5", 195, True), ("5 km", 5, True), ("Rp 5.000,-", 5000, True), ("Rp(5)", -5, True), ("-Rp5", -5, True), ("(5)", 5, True), ("5 Rp", 5, True), ("-,5", -0.5, False),
        ("Rp.5.000", 5000, True), ("$5", 5, True), ("- Rp", 5, True), ("tidak ada", 0, True), ("1234 567", 1_234_567, False), ("1234.567", 1_234_567, True),
        ("7.43E+02", 743, False), ("2 1/2", 2.5, False), ("-1/2", -0.5, False), ("38/40", 38, True), ("2 1/2", 2.6, False), ("2 1/2", 2.8, True), ("4E+01", 38, False),
        ("4E+01", 48, True), ("7,4E+02", 743, False), ("-7.4E-1", -0.743, False), ("5/0", 5, True), ("1,23E+15", 1.23e15, False), ("", float("nan"), False),
    ],
)  # fmt: skip
def test_teks_yang_tampak_ditimbang_terhadap_isinya(teks, angka, lain):
    assert tampak_lain(teks, float(angka)) is lain


@pytest.mark.parametrize("akhiran", [".xlsx", ".xls", ".ods"])
def test_tanda_rp_dari_formatnya_adalah_satuan(akhiran, dunia_tetap: Dunia, tmp_path_factory):
    """Siti's kunjungan, persen and hari, then her Rupiah: what is shown beside the last alone is its unit of measure."""

    def berupiah(lembar: Lembaran) -> None:
        for posisi, kode in enumerate(('"Rp"#,##0', "[$Rp-421]#,##0", '#,##0" IDR"', '_("Rp"* #,##0_)')):
            lembar.isi("realisasi", posisi, 40, kode)

    dunia_tetap.target()
    dunia_tetap.capaian(berupiah)
    isian = baca_sebagai(akhiran, dunia_tetap, tmp_path_factory.mktemp("ubah"))
    temuan = [t for t in isian.temuan if t.letak.lembar == "Capaian"]
    assert [(t.kode, t.letak.sel) for t in temuan] == [("angka-meragukan", sel) for sel in ("H6", "H7", "H8")]
    assert "'Rp40' dibaca sebagai 40; itulah angka yang tersimpan" in temuan[0].pesan
    assert nilai(isian.capaian[JUNI], "realisasi")[:4] == [40.0] * 4


CORET, NAIK = InlineFont(strike=True), InlineFont(vertAlign="superscript")


def berias(lembar: Lembaran) -> None:
    lembar.isi("realisasi", 0, CellRichText(TextBlock(CORET, "7"), "743"))
    lembar.isi("realisasi", 1, CellRichText("74", TextBlock(NAIK, "3")))
    lembar.sel("realisasi", 2).font = Font(strike=True)
    lembar.isi("realisasi", 3, CellRichText("1200000", TextBlock(CORET, " Rupiah")))
    lembar.isi("realisasi", 4, "38")
    lembar.sel("realisasi", 4).font = Font(strike=True)
    lembar.isi("realisasi", 5, CellRichText(TextBlock(InlineFont(b=True), "92"), ",5"))
    lembar.sel("keterangan", 0).font = Font(strike=True)


def perilaku_berias(lembar: Lembaran) -> None:
    lembar.isi("rating_perilaku", 0, "Di Atas Ekspektasi")
    lembar.sel("rating_perilaku", 0).font = Font(strike=True)
    lembar.isi("rating_perilaku", 1, CellRichText(TextBlock(CORET, "Di Bawah"), " Sesuai Ekspektasi"))
    lembar.isi("harmonis", 0, CellRichText("9", TextBlock(NAIK, "0")))
    lembar.isi("loyal", 0, 90)
    lembar.sel("loyal", 0).font = Font(strike=True)
    lembar.sel("ide_baru", 0).font = Font(strike=True)


@pytest.mark.parametrize("akhiran", [".xlsx", "teks bersama", ".xls", ".ods"])
def test_yang_dicoret_atau_dinaikkan_tidak_dibaca_diam_diam(akhiran, dunia_tetap: Dunia, tmp_path_factory):
    def target_dicoret(lembar: Lembaran) -> None:
        lembar.sel("jun", 0).font = Font(strike=True)
        lembar.sel("bobot", 1).font = Font(strike=True)

    dunia_tetap.target(target_dicoret)
    dunia_tetap.capaian(berias, perilaku_berias)
    isian = baca_sebagai(akhiran, dunia_tetap, tmp_path_factory.mktemp("ubah"))
    assert [(t.kode, t.letak.lembar, t.letak.sel) for t in isian.temuan] == [
        ("angka-tidak-sah", lembar, sel)
        for lembar, sel in (
            ("Target", "M6"),
            ("Target", "G7"),
            *(("Capaian", f"H{b}") for b in (6, 7, 8, 10)),
        )
    ]
    assert nilai(isian.capaian[JUNI], "realisasi")[:6] == [None, None, None, 1_200_000.0, None, 92.5]
    perilaku = isian.perilaku[JUNI].isi
    assert perilaku["rating_perilaku"] == [
        "Di Atas Ekspektasi (dicoret)", "Di Bawah Sesuai Ekspektasi (dicoret)",
    ]  # fmt: skip
    assert (perilaku["harmonis"][0], perilaku["loyal"][0]) == (
        "90 (sebagian dinaikkan atau tidak tampak)",
        "90 (dicoret)",
    )
    assert perilaku["adaptif"] == ["Sesuai Ekspektasi"] * 2


def test_temuan_angka_yang_dicoret_menyebut_sebabnya(dunia_tetap: Dunia):
    isian = baca_capaian(dunia_tetap, berias)
    pesan = {t.letak.sel: t.pesan for t in isian.temuan}
    assert (
        pesan["H6"]
        == "'7743' tidak dapat dibaca sebagai satu angka karena sebagian angkanya dicoret, dinaikkan, atau tidak tampak."
    )
    assert pesan["H8"] == "'4' tidak dapat dibaca sebagai satu angka karena angkanya dicoret."


def seluruhnya_naik(lembar: Lembaran) -> None:
    lembar.sel("realisasi", 0).font = Font(vertAlign="superscript")
    lembar.isi("realisasi", 1, "92,5")
    lembar.sel("realisasi", 1).font = Font(vertAlign="subscript")
    lembar.isi("realisasi", 4, CellRichText(TextBlock(NAIK, "38")))
    lembar.sel("realisasi", 5).font = Font(vertAlign="baseline")
    lembar.sel("keterangan", 0).font = Font(vertAlign="superscript")


def perilaku_seluruhnya_naik(lembar: Lembaran) -> None:
    lembar.isi("rating_perilaku", 0, "Di Atas Ekspektasi")
    lembar.sel("rating_perilaku", 0).font = Font(vertAlign="superscript")
    lembar.sel("ide_baru", 0).font = Font(vertAlign="superscript")


@pytest.mark.parametrize("akhiran", [".xlsx", ".xls", ".ods"])
def test_sel_yang_dinaikkan_seluruhnya_tidak_dibaca_diam_diam(akhiran, dunia_tetap: Dunia, tmp_path_factory):
    """LibreOffice knows raised texts and no raised numbers: what it saves shows these on the line."""

    def target_naik(lembar: Lembaran) -> None:
        lembar.sel("jun", 0).font = Font(vertAlign="superscript")
        lembar.sel("bobot", 1).font = Font(vertAlign="subscript")

    dunia_tetap.target(target_naik)
    dunia_tetap.capaian(seluruhnya_naik, perilaku_seluruhnya_naik)
    isian = baca_sebagai(akhiran, dunia_tetap, tmp_path_factory.mktemp("ubah"))
    angka = [("Target", "M6"), ("Target", "G7"), ("Capaian", "H6")] if akhiran == ".xlsx" else []
    harap = [*angka, ("Capaian", "H7"), ("Capaian", "H10")]
    assert [(t.kode, t.letak.lembar, t.letak.sel) for t in isian.temuan] == [
        ("angka-tidak-sah", *tempat) for tempat in harap
    ]
    sebab = "karena angkanya dinaikkan atau diturunkan (superscript, subscript)."
    assert {t.pesan.partition("satu angka ")[2] for t in isian.temuan} == {sebab}
    perilaku = isian.perilaku[JUNI]
    naik = "dinaikkan atau diturunkan"
    assert perilaku.isi["rating_perilaku"][0] == f"Di Atas Ekspektasi ({naik})"
    assert perilaku.rupa == {("rating_perilaku", 0): naik}


def test_kolom_ods_yang_dicoret_mencoret_sel_tanpa_gaya_sendiri():
    gaya = (
        '<style:style style:name="ce1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="ce2"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    sel = '<table:table-cell {} office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
    tampak = ods(
        '<table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce1"/>'
        f"<table:table-row>{sel.format('')}{sel.format('')}{sel.format('table:style-name=' + chr(34) + 'ce2' + chr(34))}</table:table-row>",
        gaya,
    )
    assert tampak.dicoret == tampak.berias == {(0, 1)}


def gabung_sel(lembar: Lembaran, awal: tuple[str, int], akhir: tuple[str, int]) -> None:
    """Merge the cells between two corners; the first keeps its value."""
    lembar.ws.merge_cells(f"{lembar.sel(*awal).coordinate}:{lembar.sel(*akhir).coordinate}")


@pytest.mark.parametrize("akhiran", [".xlsx", ".xls", ".ods"])
def test_gabungan_atas_angka_dan_rating_menjadi_temuan(akhiran, dunia_tetap: Dunia, tmp_path_factory):
    def target(lembar: Lembaran) -> None:
        gabung_sel(lembar, ("mei", 0), ("jun", 0))
        gabung_sel(lembar, ("jan", 1), ("feb", 1))
        gabung_sel(lembar, ("bobot", 2), ("bobot", 3))

    def capaian(lembar: Lembaran) -> None:
        gabung_sel(lembar, ("target", 0), ("realisasi", 0))
        gabung_sel(lembar, ("realisasi", 4), ("realisasi", 5))

    def perilaku(lembar: Lembaran) -> None:
        lembar.isi("rating_perilaku", 0, "Di Atas Ekspektasi")
        gabung_sel(lembar, ("rating_perilaku", 0), ("rating_perilaku", 1))
        gabung_sel(lembar, ("harmonis", 0), ("loyal", 0))

    dunia_tetap.target(target)
    dunia_tetap.capaian(capaian, perilaku)
    isian = baca_sebagai(akhiran, dunia_tetap, tmp_path_factory.mktemp("ubah"))
    ada = [(t.letak.lembar, t.letak.sel, t.nip, t.pesan.split()[5].rstrip(";")) for t in isian.temuan]
    assert {t.kode for t in isian.temuan} == {"sel-gabungan"}
    assert ada == [
        ("Target", "M6", SITI, "L6:M6"), ("Target", "G8", SITI, "G8:G9"), ("Target", "G9", SITI, "G8:G9"),
        ("Capaian", "H6", SITI, "G6:H6"), ("Capaian", "H10", BUDI, "H10:H11"), ("Capaian", "H11", BUDI, "H10:H11"),
        ("Perilaku", "G6", SITI, "G6:H6"), ("Perilaku", "H6", SITI, "G6:H6"), ("Perilaku", "K6", SITI, "K6:K7"), ("Perilaku", "K7", BUDI, "K6:K7"),
    ]  # fmt: skip
    assert {t.akibat for t in isian.temuan if t.letak.lembar == "Perilaku"} == {Akibat.PERILAKU}
    assert isian.perilaku[JUNI].isi["rating_perilaku"] == ["", ""]


def test_teks_yang_dicoret_di_xlsb_dibaca_sama():
    isi = {
        (0, 0): Teks.dari("7743", (0, 1), (1, 0)), (1, 0): Teks.dari("743", (2, 2)), (2, 0): Teks.dari("Baik", seluruhnya=True),
        (3, 0): Teks.dari("Di Bawah Sesuai", (0, 1), (8, 0), bersama=True), (4, 0): Teks.dari("polos 12", (6, 0)),
        (5, 0): Teks.dari("12 huruf lain", (0, 9)), (6, 0): Teks.dari("75", bersama=True),
    }  # fmt: skip
    tampak = Buku(buku_xlsb("Perilaku", isi)).lembar("Perilaku").format_sel
    assert tampak.berias == {(0, 0), (1, 0), (2, 0)}
    assert tampak.dicoret == {(0, 0), (2, 0), (3, 0)}


def test_format_yang_ditulis_dengan_entitas_tetap_dikenali():
    gaya = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="{}"/>'
        '</numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    for kode in ("0&quot; jam&quot;", "0&#34; jam&#34;", "0\\ \\j\\a\\m", "[&lt;9]0&quot; jam&quot;"):
        tampak = format_sel(
            b'<row r="1"><c r="A1" s="1"><v>2</v></c><c r="B1" s="1"><v>x</v></c><c r="C1" s="1"/></row>',
            **{"xl/styles.xml": gaya.format(kode).encode()},
        )
        assert tampak.tampak == {(0, 0): "2 jam"}
    polos = format_sel(
        b'<row r="1"><c r="A1" s="1"><v>2</v></c></row>', **{"xl/styles.xml": gaya.format("0.0").encode()}
    )
    assert polos.tampak == {}


def test_ide_baru_yang_dicoret_atau_digabung_tidak_berlaku_diam_diam(dunia_tetap: Dunia):
    def coret(lembar: Lembaran) -> None:
        lembar.isi("ide_baru", 0, "Ya")
        lembar.sel("ide_baru", 0).font = Font(strike=True)

    def digabung(lembar: Lembaran) -> None:
        lembar.isi("ide_baru", 0, "Ya")
        gabung_sel(lembar, ("ide_baru", 0), ("ide_baru", 1))

    ide = []
    for perilaku in (coret, digabung):
        isian = baca_capaian(dunia_tetap, None, perilaku=perilaku)
        ide.append(isian.perilaku[JUNI].teks("ide_baru"))
    assert ide == [["Ya (dicoret)", ""], ["Ya", "Ya (dari sel gabungan L6)"]]


def test_angka_skema_yang_tampak_lain_dicoret_atau_digabung_menjadi_temuan(tmp_path: Path):
    sel: dict[str, str] = {}

    def ubah(lembar: Lembaran) -> None:
        sel["tampak"] = lembar.isi("batas_bawah", 0, 5, '0"00"')
        sel["coret"] = lembar.isi("batas_atas", 0, 1250)
        lembar.sel("batas_atas", 0).font = Font(strike=True)
        awal, akhir = lembar.sel("batas_atas", 1).coordinate, lembar.sel("nilai_terburuk", 1).coordinate
        lembar.ws.merge_cells(f"{awal}:{akhir}")
        sel["awal"], sel["akhir"] = awal, akhir

    skema, temuan = DuniaSkema(tmp_path, (7, 4)).baca(Indikator=ubah)
    assert [(t.kode, t.letak.sel) for t in temuan] == [
        ("angka-meragukan", sel["tampak"]), ("angka-tidak-sah", sel["coret"]), ("sel-gabungan", sel["awal"]), ("sel-gabungan", sel["akhir"]),
    ]  # fmt: skip
    assert temuan[2].pesan.startswith(f"Sel ini termasuk sel gabungan {sel['awal']}:{sel['akhir']}; ")
    assert skema.indikator == {}
