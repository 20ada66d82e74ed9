"""The explanation against the clerk with the pencil, and its promises against scoring anew."""

import copy
import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from dunia import PERIODE, buat_orang, nilai_dunia, skema_dari
from hitungan_tangan import Orang, putuskan
from laju import PENUH, bertingkat
from uraian import kedua_sisi_bersama, periksa_uraian, selangkah_kurang

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.perubahan_predikat import Jalan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung import susun_penjelasan

ATURAN = muat_aturan("permenpanrb-6-2022")
URUTAN = ATURAN.predikat.urutan
ORANG_TIAP_DUNIA = 21
BENIH = bertingkat(range(4 if PENUH else 2), 0)


def jelaskan_dunia(orang: list[Orang], kode: str) -> list[tuple[Orang, Penjelasan]]:
    periode = Periode.dari_teks(kode)
    dunia, bulan = nilai_dunia(orang, periode, ATURAN), {b.bulan for b in periode.bulan}
    baris = {(unit, asn.nip): asn for unit, hasil in dunia.items() for asn in hasil.nilai}
    semua = []
    for o in orang:
        *_, unit = (u for u in o.bulan if bulan & set(o.bulan[u]))
        semua.append((o, susun_penjelasan(dunia[unit], baris[unit, o.nip], ATURAN, "Kota Uji")))
    return semua


def andaikan(orang: Orang, penjelasan: Penjelasan, ubahan: dict[str, float], bulan: list[int]) -> int:
    """Return the rank that the clerk gives with other last figures, under the behaviour the explanation assumes."""
    lain = copy.deepcopy(orang)
    unit = penjelasan.bagian[-1].kode_unit
    for butir in lain.butir[unit]:
        if butir.kode in ubahan:
            terakhir = max(b for b in butir.target if b in bulan and b in lain.bulan[unit])
            bergerak = butir.pembilang if butir.agregasi == "Rasio" else butir.realisasi
            bergerak[terakhir] = repr(ubahan[butir.kode])
    lain.perilaku = dict.fromkeys(range(1, 13), penjelasan.perubahan.perilaku_andai)
    return URUTAN.index(putuskan(lain, bulan)["predikat"])


def periksa_janji(orang: Orang, penjelasan: Penjelasan, bulan: list[int]) -> Counter:
    """The proposed change lifts the predikat and one step less does not; the safe stretch is safe and no wider."""
    p, kini, jumlah = penjelasan.perubahan, URUTAN.index(penjelasan.predikat), Counter()
    jumlah[p.jalan] += 1
    tetap = replace(penjelasan, perubahan=replace(p, perilaku_andai=penjelasan.rating_perilaku))
    for peluang in p.peluang:
        if peluang.naik is not None:
            assert andaikan(orang, penjelasan, {peluang.kode: peluang.naik}, bulan) < kini, peluang
            kurang = selangkah_kurang(peluang.sekarang, peluang.naik, peluang.langkah)
            assert andaikan(orang, penjelasan, {peluang.kode: kurang}, bulan) >= kini, peluang
            jumlah["naik"] += 1
        for aman, arah in ((peluang.aman_bawah, -1), (peluang.aman_atas, 1)):
            if aman is not None:
                assert andaikan(orang, tetap, {peluang.kode: aman}, bulan) <= kini, peluang
                skala = Fraction(round(1 / peluang.langkah))
                tepat = Fraction(repr(aman)) * skala
                jatuh = float(((tepat // 1 + 1) if arah > 0 else (-(-tepat // 1) - 1)) / skala)
                assert andaikan(orang, tetap, {peluang.kode: jatuh}, bulan) > kini, peluang
                jumlah["turun"] += 1
    if p.bersama:
        penuh, kurang = kedua_sisi_bersama(p)
        assert andaikan(orang, penjelasan, penuh, bulan) < kini
        assert andaikan(orang, penjelasan, kurang, bulan) >= kini
        jumlah["bersama"] += 1
    return jumlah


@pytest.mark.parametrize("benih", BENIH)
def test_penjelasan_terhitung_lagi_dan_janjinya_ditepati(benih):
    """168 ASN for each seed; they mean nothing if chance left a case out."""
    jumlah = Counter()
    for kode in PERIODE:
        acak = random.Random(f"jelaskan/{kode}/{benih}")
        orang = [buat_orang(acak, n) for n in range(ORANG_TIAP_DUNIA)]
        bulan = [b.bulan for b in Periode.dari_teks(kode).bulan]
        indikator = skema_dari(orang).indikator
        for o, penjelasan in jelaskan_dunia(orang, kode):
            harap = putuskan(o, bulan)
            assert (penjelasan.predikat, penjelasan.status) == (harap["predikat"], harap["status"]), (kode, o)
            if penjelasan.status == "Dinilai":
                periksa_uraian(penjelasan, ATURAN.profil.kode, indikator)
                jumlah += periksa_janji(o, penjelasan, bulan)
    assert min(jumlah[apa] for apa in (*list(Jalan)[:4], "naik", "turun", "bersama")) >= 5, jumlah
