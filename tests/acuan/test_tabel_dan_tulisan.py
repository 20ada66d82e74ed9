"""Cells have the names that Excel shows, and numbers look as Indonesians write them."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from asn_nilai.acuan.isian.formulir.tabel import Tabel, indeks_kolom, nama_kolom, nama_sel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.tulisan import potong, sebagian, sebut_beberapa, tulis_angka, tulis_tetap


@pytest.mark.parametrize(
    ("indeks", "nama"),
    [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_nama_kolom_seperti_di_excel(indeks, nama):
    assert (nama_kolom(indeks), indeks_kolom(nama), indeks_kolom(nama.lower())) == (nama, indeks, indeks)


def test_sel_tabel_yang_tidak_mulai_di_a1():
    tabel = Tabel(
        "Capaian",
        "a.xlsx",
        "Capaian",
        {"nip": 3, "realisasi": 7},
        [11, 14],
        {"nip": ["1", ""], "realisasi": [2.0, None]},
    )
    assert (nama_sel(0, 0), tabel.sel("realisasi", 1), tabel.sel("satuan", 0)) == ("A1", "H15", "")
    assert str(tabel.letak("nip", 0)) == "a.xlsx › Capaian › D12"
    assert (tabel.teks("nip"), tabel.angka("realisasi"), len(tabel)) == (["1", ""], [2.0, None], 2)


def test_sel_gabungan_disebut_pada_sel_pertamanya():
    tabel = Tabel(
        "Capaian", "a.xlsx", "Capaian", {"nip": 3}, [11, 12], {"nip": ["1", "1"]}, asal={("nip", 1): 11}
    )
    assert tabel.sel("nip", 1) == "D12"
    assert (tabel.semua_sel("nip"), tabel.semua_sel("satuan")) == (["D12", "D12"], ["", ""])


def test_semua_sel_sebuah_kolom_seperti_satu_per_satu():
    tabel = Tabel("Capaian", "a.xlsx", "Lembar", {"nip": 27}, [11, 14], {"nip": ["1", "2"]})
    assert (tabel.semua_sel("nip"), tabel.semua_sel("satuan")) == (["AB12", "AB15"], ["", ""])
    assert tabel.semua_tempat("nip") == ["a.xlsx › Lembar › AB12", "a.xlsx › Lembar › AB15"]
    assert tabel.semua_letak("nip") == [tabel.letak("nip", posisi) for posisi in range(2)]
    tabel.luar["nip", 1] = Letak("b.xlsx", "Rekap", "C3")
    assert tabel.semua_tempat("nip") == ["a.xlsx › Lembar › AB12", "b.xlsx › Rekap › C3"]
    assert tabel.semua_letak("nip") == [Letak("a.xlsx", "Lembar", "AB12"), Letak("b.xlsx", "Rekap", "C3")]


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        (1250.75, "1.250,75"),
        (95.0, "95"),
        (0.1 + 0.2, "0,3"),
        (-0.0, "0"),
        (-1e-12, "0"),
        (1e6, "1.000.000"),
        (-8, "-8"),
        (576547.479, "576.547,479"),
        (1109022182.0416, "1.109.022.182,0416"),
    ],
)
def test_angka_ditulis_cara_indonesia(angka, teks):
    assert tulis_angka(angka) == teks


@pytest.mark.parametrize(
    ("angka", "desimal", "teks"),
    [
        (2.675, 2, "2,68"),  # as a double 2.67499…
        (2.665, 2, "2,66"),  # as a double 2.66500…; the fifteen digits end in the middle, and 6 is even
        (2.6750000000001, 2, "2,68"),
        (2.6649999999999, 2, "2,66"),
        (-0.004, 2, "0"),
        (100.4, 0, "100"),
        (0.00001234, 6, "0,000012"),
        (998.99999, 4, "999"),
        (999.99999, 4, "1.000"),
        (-999.99999, 4, "-1.000"),
        (123456789012345.6, 10, "123.456.789.012.346"),
        (1e15, 2, "1.000.000.000.000.000"),
    ],
)
def test_angka_dibulatkan_menurut_lima_belas_angkanya(angka, desimal, teks):
    assert tulis_angka(angka, desimal) == teks


@given(
    st.one_of(
        st.floats(allow_nan=False, allow_infinity=False),
        st.floats(-1100, 1100),
        st.builds(lambda angka, pangkat: angka / 10**pangkat, st.integers(-(10**14), 10**14), st.integers(0, 14)),
    ),
    st.integers(0, 14),
)  # fmt: skip
def test_angka_apa_pun_ditulis_menurut_lima_belas_angkanya(angka, desimal):
    teks = f"{Decimal(f'{angka:.15g}'):,.{desimal}f}"
    teks = teks.rstrip("0").rstrip(".") if "." in teks else teks
    assert tulis_angka(angka, desimal) == ("0" if teks == "-0" else teks).translate(str.maketrans(",.", ".,"))


def test_banyaknya_dari_semua_bertitik_ribuan():
    assert [sebagian(80, 80), sebagian(999, 1000), sebagian(1980, 12345)] == [
        "80 dari 80", "999 dari 1.000", "1.980 dari 12.345",
    ]  # fmt: skip


def test_angka_dengan_desimal_tetap_dan_tanpa_desimal():
    assert (tulis_tetap(1234.5), tulis_tetap(90, 0), tulis_angka(1234.5, 0)) == ("1.234,50", "90", "1.234")


@pytest.mark.parametrize(
    ("angka", "desimal", "teks"),
    [
        (99.145, 2, "99,15"),
        (99.1449999, 2, "99,14"),
        (99.1450001, 2, "99,15"),
        (-99.145, 2, "-99,15"),
        (-99.1449999, 2, "-99,14"),
        (1.005, 2, "1,01"),
        (2.5, 0, "3"),
        (2.4999999, 0, "2"),
        (0.5, 0, "1"),
        (99.995, 2, "100,00"),
        (999.99, 2, "999,99"),
        (999999.995, 2, "1.000.000,00"),
        (0.1 + 0.2, 2, "0,30"),
        (1e23, 0, "100.000.000.000.000.000.000.000"),
        (5e-324, 2, "0,00"),
    ],
)
def test_desimal_tetap_dibulatkan_menjauhi_nol_dari_angka_yang_tertulis(angka, desimal, teks):
    assert tulis_tetap(angka, desimal) == teks


def _terbaca(teks: str) -> Fraction:
    return Fraction(teks.replace(".", "").replace(",", "."))


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 10))
@example(1.7976931348623157e308, 10)
@example(9007199254740993.0, 2)
def test_desimal_tetap_sama_dengan_pecahan_persisnya(angka, desimal):
    skala = 10**desimal
    bulat = floor(abs(Fraction(repr(angka))) * skala + Fraction(1, 2))
    teks = tulis_tetap(angka, desimal)
    assert _terbaca(teks) == (Fraction(-bulat, skala) if angka < 0 else Fraction(bulat, skala))
    assert len(teks.partition(",")[2]) == desimal


@given(st.integers(-(10**9), 10**9), st.integers(0, 4), st.sampled_from([-1, 0, 1]))
def test_desimal_tetap_di_kedua_sisi_setengah(bulat, desimal, geser):
    """Beside each half, and on it: five with one digit more, or with three."""
    angka = (bulat * 1000 + 500 + geser) / (1000 * 10**desimal)
    naik = geser >= 0 if bulat >= 0 else geser > 0
    assert _terbaca(tulis_tetap(angka, desimal)) == Fraction(bulat + naik, 10**desimal)


@given(st.integers(-(10**11), 10**11))
def test_angka_yang_sudah_bulat_ditulis_apa_adanya(perseratus):
    angka = perseratus / 100
    tanda = "-" if perseratus < 0 else ""
    assert (
        tulis_tetap(angka).replace(".", "") == f"{tanda}{abs(perseratus) // 100},{abs(perseratus) % 100:02d}"
    )


def test_lima_disebut_dan_yang_keenam_dihitung():
    assert sebut_beberapa("abcde") == "a, b, c, d, e"
    assert sebut_beberapa("abcdef") == "a, b, c, d, e, dan 1 lagi"
    assert sebut_beberapa({"a": 1, "b": 2, "c": 3}, 1) == "a, dan 2 lagi"
    assert sebut_beberapa(()) == ""


@pytest.mark.parametrize(
    ("teks", "muat", "jadi"),
    [
        ("enam huruf", 10, "enam huruf"),
        ("enam huruf", 9, "enam hur…"),
        ("enam huruf", 6, "enam…"),
        ("🙂🙂", 4, "🙂🙂"),
        ("🙂🙂", 3, "🙂…"),
        ("a", 1, "a"),
    ],
)
def test_yang_dipotong_berkata_bahwa_masih_ada(teks, muat, jadi):
    assert potong(teks, muat) == jadi
