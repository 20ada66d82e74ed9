"""What is done and what each process is at, for the one who watches: a line each in shared memory, and nothing where nobody does.

A unit of thousands of ASN takes as long as a small city; without this its bar would stand still until all of it is done.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import RawArray, Value

Lapor = Callable[[str], None]
"""Called with the code of each unit that is done."""
Kemajuan = Callable[[str, int], AbstractContextManager[Lapor]]
"""Given a heading and a number of units, shows progress; yields what is called with each unit done."""
_BARIS, _PANJANG = 48, 96
"""Lines of a board, as many as there are ever processes, and the bytes of each."""


def diam(_kode: str) -> None:
    """Say nothing of a unit that is done."""


class Papan:
    """The lines of all processes; each process writes its own."""

    def __init__(self) -> None:
        self._isi, self._giliran = RawArray("c", _BARIS * _PANJANG), Value("I", 0)
        self._proses, self._awal = 0, 0

    def tulis(self, teks: str) -> None:
        """Write this process's line in place of its last one."""
        if self._proses != os.getpid():  # a process that was forked has its parent's place
            with self._giliran.get_lock():
                self._proses, self._awal = os.getpid(), self._giliran.value % _BARIS * _PANJANG
                self._giliran.value += 1
        self._isi[self._awal : self._awal + _PANJANG] = teks.encode()[:_PANJANG].ljust(_PANJANG, b"\0")

    def baca(self) -> list[str]:
        """Return the lines that say something."""
        semua = (self._isi[awal : awal + _PANJANG] for awal in range(0, _BARIS * _PANJANG, _PANJANG))
        return [baris.rstrip(b"\0").decode(errors="ignore") for baris in semua if baris[0]]


_terpasang: list[Papan] = []


@contextmanager
def ditonton() -> Iterator[Papan]:
    """Have what this process and those that it starts are at written on a board while the block runs."""
    papan = Papan()
    pasang(papan)
    try:
        yield papan
    finally:
        pasang(None)


def pasang(papan: Papan | None) -> None:
    """Let this process write on a board; None: on none."""
    _terpasang[:] = [papan] if papan else []


def papan_kini() -> Papan | None:
    """Return the board on which this process writes."""
    return _terpasang[0] if _terpasang else None


def langkah(kode: str, apa: str = "") -> None:
    """Say what is being done with a unit, where somebody watches; blank when it is done."""
    if _terpasang:
        _terpasang[0].tulis(f"{kode} {apa}" if apa else "")
