"""A folder beside the results for a computation that nobody keeps; what a killed run left of one goes with the next."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from asn_nilai.alur.konteks import Konteks

_AWALAN, _DIPAKAI, _SEHARI = ".banding-", ".dipakai.lock", 24 * 3600


@contextmanager
def folder_sementara(konteks: Konteks) -> Iterator[Path]:
    """Give a folder beside the results for a computation that nobody keeps."""
    induk = konteks.ruang.folder_hasil(konteks.periode).parent
    induk.mkdir(parents=True, exist_ok=True)
    for sisa in induk.glob(f"{_AWALAN}*"):
        if _ditinggalkan(sisa):
            shutil.rmtree(sisa, ignore_errors=True)
    with (
        TemporaryDirectory(prefix=_AWALAN, dir=induk, ignore_cleanup_errors=True) as folder,
        # let go before the folder is, also where open files cannot be deleted
        FileLock(Path(folder) / _DIPAKAI),
    ):
        yield Path(folder)


def _ditinggalkan(folder: Path) -> bool:
    """Tell whether a folder for a computation aside is a killed run's: the system has freed what that one held."""
    with suppress(OSError):  # also filelock's own error, where somebody holds it
        if not (folder / _DIPAKAI).exists():  # just being made, and empty; or half taken away
            return any(folder.iterdir()) or time.time() - folder.stat().st_mtime > _SEHARI
        with FileLock(folder / _DIPAKAI, timeout=0):
            return True
    return False
