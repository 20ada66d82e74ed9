"""Rows of which a unit has hundreds: values like all others, but light to make.

What keeps a frozen dataclass from being changed while the program runs makes it take several times as long to make; over a
city's rows that is a thirtieth of the whole work. Here the type checker alone keeps it, before the program runs.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def baris_ringan(kelas: type[T]) -> type[T]:
    """Make a class a dataclass with slots, equal and hashed by its fields; to assign to one of them is a type error."""
    return dataclass(slots=True, unsafe_hash=True)(kelas)
