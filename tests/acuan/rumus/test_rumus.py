"""Each formula's three faces say the same."""

import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from uraian import dekat, hitung_kalimat

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rumus.rumus import RUMUS, Parameter, bulatkan_excel, jepit, jepit_excel
from asn_nilai.acuan.tulisan import tulis_angka

ANGKA = {"plafon": 120, "efisiensi_kali": 1.76, "efisiensi_batas": 24, "efisiensi_alas": 76}
P = Parameter(((0, 0), (90, 100), (100, 120)), ANGKA)
NAMA = Parameter((("x1", "y1"), ("x2", "y2"), ("x3", "y3")), {nama: nama for nama in ANGKA})
TEPAT = Parameter(
    tuple((Fraction(x), Fraction(y)) for x, y in P.titik), {n: Fraction(str(a)) for n, a in ANGKA.items()}
)
positif = st.floats(0.01, 1e6).map(lambda x: float(f"{x:.6g}"))


def hitung(kode, t, r, w=np.nan):
    return float(RUMUS[kode].angka(np.array([t]), np.array([r]), np.array([w]), P)[0])


@pytest.mark.parametrize(
    ("kode", "target", "realisasi", "terburuk", "persen"),
    [
        ("maksimal", 80.0, 92.0, np.nan, 115.0),
        ("maksimal", -10.0, -8.0, np.nan, 120.0),
        ("maksimal", -10.0, -12.0, np.nan, 80.0),
        ("minimal", 15.0, 12.0, np.nan, 120.0),
        ("minimal", 100.0, 120.0, np.nan, 80.0),
        ("minimal", 0.0, 2.0, 10.0, 80.0),
        ("minimal", 0.0, 0.0, 10.0, 100.0),
        ("stabil", 100.0, 100.0, np.nan, 120.0),
        ("stabil", 100.0, 95.0, np.nan, 110.0),
        ("stabil", 100.0, 105.0, np.nan, 110.0),
        ("stabil", 100.0, 90.0, np.nan, 100.0),
        ("stabil", 100.0, 45.0, np.nan, 50.0),
        ("stabil", 100.0, 155.0, np.nan, 50.0),
    ],
)
def test_capaian_sebelum_lantai_dan_plafon(kode, target, realisasi, terburuk, persen):
    assert hitung(kode, target, realisasi, terburuk) == pytest.approx(persen, abs=1e-12)


@given(t=positif, r=positif, lebih=positif)
def test_realisasi_lebih_tidak_pernah_merugikan_maksimal_atau_menguntungkan_minimal(t, r, lebih):
    assert hitung("maksimal", t, r + lebih) >= hitung("maksimal", t, r)
    assert hitung("minimal", t, r + lebih) <= hitung("minimal", t, r)


@given(t=positif, beda=st.floats(0, 1), tambah=st.floats(0, 1))
def test_stabil_makin_jauh_dari_target_makin_rendah(t, beda, tambah):
    for arah in (1, -1):
        assert (
            hitung("stabil", t, t * (1 + arah * (beda + tambah)))
            <= hitung("stabil", t, t * (1 + arah * beda)) + 1e-9
        )


@given(t=positif, r=positif)
def test_pecahan_dan_bilangan_biner_memakai_baris_yang_sama(t, r):
    for kode in RUMUS:
        tepat = np.array([Fraction(repr(t))], dtype=object), np.array([Fraction(repr(r))], dtype=object)
        hasil = RUMUS[kode].angka(*tepat, np.array([Fraction(1)], dtype=object), TEPAT)[0]
        assert isinstance(hasil, Fraction)
        assert float(hasil) == pytest.approx(hitung(kode, t, r, 1.0), rel=1e-9, abs=1e-6)


def test_jepit_menahan_di_lantai_dan_plafon():
    assert jepit(np.array([-5.0, 0.0, 60.0, 120.0, 130.0]), 0, 120).tolist() == [0, 0, 60, 120, 120]
    assert jepit_excel("A1", "lantai", "plafon") == "MAX(lantai,MIN(plafon,A1))"
    assert bulatkan_excel("A1", "desimal") == "ROUND(ROUND(A1,11),desimal)"


def excel_sebagai_python(rumus: str, **isi: float) -> float:
    """Work out a formula's text by itself: IF becomes a function, names become numbers."""
    teks = re.sub(r"\bIF\(", "jika(", rumus)
    teks = re.sub(r"(?<![<>=])=(?!=)", "==", teks)
    return eval(teks, {"__builtins__": {}, "jika": lambda s, a, b: a if s else b, "ROUND": round}, isi)  # noqa: S307 - our own text


@given(t=positif, r=positif)
def test_rumus_sel_sama_dengan_angka(t, r):
    for kode, rumus in RUMUS.items():
        teks = rumus.excel("T", "R", "W", NAMA)
        isi = {"T": t, "R": r, "W": 1.0, "x1": 0, "y1": 0, "x2": 90, "y2": 100, "x3": 100, "y3": 120} | ANGKA
        assert excel_sebagai_python(teks, **isi) == pytest.approx(
            hitung(kode, t, r, 1.0), rel=1e-12, abs=1e-9
        )


