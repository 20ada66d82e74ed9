"""Inputs that are handed over together: to another process it costs the words of two, to another computer of three, whatever they hold."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
_TERBANYAK = 6
"""Inputs that go together at most; of so many units the words are one part in hundreds."""


def kelompokkan(masukan: Sequence[T], pekerja: int) -> Iterator[tuple[T, ...]]:
    """Yield inputs in their order, one or a few together, for so many workers who each take the next when they are done.

    The first go alone, for the largest units come first and are work enough; the last do, so that nobody waits for who has several left.
    """
    awal = ke = 0
    while awal < len(masukan):
        sisa = (len(masukan) - awal) // (2 * pekerja)
        akhir = awal + max(1, min(_TERBANYAK, 1 + ke // pekerja, sisa))
        yield tuple(masukan[awal:akhir])
        awal, ke = akhir, ke + 1
