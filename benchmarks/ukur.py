"""Measure whole processes: wall time, and the peak memory of the largest process among them.

Run as a program it is the small parent of one measured command, so that nothing but that command counts:

    python benchmarks/ukur.py CATATAN.json PERINTAH…

Peak memory comes from the operating system's account of finished children. Windows keeps none: then it is not measured.
"""

import json
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


class Ukuran(NamedTuple):
    """One run: seconds, MiB of its largest process (None where unknown), exit status, what it wrote to stderr."""

    detik: float
    mib: float | None
    status: int
    pesan: str


def ukur(perintah: Sequence[str], *, di: Path, lingkungan: dict[str, str]) -> Ukuran:
    """Run a command in a folder and measure it from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        catatan = Path(folder) / "catatan.json"
        induk = [sys.executable, "-S", str(Path(__file__)), str(catatan), *perintah]
        subprocess.run(induk, cwd=di, env=lingkungan, check=True)
        return Ukuran(*json.loads(catatan.read_text(encoding="utf-8")))


def _puncak_mib() -> float | None:
    if resource is None:
        return None
    satuan = 1 if sys.platform == "darwin" else 1024
    return float(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * satuan / 2**20)


def _jalankan(catatan: Path, perintah: Sequence[str]) -> None:
    """Run the command and write down what it took; only the last words of its stderr are kept."""
    with tempfile.TemporaryFile() as galat:
        mulai = time.perf_counter()
        status = subprocess.call(perintah, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=galat)
        detik = time.perf_counter() - mulai
        galat.seek(0)
        pesan = galat.read().decode("utf-8", "replace")[-2000:]
    catatan.write_text(json.dumps([detik, _puncak_mib(), status, pesan]), encoding="utf-8")


if __name__ == "__main__":
    _jalankan(Path(sys.argv[1]), sys.argv[2:])
