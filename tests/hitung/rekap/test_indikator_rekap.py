"""Each indicator over the units: means as printed, who misses the target and what is expected, at the exact limits."""

from dataclasses import replace
from math import isnan, nan
from types import SimpleNamespace

import pandas as pd
import pytest
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Lingkup
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung.rekap.indikator import rekap_indikator

JAN, FEB = Bulan(2026, 1), Bulan(2026, 2)
DASAR = nilai_indikator("IK-1", nama="Kunjungan").baris.indikator
KOLOM = [
    "kode_unit",
    "nip",
    "kode_indikator",
    "satuan",
    "polaritas",
    "capaian",
    "target",
    "realisasi",
    "pembilang",
    "penyebut",
]


def baris(unit, capaian, kode="IK-1", *, satuan="kali", pembilang=nan, penyebut=nan, nip="1"):
    return (unit, nip, kode, satuan, "Maksimal", capaian, 100.0, capaian, pembilang, penyebut)


def bahan(*kini, januari=None, unit=("A", "B"), indikator=DASAR):
    rincian = pd.DataFrame(kini, columns=KOLOM)
    bulanan = {} if januari is None else {JAN: SimpleNamespace(rincian=pd.DataFrame(januari, columns=KOLOM))}
    return SimpleNamespace(
        hasil=SimpleNamespace(rincian=rincian, nilai=rincian[["kode_unit", "nip"]].drop_duplicates().assign(status="Dinilai")), bulanan=bulanan, bulan=(JAN, FEB), unit=unit,
        periode=Periode.dari_teks("2026-02"),
        aturan=muat_aturan("permenpanrb-6-2022"), skema=SimpleNamespace(indikator={"IK-1": indikator}),
    )  # fmt: skip


def test_belum_target_dan_di_bawah_ekspektasi_tepat_di_batasnya():
    (satu,) = rekap_indikator(bahan(*(baris("A", c) for c in (100.0, 99.99, 90.0, 89.99, 120.0))))
    assert (satu.jumlah_asn, satu.belum_target, satu.di_bawah) == (5, 3, 1)
    assert (satu.rata_rata, satu.tertinggal, satu.nama, satu.satuan, satu.polaritas) == (
        100.0,
        False,
        "Kunjungan",
        "kali",
        "Maksimal",
    )


def test_derau_di_bawah_seratus_bukan_belum_target():
    (satu,) = rekap_indikator(bahan(baris("A", 99.99999999999999), baris("A", 100.00000000000001)))
    assert satu.belum_target == 0


@pytest.mark.parametrize(("capaian", "tertinggal"), [(90.0, False), (89.99, True)])
def test_tertinggal_menurut_rata_rata_yang_tercetak(capaian, tertinggal):
    (satu,) = rekap_indikator(bahan(baris("A", capaian)))
    assert satu.tertinggal is tertinggal


def test_rata_rata_tiap_unit_dalam_urutan_rekap_dan_unit_lain_tidak_ikut():
    (satu,) = rekap_indikator(
        bahan(
            baris("B", 80.0),
            baris("A", 90.01),
            baris("B", 90.0),
            baris("A", 90.02),
            baris("C", 0.0),
            baris("A", nan),
        )
    )
    assert [(u.kode_unit, u.jumlah_asn, u.rata_rata) for u in satu.unit] == [("A", 2, 90.02), ("B", 2, 85.0)]
    assert (satu.jumlah_asn, satu.rata_rata) == (4, 87.51)


def test_terendah_dulu_lalu_menurut_kode_dan_yang_tidak_di_skema_bernama_kodenya():
    semua = rekap_indikator(bahan(baris("A", 95.0, "IK-3"), baris("A", 90.0), baris("A", 95.0, "IK-2")))
    assert [(i.kode, i.nama, i.rata_rata) for i in semua] == [
        ("IK-1", "Kunjungan", 90.0),
        ("IK-2", "IK-2", 95.0),
        ("IK-3", "IK-3", 95.0),
    ]


def test_deret_bulanan_kosong_di_bulan_tanpa_hasil():
    (satu,) = rekap_indikator(
        bahan(baris("A", 95.0), januari=[baris("A", 80.0), baris("A", 90.0), baris("C", 0.0)])
    )
    assert (satu.deret[0], isnan(satu.deret[1])) == (85.0, True)
    (tanpa,) = rekap_indikator(bahan(baris("A", 95.0), januari=[baris("A", nan)]))
    assert [isnan(angka) for angka in tanpa.deret] == [True, True]


@pytest.mark.parametrize(
    ("lingkup", "jumlah"), [(Lingkup.INDIVIDU, (27.3, 30.0)), (Lingkup.UNIT, (18.2, 20.0))]
)
def test_yang_dihitung_rasio_dijumlahkan_dan_angka_unit_hanya_sekali(lingkup, jumlah):
    indikator = replace(DASAR, agregasi=Agregasi.RASIO, pembilang="a", penyebut="b", lingkup=lingkup)
    semua = [baris("A", 91.0, pembilang=9.1, penyebut=10.0, nip=nip) for nip in "12"] + [
        baris("B", 91.0, pembilang=9.1, penyebut=10.0)
    ]
    (satu,) = rekap_indikator(bahan(*semua, baris("B", 91.0, nip="9"), indikator=indikator))
    assert (satu.pembilang, satu.penyebut) == jumlah
    (tanpa,) = rekap_indikator(bahan(baris("A", 91.0), indikator=indikator))
    assert isnan(tanpa.pembilang)
