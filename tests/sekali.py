"""What is costly to prepare is prepared once for all processes of a test run."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def folder_bersama(pabrik: pytest.TempPathFactory) -> Path:
    """Return the folder of this run in which all its processes see the same."""
    dasar = pabrik.getbasetemp()
    return dasar.parent if os.environ.get("PYTEST_XDIST_WORKER") else dasar


def sekali(pabrik: pytest.TempPathFactory, nama: str, buat: Callable[[Path], object]) -> Path:
    """Return a folder that `buat` filled, in this process or in another; to read or to copy, not to write."""
    folder = folder_bersama(pabrik) / nama
    siap = folder.with_name(f"{nama}.siap")
    with FileLock(folder.with_name(f"{nama}.lock")):
        if not siap.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            buat(folder)
            siap.touch()
    return folder
