"""Measure whole processes: wall time, processor time of all together, peak memory of the largest among them.

Run as a program it is the small parent of one measured command, so that nothing but that command counts:

    python benchmarks/ukur.py CATATAN.json PERINTAH…

Processor time and peak memory come from the operating system's account of finished children. Windows keeps none: then
they are not measured.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

AKAR = Path(__file__).resolve().parent.parent


class Ukuran(NamedTuple):
    """One run.

    Attributes:
        detik: seconds from start to end.
        prosesor: seconds of processor time of all its processes, None where unknown.
        mib: peak memory in MiB of its largest process, None where unknown.
        status: exit status.
        pesan: the end of what it wrote to stderr.
    """

    detik: float
    prosesor: float | None
    mib: float | None
    status: int
    pesan: str


def lingkungan_bersih() -> dict[str, str]:
    """Return this shell's environment with our modules first, and compiled ones kept whatever it says, as where the program is installed."""
    jalur = [str(AKAR), *filter(None, [os.environ.get("PYTHONPATH")])]
    modul = {"PYTHONPYCACHEPREFIX": "", "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **modul, "PYTHONPATH": os.pathsep.join(jalur)}


def singkirkan(hasil: Path, tempat: Path) -> None:
    """Put a measured run's results aside, so that the next run begins in a fresh folder.

    They are not deleted: for some seconds after that ext4 goes past every file that was, one by one, for each that is made, and a run
    that writes hundreds would pay for the one before it.
    """
    if hasil.exists():
        tempat.mkdir(exist_ok=True)
        hasil.rename(tempat / str(sum(1 for _ in tempat.iterdir())))


def ukur(perintah: Sequence[str], *, di: Path, lingkungan: dict[str, str]) -> Ukuran:
    """Run a command in a folder and measure it from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        catatan = Path(folder) / "catatan.json"
        induk = [sys.executable, "-S", str(Path(__file__)), str(catatan), *perintah]
        subprocess.run(induk, cwd=di, env=lingkungan, check=True)
        return Ukuran(*json.loads(catatan.read_text(encoding="utf-8")))


def _anak() -> tuple[float | None, float | None]:
    """Return processor time and peak memory of this process's finished children."""
    if resource is None:
        return None, None
    catatan = resource.getrusage(resource.RUSAGE_CHILDREN)
    satuan = 1 if sys.platform == "darwin" else 1024
    return catatan.ru_utime + catatan.ru_stime, catatan.ru_maxrss * satuan / 2**20


def _jalankan(catatan: Path, perintah: Sequence[str]) -> None:
    """Run the command and write down what it took; only the last words of its stderr are kept."""
    with tempfile.TemporaryFile() as galat:
        mulai = time.perf_counter()
        status = subprocess.call(perintah, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=galat)
        detik = time.perf_counter() - mulai
        galat.seek(0)
        pesan = galat.read().decode("utf-8", "replace")[-2000:]
    catatan.write_text(json.dumps([detik, *_anak(), status, pesan]), encoding="utf-8")


if __name__ == "__main__":
    _jalankan(Path(sys.argv[1]), sys.argv[2:])
