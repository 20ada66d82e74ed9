"""Write whole files or none: a run that is killed, a full disk or a file open in Excel leaves the old one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from asn_nilai.acuan.kata_os import saran_os, sebab_os

_AKHIRAN = ".sementara"


class BerkasTerkunciError(OSError):
    """A file cannot be replaced, most often because it is open in Excel; the message is Indonesian."""


class TulisGagalError(OSError):
    """A file cannot be written (full disk, no permission); the message is Indonesian."""


@contextmanager
def tulis_utuh(tujuan: Path) -> Iterator[Path]:
    """Give a place to write to; on leaving without error it becomes `tujuan` in one step.

    Raises:
        BerkasTerkunciError: the old file is held by another program.
        TulisGagalError: the folder cannot be made or the file cannot be written.
    """
    sementara = tujuan.with_name(f".{tujuan.name}.{os.urandom(4).hex()}{_AKHIRAN}")
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        yield sementara
        sementara.replace(tujuan)
    except PermissionError as galat:
        raise BerkasTerkunciError(
            f"{tujuan} tidak dapat diganti: berkas itu sedang dibuka di program lain (misalnya Excel), atau foldernya "
            "tidak boleh ditulisi. Tutup berkas itu atau mintalah hak menulis ke folder itu, lalu jalankan perintah ini lagi."
        ) from galat
    except OSError as galat:
        raise TulisGagalError(
            f"{tujuan} tidak dapat ditulis ({sebab_os(galat)}). {saran_os(galat, str(tujuan))}"
        ) from galat
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def tulis_teks(tujuan: Path, teks: str) -> None:
    """Write a text as UTF-8, line ends as they are."""
    with tulis_utuh(tujuan) as sementara:
        sementara.write_text(teks, encoding="utf-8", newline="")


def bersihkan_sisa(folder: Path) -> None:
    """Remove what killed runs left half-written. Only for who holds the folder alone."""
    for sisa in folder.rglob(f".*{_AKHIRAN}"):
        with suppress(OSError):
            sisa.unlink()
