"""The package and a Windows, prepared once for all worker processes."""

import pytest
from jendela import paket_bersama, windows_bersama
from sekali import folder_bersama


@pytest.fixture(scope="session")
def paket(tmp_path_factory):
    return paket_bersama(folder_bersama(tmp_path_factory))


@pytest.fixture(scope="session")
def windows(tmp_path_factory):
    with windows_bersama(folder_bersama(tmp_path_factory)) as siap:
        yield siap
