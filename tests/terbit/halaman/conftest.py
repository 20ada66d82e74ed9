import pytest
from hasil_buatan import aturan_bawaan
from peramban import peramban


@pytest.fixture(scope="session")
def aturan():
    return aturan_bawaan()


@pytest.fixture(scope="session")
def mesin():
    with peramban() as alat:
        yield alat
