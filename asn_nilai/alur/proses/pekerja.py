"""What runs on a worker of a cluster: one task at a time, by this very program, and none of a run that has ended.

Dask is not known here; who may work, and what happens when a worker dies, stands in `klaster`.
"""

import asyncio
from collections.abc import Iterable
from threading import Lock
from typing import Any

from asn_nilai.alur.proses.bekal import Bekal
from asn_nilai.alur.proses.jati_diri import JatiDiri, PekerjaLainError, diri
from asn_nilai.alur.proses.proses_paralel import Tugas

_SELA = 0.02
"""Seconds between two looks whether a worker is done with what it has begun."""
_sendiri = Lock()
_berjalan: set[str] = set()
_usai: set[str] = set()
"""The run whose task it is doing, and the runs of which it shall do no more."""


class SudahUsaiError(RuntimeError):
    """A worker begins what a run gave out that has ended since; nobody waits for it."""


def kerjakan(
    milik: JatiDiri, jalan: str, tugas: Tugas[Any], bekal: Bekal, masukan: Iterable[object]
) -> list[object]:
    """Do a run's task for each input on a worker, alone in its process: the stages were never made for threads side by side."""
    if beda := diri().beda(milik):
        raise PekerjaLainError(beda)
    with _sendiri:
        _berjalan.add(jalan)
        try:
            return [_satu(jalan, tugas, bekal, butir) for butir in masukan]
        finally:
            _berjalan.discard(jalan)


def _satu(jalan: str, tugas: Tugas[Any], bekal: Bekal, butir: object) -> object:
    if jalan in _usai:
        raise SudahUsaiError(jalan)
    return bekal.kerjakan(tugas, butir)


async def usaikan_di_pekerja(jalan: str) -> None:
    """Begin no more of a run's tasks, and return when the one that has begun is done."""
    _usai.add(jalan)
    while jalan in _berjalan:  # noqa: ASYNC110 - a thread ends it, no coroutine
        await asyncio.sleep(_SELA)


def pegang(bekal: Bekal) -> Bekal:
    """Return what it is given; as the result of a task it is made again where the worker that held it died."""
    return bekal
