"""Plain figures taken at a stroke: what equals a figure and is none is not mistaken for one that was read before."""

import datetime as dt

import pytest

from asn_nilai.baca.tabel.kolom.angka_polos import POLOS


def baca(*isi: object) -> list[float | None]:
    return list(map(POLOS.__getitem__, isi))


def test_kosong_dan_angka_dibaca_rapi():
    assert baca("", 12.0, 94.59999999999999, 0.0, 1.0, "") == [None, 12.0, 94.6, 0.0, 1.0, None]
    assert str(baca(-0.0)[0]) == "0.0"


@pytest.mark.parametrize("bukan", [True, False, "1", 1e15, dt.date(2026, 1, 1)])
def test_yang_bukan_angka_polos_tidak_dianggap_angka(bukan):
    baca(0.0, 1.0, -0.0, 0.0, 1.0)
    with pytest.raises(KeyError):
        baca(5.0, bukan)
