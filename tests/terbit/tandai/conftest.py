"""A work folder for each test."""

import pytest
from setoran_contoh import Kota


@pytest.fixture
def kota(tmp_path) -> Kota:
    return Kota.siapkan(tmp_path / "kota")
