"""A pattern that waits until somebody needs it.

Many patterns read what only odd cells and headers hold. All of them together take as long to compile as a unit's book takes to be
read, and a run over clean books needs a few.
"""

import re
from typing import Any, AnyStr, cast


class _PolaTunda:
    """Stands for a pattern, and has each of its methods as soon as it is asked for."""

    def __init__(self, pola: str | bytes, bendera: int) -> None:
        self._pola, self._bendera = pola, bendera

    def __getattr__(self, nama: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        isi = getattr(re.compile(self._pola, self._bendera), nama)
        setattr(self, nama, isi)
        return isi


def pola_tunda(pola: AnyStr, bendera: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when first used."""
    return cast("re.Pattern[AnyStr]", _PolaTunda(pola, bendera))
