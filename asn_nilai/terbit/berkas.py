"""Write whole files or none: a run that is killed, a full disk or a file open in Excel leaves the old one.

And let a zip file be the same to the byte on every system, so that results can be compared by their hashes.
"""

import io
import os
import stat
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os

AKHIRAN_SEMENTARA = ".sementara"
"""Ends the name of what a run may leave behind when it is killed; `bersihkan_sisa` removes it."""
_SEHARI = 24 * 3600
"""Seconds after which a half-written file is nobody's any more, whoever writes in its folder."""
_TUNGGU_NAMA = (0.05, 0.1, 0.2)
"""Seconds between attempts to give a file its name; who has it open in Excel does not close it in that time."""
_HARI_PERTAMA = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file knows: no clock enters it."""
_ASAL = 3
"""Unix: the system that a zip file names as its maker, wherever it is made."""


class TulisGagalError(OSError):
    """A file cannot be written (full disk, no permission); the message is Indonesian."""


class BerkasTerkunciError(TulisGagalError):
    """A file cannot be replaced, most often because it is open in Excel."""


@contextmanager
def tulis_utuh(tujuan: Path) -> Iterator[Path]:
    """Give a place to write to; on leaving without error it becomes `tujuan` in one step.

    Raises:
        BerkasTerkunciError: the old file is held by another program.
        TulisGagalError: the folder cannot be made or the file cannot be written.
    """
    sementara = tujuan.with_name(f".{tujuan.name}.{os.urandom(4).hex()}{AKHIRAN_SEMENTARA}")
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        _bersihkan_lama(tujuan.parent)
        yield sementara
        _namai(sementara, tujuan)
    except TulisGagalError:  # of another file that is written within
        raise
    except PermissionError as galat:
        raise BerkasTerkunciError(_kalimat_ditolak(tujuan)) from galat
    except OSError as galat:
        raise TulisGagalError(
            f"{tujuan} tidak dapat ditulis ({sebab_os(galat)}). {saran_os(galat, str(tujuan))}"
        ) from galat
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def _namai(sementara: Path, tujuan: Path) -> None:
    """Give a file its name; a virus scanner or what copies a folder to a cloud holds one on Windows for a moment."""
    for tunggu in _TUNGGU_NAMA:
        with suppress(PermissionError):
            sementara.replace(tujuan)
            return
        if _hanya_baca(tujuan):
            break
        time.sleep(tunggu)
    sementara.replace(tujuan)


def _hanya_baca(berkas: Path) -> bool:
    """Tell whether a file bears Windows' mark that it is only to be read; elsewhere the folder's rights count alone."""
    if os.name != "nt":
        return False
    with suppress(OSError):
        return not berkas.stat().st_mode & stat.S_IWRITE
    return False


def _kalimat_ditolak(tujuan: Path) -> str:
    """Return why a file may not be written, and what to do: only one that is there can be open in another program."""
    if _hanya_baca(tujuan):
        return (
            f"{tujuan} tidak dapat diganti: berkas itu bertanda hanya-baca (Read-only). Klik kanan berkas itu di Explorer, pilih "
            "Properties, hilangkan centang Read-only, lalu jalankan perintah ini lagi."
        )
    if os.path.lexists(tujuan):
        return (
            f"{tujuan} tidak dapat diganti: berkas itu sedang dibuka di program lain (misalnya Excel), atau foldernya "
            "tidak boleh ditulisi. Tutup berkas itu atau mintalah hak menulis ke folder itu, lalu jalankan perintah ini lagi."
        )
    folder = next((folder for folder in tujuan.parents if os.path.lexists(folder)), tujuan.parent)
    return (
        f"{tujuan} tidak dapat ditulis: folder {folder} tidak dapat ditulisi (tidak diizinkan). Mintalah hak menulis ke folder itu atau pakai "
        "folder Anda sendiri, lalu jalankan perintah ini lagi."
    )


def tulis_teks(tujuan: Path, teks: str | Iterable[str]) -> None:
    """Write a text, whole or in pieces, as UTF-8, line ends as they are."""
    with tulis_utuh(tujuan) as sementara, sementara.open("w", encoding="utf-8", newline="") as berkas:
        berkas.writelines([teks] if isinstance(teks, str) else teks)


def tulis_masing(tugas: Iterable[Callable[[], None]]) -> list[str]:
    """Write each file on its own: a book that is open in Excel leaves no other face of the same figures behind.

    Returns:
        What is said of those that could not be written, a sentence each.
    """
    gagal = []
    for tulis in tugas:
        try:
            tulis()
        except TulisGagalError as galat:
            gagal.append(str(galat))
    return gagal


def bersihkan_sisa(folder: Path, *, dalam: bool = True) -> None:
    """Remove what killed runs left half-written, `dalam` the folders within too. Only for who holds the folder alone."""
    pola = f".*{AKHIRAN_SEMENTARA}"
    for sisa in folder.rglob(pola) if dalam else folder.glob(pola):
        with suppress(OSError):
            sisa.unlink()


@lru_cache(maxsize=64)
def _bersihkan_lama(folder: Path) -> None:
    """Remove from a folder, once while it is written to, what runs left there so long ago that none can be at work on it."""
    with suppress(OSError):
        for sisa in folder.glob(f".*{AKHIRAN_SEMENTARA}"):
            if time.time() - sisa.stat().st_mtime > _SEHARI:
                sisa.unlink()


def bagian_zip(nama: str) -> zipfile.ZipInfo:
    """Return what describes a part of a zip file, the same on every system and day."""
    bagian = zipfile.ZipInfo(nama, _HARI_PERTAMA)
    bagian.create_system = _ASAL
    return bagian


def susun_zip(bagian: Mapping[str, bytes], mampat: int | None = None) -> bytes:
    """Return a zip file of these parts, in their order, the same on every system and day; `mampat` is zlib's level, 1 to 9."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(bagian_zip(nama), isi, zipfile.ZIP_DEFLATED, mampat)
    return wadah.getvalue()


def zip_tetap(isi: bytes) -> bytes:
    """Return a zip file of the same parts without the clock and the system that a library wrote into it."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(wadah, "w") as baru:
        for nama in lama.namelist():
            baru.writestr(bagian_zip(nama), lama.read(nama), zipfile.ZIP_DEFLATED)
    return wadah.getvalue()
