"""Every profile over several months: antarbulan, provisional scores and ASN who moved, against the clerk and LibreOffice."""

from collections import Counter
from fractions import Fraction
from functools import cache
from math import ceil, isnan

import pytest
from dunia_bulan import UNIT, DuniaBulan
from hitungan_bulan import Hasil, hitung
from laju import PENUH
from libreoffice import hitung_ulang, rumus_sama
from nilai_buatan import dengan_antarbulan

from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai

PROFIL = list(profil_bawaan())
ORANG_TIAP_DUNIA = 35
DUNIA = ceil((5000 if PENUH else 1000) / len(PROFIL) / ORANG_TIAP_DUNIA)
DIHITUNG_ULANG = 6 if PENUH else 2
SEKALI = 20
"""How many workbooks LibreOffice is given at a time."""


@cache
def dunia(kode: str) -> list[DuniaBulan]:
    return [DuniaBulan(kode, benih, ORANG_TIAP_DUNIA) for benih in range(DUNIA)]


@cache
def hitungan_tangan(kode: str) -> list[list[Hasil]]:
    """Return what the clerk gives each ASN of each world."""
    return [
        [hitung(kode, orang, d.bulan, d.ada, d.cara, sementara=d.sementara) for orang in d.orang]
        for d in dunia(kode)
    ]


def tercatat(asn: NilaiAsn) -> tuple[object, ...]:
    """Return what the program says of an ASN, numbers exact."""
    nhk, angka, akhir = (
        None if isnan(x) else Fraction(repr(x)) for x in (asn.nhk, asn.perilaku.angka, asn.nilai_akhir)
    )
    kurang = [bulan.bulan for bulan in asn.bulan_kurang]
    return asn.status, nhk, asn.rating_hasil, angka, asn.rating_perilaku, akhir, asn.predikat, kurang


def seharusnya(hasil: Hasil) -> tuple[object, ...]:
    h = hasil.hitungan
    rating = h.rating_perilaku or ("" if h.angka is None else f"{float(h.angka):.15g}")
    predikat = h.predikat or "Belum Dinilai"
    return hasil.status, h.nhk, h.rating, h.angka, rating, h.akhir, predikat, hasil.kurang


@pytest.mark.parametrize("kode", PROFIL)
def test_program_dan_hitungan_tangan_sama(kode):
    dibanding = 0
    for milik, semua in zip(dunia(kode), hitungan_tangan(kode), strict=True):
        baris = {(u, asn.nip): asn for u, hasil in milik.nilai().items() for asn in hasil.nilai}
        for orang, harap in zip(milik.orang, semua, strict=True):
            dapat = tercatat(baris[harap.unit, orang.nip])
            assert dapat == seharusnya(harap), (milik.periode.kode, milik.cara, milik.ada, orang)
            lama = [u for u in orang.bulan if u != harap.unit and (u, orang.nip) in baris]
            for u in lama:
                pindah = any(b in milik.bulan for b in orang.bulan[u])
                assert not pindah or baris[u, orang.nip].status == "Pindah"
            dibanding += 1
    assert dibanding == DUNIA * ORANG_TIAP_DUNIA


def test_dunia_acak_memuat_semua_yang_perlu_diuji():
    """The comparison means nothing if chance left a case out."""
    jumlah = Counter()
    for kode in PROFIL:
        for milik, semua in zip(dunia(kode), hitungan_tangan(kode), strict=True):
            jumlah[milik.cara] += len(milik.orang)
            for orang, hasil in zip(milik.orang, semua, strict=True):
                jumlah[hasil.status] += 1
                pindah = sum(any(b in milik.bulan for b in bulan) for bulan in orang.bulan.values()) > 1
                jumlah["pindah"] += pindah
                rasio = any(b.agregasi == "Rasio" for butir in orang.butir.values() for b in butir)
                jumlah["Rasio"] += rasio and hasil.status in {"Dinilai", "Sementara"}
                jumlah["pindah sementara"] += pindah and hasil.status == "Sementara"
                jumlah[hasil.hitungan.predikat] += 1
    perlu = (
        "rata-rata",
        "terakhir",
        "Dinilai",
        "Sementara",
        "Belum Dinilai",
        "pindah",
        "pindah sementara",
        "Rasio",
        "Baik",
        "Kurang",
    )
    assert min(jumlah[apa] for apa in perlu) >= 20, jumlah


@pytest.fixture(scope="module")
def buku(tmp_path_factory):
    """Write the workbooks of some worlds and let LibreOffice recalculate them together: (written, recalculated)."""
    folder, tertulis = tmp_path_factory.mktemp("bulan"), {}
    for kode in PROFIL:
        for nomor, milik in enumerate(dunia(kode)[:DIHITUNG_ULANG]):
            aturan = dengan_antarbulan(muat_aturan(kode), milik.cara)
            for u, hasil in milik.nilai().items():
                tertulis[kode, nomor, u] = folder / f"{kode}-{nomor}-{u}.xlsx"
                tulis_buku_nilai(tertulis[kode, nomor, u], hasil, aturan, "Kota Contoh")
    semua, dihitung = list(tertulis.values()), []
    for awal in range(0, len(semua), SEKALI):
        tempat = folder / str(awal)
        tempat.mkdir()
        dihitung += hitung_ulang(semua[awal : awal + SEKALI], tempat)
    return {kunci: (tertulis[kunci], berkas) for kunci, berkas in zip(tertulis, dihitung, strict=True)}


@pytest.mark.menyeluruh
@pytest.mark.parametrize("kode", PROFIL)
def test_hitung_ulang_di_libreoffice_tidak_mengubah_apa_pun(buku, kode):
    milik = [pasang for (k, _, _), pasang in buku.items() if k == kode]
    assert len(milik) == DIHITUNG_ULANG * len(UNIT)
    assert min(rumus_sama(*pasang) for pasang in milik) > 100
