"""The example city as it is in the repository, copied to where tests may write."""

import json
import shutil
from pathlib import Path

import pytest

from asn_nilai import cli

CONTOH = Path(__file__).resolve().parents[2] / "examples" / "bukittinggi"


@pytest.fixture
def kota(tmp_path) -> Path:
    return Path(shutil.copytree(CONTOH, tmp_path / "kota", ignore=shutil.ignore_patterns("hasil")))


@pytest.fixture
def jalankan(capsys, monkeypatch):
    """Run the program in this process; returns exit status, stdout and stderr. Faults of ours come through."""
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")

    def _jalankan(*argumen: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as keluar:
            cli.main([str(satu) for satu in argumen])
        keluaran = capsys.readouterr()
        return keluar.value.code, keluaran.out, keluaran.err

    return _jalankan


@pytest.fixture
def hasil_json(jalankan):
    """Run with --json; returns exit status and what stdout held."""

    def _hasil(*argumen: object) -> tuple[int, dict]:
        status, keluar, _ = jalankan(*argumen, "--json")
        return status, json.loads(keluar)

    return _hasil


@pytest.fixture(scope="session")
def kota_terhitung(tmp_path_factory) -> Path:
    """The example city with all its months and two longer periods computed; to read, not to write."""
    kota = Path(
        shutil.copytree(
            CONTOH, tmp_path_factory.mktemp("terhitung") / "kota", ignore=shutil.ignore_patterns("hasil")
        )
    )
    for periode in (*(f"2026-0{n}" for n in range(1, 7)), "2026-T1", "2026-01:2026-05"):
        with pytest.raises(SystemExit):
            cli.main(["hitung", str(kota), "--periode", periode, "--paralel", "1"])
    return kota
