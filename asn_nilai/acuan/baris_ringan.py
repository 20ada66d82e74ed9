"""Values like all others, but light to make: rows of which a unit has hundreds, and what every start makes the classes of.

What keeps a frozen dataclass from being changed while the program runs makes it take several times as long to make; over a
city's rows that is a thirtieth of the whole work. Here the type checker alone keeps it, before the program runs. And where a dataclass has
functions of its own compiled for being compared, hashed and shown, four for each class, the fields' names serve those here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def baris_ringan(kelas: type[T]) -> type[T]:
    """Make a class a dataclass, equal and hashed by its fields; to assign to one of them is a type error.

    It has slots, unless a cached property needs a place of its own.
    """
    berslot = not any(isinstance(isi, cached_property) for isi in vars(kelas).values())
    jadi: Any = dataclass(slots=berslot, eq=False, repr=False)(kelas)
    nama = [bidang.name for bidang in fields(jadi)]
    isi: Callable[[object], object] = attrgetter(*nama)

    def sama(ini: object, lain: object) -> bool:
        return isi(ini) == isi(lain) if type(ini) is type(lain) else NotImplemented

    def sidik(ini: object) -> int:
        return hash(isi(ini))

    def tampak(ini: object) -> str:
        return f"{type(ini).__qualname__}({', '.join(f'{satu}={getattr(ini, satu)!r}' for satu in nama)})"

    jadi.__eq__, jadi.__hash__, jadi.__repr__ = sama, sidik, tampak
    ringan: type[T] = jadi
    return ringan
