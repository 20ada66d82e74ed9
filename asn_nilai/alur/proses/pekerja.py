"""What runs on a worker of a cluster: one task at a time, by this very program, and none of a run that has ended.

Dask is not known here; who may work, and what happens when a worker dies, stands in `klaster`.
"""

import asyncio
import platform
import time
from pathlib import Path
from threading import Lock
from typing import TypeVar

from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.proses.jati_diri import JatiDiri, diri
from asn_nilai.alur.proses.proses_paralel import Tugas
from asn_nilai.terbit.berkas import AKHIRAN_SEMENTARA

T = TypeVar("T")
_SELA = 0.02
"""Seconds between two looks whether a worker is done with what it has begun."""
_SAMPAI_TERLIHAT, _LIHAT_LAGI = 15.0, 0.5
"""Seconds that a network folder is given to show what another computer has just written, and between two looks."""
_sendiri = Lock()
_berjalan: set[str] = set()
_usai: set[str] = set()
"""The run whose task it is doing, and the runs of which it shall do no more."""


class PekerjaLainError(RuntimeError):
    """A worker runs another program than the one that asked, or sees another folder: the message says how it differs."""


class SudahUsaiError(RuntimeError):
    """A worker begins what a run gave out that has ended since; nobody waits for it."""


def kerjakan(milik: JatiDiri, jalan: str, tugas: Tugas[T], konteks: Konteks, masukan: object) -> T:
    """Do a task of a run on a worker, alone in its process: the stages were never made for threads side by side."""
    if beda := diri().beda(milik):
        raise PekerjaLainError(beda)
    with _sendiri:
        _berjalan.add(jalan)
        try:
            if jalan in _usai:
                raise SudahUsaiError(jalan)
            _pastikan_terlihat(tanda_jalan(konteks, jalan))
            return tugas(konteks, masukan)
        finally:
            _berjalan.discard(jalan)


def tanda_jalan(konteks: Konteks, jalan: str) -> Path:
    """Return the file that lies beside a run's results while it lasts: nobody has it who does not see this very folder.

    Settings tell no folder from its copy, and where a folder is missing every unit would seem to have submitted nothing.
    """
    return konteks.folder / f".{jalan}{AKHIRAN_SEMENTARA}"


def _pastikan_terlihat(tanda: Path) -> None:
    batas = time.monotonic() + _SAMPAI_TERLIHAT
    while not tanda.is_file():
        if time.monotonic() > batas:
            raise PekerjaLainError(f"folder {tanda.parent} di komputer {platform.node()} bukan yang di sini")
        time.sleep(_LIHAT_LAGI)


async def usaikan_di_pekerja(jalan: str) -> None:
    """Begin no more of a run's tasks, and return when the one that has begun is done."""
    _usai.add(jalan)
    while jalan in _berjalan:  # noqa: ASYNC110 - a thread ends it, no coroutine
        await asyncio.sleep(_SELA)


def titipan(konteks: Konteks) -> Konteks:
    """Return what it is given: as a task of its own it is made again where the worker that held it died."""
    return konteks