@pytest.mark.parametrize(
    ("kode", "target", "realisasi", "terburuk", "kalimat"),
    [
        ("maksimal", 90, 95.5, None, "95,5 ÷ 90 × 100"),
        ("maksimal", -10, -8, None, "(1 + (1 − (-8) ÷ (-10))) × 100"),
        ("minimal", 15, 12, None, "(1 + (1 − 12 ÷ 15)) × 100"),
        ("minimal", 0, 2, 10, "(10 − 2) ÷ 10 × 100"),
        (
            "minimal",
            15,
            12,
            40,
            "(1 + (1 − 12 ÷ 15)) × 100",
        ),  # the worst figure counts beside a target of 0 alone
        ("terbalik", 15, 12, 40, "15 ÷ 12 × 100"),
        ("stabil", 80, 76, None, "x = 76 ÷ 80 × 100 = 95; 100 + (95 − 90) × (120 − 100) ÷ (100 − 90)"),
        ("stabil", 80, 84, None, "x = 200 − 84 ÷ 80 × 100 = 95; 100 + (95 − 90) × (120 − 100) ÷ (100 − 90)"),
        ("stabil", 80, 40, None, "x = 40 ÷ 80 × 100 = 50; 0 + (50 − 0) × (100 − 0) ÷ (90 − 0)"),
        ("stabil", 80, 240, None, "x = 200 − 240 ÷ 80 × 100 = -100; 0 + ((-100) − 0) × (100 − 0) ÷ (90 − 0)"),
    ],
)
def test_kalimat_memuat_angka_yang_dipakai(kode, target, realisasi, terburuk, kalimat):
    assert RUMUS[kode].kalimat(target, realisasi, terburuk, P) == kalimat


@pytest.mark.parametrize(
    ("kode", "bermakna"),
    [
        ("maksimal", [True, False, False, False, True, True]),
        ("minimal", [False, False, False, True, True, True]),
        ("terbalik", [False, False, False, True, True, True]),
        ("stabil", [False, False, False, False, True, True]),
        ("efisiensi", [False, False, False, False, True, True]),
    ],
)
def test_target_yang_bermakna_bagi_rumusnya(kode, bermakna):
    """Of a target of 0 only where less is better and the worst figure is known, and is not 0 itself."""
    target, terburuk = np.array([-5, 0, 0, 0, 0.5, 5]), np.array([np.nan, np.nan, 0, 10, np.nan, 10])
    assert RUMUS[kode].bermakna(target, terburuk).tolist() == bermakna
    tepat = RUMUS[kode].bermakna(
        np.array([Fraction(0)], dtype=object), np.array([Fraction(10)], dtype=object)
    )
    assert tepat.tolist() == bermakna[3:4]


def periksa_kalimat(kode, t, r, w):
    persen = RUMUS[kode].angka(*(np.array([x]) for x in (t, r, np.nan if w is None else w)), P)[0]
    kalimat = f"{RUMUS[kode].kalimat(t, r, w, P)} = {tulis_angka(persen, 4)}"
    nilai, tercetak, _ = hitung_kalimat(kalimat)
    assert dekat(nilai, tercetak), kalimat


angka_bebas = st.one_of(st.just(0.0), st.integers(-(10**9), 10**9).map(lambda n: n / 1000))


@pytest.mark.parametrize("kode", RUMUS)
@given(t=positif, r=angka_bebas)
def test_angka_dalam_kalimat_memberi_hasil_yang_tercetak(kode, t, r):
    periksa_kalimat(kode, t, r, None)


@pytest.mark.parametrize("kode", [kode for kode, rumus in RUMUS.items() if rumus.boleh_negatif])
@given(t=positif, r=angka_bebas)
def test_kalimat_target_negatif_terhitung_lagi(kode, t, r):
    periksa_kalimat(kode, -t, r, None)


@pytest.mark.parametrize("kode", [kode for kode, rumus in RUMUS.items() if rumus.boleh_nol])
@given(w=positif, r=angka_bebas)
def test_kalimat_target_nol_terhitung_lagi(kode, w, r):
    periksa_kalimat(kode, 0.0, r, w)


@pytest.mark.parametrize(
    ("realisasi", "kata"),
    [
        (76, "= 24 (tidak lebih dari 24)"),
        (75.99999, "= 24,00001 (lebih dari 24)"),
        (75.9, "= 24,1 (lebih dari 24)"),
    ],
)
def test_efisiensi_di_tepi_batas_tidak_dibulatkan_menjadi_batasnya(realisasi, kata):
    assert kata in RUMUS["efisiensi"].kalimat(100, realisasi, None, P)
    periksa_kalimat("efisiensi", 100, realisasi, None)


def test_aturan_bawaan_memilih_rumus_menurut_polaritas():
    aturan = muat_aturan("permenpanrb-6-2022")
    assert {p: aturan.rumus(p).kode for p in aturan.capaian.rumus} == {
        "Maksimal": "maksimal",
        "Minimal": "minimal",
        "Stabil": "stabil",
    }
