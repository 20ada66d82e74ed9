"""What cells show in each kind of workbook: the same dirty table, the same findings at the same cells."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import libreoffice
import pytest
import xlsxwriter
from buku_biner import Galat, Persen, buku_xlsb
from buku_mentah import EKOR, KEPALA, buku_xlsx
from dunia_baca import JUNI, SITI, Dunia, Lembaran, gabung, nilai, semua_isi, temuan_singkat
from openpyxl.styles.numbers import BUILTIN_FORMATS

from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.urai_xml import urai_xml
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.format_sel.corak.kode_format import format_persen
from asn_nilai.baca.format_sel.lembar import FormatSel, sel_dari_nama
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import PERSEN_BAWAAN


def kotor(lembar: Lembaran) -> None:
    """One of each: error, percent in a percent row, percent elsewhere, doubtful text, hidden row and column, merged NIP."""
    lembar.galat("realisasi", 0)
    lembar.isi("realisasi", 1, 0.07, "0%")
    lembar.isi("realisasi", 2, 0.05, "0.00%")
    lembar.isi("realisasi", 3, "Rp 1.250.000")
    lembar.isi("realisasi", 4, "≤ 38")
    lembar.isi("realisasi", 5, 0.95)
    lembar.isi("realisasi", 6, 4)
    lembar.isi("nip", 7, 199001102015021002)
    gabung(lembar, "nip", 0, 3)
    lembar.ws.row_dimensions[lembar.sel("nip", 2).row].hidden = True
    lembar.ws.column_dimensions[lembar.sel("keterangan", 0).column_letter].hidden = True


def ekspektasi(lembar: Lembaran) -> list[tuple[str, str]]:
    return [
        ("baris-tersembunyi", ""), ("kolom-tersembunyi", ""), ("sel-galat", lembar.sel("realisasi", 0).coordinate),
        ("persen-meragukan", lembar.sel("realisasi", 2).coordinate), ("angka-meragukan", lembar.sel("realisasi", 4).coordinate),
        ("persen-meragukan", lembar.sel("realisasi", 5).coordinate), ("nip-presisi-hilang", lembar.sel("nip", 7).coordinate),
    ]  # fmt: skip


BENTUK = {".xls": "xls:MS Excel 97", ".ods": "ods"}


@pytest.fixture(scope="module")
def jenis_lain(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, tuple[int, int]], Path]:
    """The dirty capaian workbook as .xls and .ods, in its usual place and moved."""
    dunia = {geser: Dunia(tmp_path_factory.mktemp("asal"), geser) for geser in ((0, 0), (7, 4))}
    for ini in dunia.values():
        ini.capaian(kotor)
    asal = [ini.berkas_capaian for ini in dunia.values()]
    return {
        (akhiran, geser): hasil
        for akhiran, bentuk in BENTUK.items()
        for geser, hasil in zip(
            dunia, libreoffice._ubah(asal, tmp_path_factory.mktemp("ubah"), bentuk), strict=True
        )
    }


@pytest.mark.parametrize("akhiran", [".xlsx", ".xls", ".ods"])
def test_kotoran_yang_sama_ditemukan_di_setiap_jenis_buku(dunia: Dunia, request, akhiran):
    lembar: list[Lembaran] = []
    dunia.target()
    dunia.capaian(lambda lembar_kotor: [kotor(lembar_kotor), lembar.append(lembar_kotor)])
    if akhiran != ".xlsx":
        berkas = request.getfixturevalue("jenis_lain")[akhiran, dunia.geser]
        dunia.berkas_capaian.unlink()
        dunia.berkas_capaian.with_suffix(akhiran).write_bytes(berkas.read_bytes())
    isian = dunia.baca()
    assert temuan_singkat(isian) == ekspektasi(lembar[0])
    tabel = isian.capaian[JUNI]
    assert nilai(tabel, "realisasi") == [None, 7.0, None, 1_250_000.0, 38.0, None, 4.0, 1_200_000.0]
    assert tabel.teks("nip")[:4] == [SITI] * 4
    assert len(isian.perilaku[JUNI]) == 2


def test_kotoran_yang_sama_ditemukan_di_xlsb(dunia: Dunia):
    lembar: list[Lembaran] = []
    dunia.target()
    dunia.capaian(lambda lembar_kotor: [kotor(lembar_kotor), lembar.append(lembar_kotor)])
    ws = lembar[0].ws
    sel: dict[tuple[int, int], object] = {}
    for baris in ws.iter_rows():
        for sel_asal in baris:
            if sel_asal.value is None:
                continue
            isi: object = sel_asal.value if isinstance(sel_asal.value, str) else float(sel_asal.value)
            isi = Galat(7) if sel_asal.data_type == "e" else isi
            sel[sel_asal.row - 1, sel_asal.column - 1] = Persen(isi) if "%" in sel_asal.number_format else isi
    data = buku_xlsb(
        "Capaian", sel,
        gabungan=[(rentang.min_row - 1, rentang.min_col - 1, rentang.max_row - 1, rentang.max_col - 1) for rentang in ws.merged_cells.ranges],
        baris_tersembunyi=[lembar[0].sel("nip", 2).row - 1], kolom_tersembunyi=[lembar[0].kolom("keterangan") - 1],
    )  # fmt: skip
    dunia.berkas_capaian.unlink()
    dunia.berkas_capaian.with_suffix(".xlsb").write_bytes(data)
    isian = dunia.baca()
    assert temuan_singkat(isian) == ekspektasi(lembar[0])
    assert nilai(isian.capaian[JUNI], "realisasi") == [
        None,
        7.0,
        None,
        1_250_000.0,
        38.0,
        None,
        4.0,
        1_200_000.0,
    ]
    assert isian.capaian[JUNI].teks("nip")[:4] == [SITI] * 4


def test_buku_bersih_sama_isinya_dalam_setiap_jenis(dunia_tetap: Dunia, tmp_path_factory):
    bersih = semua_isi(dunia_tetap.bersih())
    for akhiran, bentuk in BENTUK.items():
        (hasil,) = libreoffice._ubah([dunia_tetap.berkas_capaian], tmp_path_factory.mktemp("ubah"), bentuk)
        dunia_tetap.berkas_capaian.unlink(missing_ok=True)
        berkas = dunia_tetap.berkas_capaian.with_suffix(akhiran)
        berkas.write_bytes(hasil.read_bytes())
        isian = dunia_tetap.baca()
        assert isian.temuan == []
        assert semua_isi(isian) == bersih
        berkas.unlink()
        dunia_tetap.capaian()


def test_buku_bersih_tidak_memuat_pustaka_yang_tidak_perlu(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    program = (
        "import sys; from pathlib import Path; from asn_nilai.ruang_kerja import RuangKerja; from asn_nilai.acuan.periode import Periode; "
        "from asn_nilai.acuan.isian.skema import Skema, Unit; from asn_nilai.baca.setoran.isian import baca_isian; "
        "i = baca_isian(RuangKerja.buka(Path(sys.argv[1])), Unit('PKM-01', 'X'), Periode.dari_teks('2026-06'), Skema({}, (), {})); "
        "assert i.target is not None; print(sorted({'openpyxl', 'xlrd', 'pandas', 'lxml'} & set(sys.modules)))"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", program, str(dunia_tetap.akar)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert hasil.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("kode", "persen"),
    [
        ("0%", True), ("0.00%", True), ("[Red]0%;-0%", True), ("General", False), ('0"%"', False), (r"0\%", False), ("[$%-421]0", False),
        ("0_%", False), ("#,##0", False), ('0 "hari"%', True),
    ],
)  # fmt: skip
def test_kode_format_persen_dikenali(kode, persen):
    assert format_persen(kode) is persen


@pytest.mark.parametrize(
    ("kode", "angka", "persen"),
    [
        ('[<=1]0.0%;0.0"%"', 0.95, True), ('[<=1]0.0%;0.0"%"', 1, True), ('[<=1]0.0%;0.0"%"', 19, False),
        ("0;0%", 5, False), ("0;0%", -5, True), ('0%;-0%;"-"', 0.5, True), ('0%;-0%;"-"', 0, False),
        ('[=0]"-";0%', 0.5, True), ('[>=1]0"x";[<0]0;0.0%', 0.5, True), ('[>=1]0"x";[<0]0;0.0%', -1, False),
        ('0%;;"%"', 0, False), ("0%;;", -1, False), ('0"a;b"%', 3, True),
    ],
)  # fmt: skip
def test_format_berbagian_menampilkan_persen_menurut_angkanya(kode, angka, persen):
    assert format_persen(kode, float(angka)) is persen


def test_format_persen_bawaan_sama_dengan_daftar_openpyxl():
    assert {nomor: kode for nomor, kode in BUILTIN_FORMATS.items() if format_persen(kode)} == PERSEN_BAWAAN


def test_alamat_sel_dibaca_menjadi_baris_dan_kolom():
    assert [sel_dari_nama(nama) for nama in ("A1", "Z9", "AA10", "XFD1048576", "xfd1")] == [
        (0, 0), (8, 25), (9, 26), (1_048_575, 16_383), (0, 16_383),
    ]  # fmt: skip


def format_sel(baris: bytes, kolom: bytes = b"", **lain: bytes) -> FormatSel:
    return (
        Buku(buku_xlsx(KEPALA.replace(b"<sheetData>", kolom + b"<sheetData>") + baris + EKOR, **lain))
        .lembar("Target")
        .format_sel
    )


@pytest.mark.parametrize(
    ("sel", "kosong"),
    [
        (b"<f>1+1</f>", True), (b"<f>1+1</f><v></v>", True), (b"<f>1+1</f><v/>", True), (b'<f t="shared" si="0"/>', True),
        (b"<f>1+1</f><v>2</v>", False), (b'<f t="shared" si="0"/><v>2</v>', False),
    ],
)  # fmt: skip
def test_rumus_dengan_dan_tanpa_hasil_tersimpan_dibedakan(sel, kosong):
    assert format_sel(b'<row r="2"><c r="B2">' + sel + b"</c></row>").rumus_kosong == (
        {(1, 1)} if kosong else set()
    )


def test_rumus_yang_tidak_menghasilkan_apa_pun_adalah_kosong():
    assert format_sel(b'<row r="2"><c r="B2" t="str"><f>""</f><v></v></c></row>').rumus_kosong == set()


def test_baris_dan_sel_tanpa_alamat_dihitung():
    hasil = format_sel(
        b'<row><c t="e"><v>#N/A</v></c></row><row hidden="true"><c/><c t="e"><v></v></c></row>'
    )
    assert hasil.galat == {(0, 0): "#N/A", (1, 1): "#N/A"}
    assert hasil.baris_tersembunyi == {1}


def test_kolom_tersembunyi_dan_gaya_persen_dicatat():
    gaya = (
        b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/>'
        b'<numFmt numFmtId="10" formatCode="0"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        b'<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf/></cellXfs></styleSheet>'
    )
    hasil = format_sel(
        b'<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row>',
        b'<cols><col min="3" max="16384" hidden="1"/><col min="1" max="1" hidden="0"/></cols>',
        **{"xl/styles.xml": gaya},
    )
    assert hasil.persen == {(0, 0)}
    assert hasil.kolom_tersembunyi == [(2, 16_383)]
    assert hasil.kolom_disembunyikan([5, 1, 2]) == [2, 5]


def test_lembar_berawalan_xml_dibaca_sama():
    lembar = (
        (KEPALA + b'<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>' + EKOR)
        .replace(b"<", b"<x:")
        .replace(b"<x:/", b"</x:")
    )
    assert Buku(buku_xlsx(lembar.replace(b"xmlns=", b"xmlns:x="))).lembar("Target").format_sel.galat == {
        (0, 0): "#REF!"
    }


def test_xml_lembar_yang_rusak_adalah_berkas_rusak():
    for baris in (b'<row r="1"><c r="A1" t="e"><v>1', b'<row r="x"><c r="A1" t="e"><v>1</v></c></row>'):
        with pytest.raises(BukuTidakTerbacaError):
            format_sel(baris)


def ods(isi: str, gaya: str = "") -> FormatSel:
    ruang_nama = (
        'xmlns:table="t" xmlns:office="o" xmlns:text="x" xmlns:calcext="c" xmlns:style="s" xmlns:fo="f"'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        arsip.writestr(
            "content.xml",
            f'<office:document-content {ruang_nama}>{gaya}<table:table table:name="Target">{isi}</table:table></office:document-content>',
        )
    from asn_nilai.baca.berkas.arsip import Arsip
    from asn_nilai.baca.format_sel.ods.ods import pembaca_format

    return pembaca_format(Arsip(data.getvalue()))("Target")


def test_baris_kolom_catatan_dan_rumus_ods_dicatat():
    hasil = ods(
        '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
        '<table:table-row table:number-rows-repeated="3" table:visibility="filter"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">'
        "<office:annotation><text:p>catatan</text:p></office:annotation><text:p>#DIV/0!</text:p></table:table-cell>"
        '<table:table-cell table:formula="of:=1"/><table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.5"/>'
        '<table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/></table:table-row>'
    )
    assert hasil.galat == {(3, 0): "#DIV/0!"}
    assert hasil.rumus_kosong == {(3, 1)}
    assert hasil.persen == {(3, 2), (3, 3)}
    assert hasil.baris_tersembunyi == {0, 1, 2}
    assert hasil.kolom_tersembunyi == [(1, 2)]
    assert hasil.gabungan == [(3, 4, 3, 5)]
    assert (hasil.tinggi, hasil.lebar) == (4, 4)


def test_galat_odf_polos_adalah_galat_bukan_kosong():
    """LibreOffice keeps it so when it writes ODF 1.2 or 1.3 without extensions."""
    sel = '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="{}"><text:p>{}</text:p></table:table-cell>'
    hasil = ods(
        f"<table:table-row>{sel.format('', '#DIV/0!')}{sel.format('', '')}{sel.format('12', '12')}</table:table-row>"
    )
    assert hasil.galat == {(0, 0): "#DIV/0!"}


def test_penyandian_tak_dikenal_adalah_berkas_rusak():
    with pytest.raises(BukuTidakTerbacaError) as galat:
        urai_xml([b'<?xml version="1.0" encoding="UTF-9"?><a/>'], buka=lambda *_: None)
    assert galat.value.isi == {"sebab": "isi XML-nya rusak"}


@pytest.mark.parametrize(
    ("ganti", "berias"),
    [
        (("2", "coret"), True),
        (("19", "", "1", "superscript"), True),
        (("12 m", "", "2", "superscript"), False),
        (("H", "", "2", "subscript", "O", ""), False),
        (("belum", "coret", " 800", ""), False),
        (("2", "coret", "800", ""), True),
        (("8", "tebal", "00", ""), False),
    ],
)
def test_digit_dicoret_atau_dinaikkan_di_belakang_digit_bukan_angka(tmp_path, ganti, berias):
    format_sel = {
        "coret": {"font_strikeout": True},
        "superscript": {"font_script": 1},
        "subscript": {"font_script": 2},
    }
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as buku:
        gaya = {nama: buku.add_format(isi) for nama, isi in {**format_sel, "tebal": {"bold": True}}.items()}
        lembar = buku.add_worksheet("Capaian")
        lembar.write("A1", "polos 12")
        lembar.write("B2", 1)  # a figure that is the number of the text in C5
        potongan = [" "]
        for teks, nama in zip(ganti[::2], [*ganti[1::2], ""], strict=False):
            potongan += [gaya[nama], teks] if nama else [teks]
        lembar.write_rich_string("C5", *potongan, " ")
    hasil = buka_buku(tmp_path / "a.xlsx").lembar("Capaian").format_sel.berias
    assert hasil == ({(4, 2)} if berias else set())
