"""Every rule explained: the figures printed give the score again, and the changes proposed do what they say."""

import copy
import random
import re
from fractions import Fraction as P

import pytest
from dunia_aturan import PERIODE, bahan, buat_orang
from hitungan_aturan import Orang, bulat, hitung
from laju import PENUH

from asn_nilai.acuan.aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.penjelasan import Jalan, Penjelasan
from asn_nilai.hitung import hitung_unit
from asn_nilai.hitung.penjelasan import Bahan, susun_penjelasan

ATURAN = {kode: muat_aturan(kode) for kode in profil_bawaan()}
BANYAK = 55
BENIH = range(6 if PENUH else 1)


def jelaskan(orang: list[Orang], kode: str) -> list[Penjelasan]:
    skema, isian = bahan(orang)
    aturan = ATURAN[kode]
    milik = [Bahan(isian, hitung_unit(isian, [], skema, PERIODE, aturan))]
    return [susun_penjelasan(o.nip, milik, skema, PERIODE, aturan, "Kota Uji") for o in orang]


def tercetak(teks: str) -> P:
    return P(teks.replace(".", "").replace(",", "."))


def periksa_cetakan(penjelasan: Penjelasan) -> None:
    """Weighted mean and final score from the printed steps alone."""
    bagian = penjelasan.bagian[0]
    jumlah = sum(P(repr(b.bobot)) * P(repr(b.nilai_capaian)) for b in bagian.baris)
    rata = jumlah / sum(P(repr(b.bobot)) for b in bagian.baris)
    assert abs(rata - P(repr(bagian.nhk_persis))) < P(1, 10**9)
    for satu in penjelasan.langkah:
        assert satu.dasar
        assert satu.status
        if satu.judul == "Nilai akhir":
            suku, _, hasil = satu.isi.partition(", dibulatkan 2 desimal = ")
            angka = [tercetak(x) for x in re.findall(r"\d[\d.,]*", suku)]
            assert bulat(angka[0] * angka[1] + angka[2] * angka[3]) == tercetak(hasil)
            assert tercetak(hasil) == P(repr(penjelasan.nilai_akhir))


def periksa_konversi(penjelasan: Penjelasan, kode: str) -> None:
    for baris in penjelasan.bagian[0].baris:
        assert bool(baris.konversi) == bool(ATURAN[kode].capaian.konversi)
        if baris.konversi:
            akhir = tercetak(baris.konversi.isi.rpartition("= ")[2])
            assert abs(akhir - P(repr(baris.nilai_capaian))) <= P(1, 10**4)


def peringkat(kode: str, orang: Orang, **ubahan: float) -> int:
    lain = copy.deepcopy(orang)
    for butir in lain.butir:
        if butir.kode in ubahan:
            butir.realisasi = repr(ubahan[butir.kode])
    return ATURAN[kode].predikat.urutan.index(hitung(kode, lain).predikat)


def andaikan(orang: Orang, penjelasan: Penjelasan) -> Orang:
    """Return the ASN with the behaviour under which the explanation looks for a rise."""
    p, lain = penjelasan.perubahan, copy.deepcopy(orang)
    berangka = p.angka_andai == p.angka_andai
    lain.perilaku = [repr(p.angka_andai) if berangka else p.perilaku_andai]
    lain.ide = p.ide_andai
    return lain


def selangkah_kurang(dari: float, ke: float, langkah: float) -> float:
    satu = P(repr(langkah)).limit_denominator(10**6)
    balik = P(repr(ke)) - satu if ke > dari else P(repr(ke)) + satu
    lewat = balik < P(repr(dari)) if ke > dari else balik > P(repr(dari))
    return dari if lewat else float(balik)


def periksa_janji(kode: str, orang: Orang, penjelasan: Penjelasan) -> None:
    p, kini = penjelasan.perubahan, peringkat(kode, orang)
    lain = andaikan(orang, penjelasan)
    for satu in p.peluang:
        if satu.naik is not None:
            kurang = selangkah_kurang(satu.sekarang, satu.naik, satu.langkah)
            assert peringkat(kode, lain, **{satu.kode: satu.naik}) < kini, satu
            assert peringkat(kode, lain, **{satu.kode: kurang}) >= kini, satu
        for aman, arah in ((satu.aman_bawah, -1), (satu.aman_atas, 1)):
            if aman is not None:
                skala = P(round(1 / satu.langkah))
                tepat = P(repr(aman)) * skala
                jatuh = float(((tepat // 1 + 1) if arah > 0 else (-(-tepat // 1) - 1)) / skala)
                assert peringkat(kode, orang, **{satu.kode: aman}) <= kini, satu
                assert peringkat(kode, orang, **{satu.kode: jatuh}) > kini, satu
    if p.bersama:
        assert peringkat(kode, lain, **{k: ke for k, *_, ke in p.bersama.butir}) < kini
    if p.jalan is Jalan.PERILAKU:
        assert peringkat(kode, lain) < kini
        if p.angka_andai > penjelasan.angka_perilaku:
            lain.perilaku = [f"{p.angka_andai - 0.01:.2f}"]
            assert peringkat(kode, lain) >= kini


@pytest.mark.parametrize("benih", BENIH)
@pytest.mark.parametrize("kode", ATURAN)
def test_penjelasan_dan_janjinya_menurut_setiap_aturan(kode, benih):
    acak = random.Random(f"jelaskan/{kode}/{benih}")
    orang = [buat_orang(acak, n, kode) for n in range(BANYAK)]
    for o, penjelasan in zip(orang, jelaskan(orang, kode), strict=True):
        assert penjelasan.predikat == hitung(kode, o).predikat
        periksa_cetakan(penjelasan)
        periksa_konversi(penjelasan, kode)
        periksa_janji(kode, o, penjelasan)


def test_ide_baru_yang_menahan_disebut_dengan_kata():
    acak = random.Random("ide")
    orang = [buat_orang(acak, n, "pp-30-2019") for n in range(BANYAK)]
    langkah, naik = [], []
    for satu in jelaskan(orang, "pp-30-2019"):
        langkah.append(satu.langkah[-1].isi)
        naik.append(" ".join(satu.perubahan.kalimat_naik))
    assert any("cukup untuk Sangat Baik" in isi and "ide baru yang bermanfaat" in isi for isi in langkah)
    assert any("ide baru yang bermanfaat" in isi for isi in naik)
