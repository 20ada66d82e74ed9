"""Whose a workbook is, and what it was made from: by its identity block, by its name, by what lies beside its sheets."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import JUDUL_LEMBAR_TEMUAN
from asn_nilai.baca.setoran.asal_templat import baca_identitas_templat, segel_utuh
from asn_nilai.baca.setoran.asal_unit import AsalBerkas, berkas_daftar_temuan, kenali_asal

DINKES, TB, TB_1 = (
    Unit("DINKES", "Dinas Kesehatan", "Dinas", "", ("DKK",)),
    Unit("PKM-TB", "Puskesmas Tigo Baleh", "Puskesmas"),
    Unit("PKM-TB-1", "Pustu Tigo Baleh", "Pustu"),
)
SKEMA = Skema({unit.kode: unit for unit in (DINKES, TB, TB_1)}, (), {})
CAPAIAN = ("NIP", "Nama", "Kode Indikator", "Indikator", "Satuan", "Target", "Realisasi")
TARGET = ("NIP", "Nama", "Kode Indikator", "Indikator", "Satuan", "Bobot", "Jan", "Feb")


def tulis(berkas: Path, *baris: tuple[object, ...], lembar: str = "Capaian") -> Path:
    buku = Workbook()
    buku.active.title = lembar
    for isi in baris:
        buku.active.append(list(isi))
    buku.save(berkas)
    return berkas


@pytest.mark.parametrize(
    ("nama", "blok", "asal"),
    [
        ("revisi", [("Kode Unit", "PKM-TB"), ("Periode", "2026-03")], AsalBerkas(TB, Bulan(2026, 3), target=False)),
        ("revisi", [("Unit Kerja", "Dinas Kesehatan")], AsalBerkas(DINKES, None, target=False)),
        ("revisi", [("Kode Unit", "DKK")], AsalBerkas(DINKES, None, target=False)),  # the code that it had before
        ("DINKES", [("Kode Unit", "PKM-TB")], AsalBerkas(TB, None, target=False)),  # the block knows better than the name
        ("revisi", [("Kode Unit", "PKM-TB"), ("Unit Kerja", "Dinas Kesehatan")], AsalBerkas(TB, None, target=False)),  # units are renamed
        ("PKM-TB", [("Kode Unit", "ENTAH")], None),
        ("revisi", [("Kode Unit", "PKM-TB"), ("Periode", "2025-03")], AsalBerkas(TB, None, target=False)),
        ("revisi", [("Kode Unit", "PKM-TB"), ("Periode", "2026")], AsalBerkas(TB, None, target=False)),
        ("PKM-TB (1) revisi final", [], AsalBerkas(TB, None, target=False)),
        ("pkm-tb-1 final", [], AsalBerkas(TB_1, None, target=False)),  # the longest code that the name holds
        ("laporan dkk", [], AsalBerkas(DINKES, None, target=False)),
        ("DINKES dan PKM-TB", [], None),
        ("laporan", [], None),
    ],
)  # fmt: skip
def test_unit_menurut_blok_identitas_lalu_nama_berkasnya(tmp_path, nama, blok, asal):
    assert kenali_asal(tulis(tmp_path / f"{nama}.xlsx", *blok, CAPAIAN), SKEMA, 2026) == asal


def test_buku_target_buku_lain_dan_yang_tidak_terbaca(tmp_path):
    blok = [("Kode Unit", "PKM-TB"), ("Tahun", 2026)]
    target = tulis(tmp_path / "target.xlsx", *blok, TARGET, lembar="Target")
    assert kenali_asal(target, SKEMA, 2026) == AsalBerkas(TB, None, target=True)
    assert kenali_asal(tulis(tmp_path / "PKM-TB.xlsx", *blok, lembar="Catatan"), SKEMA, 2026) is None
    (tmp_path / "PKM-TB.xls").write_bytes(b"bukan buku")
    assert kenali_asal(tmp_path / "PKM-TB.xls", SKEMA, 2026) is None


def test_daftar_temuan_program_dikenali(tmp_path):
    judul = (JUDUL_LEMBAR_TEMUAN,)
    assert berkas_daftar_temuan(tulis(tmp_path / "a.xlsx", judul, lembar="Temuan"))
    assert not berkas_daftar_temuan(tulis(tmp_path / "b.xlsx", ("Temuan kami",), lembar="Temuan"))
    assert not berkas_daftar_temuan(tulis(tmp_path / "c.xlsx", judul, lembar="Capaian"))
    assert not berkas_daftar_temuan(tulis(tmp_path / "d.xlsx", lembar="Temuan"))
    buku = Workbook()
    buku.active.title = "Temuan"
    buku.active.append(list(judul))
    buku.create_sheet("Capaian").append(list(CAPAIAN))
    buku.save(tmp_path / "e.xlsx")
    assert not berkas_daftar_temuan(tmp_path / "e.xlsx")
    (tmp_path / "f.xlsx").write_bytes(b"bukan buku")
    assert not berkas_daftar_temuan(tmp_path / "f.xlsx")


IDENTITAS = IdentitasTemplat("capaian", "PKM-TB", "2026-03", "0" * 16, "0.1.0")
TEKS = IDENTITAS.sebagai_teks().replace("&", "&amp;")
PROPERTI = (
    '<Properties xmlns:vt="v"><property name="lain"><vt:lpwstr>x</vt:lpwstr></property>'
    f'<property name="asn-nilai-templat"><vt:lpwstr> {TEKS}</vt:lpwstr></property><vt:lpwstr>ekor</vt:lpwstr></Properties>'
)
META = (
    '<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><dc:title>judul</dc:title>'
    f'<meta:user-defined meta:name="asn-nilai-templat">{TEKS}</meta:user-defined><dc:subject>ekor</dc:subject>'
    "</office:meta></office:document-meta>"
)
NAMA = f'<workbook><definedNames><definedName name="asn_nilai_templat">"{TEKS}"</definedName></definedNames></workbook>'


def paket(berkas: Path, bagian: dict[str, str]) -> Path:
    """Put parts in place of those of a clean workbook, or beside them."""
    isi = io.BytesIO()
    Workbook().save(isi)
    with zipfile.ZipFile(isi) as asli, zipfile.ZipFile(berkas, "w") as baru:
        for nama in asli.namelist():
            if nama not in bagian:
                baru.writestr(nama, asli.read(nama))
        for nama, teks in bagian.items():
            baru.writestr(nama, teks)
    return berkas


@pytest.mark.parametrize(
    ("bagian", "identitas"),
    [
        ({"docProps/custom.xml": PROPERTI}, IDENTITAS),
        ({"meta.xml": META}, IDENTITAS),
        ({"xl/workbook.xml": NAMA}, IDENTITAS),
        ({"docProps/custom.xml": PROPERTI.replace("unit=", "unti="), "xl/workbook.xml": NAMA}, IDENTITAS),
        ({"docProps/custom.xml": PROPERTI.replace("asn-nilai-templat", "lain-lagi")}, None),
        ({"docProps/custom.xml": PROPERTI.replace("unit=", "unti=")}, None),
        ({}, None),
    ],
)
def test_identitas_templat_dari_salah_satu_tempatnya(tmp_path, bagian, identitas):
    berkas = paket(tmp_path / "a.xlsx", bagian)
    assert baca_identitas_templat(berkas) == identitas
    assert not segel_utuh(berkas)


def test_yang_tidak_terbaca_tanpa_identitas_dan_segel(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"bukan buku")
    (tmp_path / "b.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    for nama in ("a.xlsx", "b.xls"):
        assert baca_identitas_templat(tmp_path / nama) is None
        assert not segel_utuh(tmp_path / nama)
