"""The door of the scoring rooms: what stands in it is loaded when it is asked for, and nothing else is there."""

import pytest

from asn_nilai import hitung


def test_yang_tidak_ada_disebut_namanya():
    assert callable(hitung.hitung_unit)
    with pytest.raises(AttributeError, match=r"^module 'asn_nilai\.hitung' has no attribute 'tidak_ada'$"):
        hitung.tidak_ada  # noqa: B018
