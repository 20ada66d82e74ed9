"""A library that waits is loaded by its first use, and one that is missing says so at once."""

import sys

import pytest

from asn_nilai.acuan.impor_tunda import tunda


def test_dimuat_oleh_pemakaian_pertama(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    modul = tunda("colorsys")
    assert "rgb_to_hsv" not in object.__getattribute__(modul, "__dict__")
    assert modul.rgb_to_hsv(1, 0, 0) == (0.0, 1.0, 1)
    assert tunda("colorsys") is modul


def test_yang_tidak_terpasang_disebut():
    with pytest.raises(ModuleNotFoundError) as galat:
        tunda("tidak_ada_pustaka")
    assert (str(galat.value), galat.value.name) == (
        "No module named 'tidak_ada_pustaka'",
        "tidak_ada_pustaka",
    )
