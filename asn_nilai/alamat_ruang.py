"""An address where a folder is asked for: what it is the address of, what is said where it cannot be taken, where its copy lies.

Loaded with every command, so it loads next to nothing.
"""

import os
import re
from pathlib import Path

from asn_nilai.acuan.pola_tunda import pola_tunda

AKHIRAN_ALAMAT = ".alamat"
"""Beside a folder, after its name: the address in an object store whose working copy it is."""
_ALAMAT = pola_tunda(r"([a-z][a-z0-9+.-]+):[\\/]+(.*)", re.IGNORECASE)
"""What was typed as `s3://wadah/kota`, after a path has been made of it; a drive has one letter."""
_PENJADWAL = frozenset({"tcp", "tls", "ucx", "ws", "wss"})
"""How addresses of a cluster begin."""
_HALAMAN = frozenset({"http", "https"})
"""How those of pages do."""


def alamat_penyimpanan(teks: str) -> bool:
    """Tell whether a word is the address of files in a store: not that of a cluster, of a page, or of this computer."""
    alamat = _ALAMAT.fullmatch(teks) if "://" in teks else None
    return alamat is not None and alamat[1].casefold() not in {*_PENJADWAL, *_HALAMAN, "file"}


def sebab_alamat(folder: Path) -> str:
    """Return what is said of an address where a folder is asked for, blank where it is none."""
    alamat = _ALAMAT.fullmatch(str(folder))
    if alamat is None or folder.exists():
        return ""
    cara, tempat = alamat[1], alamat[2].replace("\\", "/")
    if cara.casefold() in _PENJADWAL:
        return f"{cara}://{tempat} adalah alamat klaster, bukan folder. Tulis alamat itu sesudah --klaster, dan folder ruang kerjanya di tempat ini."
    if cara.casefold() in _HALAMAN:
        return f"{cara}://{tempat} adalah alamat halaman, bukan folder. Unduh dahulu isinya ke sebuah folder, lalu tulis folder itu."
    from asn_nilai.acuan.kata.ketikan_perintah import tulis_isian  # noqa: PLC0415 - only where something is amiss

    return (
        f"{cara}://{tempat} adalah alamat penyimpanan, dan di tempat ini yang ditulis folder. Satu ruang kerja di penyimpanan objek ditulis di "
        f"tempat FOLDER suatu perintah, misalnya: asn-nilai hitung {tulis_isian(f'{cara}://{tempat}')}"
    )


def folder_pribadi() -> Path:
    """Return the folder of this person and computer that holds working copies of addresses, and which work folder was open last."""
    milik = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME")
    return (Path(milik) if milik else Path.home() / ".local" / "state") / "asn-nilai"


def alamat_asal(folder: Path) -> str:
    """Return the address in an object store whose working copy a work folder is, blank where it is a folder of its own."""
    try:
        return folder.with_name(f"{folder.name}{AKHIRAN_ALAMAT}").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
