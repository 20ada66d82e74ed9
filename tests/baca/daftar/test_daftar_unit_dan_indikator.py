"""Lists of units and of indicators, whoever keeps them."""

import pytest
from openpyxl import Workbook

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.isian.register.daftar_kantor import UnitDaftar
from asn_nilai.baca.daftar import baca_daftar_indikator, baca_daftar_unit


@pytest.fixture
def simpan(tmp_path):
    def _simpan(*baris):
        buku = Workbook()
        for sel in baris:
            buku.active.append(list(sel))
        buku.save(tmp_path / "daftar.xlsx")
        return tmp_path / "daftar.xlsx"

    return _simpan


def test_daftar_unit(simpan):
    daftar = baca_daftar_unit(
        simpan(
            ("No", "Nama OPD", "Singkatan", "Jenis", "NIP Pimpinan"), (1, "Dinas  Kesehatan", "DINKES", "Dinas", "197503122000031901"),
            (2, "Inspektorat", "", "", "1975"),
        )
    )  # fmt: skip
    assert daftar.unit == (
        UnitDaftar("Dinas Kesehatan", "DINKES", "Dinas", "197503122000031901"), UnitDaftar("Inspektorat"),
    )  # fmt: skip
    assert [(t.kode, t.letak.sel) for t in daftar.temuan] == [("nip-format", "E3")]


def test_daftar_unit_yang_hanya_nama(simpan):
    daftar = baca_daftar_unit(
        simpan(("Nomor", "Unit Kerja"), (1, "Dinas Kesehatan"), (2, "Inspektorat"), (None, "Jumlah 2"))
    )
    assert [unit.nama for unit in daftar.unit] == ["Dinas Kesehatan", "Inspektorat"]


def test_kepala_unit_yang_kosong_tidak_ditanyakan(simpan):
    daftar = baca_daftar_unit(
        simpan(("Unit Kerja", "NIP Kepala"), ("Dinas Kesehatan", ""), ("Inspektorat", None))
    )
    assert (daftar.unit, daftar.temuan) == ((UnitDaftar("Dinas Kesehatan"), UnitDaftar("Inspektorat")), ())


def test_indikator_yang_tidak_dapat_dipakai_disebut_selnya(simpan):
    daftar = baca_daftar_indikator(
        simpan(
            ("Kode Indikator", "Indikator", "Satuan", "Polaritas", "Agregasi", "Batas Atas"), ("A-1", "Laporan", "laporan", "Maksimal", "Jumlah", 60),
            ("A-2", "Mutu", "persen", "naik", "Rata-rata", 100), ("A-1", "Lagi", "berkas", "Minimal", "Jumlah", 9),
        )
    )  # fmt: skip
    assert [(i.kode, i.nama, i.agregasi, i.batas_atas) for i in daftar.indikator] == [
        ("A-1", "Laporan", Agregasi.JUMLAH, 60.0)
    ]
    assert [(t.kode, t.letak.sel) for t in daftar.temuan] == [
        ("skema-tidak-sah", "D3"),
        ("baris-ganda", "A4"),
    ]
