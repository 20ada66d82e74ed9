"""Work folders near a place, and the one that was open last on this computer."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.alamat_ruang import folder_pribadi

_DISEBUT = 5
"""Work folders beside the window that are offered; more would hide the choices."""


def ruang_dari(tempat: Path) -> Path | None:
    """Return the work folder that is meant by a place: itself, the one around it, or the only one within; None where none is."""
    for folder in (tempat, *tempat.parents):
        if ruang_kerja(folder):
            return folder
    dalam = list(ruang_di(tempat))
    return dalam[0] if len(dalam) == 1 else None


def ruang_di(folder: Path) -> Iterator[Path]:
    """Yield the work folders directly within a folder, by name; a few."""
    try:
        semua = sorted(anak for anak in folder.iterdir() if ruang_kerja(anak))
    except OSError:
        return
    yield from semua[:_DISEBUT]


def terakhir() -> Iterator[Path]:
    """Yield the work folder that was opened last on this computer, if it still is one."""
    try:
        ruang = Path(_catatan().read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return
    if ruang.is_absolute() and ruang_kerja(ruang):
        yield ruang


def ingat(ruang: Path) -> None:
    """Note which work folder is open, for who double-clicks next month; where that cannot be, nothing is noted."""
    with suppress(OSError):
        _catatan().parent.mkdir(parents=True, exist_ok=True)
        _catatan().write_text(f"{ruang}\n", encoding="utf-8")


def _catatan() -> Path:
    """Return the file of this person and computer that holds it."""
    return folder_pribadi() / "meja.txt"


def ruang_kerja(folder: Path) -> bool:
    """Tell whether a folder is a work folder; one that may not be read is none."""
    try:
        return (folder / NAMA_PENGATURAN).is_file()
    except OSError:
        return False
