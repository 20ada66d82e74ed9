"""The folder of what is kept, listed, read once and held: what stands in its way is said before anybody concludes that nothing was ever kept."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError, bersihkan_sisa

T = TypeVar("T")
_TUNGGU = 60.0
"""Seconds to wait for another run that writes to the same register; writing takes a moment."""


def isi_riwayat(ruang: RuangKerja, *bagian: str) -> list[Path]:
    """Return what lies in the folder, or in one within it, by name; nothing where there is none yet.

    Raises:
        PenggunaanError: it is no folder, or must not be read.
    """
    folder = ruang.folder_riwayat.joinpath(*bagian)
    nama = ruang.relatif(folder)
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except NotADirectoryError as galat:
        nama = ruang.folder_riwayat.name if ruang.folder_riwayat.is_file() else nama
        raise PenggunaanError(
            f"{nama} di {ruang.akar} adalah berkas, bukan folder, jadi yang seharusnya tersimpan di situ tidak ada. Pindahkan "
            f"berkas itu ke tempat lain, kembalikan folder {nama} dari cadangan, lalu jalankan lagi."
        ) from galat
    except OSError as galat:
        raise PenggunaanError(
            f"Folder {nama} di {ruang.akar} tidak dapat dibaca ({sebab_os(galat)}). Mintalah hak membaca dan menulis folder itu, "
            "lalu jalankan lagi."
        ) from galat


def selama_tetap(banyak: int) -> Callable[[Callable[[Path], T]], Callable[[Path], T]]:
    """Let what reads a file be done once, as long as the file's time and size stay; of so many files it is remembered.

    What comes of it raises OSError where there is no file.
    """

    def bungkus(baca: Callable[[Path], T]) -> Callable[[Path], T]:
        ingatan = lru_cache(maxsize=banyak)(lambda berkas, _waktu, _besar: baca(berkas))

        def sekali(berkas: Path) -> T:
            rupa = berkas.stat()
            return ingatan(berkas, rupa.st_mtime_ns, rupa.st_size)

        return sekali

    return bungkus


def baca_tersimpan(berkas: Path) -> bytes | None:
    """Return what a file of the folder holds, None where it is not there.

    Raises:
        PenggunaanError: it is there and cannot be read, so nobody knows what was kept.
    """
    with _terbaca(berkas):
        return berkas.read_bytes()
    return None


def sidik_tersimpan(berkas: Path) -> str:
    """Return the SHA-256 of a file of the folder, blank where it is not there.

    Raises:
        PenggunaanError: it is there and cannot be read: that is no other file than the one that was kept.
    """
    with _terbaca(berkas), berkas.open("rb") as sumber:
        return hashlib.file_digest(sumber, "sha256").hexdigest()
    return ""


@contextmanager
def _terbaca(berkas: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as galat:
        raise tak_terbaca(berkas, galat) from galat


def tak_terbaca(berkas: Path, galat: OSError) -> PenggunaanError:
    """Return the error for a file of the folder that is there and cannot be read."""
    return PenggunaanError(
        f"{berkas} tidak dapat dibaca ({sebab_os(galat)}), jadi tidak diketahui apa yang tersimpan. {saran_os(galat, str(berkas))}"
    )


@contextmanager
def digenggam(folder: Path) -> Iterator[None]:
    """Hold all registers of a work folder, which lie in this one, while the block runs.

    Raises:
        TulisGagalError: the folder cannot be written to, or another run holds it for too long.
    """
    try:
        folder.mkdir(exist_ok=True)
        from filelock import FileLock  # noqa: PLC0415 - loads much, and most runs only look

        kunci = FileLock(folder / ".sedang-ditulis.lock", timeout=_TUNGGU)
        kunci.acquire()
    except OSError as galat:  # also filelock's own error, when another run holds it for so long
        if not galat.errno:
            raise TulisGagalError(
                f"{folder} tidak dapat ditulisi (dipakai perintah lain). Tunggu sampai selesai, lalu jalankan lagi."
            ) from galat
        raise TulisGagalError(
            f"{folder} tidak dapat ditulisi ({sebab_os(galat)}). {saran_os(galat, str(folder))}"
        ) from galat
    try:
        bersihkan_sisa(folder, dalam=False)
        yield
    finally:
        kunci.release()
