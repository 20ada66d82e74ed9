"""Scores that are held back stay so in the workbook, whatever its formulas could make of the figures."""

import io
from math import nan

import openpyxl
import pytest
from buku_hasil_buatan import hasil_unit, nip, unit_lengkap
from nilai_buatan import ubah_asn, ubah_baris

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan

FAKTA = {"nama": "Ani", "periode": "Maret 2026", "indikator": "IK-1", "teks": ""}


def baris_rincian(hasil, nip_asn: str) -> list[int]:
    """Return the rows of the sheet Rincian in which an ASN stands."""
    siapa = [asn.nip for asn in hasil.nilai for _ in asn.indikator]
    return [8 + nomor for nomor, milik in enumerate(siapa) if milik == nip_asn]


def test_asn_pindah_yang_tertahan_di_unit_lain_tetap_belum_dinilai(tulis):
    tertahan = {"nhk": nan, "rating_hasil": "", "predikat": BELUM_DINILAI, "status": BELUM_DINILAI}
    hasil = ubah_asn(hasil_unit(unit_lengkap()), nip(15), **tertahan)
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Nilai"]
    assert lembar["B22"].value == nip(15)
    assert lembar["F22"].value is None


def test_target_nol_tidak_pernah_dihitung_walau_barisnya_memuat_angka(tulis):
    hasil = ubah_baris(hasil_unit(unit_lengkap()), nip(13), {1: {"capaian": 120.0, "tertimbang": 120.0}})
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Rincian"]
    nomor = baris_rincian(hasil, nip(13))[1]
    assert lembar.cell(nomor, 10).value == 0
    assert lembar.cell(nomor, 13).value is None
    assert lembar.cell(nomor, 14).value is None


def test_bobot_yang_tidak_sah_menahan_nilai_tetapi_capaiannya_tampil(tulis):
    ubahan = {0: {"bobot": nan, "tertimbang": nan}, 1: {"tertimbang": nan}}
    hasil = ubah_baris(hasil_unit(unit_lengkap()), nip(11), ubahan)
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    rincian, nomor = dibuka["Rincian"], baris_rincian(hasil, nip(11))[0]
    assert rincian.cell(nomor, 13).data_type == "f"
    assert rincian.cell(nomor, 14).value is None
    assert dibuka["Nilai"]["F18"].value is None


def test_target_yang_tidak_terbaca_menahan_nilai(tulis):
    hasil = ubah_baris(hasil_unit(unit_lengkap()), nip(11), {1: {"target": nan}})
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    assert dibuka["Rincian"].cell(baris_rincian(hasil, nip(11))[1], 13).value is None
    assert dibuka["Nilai"]["F18"].value is None


def test_predikat_resmi_yang_bukan_dari_matriks_ditulis_apa_adanya(tulis):
    hasil = ubah_asn(hasil_unit(unit_lengkap()), nip(1), predikat="Kurang")
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Nilai"]
    assert lembar["I8"].value == "Kurang"


@pytest.mark.parametrize(
    ("kode", "hidup"), [("asn-tanpa-capaian", True), ("realisasi-kosong", True), ("asn-tanpa-target", False)]
)
def test_yang_terjawab_oleh_realisasi_tidak_menahan_rumusnya(tulis, kode, hidup):
    lain = temuan(kode, Letak("capaian/2026-03/DISDIK.xlsx", "Capaian"), unit="DISDIK", nip=nip(11), **FAKTA)
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap(), temuan_lain=[lain]))))[
        "Nilai"
    ]
    assert (lembar["B18"].value, lembar["F18"].data_type == "f") == (nip(11), hidup)
