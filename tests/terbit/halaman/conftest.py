import pytest
from hasil_buatan import aturan_bawaan


@pytest.fixture(scope="session")
def aturan():
    return aturan_bawaan()
