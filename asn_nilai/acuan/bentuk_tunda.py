"""What reads a value by its type, made when somebody first needs it: each takes a millisecond, and a run needs few."""

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")
_jadi: dict[type, TypeAdapter[Any]] = {}


def bentuk_tunda(jenis: type[T]) -> TypeAdapter[T]:
    """Return what makes a value of a type from JSON or from what JSON holds, and refuses what is none."""
    if jenis not in _jadi:
        _jadi[jenis] = TypeAdapter(jenis)
    return _jadi[jenis]


def teks_bernama(isi: bytes) -> dict[str, str]:
    """Return texts by their names as a JSON object holds them; nothing where it is damaged, or is another thing."""
    try:
        return bentuk_tunda(dict[str, str]).validate_json(isi)
    except ValueError:
        return {}
