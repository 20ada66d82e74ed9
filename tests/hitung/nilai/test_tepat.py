"""The program against the clerk with the pencil: every capaian, NHK, rating, predikat and status."""

import random
from collections import Counter
from fractions import Fraction
from functools import cache
from math import isnan

import pytest
from dunia import PERIODE, buat_orang, nilai_dunia
from hitungan_tangan import Butir, Orang, nilai_di_unit, putuskan
from laju import bertingkat

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan

ATURAN = muat_aturan("permenpanrb-6-2022")
ORANG_TIAP_DUNIA = 50
BENIH = range(13)
BIASA = 3
"""How many of them in every run."""


@cache
def dunia_acak(kode: str, benih: int) -> list[tuple[Orang, dict]]:
    """Return the ASN of a random world, and what the clerk decides of each."""
    acak, bulan = random.Random(f"{kode}/{benih}"), [b.bulan for b in Periode.dari_teks(kode).bulan]
    semua = [buat_orang(acak, nomor) for nomor in range(ORANG_TIAP_DUNIA)]
    return [(orang, putuskan(orang, bulan)) for orang in semua]


def bandingkan(dunia: list[tuple[Orang, dict]], kode: str) -> int:
    """Compare one world; returns the number of ASN compared."""
    periode = Periode.dari_teks(kode)
    bulan = [b.bulan for b in periode.bulan]
    hasil = nilai_dunia([o for o, _ in dunia], periode, ATURAN)
    nilai = {(unit, asn.nip): asn for unit, milik in hasil.items() for asn in milik.nilai}
    rincian = {
        (*siapa, baris.indikator.kode): baris.capaian
        for siapa, asn in nilai.items()
        for baris in asn.indikator
    }
    dibanding = 0
    for o, harap in dunia:
        unit = [u for u in o.bulan if any(b in bulan for b in o.bulan[u])]
        for u in unit:
            for butir, capaian in nilai_di_unit(o, u, bulan)[0].items():
                if capaian is None:
                    assert isnan(rincian[u, o.nip, butir])
                else:
                    assert rincian[u, o.nip, butir] == pytest.approx(float(capaian), rel=1e-12, abs=1e-9)
        dapat = nilai[harap["unit"], o.nip]
        nhk = None if isnan(dapat.nhk) else Fraction(repr(dapat.nhk))
        lihat = (nhk, dapat.rating_hasil, dapat.rating_perilaku, dapat.predikat, dapat.status)
        assert lihat == (
            harap["nhk"],
            harap["rating"],
            harap["perilaku"],
            harap["predikat"],
            harap["status"],
        ), o
        for u in unit[:-1]:
            assert nilai[u, o.nip].status == "Pindah"
        dibanding += 1
    return dibanding


@pytest.mark.parametrize("benih", bertingkat(BENIH, BIASA))
@pytest.mark.parametrize("kode", PERIODE)
def test_program_dan_hitungan_tangan_sama(kode, benih):
    assert bandingkan(dunia_acak(kode, benih), kode) == ORANG_TIAP_DUNIA


@pytest.mark.parametrize("semua_benih", bertingkat((BENIH[:BIASA], BENIH), 1))
def test_dunia_acak_memuat_semua_yang_perlu_diuji(semua_benih):
    """The comparison means nothing if chance left a case out: 400 ASN of each seed, every predikat, many who moved."""
    jumlah = Counter()
    for kode in PERIODE:
        bulan = [b.bulan for b in Periode.dari_teks(kode).bulan]
        for benih in semua_benih:
            for orang, harap in dunia_acak(kode, benih):
                jumlah["orang"] += 1
                jumlah[harap["predikat"]] += 1
                jumlah["rasio"] += any(b.agregasi == "Rasio" for semua in orang.butir.values() for b in semua)
                jumlah["pindah"] += sum(any(b in bulan for b in milik) for milik in orang.bulan.values()) > 1
    assert jumlah["orang"] == 400 * len(semua_benih)
    perlu = (*ATURAN.predikat.urutan, "Belum Dinilai", "pindah", "rasio")
    assert min(jumlah[apa] for apa in perlu) > 30 * len(semua_benih)


