"""The Windows package, run by Windows' own Python under Wine: what a clerk's laptop does with it.

Building takes half a minute and Wine's first start a quarter: both are done once, for all worker processes of a test run.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

AKAR = Path(__file__).resolve().parents[1]
TENGGAT = 600
"""Seconds after which a run under Wine is taken to hang."""
_WINESERVER = "/usr/lib/wine/wineserver"
_DIAM = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def perlu(program: str, paket: str) -> str:
    """Return a program's path; skip the test where it is missing, but fail in CI, where it must be there."""
    letak = shutil.which(program)
    if letak is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{program} harus ada di CI (apt-get install {paket}).")
        pytest.skip(f"{program} tidak terpasang (apt-get install {paket}).")
    return letak


def bangun_paket(keluaran: Path, **lingkungan: str) -> Path:
    """Build the package in a process of its own, and return the zip file."""
    perlu("osslsigncode", "osslsigncode")
    jalan = subprocess.run(
        [sys.executable, str(AKAR / "kemas" / "windows.py"), "--keluaran", str(keluaran)],
        env={**os.environ, **lingkungan}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if jalan.returncode != 0 and os.environ.get("CI") != "true" and "pip" in jalan.stderr:
        pytest.skip(f"Paket tidak dapat diambil dari indeks: {jalan.stderr.strip()[-200:]}")
    assert jalan.returncode == 0, jalan.stderr
    (paket,) = keluaran.glob("asn-nilai-*-windows.zip")
    return paket


def paket_bersama(dasar: Path) -> Path:
    """Build the package into a folder, or return what another worker process built there.

    ASN_NILAI_PAKET names a package that is built already: the one to be given away, say.
    """
    if siap := os.environ.get("ASN_NILAI_PAKET"):
        return Path(siap)
    with FileLock(dasar / "paket.lock"):
        ada = list((dasar / "paket").glob("*.zip"))
        return ada[0] if ada else bangun_paket(dasar / "paket")


@dataclass(frozen=True)
class Windows:
    """The unzipped package and a Windows to run it in."""

    folder: Path
    awalan: Path
    """Wine's own folder: its drives and its registry."""

    @property
    def lingkungan(self) -> Mapping[str, str]:
        """What Wine needs to know; nothing of the Python that runs the tests."""
        asli = {
            nama: isi
            for nama, isi in os.environ.items()
            if not nama.startswith(("PYTHON", "COV_", "PYTEST_", "ASN_NILAI_"))
        }
        return {
            **asli,
            "WINEPREFIX": str(self.awalan),
            "WINEDEBUG": "-all",
            # No browser engine, no .NET, no icons on a desktop that nobody has.
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
            "XDG_RUNTIME_DIR": str(self.awalan.parent),
        }

    def perintah(self, *argumen: str) -> Sequence[str]:
        """Return what runs the program as asn-nilai.cmd does, without cmd in between."""
        return [*self.python(), "-m", "asn_nilai", *argumen]

    def python(self) -> Sequence[str]:
        """Return what starts the package's Python."""
        return ["wine", str(self.folder / "python" / "python.exe")]

    def jalankan(self, *argumen: str, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        """Run the program to its end."""
        return self.proses(self.perintah(*argumen), cwd=cwd)

    def cmd(
        self, *argumen: str, cwd: Path | None = None, masukan: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a line in a plain Windows console."""
        return self.proses(["wine", "cmd", "/c", *argumen], cwd=cwd, masukan=masukan)

    def proses(
        self, perintah: Sequence[str], cwd: Path | None = None, masukan: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run anything to its end; `masukan` is all that is typed.

        What it says goes to files: Windows' desktop, which the first program that needs it starts, inherits what that one writes
        to, and a pipe would stay open as long as any program uses the desktop.
        """
        with tempfile.TemporaryFile() as kata, tempfile.TemporaryFile() as galat:
            jalan = subprocess.run(
                perintah, cwd=cwd or self.folder, env=self.lingkungan, input=masukan, stdout=kata, stderr=galat,
                timeout=TENGGAT, check=False,
            )  # fmt: skip
            for aliran in (kata, galat):
                aliran.seek(0)
            return subprocess.CompletedProcess(jalan.args, jalan.returncode, kata.read(), galat.read())

    def buka(self, perintah: Sequence[str], **pilihan: object) -> subprocess.Popen[bytes]:
        """Start anything and leave it running."""
        return subprocess.Popen(perintah, env=self.lingkungan, **pilihan)

    def nyalakan(self) -> None:
        """Start the server and Windows' own services, which then serve all runs; alone, each run starts and ends them in seconds.

        The server ends of itself ten minutes after the last run, and does nothing where one is running.
        """
        subprocess.run([_WINESERVER, "-p600"], env=self.lingkungan, timeout=TENGGAT, check=False, **_DIAM)
        subprocess.run([*self.python(), "-c", ""], env=self.lingkungan, timeout=TENGGAT, check=True, **_DIAM)

    def matikan(self) -> None:
        """End the server and what runs under it."""
        subprocess.run([_WINESERVER, "-k"], env=self.lingkungan, timeout=TENGGAT, check=False, **_DIAM)


@contextlib.contextmanager
def windows_bersama(dasar: Path) -> Iterator[Windows]:
    """Unzip the package and set Wine up, or share what another worker process set up; the last one to leave turns it off."""
    perlu("wine", "wine wine64")
    paket = paket_bersama(dasar)
    awalan, folder = dasar / "wine" / "awalan", dasar / "Program saya é"
    pemakai = dasar / f"{os.getpid()}.pemakai-wine"
    with FileLock(dasar / "wine.lock"):
        if not folder.exists():
            awalan.mkdir(mode=0o700, parents=True)
            with zipfile.ZipFile(paket) as arsip:
                arsip.extractall(folder)
        (isi,) = folder.iterdir()
        windows = Windows(isi, awalan)
        pemakai.touch()
        windows.nyalakan()
    yield windows
    with FileLock(dasar / "wine.lock"):
        pemakai.unlink()
        if not any(dasar.glob("*.pemakai-wine")):
            windows.matikan()


def jalan_windows(berkas: Path) -> str:
    """Return how Windows under Wine calls a file of this machine."""
    return "Z:" + str(berkas.resolve()).replace("/", "\\")
