"""How workbooks of each kind are put together, and what is refused because it can be understood two ways."""

import io
import zipfile

import pytest
from buku_biner import buku_xlsb
from buku_mentah import AKAR, BUKU, EKOR, HUBUNGAN, KEPALA, arsip, tolak

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import DokumenOle
from asn_nilai.baca.format_sel import xlsb
from asn_nilai.baca.format_sel.xls import xls
from asn_nilai.baca.format_sel.xlsx import xlsx

LEMBAR = KEPALA + b'<row r="1"><c r="A1"><v>7</v></c></row>' + EKOR


def test_buku_yang_bagian_utamanya_bernomor_tetap_diikuti():
    data = arsip(
        **{
            "_rels/.rels": AKAR.replace(b"workbook.xml", b"workbook2.xml"),
            "xl/workbook2.xml": BUKU,
            "xl/_rels/workbook2.xml.rels": HUBUNGAN.replace(b"worksheets/", b"/xl/worksheets/"),
            "xl/worksheets/sheet1.xml": LEMBAR.replace(b"<v>7</v>", b"<f>1</f>"),
        }
    )
    assert xlsx.pembaca_format(Arsip(data))("Target").rumus_kosong == {(0, 0)}


@pytest.mark.parametrize(("tanda", "kosong"), [(b' fullCalcOnLoad="1"', {(0, 0)}), (b"", set())])
@pytest.mark.parametrize("rumus", [b"<f>700+43</f>", b'<f t="shared" si="0"/>'])
def test_nol_belum_berarti_di_buku_yang_menunggu_dihitung(rumus, tanda, kosong):
    buku = BUKU.replace(b"</workbook>", b"<calcPr" + tanda + b"/></workbook>")
    for nilai, tanpa_hasil in ((b"0", kosong), (b"743", set())):
        lembar = LEMBAR.replace(b"<v>7</v>", rumus + b"<v>" + nilai + b"</v>")
        bagian = {"_rels/.rels": AKAR, "xl/workbook.xml": buku, "xl/_rels/workbook.xml.rels": HUBUNGAN}
        data = arsip(**bagian, **{"xl/worksheets/sheet1.xml": lembar})
        assert xlsx.pembaca_format(Arsip(data))("Target").rumus_kosong == tanpa_hasil


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
def test_buku_yang_dapat_dipahami_dua_cara_ditolak(bagian, isi):
    isi_buku = {
        "_rels/.rels": AKAR,
        "xl/workbook.xml": BUKU,
        "xl/_rels/workbook.xml.rels": HUBUNGAN,
        "xl/worksheets/sheet1.xml": LEMBAR,
    }
    assert tolak(arsip(**{**isi_buku, bagian: isi})).kode == "berkas-tidak-terbaca"


def test_lembar_tanpa_hubungan_tidak_ditemukan():
    with pytest.raises(BukuTidakTerbacaError):
        xlsx.pembaca_format(Arsip(arsip(**{"xl/workbook.xml": BUKU})))("Target")


def test_buku_biner_terpotong_atau_berlembar_ganda_ditolak():
    data = buku_xlsb("Target", {(0, 0): 1.0, (1, 0): None, (1, 1): "x"})
    with zipfile.ZipFile(io.BytesIO(data)) as asal:
        bagian = {nama: asal.read(nama) for nama in asal.namelist()}
    with pytest.raises(BukuTidakTerbacaError):
        xlsb.pembaca_format(Arsip(data))("Lain")
    lembar = bagian["xl/worksheets/sheet1.bin"]
    terpotong = {**bagian, "xl/worksheets/sheet1.bin": lembar[: lembar.index(b"x\0") - 9]}
    buku = bagian["xl/workbook.bin"]
    awal, akhir = buku.index(b"\x9c\x01"), buku.index(b"\x90\x01")
    ganda = {**bagian, "xl/workbook.bin": buku[:akhir] + buku[awal:akhir] + buku[akhir:]}
    hilang = {nama: isi for nama, isi in bagian.items() if "sheet1" not in nama}
    with pytest.raises(BukuTidakTerbacaError):
        xlsb.pembaca_format(Arsip(arsip(**ganda)))
    for isi in (terpotong, hilang):
        with pytest.raises(BukuTidakTerbacaError):
            xlsb.pembaca_format(Arsip(arsip(**isi)))("Target")


def test_buku_lama_yang_terbentang_terlalu_jauh_ditolak():
    xlwt = pytest.importorskip("xlwt", reason="xlwt tidak terpasang")
    buku = xlwt.Workbook()
    lembar = buku.add_sheet("Target")
    lembar.write(9, 9, 1)
    data = io.BytesIO()
    buku.save(data)
    assert xls.buka(DokumenOle(data.getvalue(), BATAS_BAWAAN)).lembar("Target").format_sel.tinggi == 10
    with pytest.raises(BukuTidakTerbacaError) as galat:
        xls.buka(DokumenOle(data.getvalue(), Batas(sel=10)))
    assert galat.value.kode == "berkas-terlalu-besar"
