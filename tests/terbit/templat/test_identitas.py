"""A template says what it was made for and from, in every program's hands; an old one is noticed."""

import zipfile
from dataclasses import replace

import pytest
from kantor import kerjakan
from openpyxl import load_workbook

from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat
from asn_nilai.baca import baca_skema
from asn_nilai.baca.setoran.asal_templat import baca_identitas_templat, segel_utuh
from asn_nilai.ruang_kerja import RuangKerja


@pytest.fixture
def templat(kota, jalankan):
    jalankan("templat", "capaian", kota, "--periode", "2026-05", "--unit", "PKM-TB")
    return kota / "templat" / "2026-05" / "PKM-TB.xlsx"


@pytest.fixture
def skema(kota):
    return baca_skema(RuangKerja.buka(kota))[0]


def test_identitas_terbaca_dan_masih_berlaku(templat, skema):
    identitas = baca_identitas_templat(templat)
    assert (identitas.jenis, identitas.unit, identitas.periode) == ("capaian", "PKM-TB", "2026-05")
    assert identitas.masih_berlaku(skema)


def test_skema_yang_berubah_membuat_templat_usang(templat, skema):
    identitas = baca_identitas_templat(templat)
    kes = skema.indikator["KES-01"]
    diubah = replace(skema, indikator=skema.indikator | {"KES-01": replace(kes, batas_atas=90.0)})
    assert not identitas.masih_berlaku(diubah)
    tanpa_satu = replace(
        skema, penempatan=tuple(p for p in skema.penempatan if p.nip != "196905251992012925")
    )
    assert not identitas.masih_berlaku(tanpa_satu)


def test_perubahan_di_unit_lain_tidak_membuatnya_usang(templat, skema):
    kpg = skema.indikator["KPG-01"]
    diubah = replace(skema, indikator=skema.indikator | {"KPG-01": replace(kpg, nama="Lain")})
    assert baca_identitas_templat(templat).masih_berlaku(diubah)


def test_identitas_yang_asing_tidak_berlaku(skema):
    identitas = IdentitasTemplat("capaian", "PKM-TB", "2026-05", "0" * 16, "0.1.0")
    assert not identitas.masih_berlaku(skema)
    assert not identitas._replace(unit="TIDAK-ADA").masih_berlaku(skema)
    assert not identitas._replace(periode="Mei").masih_berlaku(skema)


def test_kode_unit_yang_ganjil_pulang_utuh():
    identitas = IdentitasTemplat("target", 'A&B="C" / ü', "2026", "0" * 16, "0.1.0")
    assert IdentitasTemplat.dari_teks(identitas.sebagai_teks()) == identitas
    assert IdentitasTemplat.dari_teks("jenis=target&unit=A") is None
    assert IdentitasTemplat.dari_teks("") is None


def test_identitas_bertahan_sesudah_disimpan_openpyxl_dan_libreoffice(templat, tmp_path):
    identitas = baca_identitas_templat(templat)
    buku = load_workbook(templat)
    buku.save(tmp_path / "openpyxl.xlsx")
    tujuan = [tmp_path / "kantor.xlsx", tmp_path / "kantor.ods"]
    kerjakan([{"berkas": str(templat), "tujuan": str(salinan)} for salinan in tujuan], tmp_path / "kantor")
    for salinan in (tmp_path / "openpyxl.xlsx", *tujuan):
        assert baca_identitas_templat(salinan) == identitas
        assert not segel_utuh(salinan)
    assert segel_utuh(templat)


def test_nama_tersembunyi_cukup_bila_sifat_dokumen_hilang(templat, tmp_path):
    """Some phone apps write document properties anew."""
    tanpa = tmp_path / "tanpa.xlsx"
    with zipfile.ZipFile(templat) as asal, zipfile.ZipFile(tanpa, "w") as tujuan:
        for nama in asal.namelist():
            if nama != "docProps/custom.xml":
                tujuan.writestr(nama, asal.read(nama))
    assert baca_identitas_templat(tanpa) == baca_identitas_templat(templat)
    assert load_workbook(templat).defined_names["asn_nilai_templat"].hidden


def test_berkas_yang_bukan_templat_tidak_beridentitas(kota, tmp_path):
    asing = [
        kota / "capaian/2026-05/PKM-TB.xlsx",
        kota / "capaian/2026-06/KEL-PPK.xls",
        tmp_path / "rusak.xlsx",
        tmp_path / "tak-ada",
    ]
    asing[2].write_bytes(b"PK\x03\x04 rusak")
    assert [baca_identitas_templat(f) for f in asing] == [None] * 4
    assert [segel_utuh(f) for f in asing] == [False] * 4
