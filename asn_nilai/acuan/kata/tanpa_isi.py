"""What people write where there is nothing: a dash, `n/a`, `belum ada`. It is no figure, no evidence and no reason."""

from functools import lru_cache

KATA_TANPA_ISI = frozenset(
    {"n/a", "na", "n.a", "n.a.", "nihil", "belum ada", "tidak ada", "belum", "kosong", "t.a.", "null"}
)


@lru_cache(maxsize=4096)
def berkata(teks: str) -> bool:
    """Tell whether a text says anything."""
    lipat = " ".join(teks.casefold().split())
    tanpa_tepi = lipat.strip(" .()-")
    return any(map(str.isalnum, lipat)) and lipat not in KATA_TANPA_ISI and tanpa_tepi not in KATA_TANPA_ISI
