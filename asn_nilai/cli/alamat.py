"""A folder or file as people give it to a window: typed, pasted or dropped on it."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_KUTIP = {'"': '"', "'": "'", "“": "”", "‘": "’"}


def pahami_alamat(teks: str) -> Path:
    r"""Return the folder or file that a pasted or dropped text names, absolute.

    Quotes are those of Windows, PowerShell (`& 'D:\Kinerja'`), a word processor or a shell; a backslash at the end is no part of
    the name; macOS puts one before each blank, and GNOME gives the address as file://.
    """
    bersih = teks.strip().removeprefix("& ").strip()
    if bersih[:1] in _KUTIP:
        bersih = bersih[1:].rstrip().removesuffix(_KUTIP[bersih[0]])
    if bersih.casefold().startswith("file:"):
        bersih = unquote(urlsplit(bersih).path)
        if os.name == "nt":
            bersih = bersih.lstrip("/")
    if os.name != "nt":
        bersih = re.sub(r"\\(.)", r"\1", bersih)
    return Path(bersih.strip()).expanduser().absolute()


def seperti_alamat(teks: str) -> bool:
    """Tell whether an answer is a folder rather than a number or a word: it has a separator, a drive or quotes."""
    bersih = teks.strip()
    return bersih[:1] in {*_KUTIP, "&", "~", "."} or "/" in bersih or "\\" in bersih or bersih[1:2] == ":"
