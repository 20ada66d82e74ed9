"""A desk that is driven by what is typed, and a city of which only January has come."""

import io
import os
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from keluaran_beku import cocokkan, tenang
from salinan_contoh import salin_contoh

from asn_nilai import cli
from asn_nilai.alur.perintah import diterima
from asn_nilai.cli import tanya


@dataclass(frozen=True)
class Lari:
    """What a run of the desk left."""

    status: int
    kata: str
    tempat: Path

    def banding(self, nama: str) -> None:
        """Hold all that was said against the frozen copy."""
        cocokkan(f"meja-{nama}.txt", tenang(self.kata, self.tempat))

    @property
    def perintah(self) -> list[str]:
        """The commands that were shown as they were run."""
        return re.findall(r"^Perintahnya: asn-nilai (.+)$", self.kata, re.MULTILINE)


@pytest.fixture(autouse=True)
def catatan_sendiri(tmp_path, monkeypatch):
    """What the desk remembers of this computer stays in the test; its commands start no processes."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(
        diterima, "jam", SimpleNamespace(kini=lambda: datetime.fromisoformat("2026-12-31T08:00+07:00"))
    )
    for nama in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(nama, str(tmp_path / "catatan"))
    monkeypatch.setattr(tanya, "dapat_bertanya", lambda: True)
    for nama in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(nama, raising=False)


@pytest.fixture
def meja(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "400")

    def _jalankan(folder: Path, *ketikan: str) -> Lari:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{baris}\n" for baris in ketikan)))
        with pytest.raises(SystemExit) as keluar:
            cli.main(["meja", str(folder)])
        return Lari(keluar.value.code, capsys.readouterr().err, tmp_path)

    return _jalankan


@pytest.fixture
def januari(tmp_path) -> Path:
    """A city of which January alone has come; its folder has a blank in its name."""
    kota = salin_contoh(tmp_path / "Kinerja 2026")
    for bulan in range(2, 7):
        shutil.rmtree(kota / f"capaian/2026-{bulan:02d}")
    return kota
