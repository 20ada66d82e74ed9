"""Cliff's delta and its interval: against scipy, against counting every pair, and how often chance fools them."""

from math import isnan, nan, pi, sqrt
from pathlib import Path

import numpy as np
import pytest

from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.hitung.keadilan import cliff
from asn_nilai.hitung.keadilan.cliff import TINGKAT_YAKIN, bandingkan, sebutan_delta


@pytest.fixture(scope="module")
def stats():
    """Import what takes over a second only where it is used: every process collects this module."""
    from scipy import stats

    return stats


def semua_pasangan(a, b):
    """Return delta as its definition counts it, pair by pair."""
    menang = sum(x > y for x in a for y in b)
    kalah = sum(x < y for x in a for y in b)
    return (menang - kalah) / (len(a) * len(b))


def lain(kelompok, nomor):
    return np.concatenate([angka for n, angka in enumerate(kelompok) if n != nomor])


def delta(kelompok, ulangan=1):
    return [banding.delta for banding in bandingkan(kelompok, ulangan, np.random.default_rng(1))]


def nhk(acak, banyak, pusat=97.0):
    """Return printed NHK as cities have them: below a ceiling that several reach, and so with ties."""
    return np.minimum(np.round(acak.normal(pusat, 6, banyak), 1), 105.0)


def test_contoh_di_dokumen():
    """docs/KEADILAN.md: 2 pairs won, 8 lost, 2 tied, of 12."""
    a, b = np.array([90.0, 95.0, 95.0]), np.array([92.0, 95.0, 98.0, 100.0])
    assert delta([a, b]) == [-0.5, 0.5]
    assert sebutan_delta(-0.5) == "besar"


def test_dokumen_menyebut_batas_dan_sebutan_yang_dipakai():
    dokumen = (Path(__file__).parents[3] / "docs" / "KEADILAN.md").read_text(encoding="utf-8")
    assert "(2 − 8) ÷ 12 = **−0,50**" in dokumen
    baris = [
        garis.split(" | ") for garis in dokumen.splitlines() if garis.startswith(("| di bawah 0,", "| 0,"))
    ]
    tertulis = [(sel[0].split()[-1], sel[1].rstrip(" |")) for sel in baris]
    assert tertulis[:-1] == [(tulis_angka(batas), nama) for batas, nama in cliff._SEBUTAN]
    assert tertulis[-1] == ("atas", cliff._SEBUTAN_TERBESAR)


@pytest.mark.parametrize("benih", range(30))
def test_delta_sama_dengan_scipy_dan_dengan_semua_pasangan(stats, benih):
    acak = np.random.default_rng(benih)
    kelompok = [acak.integers(0, 8, acak.integers(1, 40)) / 2 for _ in range(acak.integers(2, 7))]
    for nomor, dapat in enumerate(delta(kelompok)):
        a, b = kelompok[nomor], lain(kelompok, nomor)
        assert dapat == semua_pasangan(a, b)
        u = stats.mannwhitneyu(a, b).statistic
        assert dapat == pytest.approx(2 * u / (len(a) * len(b)) - 1, abs=1e-12)


@pytest.mark.parametrize("benih", range(4))
def test_rentang_sama_dengan_bootstrap_scipy(stats, benih):
    """Both draw at random: they may differ by what 20,000 resamples leave open, five standard errors of a quantile."""
    acak, ulangan = np.random.default_rng(benih), 20_000
    a, b = nhk(acak, 25, 95), nhk(acak, 40)

    def hitung(a, b, **_sumbu):
        banding = np.sign(a[..., :, None] - b[..., None, :])
        return banding.mean(axis=(-2, -1))

    pembanding = stats.bootstrap(
        (a, b), hitung, n_resamples=ulangan, batch=2000, confidence_level=TINGKAT_YAKIN, method="percentile", vectorized=True,
        rng=np.random.default_rng(benih + 100),
    )  # fmt: skip
    dapat = bandingkan([a, b], ulangan, np.random.default_rng(benih))[0]
    ekor = (1 - TINGKAT_YAKIN) / 2
    kepadatan = np.exp(-(stats.norm.ppf(ekor) ** 2) / 2) / sqrt(2 * pi) / pembanding.standard_error
    toleransi = 5 * sqrt(2) * sqrt(ekor * (1 - ekor) / ulangan) / kepadatan
    assert toleransi < 0.03
    assert dapat.bawah == pytest.approx(pembanding.confidence_interval.low, abs=toleransi)
    assert dapat.atas == pytest.approx(pembanding.confidence_interval.high, abs=toleransi)


