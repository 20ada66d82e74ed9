"""How long a test may let the program take, for tracing for coverage slows Python down several times; and how much it tries."""

import os
import sys
from collections.abc import Iterable

import pytest

PELACAKAN = 4 if sys.gettrace() is not None or "coverage" in sys.modules else 1
"""Factor on a limit of processor seconds while coverage traces each line."""

PENUH = bool(os.environ.get("ASN_NILAI_UJI_PENUH"))
"""Whether the long proofs run at their full length; without it they take a share that CI can wait for."""


def bertingkat(semua: Iterable[object], biasa: int) -> list[object]:
    """Return parameters of a test: the first few as they are, the others marked `menyeluruh`."""
    return [
        isi if nomor < biasa else pytest.param(isi, marks=pytest.mark.menyeluruh)
        for nomor, isi in enumerate(semua)
    ]