@pytest.mark.parametrize(
    ("realisasi", "nhk", "rating"),
    [
        ("89.994", 89.99, "Di Bawah Ekspektasi"),
        ("89.9949999999", 89.99, "Di Bawah Ekspektasi"),
        ("89.995", 90.0, "Sesuai Ekspektasi"),
        ("89.996", 90.0, "Sesuai Ekspektasi"),
        ("89.99", 89.99, "Di Bawah Ekspektasi"),
        ("90", 90.0, "Sesuai Ekspektasi"),
        ("90.01", 90.01, "Sesuai Ekspektasi"),
        ("99.99", 99.99, "Sesuai Ekspektasi"),
        ("100", 100.0, "Sesuai Ekspektasi"),
        ("100.01", 100.01, "Di Atas Ekspektasi"),
        ("100.004", 100.0, "Sesuai Ekspektasi"),
        ("100.00499999999", 100.0, "Sesuai Ekspektasi"),
        ("100.005", 100.01, "Di Atas Ekspektasi"),
        ("100.006", 100.01, "Di Atas Ekspektasi"),
    ],
)
def test_yang_tercetak_adalah_yang_dinilai(realisasi, nhk, rating):
    butir = Butir("IK", "Maksimal", "Jumlah", "100", None, {6: "100"}, {6: realisasi})
    orang = Orang("199001012015011901", {"A": list(range(1, 13))}, {"A": [butir]}, {6: "Sesuai Ekspektasi"})
    asn = nilai_dunia([orang], Periode.dari_teks("2026-06"), ATURAN)["A"].nilai[0]
    assert (asn.nhk, asn.rating_hasil) == (nhk, rating)


@pytest.mark.parametrize("bagi", [3, 7, 11, 13])
def test_tepi_yang_tidak_ada_dalam_pecahan_biner(bagi):
    """Two parts whose quotients no binary fraction holds, and whose weighted mean is 89.995 to the last digit."""
    butir = [
        Butir("X", "Maksimal", "Jumlah", "10", None, {6: str(bagi)}, {6: str(bagi)}),
        Butir("Y", "Maksimal", "Rata-rata", "90", None, {6: str(bagi * 90)}, {6: f"{bagi * 79.995:.3f}"}),
    ]
    orang = Orang("199001012015011901", {"A": list(range(1, 13))}, {"A": butir}, {6: "Sesuai Ekspektasi"})
    assert putuskan(orang, [6])["nhk"] == 90
    assert bandingkan([(orang, putuskan(orang, [6]))], "2026-06") == 1


@pytest.mark.parametrize(
    ("target", "realisasi", "nhk"),
    [
        (("1000000000000.1", "-1000000000000"), ("0.09", "0"), 90.0),  # floats make 0.09997… of the targets
        (("0.1", "0"), ("1000000000000.09", "-1000000000000"), 90.0),
    ],
)
def test_bulan_bulan_yang_hampir_saling_meniadakan_dihitung_seperti_di_kertas(target, realisasi, nhk):
    butir = Butir(
        "IK", "Maksimal", "Jumlah", "100", None, dict(zip((5, 6), target, strict=True)), dict(zip((5, 6), realisasi, strict=True))
    )  # fmt: skip
    orang = Orang("199001012015011901", {"A": list(range(1, 13))}, {"A": [butir]}, {6: "Sesuai Ekspektasi"})
    asn = nilai_dunia([orang], Periode.dari_teks("2026-05:2026-06"), ATURAN)["A"].nilai[0]
    assert (asn.nhk, asn.rating_hasil) == (nhk, "Sesuai Ekspektasi")
