"""The XML of an .ods sheet, element by element: styles and their parents, what each cell shows, what is hidden or repeated."""

import pytest

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.urai_xml import urai_xml
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat, TampilanBersyarat
from asn_nilai.baca.format_sel.ods.gaya_ods import Gaya, GayaOds
from asn_nilai.baca.format_sel.ods.ods import _lembar_tanpa_nol, _Pendengar

GAYA = """
<style:style style:name="coret"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="tak-coret" style:parent-style-name="coret"><style:text-properties style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>
<style:style style:name="anak" style:parent-style-name="coret"/>
<style:style style:name="naik"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="datar" style:parent-style-name="naik"><style:text-properties style:text-position="0% 100%"/></style:style>
<style:style style:name="putih"><style:text-properties fo:color="#FFFFFF"/></style:style>
<style:style style:name="putih-hitam" style:parent-style-name="putih"><style:table-cell-properties fo:background-color="#000000"/></style:style>
<style:style style:name="hitam" style:parent-style-name="putih"><style:text-properties style:use-window-font-color="true"/></style:style>
<style:style style:name="kuning"><style:text-properties fo:color="#ffff00"/><style:table-cell-properties fo:background-color="#FFFF00"/></style:style>
<style:style style:name="bening" style:parent-style-name="kuning"><style:table-cell-properties fo:background-color="transparent"/></style:style>
<number:text-style style:name="N1"><number:text-content/><number:text> lama</number:text></number:text-style>
<number:text-style style:name="N2"><number:text-content/></number:text-style>
<style:style style:name="lama" style:data-style-name="N1"/><style:style style:name="teks" style:data-style-name="N2"/>
<style:style style:name="cucu" style:parent-style-name="lama"/>
<style:style style:name="Kondisi_5f_1" style:display-name="Kondisi 1" style:parent-style-name="putih"/>
<style:style style:name="lingkar" style:parent-style-name="lingkar"/>
<number:number-style style:name="N3"><style:text-properties fo:color="#FFFFFF"/><number:number/></number:number-style>
<number:currency-style style:name="N4"><style:text-properties fo:color="#ff0000"/><number:number/><style:map style:condition="value()&gt;=0" style:apply-style-name="N3"/></number:currency-style>
<number:number-style style:name="N5"><number:number/><style:map style:condition="entah" style:apply-style-name="N3"/><style:map style:condition="value()=0" style:apply-style-name="tidak-ada"/><style:map style:condition="value()!=7" style:apply-style-name="N4"/></number:number-style>
<style:style style:name="F3" style:data-style-name="N3"/><style:style style:name="F4" style:data-style-name="N4"/><style:style style:name="F5" style:data-style-name="N5"/>
<style:style style:name="F3-hitam" style:parent-style-name="F3"><style:table-cell-properties fo:background-color="#000000"/></style:style>
<style:style style:name="sebelum"/>
<number:percentage-style style:name="N6"><style:text-properties fo:color="#ffffff"/><number:number/></number:percentage-style>
"""


def gaya_ods(isi: str = GAYA) -> GayaOds:
    gaya = GayaOds()
    urai_xml([f"<a>{isi}</a>".encode()], buka=gaya.buka, tutup=gaya.tutup, teks=gaya.teks)
    return gaya


@pytest.mark.parametrize(
    ("nama", "harap"),
    [
        ("coret", Gaya(coret=True)), ("tak-coret", Gaya()), ("anak", Gaya(coret=True)), ("naik", Gaya(geser=True)), ("datar", Gaya()), ("putih", Gaya(samar=True)),
        ("putih-hitam", Gaya()), ("hitam", Gaya()), ("kuning", Gaya(samar=True)), ("bening", Gaya()), ("lama", Gaya(kode=';;;@""" lama"')), ("cucu", Gaya(kode=';;;@""" lama"')),
        ("teks", Gaya()), ("lingkar", Gaya()), ("tidak ada", Gaya()), (None, Gaya()),
    ],
)  # fmt: skip
def test_gaya_dengan_yang_dikatakan_induknya(nama, harap):
    assert gaya_ods().gaya(nama) == harap


