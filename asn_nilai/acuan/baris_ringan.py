"""Values like all others, but light to make: rows of which a unit has hundreds, and what every start makes the classes of.

What keeps a frozen dataclass from being changed while the program runs makes it take several times as long to make; over a
city's rows that is a thirtieth of the whole work. Its class takes half as long again as well. Here the type checker alone keeps it, before
the program runs.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def baris_ringan(kelas: type[T]) -> type[T]:
    """Make a class a dataclass with slots, equal and hashed by its fields; to assign to one of them is a type error."""
    return dataclass(slots=True, unsafe_hash=True)(kelas)
