"""An .ods as Gnumeric and SheetJS lay it out: each element on a line of its own, and percentages told by their format alone."""

import datetime as dt
import io
import zipfile

import pytest

from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.ods.rapatkan import rapatkan

GAYA = """
  <office:automatic-styles>
    <number:number-style style:name="ND-0"><number:number number:decimal-places="1"/></number:number-style>
    <number:percentage-style style:name="ND-2"><number:number number:decimal-places="1"/><number:text>%</number:text></number:percentage-style>
    <number:percentage-style style:name="ND-4"><number:number/><number:text>%</number:text><style:map style:condition="value()&gt;1" style:apply-style-name="ND-0"/></number:percentage-style>
    <style:style style:name="ACE-0" style:family="table-cell" style:data-style-name="ND-0"/>
    <style:style style:name="ACE-2" style:family="table-cell" style:data-style-name="ND-2"/>
    <style:style style:name="ACE-3" style:family="table-cell" style:parent-style-name="ACE-2"/>
    <style:style style:name="ACE-4" style:family="table-cell" style:data-style-name="ND-4"/>
  </office:automatic-styles>"""
BARIS = """
        <table:table-row>
          <table:table-cell office:value-type="string">
            <office:annotation>
              <text:p>periksa lagi</text:p>
            </office:annotation>
            <text:p>Waktu  tunggu <text:span>pasien</text:span> </text:p>
            <text:p>rawat jalan</text:p>
          </table:table-cell>
          <table:table-cell/>
          <table:table-cell office:value-type="float" office:value="38">
            <text:p>38</text:p>
          </table:table-cell>
          <table:table-cell table:formula="of:=[.C1]">
          </table:table-cell>
        </table:table-row>"""
PERSEN = """
        <table:table-row>
          <table:table-cell table:style-name="ACE-2" office:value-type="float" office:value="0.307"><text:p>30.7%</text:p></table:table-cell>
          <table:table-cell table:style-name="ACE-3" office:value-type="float" office:value="0.95"><text:p>95.0%</text:p></table:table-cell>
          <table:table-cell table:style-name="ACE-0" office:value-type="float" office:value="0.95"><text:p>1.0</text:p></table:table-cell>
          <table:table-cell table:style-name="ACE-4" office:value-type="float" office:value="0.9"><text:p>90%</text:p></table:table-cell>
          <table:table-cell table:style-name="ACE-4" office:value-type="float" office:value="95"><text:p>95.0</text:p></table:table-cell>
        </table:table-row>"""


def naskah(baris: str, gaya: str = GAYA) -> bytes:
    ruang_nama = " ".join(
        f'xmlns:{nama}="urn:{nama}"' for nama in ("office", "table", "text", "style", "number")
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>

<office:document-content {ruang_nama}>{gaya}
  <office:body>
    <office:spreadsheet>
      <table:table table:name="Capaian">
        <table:table-column table:number-columns-repeated="5"/>{baris}
      </table:table>
    </office:spreadsheet>
  </office:body>
</office:document-content>
""".encode()


def buku_ods(bagian: dict[str, bytes | str]) -> Buku:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as arsip:
        arsip.writestr("META-INF/manifest.xml", "<manifest/>")  # SheetJS puts the kind behind other parts
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return Buku(data.getvalue())


def lembar(baris: str, pembuat: str = "Gnumeric", **lain: str):
    meta = f"<meta><generator>{pembuat}</generator></meta>"
    return buku_ods({"content.xml": naskah(baris, **lain), "meta.xml": meta}).lembar("Capaian")


@pytest.mark.parametrize("banyak", [1, 400])
def test_elemen_di_barisnya_sendiri_dibaca_tanpa_sela_di_antaranya(banyak):
    """A small part, and one that is kept unpacked for two readers."""
    ini = lembar(BARIS * banyak)
    assert [baris[1:] for baris in ini.sel] == [["", 38.0]] * banyak
    assert ini.sel[-1][0] == "Waktu  tunggu pasien \nrawat jalan"
    assert ini.format_sel.rumus_kosong == {(baris, 3) for baris in range(banyak)}
    assert (ini.format_sel.galat, ini.format_sel.tampak, ini.format_sel.lebar) == ({}, {}, 4)


def test_sela_di_luar_paragraf_saja_yang_dibuang():
    rapat = rapatkan(naskah(BARIS)).decode()
    assert (
        "<text:p>Waktu  tunggu <text:span>pasien</text:span> </text:p><text:p>rawat jalan</text:p></table:table-cell><table:table-cell/>"
        in rapat
    )
    assert rapatkan(rapat.encode()) == rapat.encode()


def test_naskah_yang_sudah_rapat_tidak_disalin():
    rapat = rapatkan(naskah(BARIS))
    assert rapatkan(rapat) is rapat


@pytest.mark.parametrize("bagian", ["content.xml", "styles.xml"])
@pytest.mark.parametrize("awalan", ["office", "table", "text", "style", "number", "fo"])
def test_awalan_xml_lain_ditolak_dengan_sebabnya(awalan, bagian):
    """Its sheets seemed not to be there, or its texts blank, and the unit was told so."""
    lazim = {"number": "datastyle", "fo": "xsl-fo-compatible"}.get(awalan, awalan)
    lain = f'<office:a xmlns:q="urn:oasis:names:tc:opendocument:xmlns:{lazim}:1.0"/>'.encode()
    with pytest.raises(BukuTidakTerbacaError) as galat:
        buku_ods({"content.xml": naskah(BARIS), bagian: lain})
    assert galat.value.isi == {
        "sebab": "cara menulis isinya (awalan XML yang tidak lazim) belum dikenal program ini"
    }
    tetap = lain.replace(b"xmlns:q=", f"xmlns:{awalan}=".encode())
    assert buku_ods({"content.xml": naskah(BARIS), "styles.xml": tetap}).nama_lembar == ["Capaian"]


def test_persen_yang_hanya_dikatakan_formatnya():
    """OpenDocument has a kind of its own for percentages; Gnumeric writes a plain number in a percentage's format."""
    assert lembar(PERSEN).format_sel.persen == {(0, 0), (0, 1), (0, 3)}
    assert lembar(PERSEN).format_sel.tampak == {}


@pytest.mark.parametrize(("pembuat", "kosong"), [("SheetJS 0.18.5", {(0, 0)}), ("Gnumeric", set())])
def test_rumus_bernilai_nol_dari_pustaka_yang_tidak_menghitung(pembuat, kosong):
    """SheetJS writes 0 for a formula whose result nobody gave it."""
    sel = '<table:table-cell table:formula="of:={}" office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell>'
    baris = (
        sel.format("30+8", 0, 0)
        + sel.format("30+8", 38, 38)
        + sel.format("", 0, 0).replace(' table:formula="of:="', "")
    )
    assert lembar(f"<table:table-row>{baris}</table:table-row>", pembuat).format_sel.rumus_kosong == kosong


def test_hari_dengan_tanda_utc_adalah_hari_itu():
    sel = '<table:table-cell office:value-type="date" office:date-value="2026-03-31T00:00:00.000Z"/>'
    assert lembar(f"<table:table-row>{sel}</table:table-row>").sel == [[dt.date(2026, 3, 31)]]


def test_format_persen_tanpa_nama_bukan_format_setiap_sel():
    gaya = "<office:automatic-styles><number:percentage-style/></office:automatic-styles>"
    sel = (
        '<table:table-cell office:value-type="float" office:value="38"><text:p>38</text:p></table:table-cell>'
    )
    assert lembar(f"<table:table-row>{sel}</table:table-row>", gaya=gaya).format_sel.persen == set()
