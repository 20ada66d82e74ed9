"""Where printed pages end between blocks of text: at the last row that fits, and never between a heading and its table."""

from types import SimpleNamespace

import pytest

from asn_nilai.terbit.buku.blok import PenulisBlok, banyak_baris
from asn_nilai.terbit.buku.tata import Kolom


def jeda(lebar: float, tinggi: list[float], judul: tuple[int, ...] = (0,), ulang: int = 99) -> list[int]:
    """Return the rows before which a page ends; `lebar` of the table and `tinggi` of its rows in points."""
    hasil: list[int] = []
    dalam = SimpleNamespace(
        row_sizes={nomor: (titik / 0.75,) for nomor, titik in enumerate(tinggi)},
        set_h_pagebreaks=hasil.extend,
    )
    dalam.default_row_height = 20
    lajur = Kolom("a", "A", (lebar / 0.75 - 5) / 7)
    PenulisBlok(SimpleNamespace(dalam=dalam), [lajur], len(tinggi), [*judul], ulang).bagi_halaman()
    return hasil


@pytest.mark.parametrize(
    ("lebar", "akhir", "harap"),
    [(100, 191.4, []), (100, 191.6, [1]), (776, 191.4, []), (776, 191.6, [1]), (1552, 682.9, []), (1552, 683.2, [1])],
)  # fmt: skip
def test_halaman_memuat_lebih_banyak_baris_bila_lembarnya_lebih_lebar(lebar, akhir, harap):
    assert jeda(lebar, [300, akhir]) == harap


def test_baris_yang_lebih_tinggi_daripada_halaman_tetap_di_halaman_pertama():
    assert jeda(700, [600, 10]) == [1]


@pytest.mark.parametrize(("akhir", "harap"), [(291, [2]), (292, [2, 3])])
def test_kepala_yang_diulang_ikut_memakan_tempat(akhir, harap):
    assert jeda(700, [100, 391, 100, akhir], ulang=0) == harap


def test_baris_tanpa_tinggi_setinggi_biasanya():
    dalam = SimpleNamespace(row_sizes={0: (400,)}, default_row_height=20)
    blok = PenulisBlok(SimpleNamespace(dalam=dalam), [Kolom("a", "A", 10)], 14, [0])
    assert [*blok._jeda()] == [13]


@pytest.mark.parametrize(("baris", "harap"), [(79.4, [1]), (79.5, [5])])
def test_bagian_yang_muat_di_satu_halaman_tidak_dipenggal(baris, harap):
    """A page holds 491.5 points, of which 15 are the row that repeats."""
    assert jeda(700, [100, *[baris] * 6], judul=(1,)) == harap


@pytest.mark.parametrize(("awal", "harap"), [(291, [5]), (292, [1])])
def test_judul_bagian_yang_panjang_bersama_tiga_baris_berikutnya(awal, harap):
    assert jeda(700, [awal, *[50.0] * 10], judul=(1,))[:1] == harap


def test_bagian_berakhir_di_judul_berikutnya():
    """The first block ends where the second begins: alone it is short, together they are not."""
    assert jeda(700, [300, 90, 100, 90, 100], judul=(1, 3)) == [3]
    assert jeda(700, [300, 92, 100, 90, 100], judul=(1, 3)) == [1]


@pytest.mark.parametrize(
    ("teks", "banyak"),
    [
        ("", 1),
        ("abcd", 1),
        ("abcde", 2),
        ("abcdefgh", 2),
        ("abcdefghi", 3),
        ("a\nb", 2),
        ("a\nbcdef", 3),
        ("\n", 2),
        ("ab cd", 2),
        ("ab c", 1),
        ("ab cde", 2),
        ("a bcd ef", 3),  # eight characters, but no two words share a line
        ("a bcdefghi j", 4),
        ("a  b", 1),
    ],
)
def test_banyaknya_baris_sebuah_teks(teks, banyak):
    assert banyak_baris(teks, 4) == banyak
