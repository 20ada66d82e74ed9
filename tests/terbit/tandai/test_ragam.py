"""Marking twelve kinds of workbook and more: everything else stays, and the marks are where the mistakes are."""

import io
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from keutuhan import anak, bagian_paket, nama, periksa_keutuhan
from libreoffice import hitung_ulang
from ragam import KEPALA, SALAH, alamat, bagian_capaian, ragam, sel_salah
from sekali import sekali
from setoran_contoh import Kota, isi_contoh

from asn_nilai.acuan.temuan import Temuan
from asn_nilai.terbit.tandai import masih_utuh, tandai_paket

# openpyxl says of some kinds what it would drop; we only look.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
RAGAM = ragam()
BOLEH_BERUBAH = re.compile(
    r"\[Content_Types\]\.xml|xl/styles\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/worksheets/sheet\d\.xml"
    r"|xl/worksheets/_rels/sheet\d\.xml\.rels|xl/comments(/comment)?\d\.xml|xl/drawings/(vml|comments)Drawing\d\.vml"
)
SEL_SALAH = {alamat(b, k) for b, k in SALAH}
GALAT, PERINGATAN = "FFF29E93", "FFFFD04A"


@pytest.fixture(params=RAGAM)
def jenis(request) -> str:
    return request.param


@pytest.fixture
def setoran(jenis) -> bytes:
    return RAGAM[jenis]


@pytest.fixture(scope="module")
def temuan(tmp_path_factory) -> dict[str, list[Temuan]]:
    """The findings of every kind."""
    kota = Kota.siapkan(tmp_path_factory.mktemp("kota"))
    return {jenis: kota.periksa(isi) for jenis, isi in RAGAM.items()}


@pytest.fixture
def bertanda(jenis, temuan) -> bytes:
    return tandai_paket(RAGAM[jenis], temuan[jenis])


def perbaiki(isi: bytes, lembar: str, nilai: dict[str, object]) -> bytes:
    """Type right values into the sheet's XML, addresses kept or counted."""
    bagian = bagian_paket(isi)
    akar = fromstring(bagian[lembar])
    ruang = akar.tag.partition("}")[0] + "}"
    nomor = 0
    for baris in anak(akar, "sheetData"):
        nomor = int(baris.get("r", nomor + 1))
        for kolom, sel in enumerate(baris):
            tempat = sel.get("r") or f"{'ABCDEFGHIJKLMNOP'[kolom]}{nomor}"
            if tempat in nilai:
                for unsur in list(sel):
                    sel.remove(unsur)
                sel.set("t", "str" if isinstance(nilai[tempat], str) else "n")
                ET.SubElement(sel, f"{ruang}v").text = str(nilai[tempat])
    bagian[lembar] = ET.tostring(akar)
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama_bagian, isi_bagian in bagian.items():
            arsip.writestr(nama_bagian, isi_bagian)
    return wadah.getvalue()


def test_kesalahannya_ditemukan_di_selnya(jenis, temuan):
    assert {t.letak.sel for t in temuan[jenis]} == SEL_SALAH
    assert {t.kode for t in temuan[jenis]} == {"angka-tidak-sah", "realisasi-kosong", "satuan-berbeda"}


def test_bagian_lain_tetap_sampai_bita_terakhir(jenis, setoran, bertanda):
    lama, baru = bagian_paket(setoran), bagian_paket(bertanda)
    berubah = {n for n in lama if lama[n] != baru[n]}
    assert {n for n in berubah if not BOLEH_BERUBAH.fullmatch(n)} == set()
    assert {n for n in berubah if "worksheets/sheet" in n} == {bagian_capaian(jenis)}
    assert "xl/sharedStrings.xml" not in berubah


def test_isi_lembar_tetap_kecuali_gaya_dan_gambar_komentar(jenis, setoran, bertanda):
    lama, baru = (fromstring(bagian_paket(isi)[bagian_capaian(jenis)]) for isi in (setoran, bertanda))

    def inti(akar):
        for unsur in akar.iter():
            for kunci in ("s", "spans"):
                unsur.attrib.pop(kunci, None)
        for unsur in [s for s in akar if nama(s) in {"legacyDrawing", "dimension"}]:
            akar.remove(unsur)
        for baris in anak(akar, "sheetData"):
            for sel in [s for s in baris if len(s) == 0]:
                baris.remove(sel)
        return ET.canonicalize(ET.tostring(akar))

    assert inti(lama) == inti(baru)


