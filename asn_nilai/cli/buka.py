"""A page or a folder opened with what the system has for it; never where no screen is, as on a server or over SSH."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_TUNGGU = 3.0
"""Seconds after which an opener that has not complained is left alone: some stay until the browser is closed."""


def buka(tempat: Path) -> bool:
    """Open a page or a folder; return whether something opened it."""
    if not ada_layar():
        return False
    if sys.platform == "win32":
        try:
            os.startfile(tempat)  # noqa: S606 - the program that Windows has for it
        except OSError:
            return False
        return True
    pembuka = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    return pembuka is not None and _jalankan(pembuka, tempat)


def ada_layar() -> bool:
    """Tell whether somebody sits before a screen on which a window can open."""
    if sys.platform in {"win32", "darwin"}:
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _jalankan(pembuka: str, tempat: Path) -> bool:
    kosong = subprocess.DEVNULL
    try:
        proses = subprocess.Popen(  # noqa: S603 - the system's own opener, and a file that we wrote
            [pembuka, str(tempat.resolve())],
            stdin=kosong,
            stdout=kosong,
            stderr=kosong,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return proses.wait(_TUNGGU) == 0
    except subprocess.TimeoutExpired:
        proses.returncode = 0  # it goes on alone
        return True
