"""The folder of what is kept, listed and held: what stands in its way is said before anybody concludes that nothing was ever kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError, bersihkan_sisa

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
