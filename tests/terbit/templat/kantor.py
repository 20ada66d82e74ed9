"""LibreOffice at work on a list of workbooks, through UNO; where it cannot be had, the test is skipped, but not in CI."""

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
from libreoffice import siapkan_profil, soffice

PROGRAM = Path(__file__).with_name("uno_calc.py")


@cache
def _python_uno() -> str:
    """Return a Python that knows LibreOffice: the system's own, beside the virtual environment's."""
    for calon in ("/usr/bin/python3", shutil.which("python3") or ""):
        if (
            calon
            and subprocess.run([calon, "-c", "import uno"], capture_output=True, check=False).returncode == 0
        ):
            return calon
    if os.environ.get("CI") == "true":
        pytest.fail("Modul uno (Debian: python3-uno) harus ada di CI.")
    pytest.skip("Modul uno (Debian: python3-uno) tidak terpasang.")


@cache
def _pipa() -> str:
    """Start soffice, once in this process, and return the pipe at which it waits for work."""
    program, pipa = soffice(), f"asn_nilai_{os.getpid()}"
    folder = Path(tempfile.mkdtemp(prefix="asn-nilai-kantor-"))
    perintah = [
        program, siapkan_profil(program, folder / "profil"), "--headless", "--norestore", "--nologo",
        f"--accept=pipe,name={pipa};urp;",
    ]  # fmt: skip
    kantor = subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(_tutup, kantor, folder)
    return pipa


def _tutup(kantor: subprocess.Popen, folder: Path) -> None:
    kantor.terminate()
    kantor.wait(timeout=60)
    shutil.rmtree(folder, ignore_errors=True)


def kerjakan(tugas: list[dict], folder: Path) -> list[dict]:
    """Let LibreOffice do jobs (see `uno_calc.py`); returns a result for each."""
    python, pipa = _python_uno(), _pipa()
    folder.mkdir(parents=True, exist_ok=True)
    masuk, keluar = folder / "tugas.json", folder / "hasil.json"
    masuk.write_text(json.dumps(tugas), encoding="utf-8")
    selesai = subprocess.run(
        [python, str(PROGRAM), pipa, str(masuk), str(keluar)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (selesai.returncode, selesai.stderr) == (0, "")
    return json.loads(keluar.read_text(encoding="utf-8"))
