import shutil
from pathlib import Path

import pytest
from alur.conftest import _jalankan, hasil_json, hasil_mei, jalankan, kota, mei  # noqa: F401 - the same city, the same door

NOMOR = ("--nomor", "800/12/BKPSDM/2026", "--tanggal", "5 Juni 2026")


@pytest.fixture(scope="session")
def mei_terkunci(hasil_mei, tmp_path_factory) -> Path:  # noqa: F811
    """The example city with its May locked, once; to copy, not to write."""
    kota_sendiri = Path(shutil.copytree(hasil_mei, tmp_path_factory.mktemp("terkunci") / "kota"))
    _jalankan("kunci", str(kota_sendiri), "--periode", "2026-05", "--paralel", "1", *NOMOR)
    return kota_sendiri


@pytest.fixture
def terkunci(mei_terkunci, tmp_path) -> Path:
    return Path(shutil.copytree(mei_terkunci, tmp_path / "terkunci"))