@pytest.mark.parametrize(
    ("nama", "angka", "samar"),
    [
        ("F3", 38.0, True), ("F3-hitam", 38.0, False), ("F4", 38.0, True), ("F4", -1.0, False), ("F5", 0.0, False), ("F5", 7.0, False), ("F5", 38.0, False),
        ("putih", 38.0, False), ("tidak ada", 38.0, False), (None, 38.0, False), ("lama", 38.0, False),
    ],
)  # fmt: skip
def test_format_angka_yang_menulis_dengan_warna_dasarnya(nama, angka, samar):
    """`[White]0` writes so that nobody sees it; of several parts the number tells which one writes."""
    assert gaya_ods().format_samar(nama, angka) is samar


def test_warna_format_angka_bukan_warna_gaya_sebelumnya():
    assert gaya_ods().gaya("sebelum") == Gaya()


def test_sel_berformat_putih_disebut_tak_tampak():
    ini = telusuri(
        baris(
            sel("float", "38", office__value="38", table__style_name="F3"), sel("float", "-1", office__value="-1", table__style_name="F4"),
            sel("percentage", "38%", office__value="0.38", table__style_name="F4"), sel("string", "38", table__style_name="F3"),
        )
    )  # fmt: skip
    assert ini.samar == {(0, 0), (0, 2)}


def test_gaya_yang_tidak_dikenal_memakai_bawaan_bila_ada():
    gaya = gaya_ods(
        '<style:style style:name="Default"><style:text-properties style:text-line-through-type="double"/></style:style>'
    )
    assert (gaya.gaya("entah").coret, gaya.gaya(None).coret) == (True, True)


@pytest.mark.parametrize(
    ("nama", "harap"),
    [("Kondisi 1", TampilanBersyarat(samar=True)), ("Kondisi_5f_1", TampilanBersyarat(samar=True)), ("putih", TampilanBersyarat(samar=True)), ("coret", None)],
)  # fmt: skip
def test_gaya_bersyarat_dikenal_dari_judulnya(nama, harap):
    assert gaya_ods().bersyarat(nama) == harap


def telusuri(isi: str, nama: str = "Capaian", batas: Batas = Batas(), tanpa_nol=()):  # noqa: B008 - frozen
    pendengar = _Pendengar(batas, gaya_ods(), tanpa_nol)
    xml = f'<a><table:table table:name="{nama}">{isi}</table:table></a>'
    urai_xml([xml.encode()], buka=pendengar.buka, tutup=pendengar.tutup, teks=pendengar.teks)
    return pendengar.lembar[nama]


def sel(jenis: str, teks: str = "", **atribut: str) -> str:
    kata = "".join(f' {kunci.replace("__", ":").replace("_", "-")}="{isi}"' for kunci, isi in atribut.items())
    jenis = f' office:value-type="{jenis}"' if jenis else ""
    return f"<table:table-cell{jenis}{kata}>{f'<text:p>{teks}</text:p>' if teks else ''}</table:table-cell>"


def baris(*semua: str, atribut: str = "") -> str:
    return f"<table:table-row{atribut}>{''.join(semua)}</table:table-row>"


def test_persen_galat_rumus_kosong_dan_yang_tampak_lain():
    ini = telusuri(
        baris(
            sel("percentage", "95%", office__value="0.95"), sel("float", "7,4", office__value="7430"), sel("float", "7430", office__value="7430"),
            sel("currency", "Rp5", office__value="5"), sel("float", "2 jam", office__value="2"), sel("", table__formula="of:=A1"), sel("string", "#N/A", calcext__value_type="error"),
            sel("string", "", calcext__value_type="error"), sel("string", "#REF!", office__string_value=""), sel("string", "a"), sel("float", office__value="5"), sel("", "tanpa jenis", table__formula="of:=A1"),
        )
    )  # fmt: skip
    assert (ini.persen, ini.tampak) == ({(0, 0)}, {(0, 1): "7,4", (0, 3): "Rp5", (0, 4): "2 jam"})
    assert ini.rumus_kosong == {(0, 5)}
    assert ini.galat == {(0, 6): "#N/A", (0, 7): "#N/A", (0, 8): "#REF!"}
    assert (ini.tinggi, ini.lebar) == (1, 12)


