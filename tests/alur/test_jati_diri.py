"""By what two programs are told apart: versions first, else their files, and whether they see the same work folder."""

from dataclasses import replace

import pytest

from asn_nilai.alur.proses.jati_diri import JatiDiri, _berkas

SINI = JatiDiri((("asn-nilai", "1.2"), ("numpy", "2.0")), "isi", "penanda")


@pytest.mark.parametrize(
    ("ubah", "beda"),
    [
        ({}, ""),
        ({"versi": (("asn-nilai", "1.1"), ("numpy", "2.0")), "isi": "lain"}, "asn-nilai 1.1, di sini 1.2"),
        ({"isi": "lain"}, "isi asn-nilai-nya lain daripada di sini"),
        ({"penanda": "lain"}, "ruang kerjanya lain daripada di sini"),
        ({"isi": "lain", "penanda": ""}, "isi asn-nilai-nya lain daripada di sini; ruang kerja tidak terlihat dari sana"),
    ],
)  # fmt: skip
def test_beda_disebut_dan_yang_mengikutinya_tidak(ubah, beda):
    assert replace(SINI, **ubah).beda(SINI) == beda


def test_ruang_kerja_yang_tidak_ditanyakan_tidak_disebut():
    assert SINI.beda(replace(SINI, penanda="")) == ""


def test_templat_di_dalam_paket_dihitung_sekali_dan_yang_disusun_python_tidak(tmp_path):
    for nama in ("a.py", "a.pyc", "__pycache__/b.py", "templates/c.html", "dalam/templates/d.html"):
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).touch()
    nama = {nama for nama, _ in _berkas("paket", tmp_path, tmp_path / "templates")}
    assert nama == {"paket/./a.py", "paket/dalam/templates/d.html"}
