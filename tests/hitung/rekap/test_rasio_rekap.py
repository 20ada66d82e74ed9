"""A ratio over a city is the sum of what its units count, each unit's own figure once."""

from dataclasses import replace
from math import isnan

import pytest
from publik_buatan import SEMUA, bahan, laporan

from asn_nilai.hitung.rekap.indikator import rekap_indikator


def rekap(baris, indikator=SEMUA, penyebut=(), belum=()):
    nilai = [
        (kode, nip, 90.0, "" if nomor in belum else "Baik") for nomor, (kode, nip, *_) in enumerate(baris)
    ]
    sumber = bahan({3: baris}, "2026-03", nilai, indikator=indikator)
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
    ("penyebut", "belum", "hasil"),
    [
        # Rows that disagree are held, and so are all who carry them: none speaks for the unit, the largest number least.
        ((400.0, 40.0), (0, 1), (37.0, 40.0)),
        # One of them carried the figure for more months: the longer row does.
        ((80.0, 40.0), (), (57.0, 120.0)),
    ],
)
def test_angka_unit_yang_dipersoalkan_tidak_ikut_dan_yang_terlama_mewakili(penyebut, belum, hasil):
    baris = laporan("U0", 1, 0, "IDL", 90.0, 50.0) + laporan("U0", 1, 1, "IDL", 90.0, 60.0)
    satu = rekap(baris + laporan("U1", 2, 9, "IDL", 90.0, 92.5), penyebut=penyebut, belum=belum)
    assert (satu.pembilang, satu.penyebut) == hasil


def test_yang_bukan_rasio_dan_yang_tidak_ada_lagi_di_daftar():
    assert rekap(laporan("U0", 3, 0, "TGU")).kata_rasio == ""
    assert isnan(rekap(laporan("U0", 3, 0, "TGU")).penyebut)
    tanpa = [replace(i, kode="LAIN") for i in SEMUA if i.kode == "PUA"]
    assert rekap(laporan("U0", 3, 0, "PUA", 90.0, 50.0), tanpa).penyebut == 120.0
