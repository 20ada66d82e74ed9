"""One run at a time writes a period; the operating system frees what a killed run held."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.alur.konteks import PenggunaanError


@contextmanager
def kunci_periode(folder: Path) -> Iterator[Path]:
    """Hold the folder of a period while the block runs.

    Raises:
        PenggunaanError: another run holds it, or the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kunci = FileLock(folder / ".sedang-dihitung.lock")
        kunci.acquire(timeout=0)
    except Timeout as galat:
        raise PenggunaanError(
            f"Perintah lain sedang menulis {folder}. Tunggu sampai selesai, lalu jalankan lagi."
        ) from galat
    except OSError as galat:
        saran = saran_os(galat, str(folder))
        raise PenggunaanError(f"Folder {folder} tidak dapat ditulisi ({sebab_os(galat)}). {saran}") from galat
    try:
        yield folder
    finally:
        kunci.release()
