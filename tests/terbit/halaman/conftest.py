import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from hasil_buatan import aturan_bawaan
from peramban import peramban


@pytest.fixture(scope="session")
def aturan():
    return aturan_bawaan()


@pytest.fixture(scope="session")
def mesin():
    with peramban() as alat:
        yield alat
