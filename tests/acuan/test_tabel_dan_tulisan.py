"""Cells have the names that Excel shows, and numbers look as Indonesians write them."""

import pytest

from asn_nilai.acuan.tabel import Tabel, nama_kolom, nama_sel
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap


@pytest.mark.parametrize(
    ("indeks", "nama"),
    [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_nama_kolom_seperti_di_excel(indeks, nama):
    assert nama_kolom(indeks) == nama


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


def test_angka_dengan_desimal_tetap_dan_tanpa_desimal():
    assert (tulis_tetap(1234.5), tulis_tetap(90, 0), tulis_angka(1234.5, 0)) == ("1.234,50", "90", "1.234")
