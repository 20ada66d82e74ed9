"""Plain figures, taken at a stroke: most cells of a column are blank or a number and need no door."""

from asn_nilai.baca.tabel.angka import rapikan
from asn_nilai.baca.tabel.sel import Isi

_TERPANJANG = 1e15
"""Below it a float still tells all its digits before the decimal comma apart."""
_TERBANYAK = 10_000
_SERUPA_BOOL = frozenset({0.0, 1.0})
"""Figures that are one key with False and True: never kept, so that each such cell is asked what it is."""


class _Polos(dict[Isi, float | None]):
    """Plain cells and their values: a blank has none, a number is tidied when first met; anything else is not found."""

    def __init__(self) -> None:
        super().__init__({"": None})

    def __missing__(self, isi: Isi) -> float:
        if type(isi) is not float or not -_TERPANJANG < isi < _TERPANJANG:
            raise KeyError(isi)
        if len(self) > _TERBANYAK:
            self.clear()
            self[""] = None
        nilai = rapikan(isi) + 0.0  # minus zero and zero are one key, and one value
        if isi not in _SERUPA_BOOL:
            self[isi] = nilai
        return nilai


POLOS = _Polos()
"""A city's figures repeat from unit to unit: they are tidied once in a process."""