def test_baris_dan_sel_berulang_dihitung_dan_ditandai_semua():
    ini = telusuri(
        baris(sel("", table__number_columns_repeated="3"), sel("percentage", "5%", table__number_columns_repeated="2"), atribut=' table:number-rows-repeated="2"')
        + baris(sel("float", "5", office__value="5"))
    )  # fmt: skip
    assert ini.persen == {(0, 3), (0, 4), (1, 3), (1, 4)}
    assert (ini.tinggi, ini.lebar) == (3, 5)


@pytest.mark.parametrize("banyak", ["0", "-1"])
def test_ulangan_yang_bukan_bilangan_mulai_satu_ditolak(banyak):
    with pytest.raises(BukuTidakTerbacaError) as galat:
        telusuri(baris(sel("float", "5", office__value="5", table__number_columns_repeated=banyak)))
    assert dict(galat.value.isi) == {"sebab": "isi XML-nya rusak"}


@pytest.mark.parametrize(("tampak", "ada"), [("collapse", True), ("filter", True), ("visible", False)])
def test_baris_dan_kolom_tersembunyi(tampak, ada):
    ini = telusuri(
        f'<table:table-column table:number-columns-repeated="2"/><table:table-column table:number-columns-repeated="3" table:visibility="{tampak}"/>'
        + baris(atribut=' table:number-rows-repeated="4"')
        + baris(atribut=f' table:number-rows-repeated="2" table:visibility="{tampak}"')
    )
    assert ini.kolom_tersembunyi == ([(2, 4)] if ada else [])
    assert ini.baris_tersembunyi == ({4, 5} if ada else set())


def test_jutaan_baris_tersembunyi_tidak_dicatat_semua():
    ini = telusuri(baris(atribut=' table:number-rows-repeated="1048576" table:visibility="collapse"'))
    assert (min(ini.baris_tersembunyi), max(ini.baris_tersembunyi), len(ini.baris_tersembunyi)) == (
        0,
        9999,
        10_000,
    )


def test_gaya_sel_atau_gaya_kolomnya():
    ini = telusuri(
        '<table:table-column table:default-cell-style-name="coret"/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="putih"/>'
        '<table:table-column table:default-cell-style-name="lama"/>'
        + baris(sel("float", "1", office__value="1"), sel("float", "1", office__value="1"), sel("float", "1", office__value="1", table__style_name="coret"), sel("string", "Baik"))
        + baris(sel("float", "1", office__value="1", table__style_name="tak-coret"), sel("string", "Baik", table__style_name="putih"), sel("", ""), sel("float", "5", office__value="5"))
    )  # fmt: skip
    assert (ini.dicoret, ini.berias) == ({(0, 0), (0, 2)}, {(0, 0), (0, 2)})
    assert ini.samar == {(0, 1), (1, 1)}
    assert ini.format_teks == {(0, 3): ';;;@""" lama"'}


def test_sel_yang_dinaikkan_seluruhnya_oleh_gayanya_atau_teksnya():
    ini = telusuri(
        '<table:table-column/><table:table-column table:default-cell-style-name="naik"/>'
        + baris(
            sel("float", "102", office__value="102", table__style_name="naik"), sel("float", "102", office__value="102"),
            sel("string", '<text:span text:style-name="naik">102</text:span>'), sel("float", "102", office__value="102", table__style_name="datar"),
            sel("string", '<text:span text:style-name="naik">10</text:span>2'),
        )
    )  # fmt: skip
    assert ini.digeser == ini.berias == {(0, 0), (0, 1), (0, 2)}
    assert ini.dicoret == set()


def test_potongan_teks_yang_dicoret_atau_dinaikkan():
    ini = telusuri(
        baris(
            sel("string", '<text:span text:style-name="coret">7</text:span>743'), sel("string", '74<text:span text:style-name="naik">3</text:span>'),
            sel("string", '<text:span text:style-name="coret">lama</text:span> baru'), sel("string", '<text:span text:style-name="coret"><text:span text:style-name="putih">7</text:span></text:span>'),
            sel("string", '74<text:span text:style-name="datar">3</text:span>'), sel("string", '<text:span text:style-name="coret"/>7'),
        )
    )  # fmt: skip
    assert ini.berias == {(0, 0), (0, 1), (0, 3)}
    assert ini.dicoret == {(0, 0), (0, 2), (0, 3)}


