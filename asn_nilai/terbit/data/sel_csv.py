"""A cell of the results' CSV files: as spreadsheets shall take it, and what it says.

Apart from the files' columns: who looks back at a figure needs no score to be known.
"""

from math import isnan

RINCIAN_CSV = "rincian.csv"
"""The file in which each figure stands with its target; its columns and the other files' names are in `csv_hasil`."""
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")


def teks_aman(teks: str) -> str:
    """Return the text with a leading apostrophe where a spreadsheet would run it as a formula.

    A text that has such an apostrophe of its own, as a message that quotes `'-5'`, gets another: else it lost it when read back.
    """
    return f"'{teks}" if teks.lstrip("'").startswith(_AWAL_RUMUS) else str(teks)


def teks_asli(teks: str) -> str:
    """Return the text as it was before `teks_aman`."""
    return teks[1:] if teks[:1] == "'" and teks.lstrip("'").startswith(_AWAL_RUMUS) else teks


def sel_csv(nilai: object) -> str:
    """Return a value as a cell of these files: a number to 15 significant digits, NaN blank, a text made safe."""
    if isinstance(nilai, float):
        return "" if isnan(nilai) else f"{nilai:.15g}"
    return teks_aman(nilai) if isinstance(nilai, str) else str(nilai)
