"""Scores that are held back stay so in the workbook, whatever its formulas could make of the figures."""

import io

import numpy as np
import openpyxl
from buku_hasil_buatan import hasil_unit, nip, unit_lengkap


def test_asn_pindah_yang_tertahan_di_unit_lain_tetap_belum_dinilai(tulis):
    hasil = hasil_unit(unit_lengkap())
    letak = hasil.nilai.index[hasil.nilai["nip"] == nip(15)][0]
    hasil.nilai.loc[letak, ["nilai_hasil_kerja"]] = np.nan
    hasil.nilai.loc[letak, ["rating_hasil_kerja", "predikat", "status"]] = [
        "",
        "Belum Dinilai",
        "Belum Dinilai",
    ]
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Nilai"]
    assert lembar["F22"].value is None


def test_target_nol_tidak_pernah_dihitung_walau_bingkainya_memuat_angka(tulis):
    hasil = hasil_unit(unit_lengkap())
    baris = hasil.rincian.index[(hasil.rincian["nip"] == nip(13)) & (hasil.rincian["target"] == 0)]
    hasil.rincian.loc[baris, ["capaian", "nilai_tertimbang"]] = 120.0
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Rincian"]
    assert lembar.cell(8 + baris[0], 13).value is None
    assert lembar.cell(8 + baris[0], 14).value is None


def test_bobot_yang_tidak_sah_menahan_nilai_tetapi_capaiannya_tampil(tulis):
    hasil = hasil_unit(unit_lengkap())
    milik = hasil.rincian.index[hasil.rincian["nip"] == nip(11)]
    hasil.rincian.loc[milik[0], "bobot"] = np.nan
    hasil.rincian.loc[milik, "nilai_tertimbang"] = np.nan
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    rincian = dibuka["Rincian"]
    assert rincian.cell(8 + milik[0], 13).data_type == "f"
    assert rincian.cell(8 + milik[0], 14).value is None
    assert dibuka["Nilai"]["F18"].value is None


def test_target_yang_tidak_terbaca_menahan_nilai(tulis):
    hasil = hasil_unit(unit_lengkap())
    milik = hasil.rincian.index[hasil.rincian["nip"] == nip(11)]
    hasil.rincian.loc[milik[1], "target"] = np.nan
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    assert dibuka["Rincian"].cell(8 + milik[1], 13).value is None
    assert dibuka["Nilai"]["F18"].value is None


def test_predikat_resmi_yang_bukan_dari_matriks_ditulis_apa_adanya(tulis):
    hasil = hasil_unit(unit_lengkap())
    hasil.nilai.loc[0, "predikat"] = "Kurang"
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Nilai"]
    assert lembar["I8"].value == "Kurang"
