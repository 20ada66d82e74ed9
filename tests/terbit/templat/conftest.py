"""The example city, copied to where tests may write, and the program run in this process."""

import os
import shutil
from pathlib import Path

import pytest
from salinan_contoh import salin_contoh

from asn_nilai import cli


@pytest.fixture(scope="session")
def kota_asli(tmp_path_factory) -> Path:
    tujuan = tmp_path_factory.mktemp("asli") / "kota"
    return salin_contoh(tujuan)


@pytest.fixture
def kota(tmp_path, kota_asli) -> Path:
    return Path(shutil.copytree(kota_asli, tmp_path / "kota"))


@pytest.fixture
def jalankan(capsys, monkeypatch):
    """Run the program; returns exit status and stderr. Faults of ours come through."""
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    # Unless a test asks for processes: starting them costs more than a small city's work.
    monkeypatch.setattr(os, "cpu_count", lambda: 1)

    def _jalankan(*argumen: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as keluar:
            cli.main([str(kata) for kata in argumen])
        return keluar.value.code, capsys.readouterr().err

    return _jalankan
