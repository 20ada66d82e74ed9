"""What a row of targets is for: the closed list, and the words."""

import pytest

from asn_nilai.acuan.isian.formulir.rencana_kerja import RencanaKerja, baca_jenis_kinerja, rencana_baris
from asn_nilai.acuan.isian.formulir.tabel import Tabel


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Utama", "Utama"), (" kinerja  UTAMA.", "Utama"), ("U", "Utama"), ("Tugas Utama", "Utama"),
        ("tambahan", "Tambahan"), ("Kinerja Tambahan", "Tambahan"), ("Tugas tambahan", "Tambahan"), ("T", "Tambahan"),
        ("", None), ("Utama dan tambahan", None), ("Pokok", None),
    ],
)  # fmt: skip
def test_daftar_jenis_yang_tertutup(teks, jenis):
    assert baca_jenis_kinerja(teks) == jenis


def test_kata_hanya_dari_yang_ada():
    assert RencanaKerja().kata == ()
    assert RencanaKerja("A", "B", "Utama").kata == ("Kinerja utama", "Rencana: A", "Mendukung: B")
    assert RencanaKerja(atasan="B").kata == ("Mendukung: B",)


def test_kolom_yang_tidak_ada_dan_jenis_asing_kosong():
    isi = {"rencana_hasil_kerja": ["A", "B"], "rencana_atasan": ["", ""], "jenis": ["Pokok", "t"]}
    tabel = Tabel("Target", "target/A.xlsx", "Target", {"rencana_hasil_kerja": 20, "jenis": 21}, [8, 9], isi)
    assert rencana_baris(tabel, 0) == RencanaKerja("A")
    assert rencana_baris(tabel, 1) == RencanaKerja("B", jenis="Tambahan")
    assert rencana_baris(Tabel("Target", "t", "Target", {}, [8], {}), 0) == RencanaKerja()
