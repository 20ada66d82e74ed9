"""Why a TOML file cannot be read, in the user's words: which line, what stands there, and how a line is written."""

import re
import tomllib

_TEMPAT = re.compile(r"\(at line (\d+), column \d+\)")
_GANDA = re.compile(r"Cannot (?:overwrite|declare|mutate)|already exists|twice")
_TEKS = re.compile(
    r"Unclosed|Illegal character|Unescaped|Expected \"|Unterminated|Invalid character", re.IGNORECASE
)


def sebab_toml(teks: str, galat: tomllib.TOMLDecodeError) -> str:
    """Return why a text is no TOML, an Indonesian clause that names the line and quotes it.

    Args:
        teks: the file's text.
        galat: what `tomllib` said of it, in English.
    """
    kata = str(galat)
    cocok = _TEMPAT.search(kata)
    baris = teks.splitlines()
    nomor = min(int(cocok[1]), len(baris)) if cocok else len(baris)
    isi = baris[nomor - 1].strip() if baris else ""
    if _GANDA.search(kata):
        sebab = "nama atau tabel itu sudah ditulis di atasnya"
    elif _TEKS.search(kata):
        sebab = "teksnya tidak diapit tanda kutip dengan benar"
    elif "Invalid value" in kata:
        sebab = "isinya kosong, atau teks yang belum diapit tanda kutip"
    else:
        sebab = "barisnya tidak berbentuk nama = nilai"
    return f"baris {nomor} ({isi}): {sebab}"
