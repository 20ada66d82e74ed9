"""How a folder, or any word, is typed in a command, so that what a message proposes can be copied."""

import os
import re
import shlex
from pathlib import Path, PurePath

_TANPA_KUTIP, _TANDA_SH = re.compile(r"[\w./\\:=+-]+"), re.compile(r'[$`"\\!]')


def tulis_folder(folder: PurePath) -> str:
    """Return a folder as it is typed in a command."""
    return tulis_isian(str(folder))


def tulis_perintah(kata: str, folder: Path, pilihan: str = "") -> str:
    """Return a whole command as it is typed where the user stands: the current folder needs no name."""
    return " ".join(
        filter(None, ("asn-nilai", kata, "" if folder == Path() else tulis_folder(folder), pilihan))
    )


def tulis_isian(teks: str) -> str:
    """Return a word of a command as it is typed: in quotes where it needs them.

    Double quotes are right for cmd, PowerShell and sh alike; single ones only where sh would read signs within double ones.
    """
    if _TANPA_KUTIP.fullmatch(teks) and (os.name == "nt" or "\\" not in teks):
        return teks
    if os.name != "nt" and _TANDA_SH.search(teks):
        return shlex.quote(teks)
    return f'"{teks}"'
