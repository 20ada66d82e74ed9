"""A pool over the units: one process per core, or none where it would not pay."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import TypeVar

from asn_nilai.alur.konteks import Konteks

T = TypeVar("T")
Tugas = Callable[..., T]
_konteks: list[Konteks] = []


def _ingat(konteks: Konteks) -> None:
    gc.freeze()  # what the parent made lives as long as the process: no collection need look at it again
    _konteks[:] = [konteks]


def _kerjakan(tugas: Callable[..., T], masukan: object) -> T:
    return tugas(_konteks[0], masukan)


class Kolam:
    """Runs `tugas(konteks, masukan)` for each input; results come as they are ready."""

    def __init__(self, konteks: Konteks, pelaksana: ProcessPoolExecutor | None) -> None:
        self._konteks = konteks
        self._pelaksana = pelaksana

    def jalankan(self, tugas: Callable[..., T], masukan: Iterable[object]) -> Iterator[T]:
        """Start the tasks and return their results, each when it is ready.

        Other processes are at work from this call on; without them the work is done as the results are asked for.
        """
        if self._pelaksana is None:
            return (tugas(self._konteks, satu) for satu in masukan)
        berjalan = [self._pelaksana.submit(_kerjakan, tugas, satu) for satu in masukan]
        return (selesai.result() for selesai in as_completed(berjalan))


@contextmanager
def kolam(konteks: Konteks, paralel: int | None, banyak: int) -> Iterator[Kolam]:
    """Open a pool for `banyak` units; `paralel` processes, by default one per core."""
    proses = min(paralel or os.cpu_count() or 1, banyak)
    if proses <= 1:
        yield Kolam(konteks, None)
        return
    with ProcessPoolExecutor(proses, initializer=_ingat, initargs=(konteks,)) as pelaksana:
        try:
            yield Kolam(konteks, pelaksana)
        except BaseException:
            pelaksana.shutdown(wait=False, cancel_futures=True)
            raise