def test_benih_yang_sama_memberi_rentang_yang_sama_dan_urutan_orang_tidak_berpengaruh(monkeypatch):
    acak = np.random.default_rng(3)
    kelompok = [nhk(acak, n) for n in (12, 30, 44)]
    awal = bandingkan(kelompok, 300, np.random.default_rng(7))
    diacak = [acak.permutation(angka) for angka in kelompok]
    assert bandingkan(diacak, 300, np.random.default_rng(7)) == awal
    assert bandingkan(kelompok, 300, np.random.default_rng(8)) != awal
    for sel in (1, 86 * 7, 86 * 299):  # one resample at a time, seven, all but one: the last share is smaller
        monkeypatch.setattr(cliff, "_SEL_SEKALIGUS", sel)
        undian = np.random.default_rng(7)
        assert bandingkan(kelompok, 300, undian) == awal
        lanjutan = np.random.default_rng(7)
        lanjutan.random((300, 86))
        assert undian.random() == lanjutan.random()  # so many were drawn and no more


def test_dua_kelompok_saling_membalik():
    acak = np.random.default_rng(4)
    a, b = bandingkan([nhk(acak, 20), nhk(acak, 50)], 500, acak)
    assert (a.delta, a.bawah, a.atas) == pytest.approx((-b.delta, -b.atas, -b.bawah))


def test_tanpa_pembanding_tidak_ada_delta():
    assert bandingkan([], 100, np.random.default_rng(1)) == []
    (sendiri,) = bandingkan([np.array([90.0, 91.0])], 100, np.random.default_rng(1))
    assert isnan(sendiri.delta)
    assert not sendiri.jelas


def test_nilai_yang_semuanya_sama_tidak_berbeda():
    sama = bandingkan([np.full(10, 95.0), np.full(20, 95.0)], 100, np.random.default_rng(1))
    assert [(s.delta, s.bawah, s.atas, s.jelas) for s in sama] == [(0, 0, 0, False)] * 2


def test_nilai_yang_terpisah_seluruhnya_berbeda_penuh():
    rendah, tinggi = bandingkan([np.arange(10.0), np.arange(20.0, 40.0)], 100, np.random.default_rng(1))
    assert (rendah.delta, rendah.jelas, tinggi.delta, tinggi.jelas) == (-1, True, 1, True)


@pytest.mark.parametrize(
    ("besar", "sebutan"),
    [
        (0.0, "dapat diabaikan"),
        (0.1469, "dapat diabaikan"),
        (0.147, "kecil"),
        (0.3299, "kecil"),
        (0.33, "sedang"),
        (0.4739, "sedang"),
        (0.474, "besar"),
        (1.0, "besar"),
    ],
)
def test_sebutan_di_kedua_sisi_setiap_batas(besar, sebutan):
    assert sebutan_delta(besar) == sebutan_delta(-besar) == sebutan


def test_tanpa_delta_tidak_ada_sebutan():
    assert sebutan_delta(nan) == ""


def laju_jelas(ukuran, geser, banyak):
    """Return in which share of random worlds the first group stands out below the others."""
    kena = 0
    for benih in range(banyak):
        acak = np.random.default_rng([benih, *ukuran])
        kelompok = [nhk(acak, n) for n in ukuran]
        kelompok[0] = np.round(kelompok[0] - geser, 1)
        dapat = bandingkan(kelompok, 400, acak)[0]
        kena += dapat.jelas and (dapat.delta < 0 or not geser)
    return kena / banyak


@pytest.mark.parametrize(("ukuran", "geser"), [((60, 240), 3.0), ((30, 150, 180), 4.0), ((150, 450), 2.0)])
def test_kerugian_yang_ditanam_ditemukan(ukuran, geser):
    """Points lost by one group whose NHK spread by 6: found in at least 95 of 100 worlds."""
    assert laju_jelas(ukuran, geser, 100) >= 0.95


@pytest.mark.parametrize("ukuran", [(60, 240), (40, 100, 160)])
def test_kelompok_yang_diacak_jarang_tampak_jelas(ukuran):
    """Meant are 5 percent. Of 600 worlds without a difference 2 to 9 percent stand out, by chance alone."""
    assert 0.02 <= laju_jelas(ukuran, 0.0, 600) <= 0.09
