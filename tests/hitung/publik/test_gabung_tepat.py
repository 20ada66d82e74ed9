"""Which kinds of unit stand together in a publication: the smallest that can still stand alone joins first."""

import pytest

from asn_nilai.hitung.publik.gabung_kecil import jenis_yang_tampil

DUA = dict.fromkeys("ABCD", 2)


@pytest.mark.parametrize(
    ("sel", "tampil"),
    [
        ({"A": [6, 6], "B": [20, 20], "C": [10, 10], "D": [3, 3]}, (("B", "C"), ("A", "D"))),
        ({"A": [20, 20], "B": [6, 6], "C": [10, 10], "D": [3, 3]}, (("A", "C"), ("B", "D"))),
        ({"A": [6, 6], "B": [20, 20], "C": [6, 6], "D": [3, 3]}, (("A", "B"), ("C", "D"))),
        ({"A": [5, 5], "B": [5, 5]}, (("A", "B"), ())),
        ({"A": [5, 5], "B": [9, 4]}, None),
        ({"A": [8, 8], "B": [8, 8], "C": [9, 0]}, (("A",), ("B", "C"))),
    ],
)
def test_jenis_terkecil_bergabung_dahulu(sel, tampil):
    assert jenis_yang_tampil(sel, {jenis: DUA[jenis] for jenis in sel}, 5) == tampil


def test_jenis_yang_hanya_satu_unit_tidak_tampil_sendiri():
    sel = {"A": [8, 8], "B": [9, 9], "C": [7, 7]}
    assert jenis_yang_tampil(sel, {"A": 2, "B": 1, "C": 2}, 5) == (("A",), ("B", "C"))
    assert jenis_yang_tampil(sel, {"A": 2, "B": 2, "C": 2}, 5) == (("A", "B", "C"), ())