def test_catatan_pada_sel_bukan_isinya():
    catatan = "<office:annotation><text:p>Rp 9 juta</text:p></office:annotation>"
    ini = telusuri(
        baris(
            f'<table:table-cell office:value-type="float" office:value="5">{catatan}<text:p>5</text:p></table:table-cell>',
            f"<table:table-cell>{catatan}</table:table-cell>",
        )
    )
    assert (ini.tampak, ini.lebar) == ({}, 1)
    tanpa = telusuri(
        baris(f'<table:table-cell office:value-type="float" office:value="5">{catatan}</table:table-cell>')
    )
    assert tanpa.tampak == {}


def test_gabungan_dan_sel_yang_ditutupinya():
    ini = telusuri(
        baris(sel("", "a", table__number_rows_spanned="2", table__number_columns_spanned="3"), '<table:covered-table-cell table:number-columns-repeated="2"/>', sel("float", "1", office__value="1"))
        + baris(sel("", ""), sel("", "b", table__number_rows_spanned="1", table__number_columns_spanned="2"), sel("", "c", table__number_rows_spanned="1", table__number_columns_spanned="1"))
    )  # fmt: skip
    assert ini.gabungan == [(0, 0, 1, 2), (1, 1, 1, 2)]
    assert ini.lebar == 4


def test_aturan_bersyarat_yang_menyamarkan():
    isi = "".join(
        f'<calcext:condition calcext:apply-style-name="{gaya}" calcext:value="{syarat}"/>'
        for gaya, syarat in (("Kondisi 1", "&lt;5"), ("coret", "&gt;5"))
    )
    ini = telusuri(f'<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Capaian.H8:Capaian.H9">{isi}</calcext:conditional-format></calcext:conditional-formats>')  # fmt: skip
    assert ini.bersyarat == [AturanBersyarat("H8:H9", "lessThan", ("5",), TampilanBersyarat(samar=True))]


@pytest.mark.parametrize(
    ("tanpa_nol", "ada"), [((), False), (("",), True), (("Capaian",), True), (("Lain",), False)]
)
def test_lembar_yang_tidak_menampakkan_nol(tanpa_nol, ada):
    assert telusuri("", tanpa_nol=tanpa_nol).nol_tersembunyi is ada


def test_sebuah_sel_yang_diulang_terlalu_jauh_atau_terlalu_panjang_ditolak():
    with pytest.raises(BukuTidakTerbacaError, match="terbentang 10 baris × 11 kolom"):
        telusuri(
            baris(
                sel("float", "5", office__value="5", table__number_columns_repeated="11"),
                atribut=' table:number-rows-repeated="10"',
            ),
            batas=Batas(sel=109),
        )
    with pytest.raises(BukuTidakTerbacaError, match="teks di lembar 'Capaian' seluruhnya"):
        telusuri(baris(sel("string", "a" * 1025, table__number_columns_repeated="32"), atribut=' table:number-rows-repeated="32"'), batas=Batas(teks_mb=1))  # fmt: skip
    pas = telusuri(baris(sel("string", "a" * 1024, table__number_columns_repeated="32"), atribut=' table:number-rows-repeated="32"'), batas=Batas(teks_mb=1))  # fmt: skip
    assert (pas.tinggi, pas.lebar) == (32, 32)


def entri(nama: str, isi: str) -> str:
    return f'<config:config-item-map-entry config:name="{nama}"><config:config-item config:name="ShowZeroValues">{isi}</config:config-item></config:config-item-map-entry>'


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (entri("Capaian", "false"), {"Capaian"}), (entri("Capaian", "true") + entri("Lain", "false"), {"Lain"}), ('<config:config-item config:name="ShowZeroValues">false</config:config-item>', {""}),
        (entri("Capaian", "true") + '<config:config-item config:name="ShowZeroValues"> false </config:config-item>', {""}), ('<config:config-item config:name="ShowGrid">false</config:config-item>', set()),
        ('<config:config-item config:name="ShowZeroValues">true</config:config-item><config:config-item config:name="ShowGrid">false</config:config-item>', set()),
    ],
)  # fmt: skip
def test_setelan_nol_menurut_lembar_atau_seluruh_buku(isi, harap):
    data = {"settings.xml": f"<a>{isi}</a>".encode()}

    class Arsip(dict):
        baca = dict.__getitem__

    assert _lembar_tanpa_nol(Arsip(data)) == harap
    assert _lembar_tanpa_nol(Arsip()) == set()
