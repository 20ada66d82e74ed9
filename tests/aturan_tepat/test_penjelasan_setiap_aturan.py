"""Every rule explained: the figures printed give the score again, and the changes proposed do what they say.

Thirty random ASN of each rule in every run; seven times fifty-five with ASN_NILAI_UJI_PENUH=1.
"""

import copy
import random
from collections.abc import Iterator
from fractions import Fraction as P

import pytest
from dunia_aturan import bahan, buat_orang, nilai
from hitungan_aturan import Orang, hitung
from laju import PENUH, bertingkat
from uraian import kedua_sisi_bersama, periksa_uraian, selangkah_kurang

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.perubahan_predikat import Jalan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.hitung import susun_penjelasan

ATURAN = {kode: muat_aturan(kode) for kode in profil_bawaan()}
BANYAK = 55 if PENUH else 30
BENIH = range(7 if PENUH else 1)


def jelaskan(orang: list[Orang], kode: str) -> Iterator[Penjelasan]:
    aturan = ATURAN[kode]
    hasil = nilai(orang, aturan)
    return (susun_penjelasan(hasil, asn, aturan, "Kota Uji") for asn in hasil.nilai)


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


def periksa_janji(kode: str, orang: Orang, penjelasan: Penjelasan) -> None:
    p, kini = penjelasan.perubahan, peringkat(kode, orang)
    lain = andaikan(orang, penjelasan)
    for peluang in p.peluang:
        if peluang.naik is not None:
            kurang = selangkah_kurang(peluang.sekarang, peluang.naik, peluang.langkah)
            assert peringkat(kode, lain, **{peluang.kode: peluang.naik}) < kini, peluang
            assert peringkat(kode, lain, **{peluang.kode: kurang}) >= kini, peluang
        for aman, arah in ((peluang.aman_bawah, -1), (peluang.aman_atas, 1)):
            if aman is not None:
                skala = P(round(1 / peluang.langkah))
                tepat = P(repr(aman)) * skala
                jatuh = float(((tepat // 1 + 1) if arah > 0 else (-(-tepat // 1) - 1)) / skala)
                assert peringkat(kode, orang, **{peluang.kode: aman}) <= kini, peluang
                assert peringkat(kode, orang, **{peluang.kode: jatuh}) > kini, peluang
    if p.bersama:
        penuh, kurang = kedua_sisi_bersama(p)
        assert peringkat(kode, lain, **penuh) < kini
        assert peringkat(kode, lain, **kurang) >= kini
    if p.jalan is Jalan.PERILAKU:
        assert peringkat(kode, lain) < kini
        if p.angka_andai > penjelasan.angka_perilaku:
            lain.perilaku = [f"{p.angka_andai - 0.01:.2f}"]
            assert peringkat(kode, lain) >= kini


@pytest.mark.parametrize("benih", BENIH)
@pytest.mark.parametrize("kode", bertingkat(ATURAN, 2))
def test_penjelasan_dan_janjinya_menurut_setiap_aturan(kode, benih):
    acak = random.Random(f"jelaskan/{kode}/{benih}")
    orang = [buat_orang(acak, n, kode) for n in range(BANYAK)]
    indikator = bahan(orang)[0].indikator
    for o, penjelasan in zip(orang, jelaskan(orang, kode), strict=True):
        assert penjelasan.predikat == hitung(kode, o).predikat
        periksa_uraian(penjelasan, kode, indikator)
        periksa_janji(kode, o, penjelasan)


@pytest.mark.menyeluruh
def test_ide_baru_yang_menahan_disebut_dengan_kata():
    acak = random.Random("ide")
    orang = [buat_orang(acak, n, "pp-30-2019") for n in range(55)]
    langkah = naik = False
    for penjelasan in jelaskan(orang, "pp-30-2019"):
        isi = penjelasan.langkah[-1].isi
        langkah |= "cukup untuk Sangat Baik" in isi and "ide baru yang bermanfaat" in isi
        naik |= "ide baru yang bermanfaat" in " ".join(penjelasan.perubahan.kalimat_naik)
        if langkah and naik:
            break
    assert langkah
    assert naik
