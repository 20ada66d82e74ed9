"""Where a row's capaian is best: found for ratios by what they count, and for figures beyond a double's whole numbers."""

from dataclasses import replace

import pytest
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.isian.indikator.rasio import Rasio
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.perubahan.langkah_terkecil import puncak
from asn_nilai.hitung.perubahan.pengandaian import Andai

ATURAN = muat_aturan("permenpanrb-6-2022")
DASAR = nilai_indikator().baris


def andai(target: float, realisasi: float, rasio: tuple[Rasio, ...] = ()) -> Andai:
    agregasi = Agregasi.RASIO if rasio else Agregasi.JUMLAH
    indikator = replace(DASAR.indikator, agregasi=agregasi, batas_atas=None)
    baris = BarisIndikator(
        indikator, 100.0, (Bulan(2026, 5),), (target,), (realisasi,), DASAR.sel_target[:1], (None,), rasio
    )
    return Andai([baris], (), 1, Perilaku(), ATURAN)


@pytest.mark.parametrize(("pembilang", "ada"), [(1199.0, True), (1200.0, False), (1300.0, False)])
def test_rasio_yang_sudah_di_plafon_tidak_punya_puncak_lain(pembilang, ada):
    rasio = Rasio(pembilang, 1000.0)
    assert (puncak(andai(100.0, rasio.realisasi, (rasio,)), 0) is not None) == ada


@pytest.mark.parametrize("target", [9e6, 9e15])
def test_puncak_anggaran_sebesar_apa_pun_di_plafon(target):
    soal = andai(target, target / 3)
    titik = puncak(soal, 0)
    assert titik is not None
    angka = titik.garis.angka(titik.banyak)
    assert soal.nilai([0], [[float(angka)]])[1][0, 0] == pytest.approx(120)


@pytest.mark.parametrize("target", [1e6, 123_456_789.0])
def test_puncak_yang_sempit_di_tengah_jalan_ditemukan_tepat(target):
    """Under Perka BKN 1/2013 a saving of 24 percent is best, and more falls; none of the first probes is there."""
    aturan = muat_aturan("perka-bkn-1-2013")
    indikator = replace(DASAR.indikator, aspek="Biaya", agregasi=Agregasi.JUMLAH, batas_atas=None)
    baris = BarisIndikator(
        indikator, 100.0, (Bulan(2026, 5),), (target,), (target,), DASAR.sel_target[:1], (None,), ()
    )
    soal = Andai([baris], (), 1, Perilaku(), aturan)
    titik = puncak(soal, 0)
    assert titik is not None
    beda = (float(titik.garis.angka(titik.banyak)) - target * 0.76) / target * 100
    assert -1e-9 <= beda < 2e-6  # percent: nearer than any capaian is printed


def test_puncak_yang_tidak_tercapai_satu_langkah_pun_bukan_puncak(monkeypatch):
    """What is best is met by a step, or there is none to propose: a best that lies between two steps is nobody's figure."""
    monkeypatch.setattr("asn_nilai.hitung.perubahan.langkah_terkecil._tertinggi", lambda *_: 121.0)
    assert puncak(andai(100.0, 50.0), 0) is None