def test_paketnya_utuh(bertanda):
    periksa_keutuhan(bertanda)
    assert masih_utuh(bertanda)


def test_menandai_dua_kali_sama_dengan_sekali(kota, bertanda):
    lagi = kota.periksa(bertanda)
    assert {t.letak.sel for t in lagi} == SEL_SALAH
    assert tandai_paket(bertanda, lagi) == bertanda


def test_tanda_dapat_dilepas_sampai_bita_terakhir(setoran, bertanda):
    assert bagian_paket(tandai_paket(bertanda, [])) == bagian_paket(setoran)
    assert list(bagian_paket(tandai_paket(bertanda, []))) == list(bagian_paket(setoran))


def test_ditandai_diperbaiki_dikirim_lagi_bersih(kota, jenis, bertanda):
    betul = perbaiki(bertanda, bagian_capaian(jenis), sel_salah())
    assert kota.periksa(betul) == []
    assert not masih_utuh(betul)


def test_sebagian_diperbaiki_tanda_yang_lama_hilang(kota, jenis, setoran, bertanda):
    sisa = alamat(3, 7)
    separuh = perbaiki(bertanda, bagian_capaian(jenis), {k: v for k, v in sel_salah().items() if k != sisa})
    lagi = tandai_paket(separuh, kota.periksa(separuh))
    bagian = periksa_keutuhan(lagi)
    assert sum(isi.count(b"asn-nilai: temuan no.") for isi in bagian.values()) == 1
    lembar = bagian_capaian(jenis)
    gaya_lama, gaya_baru = gaya_sel(bagian_paket(setoran)[lembar]), gaya_sel(bagian[lembar])
    assert {k for k in gaya_lama if gaya_lama[k] != gaya_baru[k]} <= {sisa}


def gaya_sel(isi: bytes) -> dict[str, str]:
    """The style of each cell that has one written down, by address; cells without address are counted."""
    hasil, nomor = {}, 0
    for baris in anak(fromstring(isi), "sheetData"):
        nomor = int(baris.get("r", nomor + 1))
        for kolom, sel in enumerate(baris):
            hasil[sel.get("r") or f"{'ABCDEFGHIJKLMNOP'[kolom]}{nomor}"] = sel.get("s", "0")
    return hasil


BACA_OPENPYXL = [jenis for jenis in RAGAM if not jenis.startswith(("ketat", "awalan"))]


@pytest.mark.parametrize("jenis", BACA_OPENPYXL)
def test_openpyxl_melihat_isian_dan_komentar(jenis, bertanda):
    buku = openpyxl.load_workbook(io.BytesIO(bertanda))
    assert buku.sheetnames[0] == "Temuan"
    periksa_tanda(buku["Capaian"], jenis)


def periksa_tanda(lembar, jenis) -> None:
    warna = {
        sel.coordinate: sel.fill.fgColor.rgb
        for baris in lembar.iter_rows()
        for sel in baris
        if sel.fill.fill_type == "solid" and sel.fill.fgColor.rgb in {GALAT, PERINGATAN}
    }
    assert warna == {"H7": GALAT, "H9": GALAT, "F10": PERINGATAN, "H10": GALAT}
    for sel, argb in warna.items():
        komentar = lembar[sel].comment
        if jenis == "percakapan" and sel == "H7":
            assert "asn-nilai" not in komentar.text
            continue
        kata = "GALAT" if argb == GALAT else "PERINGATAN"
        assert f"{kata}: " in komentar.text
        assert "[asn-nilai: temuan no." in komentar.text
        if jenis in {"komentar", "ketat berkomentar", "openpyxl"} and sel == "H7":
            assert "bagian> keuangan & aset" in komentar.text
        else:
            assert komentar.text.startswith(kata)


@pytest.fixture(scope="module")
def lewat_libreoffice(tmp_path_factory, temuan) -> dict[str, Path]:
    """Every kind marked, and the marked copy saved by LibreOffice."""

    def buat(folder: Path) -> None:
        sementara = tmp_path_factory.mktemp("lo")
        berkas = [sementara / f"{jenis}.xlsx" for jenis in RAGAM]
        for asli in berkas:
            asli.write_bytes(tandai_paket(RAGAM[asli.stem], temuan[asli.stem]))
        for asli, jadi in zip(berkas, hitung_ulang(berkas, sementara), strict=True):
            shutil.copyfile(jadi, folder / asli.name)

    bersama = sekali(tmp_path_factory, "tandai-libreoffice", buat)
    return {jenis: bersama / f"{jenis}.xlsx" for jenis in RAGAM}


