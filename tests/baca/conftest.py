"""The work folder of reading tests, with the tables in their usual place and moved away from A1."""

from pathlib import Path

import pytest
from dunia_baca import Dunia


@pytest.fixture(params=[(0, 0), (7, 4)], ids=["di-tempat", "bergeser"])
def dunia(request: pytest.FixtureRequest, tmp_path: Path) -> Dunia:
    return Dunia(tmp_path, request.param)


@pytest.fixture
def dunia_tetap(tmp_path: Path) -> Dunia:
    return Dunia(tmp_path)
