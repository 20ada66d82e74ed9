"""A ratio over a city is the sum of what its units count, each unit's own figure once."""

from dataclasses import replace
from math import isnan

import pandas as pd
import pytest
from publik_buatan import SEMUA, bahan, laporan

from asn_nilai.acuan.periode import Periode
from asn_nilai.hitung.publik.layanan import susun_layanan
from asn_nilai.hitung.rekap.indikator import rekap_indikator


def rekap(baris, indikator=SEMUA, penyebut=(), belum=(), *, seperiode=False):
    nilai = [
        (kode, nip, 90.0, "" if nomor in belum else "Baik") for nomor, (kode, nip, *_) in enumerate(baris)
    ]
    sumber = bahan({3: baris}, "2026-03", nilai, indikator=indikator)
    if seperiode:  # the months themselves have no results
        sumber = replace(sumber, periode=Periode.dari_teks("2026-T1"), bulanan={})
    satuan = {i.kode: (i.satuan, i.polaritas.value) for i in SEMUA}
    for hasil in (sumber.hasil, *sumber.bulanan.values()):
        kode = hasil.rincian["kode_indikator"]
        hasil.rincian = hasil.rincian.assign(
            satuan=[satuan[k][0] for k in kode], polaritas=[satuan[k][1] for k in kode]
        )
        for nomor, angka in enumerate(penyebut):
            hasil.rincian.loc[nomor, "penyebut"] = angka
    (satu,) = rekap_indikator(sumber)
    return satu


def test_rasio_orang_dijumlah_semua_dan_angka_unit_sekali():
    orang = rekap(laporan("U0", 3, 0, "PUA", 90.0, 50.0) + laporan("U1", 2, 9, "PUA", 90.0, 100.0))
    assert (orang.pembilang, orang.penyebut, orang.kata_rasio) == (140.0, 200.0, "100 × 140 ÷ 200 = 70")
    unit = rekap(laporan("U0", 3, 0, "IDL", 90.0, 50.0) + laporan("U1", 2, 9, "IDL", 90.0, 92.5))
    assert (unit.pembilang, unit.penyebut, unit.kata_rasio) == (57.0, 80.0, "100 × 57 ÷ 80 = 71,25")


@pytest.mark.parametrize(
    ("penyebut", "belum", "seperiode", "hasil"),
    [
        # Rows that disagree are held, and so are all who carry them: none speaks for the unit, the largest number least.
        ((400.0, 40.0), (0, 1), True, (37.0, 40.0)),
        ((400.0, 40.0), (0, 1), False, (37.0, 40.0)),
        # One of them carried the figure for more months: the longer row does.
        ((80.0, 40.0), (), True, (57.0, 120.0)),
    ],
)
def test_angka_unit_yang_dipersoalkan_tidak_ikut_dan_yang_terlama_mewakili(penyebut, belum, seperiode, hasil):
    baris = laporan("U0", 1, 0, "IDL", 90.0, 50.0) + laporan("U0", 1, 1, "IDL", 90.0, 60.0)
    baris += laporan("U1", 2, 9, "IDL", 90.0, 92.5)
    satu = rekap(baris, penyebut=penyebut, belum=belum, seperiode=seperiode)
    assert (satu.pembilang, satu.penyebut) == hasil


def test_angka_unit_tidak_bergantung_pada_siapa_yang_dinilai():
    satu = rekap(laporan("U0", 1, 0, "IDL", 90.0, 50.0) + laporan("U1", 2, 9, "IDL", 90.0, 92.5), belum=(0,))
    assert (satu.pembilang, satu.penyebut) == (57.0, 80.0)


def test_rasio_milik_unit_sama_dengan_yang_diumumkan_juga_bila_seorang_pun_tidak_memikul_semua_bulannya():
    bulanan = {
        1: laporan("U0", 1, 0, "IDL", 90.0, 50.0) + laporan("U1", 2, 9, "IDL", 90.0, 92.5),
        2: laporan("U0", 2, 1, "IDL", 90.0, 60.0),
        3: laporan("U0", 2, 1, "IDL", 90.0, 70.0) + laporan("U1", 1, 9, "IDL", 90.0, 80.0),
    }
    sumber = bahan(bulanan, "2026-T1")
    semua = pd.concat(hasil.rincian for hasil in sumber.bulanan.values()).assign(
        satuan="persen", polaritas="Maksimal"
    )
    sumber.hasil.rincian = semua.drop_duplicates(["kode_unit", "nip"])
    for hasil in sumber.bulanan.values():
        hasil.rincian = hasil.rincian.assign(satuan="persen", polaritas="Maksimal")
    (satu,) = rekap_indikator(sumber)
    (umum,) = susun_layanan(sumber, sumber.bulanan, 5).layanan
    assert (satu.pembilang, satu.penyebut) == (umum.seluruh.kini.pembilang, umum.seluruh.kini.penyebut)
    assert (satu.pembilang, satu.penyebut) == (20 + 37 + 24 + 28 + 32, 5 * 40.0)


def test_yang_bukan_rasio_dan_yang_tidak_ada_lagi_di_daftar():
    assert rekap(laporan("U0", 3, 0, "TGU")).kata_rasio == ""
    assert isnan(rekap(laporan("U0", 3, 0, "TGU")).penyebut)
    tanpa = [replace(i, kode="LAIN") for i in SEMUA if i.kode == "PUA"]
    assert rekap(laporan("U0", 3, 0, "PUA", 90.0, 50.0), tanpa).penyebut == 120.0