def test_libreoffice_membuka_dan_menyimpan_tanda(lewat_libreoffice, jenis):
    buku = openpyxl.load_workbook(lewat_libreoffice[jenis])
    assert buku.sheetnames[0] == "Temuan"
    assert buku.active.title == "Capaian"
    periksa_tanda(buku["Capaian"], jenis)
    assert buku["Temuan"]["D9"].hyperlink.location == "'Capaian'!H7"


ADA = {  # what a kind must still have after LibreOffice has opened the marked copy
    "tabel": lambda lembar: "Isian" in lembar.tables,
    "gabungan": lambda lembar: len(lembar.merged_cells.ranges) > 5,
    "format bersyarat": lambda lembar: len(lembar.conditional_formatting) >= 2,
    "grafik": lambda lembar: len(lembar._charts) == 1,
    "gambar": lambda lembar: len(lembar._images) == 1,
    "terlindung": lambda lembar: lembar.protection.sheet and lembar.print_title_rows == "$5:$5",
    "daftar x14": lambda lembar: "Perilaku" in lembar.data_validations.dataValidation[0].formula1,
    "komentar": lambda lembar: lembar["C6"].comment.text == "Sudah dikonfirmasi",
    "nama dan lembar tersembunyi": lambda lembar: (
        "A$1:$J$60" in lembar.print_area and lembar.parent["Sampul"].sheet_state == "hidden"
    ),
}


def test_libreoffice_masih_melihat_isi_dan_kelengkapannya(lewat_libreoffice, jenis):
    lembar = openpyxl.load_workbook(lewat_libreoffice[jenis])["Capaian"]
    for baris, isi in enumerate(isi_contoh()["Capaian"]):
        for kolom, benar in enumerate(isi):
            nilai = SALAH.get((baris - 1, kolom), benar)
            sel = lembar.cell(KEPALA + 1 + baris, kolom + 1)
            if jenis != "gabungan" or kolom not in {1, 2}:
                assert sel.value == nilai, sel.coordinate
    assert ADA.get(jenis, lambda _lembar: True)(lembar)


@pytest.mark.menyeluruh
def test_disimpan_libreoffice_lalu_diperbaiki_bersih(kota, lewat_libreoffice, jenis):
    buku = openpyxl.load_workbook(lewat_libreoffice[jenis])
    for sel, nilai in sel_salah().items():
        buku["Capaian"][sel] = nilai
    wadah = io.BytesIO()
    buku.save(wadah)
    assert kota.periksa(wadah.getvalue()) == []


@pytest.mark.menyeluruh
def test_disimpan_libreoffice_lalu_ditandai_lagi_tidak_menumpuk(kota, lewat_libreoffice, jenis):
    isi = lewat_libreoffice[jenis].read_bytes()
    temuan = kota.periksa(isi)
    assert {t.letak.sel for t in temuan} == SEL_SALAH
    lagi = tandai_paket(isi, temuan)
    periksa_keutuhan(lagi)
    buku = openpyxl.load_workbook(io.BytesIO(lagi))
    assert [lembar for lembar in buku.sheetnames if lembar.startswith("Temuan")] == ["Temuan"]
    periksa_tanda(buku["Capaian"], jenis)
    semua = [sel.comment.text for baris in buku["Capaian"].iter_rows() for sel in baris if sel.comment]
    assert max(teks.count("[asn-nilai: temuan no.") for teks in semua) == 1
    assert tandai_paket(lagi, temuan) == lagi


@pytest.mark.menyeluruh
def test_tulisan_libreoffice_ditandai_tanpa_mengubah_bagian_lain(kota, lewat_libreoffice, jenis):
    lama = tandai_paket(lewat_libreoffice[jenis].read_bytes(), [])
    periksa_keutuhan(lama)
    assert [n for n, isi in bagian_paket(lama).items() if b"asn-nilai: temuan" in isi] == []
    temuan = kota.periksa(lama)
    baru = tandai_paket(lama, temuan)
    berubah = {n for n, isi in bagian_paket(lama).items() if isi != periksa_keutuhan(baru)[n]}
    assert {n for n in berubah if not BOLEH_BERUBAH.fullmatch(n)} == set()
    assert bagian_paket(tandai_paket(baru, [])) == bagian_paket(lama)
