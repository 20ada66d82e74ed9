"""The unscored of a unit beside the scored, when both last were: found where the weak are left out, and only there."""

import random
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.hitung.keadilan.belum_berpola import delta_cliff, peluang_serendah, periksa_belum_berpola

APRIL, MEI = Bulan(2026, 4), Bulan(2026, 5)
SEPULUH = {str(n): 90.0 + n for n in range(10)}
"""Ten ASN, 0 the weakest."""


def temuan(belum, *lalu, semua=SEPULUH):
    dinilai = [nip for nip in semua if nip not in belum]
    return list(periksa_belum_berpola(("A", "Dinas A"), belum, dinilai, lalu, 2))


def test_yang_terlemah_dibiarkan_kosong_ditemukan_dengan_angkanya():
    """Two of ten, the two lowest: 1 of C(10, 2) = 45 choices."""
    (satu,) = temuan(["0", "1"], (MEI, SEPULUH))
    assert (satu.kode, satu.unit, satu.nip, str(satu.letak)) == ("belum-dinilai-berpola", "A", "", "")
    assert satu.pesan == (
        "Di Dinas A, 2 ASN belum dinilai. Pada Mei 2026, terakhir kali keduanya dinilai, rata-rata NHK 2 orang di antara mereka 90,50, "
        "sedangkan yang sekarang dinilai 95,50. Seandainya undian yang menentukan siapa belum dinilai, angka serendah itu keluar pada 2,2 persen undian."
    )
    assert "tanyakan lebih dahulu" in satu.saran


@pytest.mark.parametrize("belum", [["8", "9"], ["0", "9"], ["4", "5"], ["0"], [], [*SEPULUH]])
def test_yang_lain_tidak(belum):
    """Of ten, one alone is never rare enough: the lowest of ten is one choice of ten."""
    assert temuan(belum, (MEI, SEPULUH)) == []


@pytest.mark.parametrize(("semua", "ada"), [(20, True), (19, False)])
def test_satu_orang_baru_jarang_di_antara_dua_puluh(semua, ada):
    nhk = {str(n): 80.0 + n for n in range(semua)}
    assert bool(temuan(["0"], (MEI, nhk), semua=nhk)) is ada


def test_bulan_terakhir_yang_memuat_keduanya_yang_dibandingkan():
    mei = {nip: nhk for nip, nhk in SEPULUH.items() if nip not in {"0", "1"}}
    (satu,) = temuan(["0", "1"], (MEI, mei), (APRIL, SEPULUH))
    assert "Pada April 2026" in satu.pesan
    assert temuan(["0", "1"], (MEI, mei)) == []
    assert temuan(["0", "1"]) == []


def test_yang_jarang_tetapi_kecil_bedanya_tidak_disebut():
    """A thousand ASN: hardly lower is rare as well, and not worth speaking of."""
    acak = random.Random(4)
    nhk = {str(n): round(acak.gauss(95, 5) - (0.2 if n < 300 else 0) * 5, 2) for n in range(1000)}
    belum = [str(n) for n in range(300)]
    ini, lain = [nhk[n] for n in belum], [nhk[n] for n in nhk if n not in belum]
    assert peluang_serendah(ini, lain) < 0.05
    assert -0.33 < delta_cliff(ini, lain) < 0
    assert temuan(belum, (MEI, nhk), semua=nhk) == []


@pytest.mark.parametrize(("menang", "ada"), [(134, True), (135, False)])
def test_bedanya_disebut_mulai_sedang(menang, ada):
    """Twenty and twenty, who win so many of 400 pairs: a delta of −0.33, and of −0.325."""
    lain = {f"lain{n}": 80.0 + n for n in range(20)}
    ini = {f"ini{n}": 79.5 + menang // 20 + (n < menang % 20) for n in range(20)}
    assert bool(temuan([*ini], (MEI, lain | ini), semua=lain | ini)) is ada


def test_yang_belum_pernah_dinilai_ikut_dihitung_belum_bukan_dibandingkan():
    (satu,) = temuan(["0", "1", "baru"], (MEI, SEPULUH))
    assert satu.pesan.startswith("Di Dinas A, 3 ASN belum dinilai. ")
    assert "rata-rata NHK 2 orang di antara mereka 90,50" in satu.pesan


@pytest.mark.parametrize(("semua", "tertulis"), [(23, "0,1"), (24, "kurang dari 0,1")])
def test_peluang_yang_sangat_kecil_tidak_tertulis_nol(semua, tertulis):
    """The three lowest are one choice of 1,771, and one of 2,024."""
    nhk = {str(n): 50.0 + n for n in range(semua)}
    (satu,) = temuan(["0", "1", "2"], (MEI, nhk), semua=nhk)
    assert f"keluar pada {tertulis} persen undian." in satu.pesan


def test_peluang_dihitung_tepat_dari_semua_pilihan():
    acak = random.Random(5)
    for _ in range(60):
        semua = [float(acak.randint(90, 90 + acak.choice((3, 30)))) for _ in range(acak.randint(2, 9))]
        banyak = acak.randint(1, len(semua) - 1)
        jumlah = [
            sum(_tempat(semua, n) for n in pilihan) for pilihan in combinations(range(len(semua)), banyak)
        ]
        harapan = Fraction(sum(ini <= jumlah[0] for ini in jumlah), len(jumlah))
        assert peluang_serendah(semua[:banyak], semua[banyak:]) == pytest.approx(float(harapan), abs=1e-12)


def _tempat(semua, nomor):
    """Return twice the midrank of one of some figures."""
    return 2 * sum(lain < semua[nomor] for lain in semua) + sum(lain == semua[nomor] for lain in semua) + 1


@pytest.mark.parametrize(("n", "m", "cara"), [(5, 20, "exact"), (30, 30, "exact"), (5, 56, "asymptotic"), (40, 90, "asymptotic")])  # fmt: skip
def test_sama_dengan_scipy(n, m, cara):
    from scipy.stats import mannwhitneyu

    acak = np.random.default_rng(6)
    for _ in range(20):
        ini, lain = acak.normal(94, 5, n), acak.normal(95, 5, m)
        if cara == "asymptotic":
            ini, lain = ini.round(), lain.round()  # ties
        harapan = mannwhitneyu(ini, lain, alternative="less", method=cara).pvalue
        assert peluang_serendah(ini.tolist(), lain.tolist()) == pytest.approx(harapan, rel=1e-9)


def test_semua_sama_bukan_pola():
    assert peluang_serendah([95.0] * 30, [95.0] * 40) == peluang_serendah([95.0] * 3, [95.0] * 4) == 1.0
