"""The package and a Windows, prepared once for all worker processes."""

import pytest
from jendela import paket_bersama, windows_bersama


def _dasar(tmp_path_factory, worker_id):
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def paket(tmp_path_factory, worker_id):
    return paket_bersama(_dasar(tmp_path_factory, worker_id))


@pytest.fixture(scope="session")
def windows(tmp_path_factory, worker_id):
    return windows_bersama(_dasar(tmp_path_factory, worker_id))
