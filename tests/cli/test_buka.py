"""Pages open with what the system has, and never where nobody would see them."""

import os
import subprocess
import sys

import pytest

from asn_nilai.cli import buka as modul
from asn_nilai.cli.buka import ada_layar, buka


@pytest.fixture
def pembuka(tmp_path, monkeypatch):
    """An opener of the system that notes what it was asked to open; `status` is what it ends with."""

    def _pasang(nama: str, status: int = 0, lama: str = "0") -> None:
        berkas = tmp_path / nama
        berkas.write_text(
            f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/dibuka"\nsleep {lama}\nexit {status}\n',
            encoding="utf-8",
        )
        berkas.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")

    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7")
    return _pasang


def terbuka(tmp_path) -> str:
    return (tmp_path / "dibuka").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="openers are programs of other systems")
@pytest.mark.parametrize(("sistem", "nama"), [("linux", "xdg-open"), ("darwin", "open")])
def test_dibuka_dengan_milik_sistem(tmp_path, monkeypatch, pembuka, sistem, nama):
    monkeypatch.setattr(sys, "platform", sistem)
    pembuka(nama)
    halaman = tmp_path / "hasil ini" / "index.html"
    assert buka(halaman) is True
    assert terbuka(tmp_path) == str(halaman)
    pembuka(nama, status=3)
    assert buka(halaman) is False


@pytest.mark.skipif(os.name == "nt", reason="openers are programs of other systems")
def test_pembuka_yang_tidak_kunjung_selesai_dibiarkan(tmp_path, monkeypatch, pembuka):
    monkeypatch.setattr(modul, "_TUNGGU", 0.2)
    pembuka("xdg-open", lama="1")
    assert buka(tmp_path) is True


def test_tanpa_layar_tidak_ada_yang_dijalankan(tmp_path, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("nothing may open here"))
    monkeypatch.setattr(sys, "platform", "linux")
    for nama in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(nama, raising=False)
    assert (ada_layar(), buka(tmp_path)) == (False, False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert ada_layar()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert buka(tmp_path) is False  # no opener is installed
    for sistem in ("darwin", "win32"):
        monkeypatch.setattr(sys, "platform", sistem)
        monkeypatch.delenv("SSH_CONNECTION", raising=False)
        assert ada_layar()
        monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")
        assert not ada_layar()


@pytest.mark.skipif(os.name == "nt", reason="openers are programs of other systems")
def test_pembuka_yang_tidak_dapat_dijalankan(tmp_path, pembuka):
    pembuka("xdg-open")
    (tmp_path / "xdg-open").write_bytes(b"\x7fELF rusak")
    assert buka(tmp_path) is False


def test_windows_membuka_dengan_programnya(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    dibuka = []
    monkeypatch.setattr(os, "startfile", dibuka.append, raising=False)
    assert buka(tmp_path) is True
    assert dibuka == [tmp_path]

    def tanpa_program(_tempat):
        raise OSError(1155, "No application is associated")

    monkeypatch.setattr(os, "startfile", tanpa_program, raising=False)
    assert buka(tmp_path) is False
