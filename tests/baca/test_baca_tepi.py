"""Corners of the reading room that no ordinary workbook reaches."""

import io
import zipfile

import pytest
from buku_biner import buku_xlsb
from dunia_baca import JUNI, SITI, Dunia, Lembaran, satu_temuan, temuan_singkat
from openpyxl import Workbook
from test_baca_batas import AKAR, BUKU, EKOR, HUBUNGAN, KEPALA, buku_xlsx, tolak
from test_baca_skema import DuniaSkema

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.rupa import Rupa
from asn_nilai.baca.rupa_xls import pembaca_rupa_xls
from asn_nilai.baca.rupa_xlsb import pembaca_rupa_xlsb
from asn_nilai.baca.rupa_xlsx import pembaca_rupa_xlsx
from asn_nilai.baca.sel import SelRusak, kutip, tandai_rusak
from asn_nilai.baca.wadah import Arsip, BukuTidakTerbacaError

SATU = KEPALA + b'<row r="1"><c r="A1"><v>7</v></c></row>' + EKOR


def arsip(**bagian: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as berkas:
        for nama, isi in bagian.items():
            berkas.writestr(nama, isi)
    return data.getvalue()


def test_a_damaged_cell_beyond_the_filled_ones_finds_its_place():
    kisi = tandai_rusak([["a"]], Rupa(galat={(2, 3): "#N/A"}, rumus_kosong={(0, 1)}))
    assert kisi == [
        ["a", SelRusak("rumus-tanpa-nilai")],
        ["", ""],
        ["", "", "", SelRusak("sel-galat", "#N/A")],
    ]
    assert tandai_rusak([], Rupa(galat={(0, 0): "#N/A"})) == [[SelRusak("sel-galat", "#N/A")]]


def test_a_long_text_is_quoted_short_and_on_one_line():
    assert kutip("a\n b") == "a b"
    assert kutip("x" * 200) == "x" * 79 + "…"
    assert kutip(0.5) == "0,5"


def test_a_row_of_the_register_without_its_nip_is_told_even_at_the_end(tmp_path):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.isi("nama", lembar.jumlah, "Tanpa NIP")
        lembar.isi("kode_unit", lembar.jumlah, "DINKES")
        sel.append(lembar.sel("nip", lembar.jumlah).coordinate)

    _, temuan = DuniaSkema(tmp_path, (2, 1)).baca(Pegawai=ubah)
    assert [(satu.kode, satu.letak.sel) for satu in temuan] == [("nip-format", sel[0])]


def test_a_register_without_its_optional_nips_is_read(tmp_path):
    skema, temuan = DuniaSkema(tmp_path, (0, 0)).baca(
        Unit=lambda lembar: setattr(lembar.kepala("nip_kepala"), "value", None),
        Pegawai=lambda lembar: setattr(lembar.kepala("mulai"), "value", None) or lembar.kosongkan(2),
    )
    assert temuan == []
    assert len(skema.penempatan) == 3


def test_a_workbook_whose_main_part_is_numbered_is_followed():
    data = arsip(
        **{
            "_rels/.rels": AKAR.replace(b"workbook.xml", b"workbook2.xml"),
            "xl/workbook2.xml": BUKU,
            "xl/_rels/workbook2.xml.rels": HUBUNGAN.replace(b"worksheets/", b"/xl/worksheets/"),
            "xl/worksheets/sheet1.xml": SATU.replace(b"<v>7</v>", b"<f>1</f>"),
        }
    )
    assert pembaca_rupa_xlsx(Arsip(data))("Target").rumus_kosong == {(0, 0)}


@pytest.mark.parametrize(("tanda", "kosong"), [(b' fullCalcOnLoad="1"', {(0, 0)}), (b"", set())])
@pytest.mark.parametrize("rumus", [b"<f>700+43</f>", b'<f t="shared" si="0"/>'])
def test_a_zero_waits_where_the_workbook_waits_to_be_calculated(rumus, tanda, kosong):
    buku = BUKU.replace(b"</workbook>", b"<calcPr" + tanda + b"/></workbook>")
    for nilai, tanpa_hasil in ((b"0", kosong), (b"743", set())):
        lembar = SATU.replace(b"<v>7</v>", rumus + b"<v>" + nilai + b"</v>")
        bagian = {"_rels/.rels": AKAR, "xl/workbook.xml": buku, "xl/_rels/workbook.xml.rels": HUBUNGAN}
        data = arsip(**bagian, **{"xl/worksheets/sheet1.xml": lembar})
        assert pembaca_rupa_xlsx(Arsip(data))("Target").rumus_kosong == tanpa_hasil


@pytest.mark.parametrize(
    ("bagian", "isi"),
    [
        (
            "xl/workbook.xml",
            BUKU.replace(b"</sheets>", b'<sheet name="Target" sheetId="2" r:id="rId1"/></sheets>'),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            HUBUNGAN.replace(b"</Relationships>", HUBUNGAN[HUBUNGAN.index(b"<Relationship I") :]),
        ),
        ("xl/_rels/workbook.xml.rels", HUBUNGAN.replace(b"sheet1", b"sheet9")),
        ("xl/_rels/workbook.xml.rels", b""),
    ],
    ids=["lembar ganda", "hubungan ganda", "bagian tak ada", "hubungan kosong"],
)
def test_a_workbook_that_can_be_understood_two_ways_is_refused(bagian, isi):
    isi_buku = {
        "_rels/.rels": AKAR,
        "xl/workbook.xml": BUKU,
        "xl/_rels/workbook.xml.rels": HUBUNGAN,
        "xl/worksheets/sheet1.xml": SATU,
    }
    assert tolak(arsip(**{**isi_buku, bagian: isi})).kode == "berkas-tidak-terbaca"


def test_a_sheet_without_relations_is_not_found():
    with pytest.raises(BukuTidakTerbacaError):
        pembaca_rupa_xlsx(Arsip(arsip(**{"xl/workbook.xml": BUKU})))("Target")


def test_binary_workbooks_that_are_cut_or_name_a_sheet_twice():
    data = buku_xlsb("Target", {(0, 0): 1.0, (1, 0): None, (1, 1): "x"})
    with zipfile.ZipFile(io.BytesIO(data)) as asal:
        bagian = {nama: asal.read(nama) for nama in asal.namelist()}
    with pytest.raises(BukuTidakTerbacaError):
        pembaca_rupa_xlsb(Arsip(data))("Lain")
    lembar = bagian["xl/worksheets/sheet1.bin"]
    terpotong = {**bagian, "xl/worksheets/sheet1.bin": lembar[: lembar.index(b"x\0") - 9]}
    buku = bagian["xl/workbook.bin"]
    awal, akhir = buku.index(b"\x9c\x01"), buku.index(b"\x90\x01")
    ganda = {**bagian, "xl/workbook.bin": buku[:akhir] + buku[awal:akhir] + buku[akhir:]}
    hilang = {nama: isi for nama, isi in bagian.items() if "sheet1" not in nama}
    with pytest.raises(BukuTidakTerbacaError):
        pembaca_rupa_xlsb(Arsip(arsip(**ganda)))
    for isi in (terpotong, hilang):
        with pytest.raises(BukuTidakTerbacaError):
            pembaca_rupa_xlsb(Arsip(arsip(**isi)))("Target")


def test_an_old_workbook_that_spans_too_much_is_refused():
    xlwt = pytest.importorskip("xlwt", reason="xlwt tidak terpasang")
    buku = xlwt.Workbook()
    lembar = buku.add_sheet("Target")
    lembar.write(9, 9, 1)
    data = io.BytesIO()
    buku.save(data)
    assert pembaca_rupa_xls(data.getvalue())("Target").tinggi == 10
    assert pembaca_rupa_xls(data.getvalue())("Lain") == Rupa()
    with pytest.raises(BukuTidakTerbacaError) as galat:
        pembaca_rupa_xls(data.getvalue(), Batas(sel=10))
    assert galat.value.kode == "berkas-terlalu-besar"


def test_a_stream_with_more_than_its_limit_is_stopped():
    terbuka = Arsip(buku_xlsx(SATU))
    with pytest.raises(BukuTidakTerbacaError) as galat:
        list(terbuka.alirkan("xl/worksheets/sheet1.xml", 10))
    assert galat.value.kode == "berkas-terlalu-besar"


def test_hidden_sheets_and_charts_of_a_workbook():
    buku = Workbook()
    buku.create_sheet("Tersembunyi").sheet_state = "veryHidden"
    buku.create_chartsheet("Grafik")
    buku["Tersembunyi"]["A1"] = 1
    data = io.BytesIO()
    buku.save(data)
    terbuka = Buku(data.getvalue())
    assert terbuka.nama_lembar == ["Sheet", "Tersembunyi"]
    assert terbuka.lembar("Tersembunyi").rupa.tersembunyi
    assert terbuka.lembar("Sheet").sel == []


def test_an_empty_sheet_has_no_header(dunia_tetap: Dunia):
    dunia_tetap.target(lambda lembar: lembar.ws.delete_rows(1, 60))
    dunia_tetap.capaian()
    assert temuan_singkat(dunia_tetap.baca()) == [("kepala-tabel-hilang", "")]


def test_a_header_without_rows_is_an_empty_table(dunia_tetap: Dunia):
    dunia_tetap.target()
    dunia_tetap.capaian(lambda lembar: lembar.ws.delete_rows(lembar.baris_kepala + 1, 60))
    isian = dunia_tetap.baca()
    assert isian.temuan == []
    assert len(isian.capaian[JUNI]) == 0


def test_a_title_like_the_header_does_not_take_its_place(dunia_tetap: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws["A3"], lembar.ws["B3"], lembar.ws["C3"] = "Target", "Realisasi", "Nama"

    dunia_tetap.target()
    dunia_tetap.capaian(ubah)
    isian = dunia_tetap.baca()
    assert isian.temuan == []
    assert isian.capaian[JUNI].teks("nip")[0] == SITI


def test_a_doubtful_number_with_a_percent_sign_elsewhere_is_told_once(dunia_tetap: Dunia):
    dunia_tetap.target()
    dunia_tetap.capaian(lambda lembar: lembar.isi("realisasi", 2, "≤ 5%"))
    assert satu_temuan(dunia_tetap.baca(), "persen-meragukan").pesan.startswith("≤ 5%")


def test_a_sheet_whose_rows_lie_far_down_is_walked_no_further_than_its_values():
    baris = b"".join(b'<row r="%d" hidden="1"/>' % nomor for nomor in range(1, 12_000))
    lembar = (
        KEPALA + baris + b'<row r="12000"><c r="A12000"><v>1</v></c></row><row r="12001" hidden="1"/>' + EKOR
    )
    assert len(Buku(buku_xlsx(lembar)).lembar("Target").rupa.baris_tersembunyi) == 11_999


def test_a_broken_sheet_is_told_with_the_others_still_read(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    data = dunia_tetap.berkas_target.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as asal:
        bagian = {nama: asal.read(nama) for nama in asal.namelist()}
    lembar = bagian["xl/worksheets/sheet1.xml"]
    bagian["xl/worksheets/sheet1.xml"] = lembar[: len(lembar) // 2]
    dunia_tetap.berkas_target.write_bytes(arsip(**bagian))
    isian = dunia_tetap.baca()
    assert temuan_singkat(isian) == [("berkas-tidak-terbaca", "")]
    assert isian.target is None
    assert len(isian.capaian[JUNI]) == 8
