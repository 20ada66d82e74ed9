"""The corners of an explanation: nothing that lifts, no behaviour yet, no month's sheet, a safe stretch on both sides."""

import random
from types import SimpleNamespace

import numpy as np
import pytest
import test_penjelasan_setiap_aturan as setiap
from dunia_aturan import buat_orang
from nilai_buatan import nilai_asn

from asn_nilai.acuan.hasil.kata_penjelasan import kata_aman
from asn_nilai.acuan.hasil.perubahan_predikat import Jalan
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan, profil_bawaan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku_unit import perilaku_unit
from asn_nilai.hitung.penjelasan.langkah import _menunggu, _persis
from asn_nilai.hitung.perubahan.langkah_terkecil import pertama

KODE = "permenpanrb-6-2022"


def test_bila_tidak_ada_yang_menaikkan_predikat_hal_itu_dikatakan(monkeypatch):
    teks = profil_bawaan()[KODE].replace('= "Sangat Baik"\n\n', '= "Baik"\n\n')
    monkeypatch.setitem(setiap.ATURAN, KODE, baca_aturan(teks, "tanpa-puncak.toml"))
    acak = random.Random(3)
    orang = [buat_orang(acak, nomor, KODE) for nomor in range(40)]
    baik = [p for p in setiap.jelaskan(orang, KODE) if p.predikat == "Baik"]
    assert baik
    assert {p.perubahan.jalan for p in baik} == {Jalan.TERTUTUP}
    assert {p.perubahan.kalimat_naik for p in baik} == {
        ("Dalam aturan ini tidak ada hasil kerja atau perilaku lain yang menaikkan predikat.",)
    }


def test_tanpa_perilaku_disebut_apa_jadinya_menurut_angka_dan_pitanya():
    asn = nilai_asn(Penempatan("1", "Fiksi", "A"), nhk=95.0)
    langkah = _menunggu(asn, muat_aturan("kemenkeu-127-2026"))
    assert langkah.isi == (
        "Menunggu nilai perilaku: Di Atas Ekspektasi (110) menjadi Baik; Sesuai Ekspektasi (90) menjadi Baik; "
        "Di Bawah Ekspektasi (70) menjadi Kurang"
    )


@pytest.mark.parametrize(
    ("persis", "cetak", "tulisan"),
    [
        (94.93333333333333, 94.93, "94,9333333333"),
        (94.994999999999, 94.99, "94,994999999999"),  # cut to ten decimals it would seem to be 94,995
        (94.995, 95.0, "94,995"),
    ],
)
def test_rata_rata_sehelai_dari_batas_ditulis_selengkapnya(persis, cetak, tulisan):
    assert _persis(SimpleNamespace(nhk_persis=persis, nhk=cetak), 2) == tulisan


def test_bulan_tanpa_lembar_perilaku_dilewati():
    assert (
        perilaku_unit(IsianUnit(Unit("A", "Unit A")), Periode.dari_teks("2026-T1"), muat_aturan(KODE)) == {}
    )


def test_pencarian_yang_tidak_menemukan_apa_pun_berhenti():
    def tidak_pernah(n):
        return np.zeros(len(n), dtype=bool), np.arange(len(n), dtype=float)

    assert pertama(tidak_pernah, np.array([], dtype=np.int64)) is None
    assert pertama(tidak_pernah, np.array([1, 2, 3], dtype=np.int64)) is None
    assert pertama(tidak_pernah, np.array([1, 10**9, 10**18], dtype=np.int64)) is None


def test_rentang_aman_dengan_dua_sisi():
    assert kata_aman(SimpleNamespace(aman_bawah=40.5, aman_atas=60.0, bertanda=False)) == "40,5 sampai 60"
