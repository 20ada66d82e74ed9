"""Letters that nobody sees, because they have the colour of their ground; every kind of file names its colours here.

A colour is its six hexadecimal digits, small (`ffffff`), or whatever else tells it apart from others (`theme:4`).
"""

PUTIH, HITAM = "ffffff", "000000"
_SISTEM = {"0": HITAM, "8": HITAM, "64": HITAM, "1": PUTIH, "9": PUTIH, "65": PUTIH}
"""Indexed colours that are black or white in every palette (ECMA-376 part 1, 18.8.27)."""
_TEMA = {"0": PUTIH, "1": HITAM}
_SEHELAI = 12
"""So much two shades may differ in each of red, green and blue, of 255, that no eye tells letters from ground."""


def warna_xlsx(atribut: dict[str, str], bawaan: str) -> str:
    """Return the colour that an element of styles.xml names; `bawaan` where it names none."""
    if "rgb" in atribut:
        return atribut["rgb"][-6:].lower()
    for jenis, sistem in (("theme", _TEMA), ("indexed", _SISTEM)):
        if jenis in atribut:
            nomor, tint = atribut[jenis].strip(" +").lstrip("0") or "0", atribut.get("tint", "")
            dikenal = sistem.get(nomor) if jenis == "indexed" or float(tint or 0) == 0 else None
            return dikenal or f"{jenis}:{nomor}:{tint}"
    return bawaan


def samar(huruf: str, dasar: str) -> bool:
    """Tell whether letters of a colour cannot be told from their ground."""
    if huruf == dasar:
        return True
    try:
        selisih = [abs(int(huruf[ke : ke + 2], 16) - int(dasar[ke : ke + 2], 16)) for ke in (0, 2, 4)]
    except ValueError:
        return False
    return max(selisih) <= _SEHELAI
