"""How wide a column of figures must be, which no default knows: one unit counts people, another the rupiah of its budget.

A spreadsheet shows ### where a figure does not fit, or rounds it where the cell has no format of its own: then what people see
is not what is scored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from asn_nilai.terbit.buku.gaya import Tata, ada, format_angka

_DESIMAL = {"bulat": 0, "dua": 2, "rinci": 4}
_TEPI = 2.0
"""Characters beside a figure: the format's own space, and the cell's edges."""


def lebar_angka(angka: Iterable[float | None]) -> float:
    """Return the width, in characters, that shows each of these figures whole; 0 where there is none."""
    tulisan = (
        f"{ini:,.{_DESIMAL[format_angka(ini)]}f}" for ini in set(angka) if ini is not None and ada(ini)
    )
    return max((len(teks) + _TEPI for teks in tulisan), default=0.0)


def melebar(tata: Tata, perlu: Mapping[str, float]) -> Tata:
    """Return the layout with columns at least so wide."""
    return Tata.susun(
        tuple(replace(lajur, lebar=max(lajur.lebar, perlu.get(lajur.kunci, 0))) for lajur in tata.kolom)
    )
