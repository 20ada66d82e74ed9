"""Scores without a month that is still to come: which months lack, what keeps them back all the same, and who moved."""

from dataclasses import replace
from math import isnan

import pytest
from dunia import isian_dari, skema_dari
from hitungan_tangan import Butir, Orang

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.hitung import gabungkan_pindah, hitung_unit

ATURAN = muat_aturan("permenpanrb-6-2022")
NIP = "199001012015011901"
T1 = Periode.dari_teks("2026-T1")
JAN, FEB, MAR = T1.bulan


def butir(kode: str, *realisasi: str, bulan=(1, 2, 3)) -> Butir:
    """Return an indicator of which 100 is asked in each of the months."""
    target = dict.fromkeys(bulan, "100")
    return Butir(kode, "Maksimal", "Jumlah", "100", None, target, dict(zip(bulan, realisasi, strict=True)))


def orang(bulan=None, semua=None) -> Orang:
    bulan = bulan or {"A": list(range(1, 13))}
    semua = semua or {"A": [butir("IK", "90", "100", "110")]}
    return Orang(NIP, bulan, semua, dict.fromkeys(range(1, 13), "Sesuai Ekspektasi"))


def nilai(siapa: Orang, *hilang: tuple[str, Bulan], galat=(), sementara=True):
    """Score every unit without the workbooks of some months, each of which is said to be missing."""
    skema, hasil = skema_dari([siapa]), {}
    for unit in siapa.bulan:
        isian = isian_dari([siapa], skema, unit, T1)
        bulan = [b for u, b in hilang if u == unit]
        for b in bulan:
            del isian.capaian[b], isian.perilaku[b]
        semua = [
            replace(temuan("berkas-hilang", Letak(f"{b.kode}/{unit}.xlsx"), unit=unit), bulan=b)
            for b in bulan
        ]
        semua += [t for t in galat if t.unit == unit]
        hasil[unit] = hitung_unit(isian, semua, skema, T1, ATURAN, sementara=sementara)
    return {u: milik.nilai[0] for u, milik in gabungkan_pindah(hasil, skema, T1, ATURAN).items()}


def test_bulan_yang_tidak_ada_disebut_dan_yang_lain_dihitung():
    asn = nilai(orang(), ("A", MAR))["A"]
    assert (asn.status, asn.nhk, asn.bulan_dihitung, asn.bulan_kurang) == ("Sementara", 95.0, 2, (MAR,))
    assert [t.letak.berkas for t in asn.alasan] == ["2026-03/A.xlsx"]
    assert (asn.predikat, asn.kata_sementara) == ("Baik", "tanpa Maret 2026")


def test_tanpa_diminta_bulan_yang_tidak_ada_menahan():
    asn = nilai(orang(), ("A", MAR), sementara=False)["A"]
    assert (asn.status, asn.bulan_kurang, asn.kata_sementara) == ("Belum Dinilai", (), "")
    assert isnan(asn.nhk)


def test_bulan_tanpa_target_tidak_kurang():
    asn = nilai(orang(semua={"A": [butir("IK", "90", "100", bulan=(1, 2))]}), ("A", MAR))["A"]
    assert (asn.status, asn.nhk, asn.bulan_kurang) == ("Dinilai", 95.0, ())


def test_semua_bulan_kurang_tetap_belum_dinilai():
    asn = nilai(orang(), ("A", JAN), ("A", FEB), ("A", MAR))["A"]
    assert (asn.status, asn.bulan_kurang, asn.bulan_dihitung) == ("Belum Dinilai", (JAN, FEB, MAR), 0)
    assert asn.kata_sementara == ""


def test_tanpa_buku_target_tidak_ada_yang_kurang():
    siapa = orang()
    hasil = hitung_unit(IsianUnit(Unit("A", "Unit A")), [], skema_dari([siapa]), T1, ATURAN, sementara=True)
    assert [(asn.status, asn.bulan_kurang) for asn in hasil.nilai] == [("Belum Dinilai", ())]


PINDAH = orang(
    {"A": [1, 2], "B": list(range(3, 13))},
    {"A": [butir("IK-A", "80", "80", bulan=(1, 2))], "B": [butir("IK-B", "100", bulan=(3,))]},
)


def test_yang_pindah_sementara_bila_salah_satu_unitnya_kurang():
    dapat = nilai(PINDAH, ("A", FEB))
    assert (dapat["B"].status, dapat["B"].nhk, dapat["B"].bulan_kurang) == ("Sementara", 90.0, (FEB,))
    assert (dapat["A"].status, dapat["A"].kata_pindah) == ("Pindah", "pindah ke B")


def test_unit_lama_yang_sama_sekali_belum_setor_tidak_menahan_yang_lain():
    akhir = nilai(PINDAH, ("A", JAN), ("A", FEB))["B"]
    assert (akhir.status, akhir.nhk, akhir.bulan_kurang) == ("Sementara", 100.0, (JAN, FEB))
    assert [bagian.unit.kode for bagian in akhir.bagian] == ["B"]


@pytest.mark.parametrize("hilang", [(("A", JAN), ("A", FEB)), (("A", FEB),)])
def test_galat_lain_di_unit_lama_tetap_menahan(hilang):
    galat = temuan("bobot-tidak-100", Letak("target/A.xlsx", "Target", "G8"), unit="A", nip=NIP)
    akhir = nilai(PINDAH, *hilang, galat=[galat])["B"]
    assert akhir.status == "Belum Dinilai"
    assert isnan(akhir.nhk)
