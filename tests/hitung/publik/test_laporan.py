"""Who reported what: one report for each ASN, a unit's own figure once, and which of these contradict each other."""

from dataclasses import replace
from fractions import Fraction
from math import nan
from types import SimpleNamespace

import pandas as pd
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Lingkup, Polaritas
from asn_nilai.acuan.periode import Bulan
from asn_nilai.hitung.publik.laporan import Isi, Jumlah, angka_bertentangan, banyak_orang, isi_indikator
from asn_nilai.hitung.publik.layanan import ARAH, RINGKASAN, potong

JAN, FEB = Bulan(2026, 1), Bulan(2026, 2)
ORANG = nilai_indikator("OR").baris.indikator
DAFTAR = {"OR": ORANG, "UN": replace(ORANG, kode="UN", lingkup=Lingkup.UNIT)}


def bulanan(*baris):
    """Return the results of January, or of February where a row says so: (code, unit, NIP, target, realisasi, capaian, P, Q)."""
    kolom = ["kode_indikator", "kode_unit", "nip", "target", "realisasi", "capaian", "pembilang", "penyebut"]
    return {JAN: SimpleNamespace(rincian=pd.DataFrame(baris, columns=kolom))}


def test_laporan_menurut_indikator_bulan_dan_unit_tanpa_yang_belum_bercapaian():
    hasil = isi_indikator(
        bulanan(
            ("OR", "B", "3", 10.0, 9.0, 90.0, nan, nan), ("OR", "A", "1", 10.1, -9.2, 90.0, nan, nan), ("OR", "A", "2", 10.0, 8.0, 80.0, nan, nan),
            ("OR", "A", "4", 10.0, nan, nan, nan, nan), ("LAMA", "A", "1", 5.0, 5.0, 100.0, 4.0, 5.0),
        ),
        DAFTAR,
    )  # fmt: skip
    assert list(hasil) == ["LAMA", "OR"]
    assert list(hasil["OR"][JAN]) == ["A", "B"]
    isi = hasil["OR"][JAN]["A"]
    assert (isi.orang, isi.target, isi.realisasi, isi.pembilang) == (
        {"1", "2"},
        (10.1, 10.0),
        (-9.2, 8.0),
        (),
    )
    assert isi.jumlah == Jumlah(
        2,
        Fraction(201, 10),
        Fraction(-12, 10),
        Fraction(201, 10),
        Fraction(172, 10),
        Fraction(0),
        Fraction(0),
    )
    assert (hasil["LAMA"][JAN]["A"].pembilang, hasil["LAMA"][JAN]["A"].penyebut) == ((4.0,), (5.0,))
    assert banyak_orang([isi, hasil["OR"][JAN]["B"], hasil["LAMA"][JAN]["A"]]) == 3


SAMA = [("UN", "A", nip, 10.0, 9.0, 90.0, 9.0, 10.0) for nip in "12"]
BEDA = [("UN", "B", "3", 10.0, 9.0, 90.0, 9.0, 10.0), ("UN", "B", "4", 10.0, 9.0, 90.0, 18.0, 20.0)]
MASING_MASING = [("OR", "A", "1", 10.0, 9.0, 90.0, nan, nan), ("OR", "A", "2", 10.0, 8.0, 80.0, nan, nan)]


def test_angka_unit_satu_laporan_tanpa_orang_dan_yang_bertentangan_tidak_ada():
    hasil = isi_indikator(bulanan(*SAMA, *BEDA), DAFTAR)
    assert {unit: (isi.orang, isi.target, isi.pembilang) for unit, isi in hasil["UN"][JAN].items()} == {
        "A": (frozenset(), (10.0,), (9.0,))
    }


def test_hanya_angka_unit_yang_dapat_bertentangan():
    assert list(angka_bertentangan(bulanan(*SAMA, *BEDA, *MASING_MASING), DAFTAR)) == [("UN", JAN, "B")]
    assert list(angka_bertentangan(bulanan(*SAMA), DAFTAR)) == []
    tanpa = ("UN", "A", "9", 10.0, 5.0, nan, 5.0, 10.0)
    assert list(angka_bertentangan(bulanan(*SAMA, tanpa), DAFTAR)) == []


def test_kata_terbitan_untuk_setiap_arah_dan_cara_meringkas():
    assert {polaritas.value: ARAH[polaritas] for polaritas in Polaritas} == {
        "Maksimal": "lebih besar lebih baik", "Minimal": "lebih kecil lebih baik", "Stabil": "makin dekat dengan target makin baik",
    }  # fmt: skip
    assert {agregasi.value: RINGKASAN[agregasi] for agregasi in Agregasi} == {
        "Jumlah": "jumlah", "Rata-rata": "rata-rata", "Nilai Akhir": "rata-rata keadaan akhir", "Rasio": "jumlah pembilang dibagi jumlah penyebut",
    }  # fmt: skip


def test_unit_yang_dahulu_kecil_dan_kini_tidak_melapor_tidak_menggabungkan_yang_lain():
    """It stays joined where it reports; where it does not, there is nothing of it to hide."""

    def isi(**unit):
        return {kode: Isi(frozenset(map(str, range(banyak))), (), ()) for kode, banyak in unit.items()}

    semua = {JAN: isi(U0=2, U1=6, U2=6), FEB: isi(U1=6, U2=6)}
    assert potong(semua, FEB, 5, milik_unit=False).gabungan == frozenset()
    lagi = {JAN: isi(U0=2, U1=6, U2=6), FEB: isi(U0=6, U1=6, U2=6)}
    assert potong(lagi, FEB, 5, milik_unit=False).gabungan == {"U0"}
