"""Yes and no as people type them, once for all cells that ask for it."""

from functools import lru_cache

from asn_nilai.acuan.isian.formulir.formulir import lipat_label

YA, TIDAK = "Ya", "Tidak"
_YA = frozenset({"ya", "y", "iya", "yes", "true", "benar", "betul", "ada", "1", "v"})
_TIDAK = frozenset({"tidak", "t", "tdk", "tak", "no", "n", "false", "bukan", "tidakada", "0"})


@lru_cache(maxsize=256)
def baca_ya_tidak(teks: str) -> bool | None:
    """Return whether a text says yes; None where it says neither, blank, a dash, or `x`: one ticks with it, another strikes out."""
    if teks.strip() in {"✓", "✔"}:
        return True
    lipat = lipat_label(teks)
    return True if lipat in _YA else False if lipat in _TIDAK else None
