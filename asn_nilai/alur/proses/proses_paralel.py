"""A pool over the units: one process per core, or none where it would not pay; or the workers of a cluster.

A file can be so broken that the library that reads it ends its whole process. What other units were then at work is done
again one by one, so that the unit that kills is known by its name and all others have their results.

A few units are handed over together: each handing over costs words of two processes, and a unit is checked in a fiftieth of a second.
"""

import atexit
import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from multiprocessing import parent_process
from threading import Thread, current_thread, main_thread
from typing import Any, Protocol, TypeVar

from asn_nilai.aliran import bungkam_proses
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.antaran import antarkan
from asn_nilai.alur.proses.kelompok import kelompokkan
from asn_nilai.alur.proses.papan import Papan, papan_kini, pasang

T = TypeVar("T")
Tugas = Callable[..., T]


class PembagianPutusError(PenggunaanError):
    """Those to whom the work was shared out are gone: asking them again is of no use."""


class Pelaksana(Protocol):
    """Whoever runs `tugas(konteks, masukan)` for each input, wherever that is."""

    def jalankan(
        self, tugas: Tugas[T], masukan: Sequence[Any], bila_mati: Tugas[T] | None = None
    ) -> Iterator[T]:
        """Start the tasks and return their results, each when it is ready; `bila_mati` stands in for an input that kills."""


class Pembagian(Protocol):
    """Where work is shared out to other machines."""

    def buka(self, konteks: Konteks) -> AbstractContextManager[Pelaksana]:
        """Give what runs a run's tasks."""


Paralel = int | Pembagian | None
"""How work is shared out: over so many processes here (None: one per core), or elsewhere."""
_TERBANYAK = 48
"""Windows waits for some sixty processes at once and no more."""
_DI_MUKA = 4
"""Groups of inputs that each process is given ahead, enough while this one loads what the answer needs. When a process ends, all that was
given out is done again, one by one."""
_konteks: list[Konteks] = []
_sela: list[int] = []
"""Ctrl+C that came while processes were begun."""


def _akhiri_bersama_induk() -> None:
    """End this process when the one that asked for it has ended, killed or not: it would hold files and memory for nothing."""
    induk = parent_process()
    if induk is not None:
        induk.join()
        os._exit(1)


def _catat_sela(nomor: int, _bingkai: object) -> None:
    _sela.append(nomor)


@contextmanager
def _sela_ditahan() -> Iterator[None]:
    """Keep Ctrl+C until the processes are there: within a fork Python drops it, and one that is struck as it begins prints traces.

    A program that has its own way with Ctrl+C keeps it.
    """
    milik_python = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not milik_python or current_thread() is not main_thread():
        yield
        return
    _sela.clear()
    signal.signal(signal.SIGINT, _catat_sela)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if _sela:
        raise KeyboardInterrupt


def _lepas_sela() -> None:
    """Let Ctrl+C end this process again, at once where it came meanwhile."""
    if signal.getsignal(signal.SIGINT) is _catat_sela:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if _sela:
            os._exit(1)


def _ingat(ambil: Callable[[], Konteks], papan: Papan | None) -> None:
    bungkam_proses()
    atexit.register(gc.freeze)  # all goes with the process, as in the one that started it
    _lepas_sela()
    Thread(target=_akhiri_bersama_induk, daemon=True).start()
    _konteks[:] = [ambil()]
    gc.freeze()  # what the parent made lives as long as the process: no collection need look at it again
    pasang(papan)


Berjalan = dict[Future[list[T]], tuple[Any, ...]]
"""What the processes are at, and the inputs of each."""


def _kerjakan(tugas: Tugas[T], bersama: Iterable[object]) -> list[T]:
    return [tugas(_konteks[0], butir) for butir in bersama]


class ProsesParalel:
    """Runs `tugas(konteks, masukan)` for each input in so many other processes, 0: in this one; results come as they are ready.

    With `sekali` they are asked once, and end by themselves when the last result is taken, beside what is done with it.
    """

    def __init__(self, konteks: Konteks, proses: int, *, sekali: bool = False) -> None:
        self._konteks, self._proses, self._sekali = konteks, proses, sekali
        self._pelaksana = self._buka(proses) if proses else None
        self._penutup: Thread | None = None

    def _buka(self, proses: int) -> ProcessPoolExecutor:
        isi = antarkan(self._konteks, proses), papan_kini()
        return ProcessPoolExecutor(proses, initializer=_ingat, initargs=isi)

    def jalankan(
        self, tugas: Tugas[T], masukan: Sequence[Any], bila_mati: Tugas[T] | None = None
    ) -> Iterator[T]:
        """Start the tasks and return their results, each when it is ready.

        Other processes are at work from this call on; without them the work is done as the results are asked for.

        Args:
            tugas: the task.
            masukan: its inputs.
            bila_mati: asked in this process, like `tugas`, for the result of an input that ends the process it is given to.

        Raises:
            BrokenProcessPool: while results are taken, an input has ended a process and there is no `bila_mati`.
        """
        if self._pelaksana is None:
            return (tugas(self._konteks, butir) for butir in masukan)
        antrean = kelompokkan(masukan, self._proses)
        berjalan: Berjalan[T] = {}
        tertinggal = self._serahkan(tugas, islice(antrean, self._proses * _DI_MUKA), berjalan)
        return self._kumpulkan(tugas, antrean, berjalan, tertinggal, bila_mati)

    def _serahkan(
        self, tugas: Tugas[T], kelompok: Iterable[tuple[Any, ...]], berjalan: Berjalan[T]
    ) -> list[Any]:
        """Give inputs to the processes and note them; return those that nobody takes any more, because a process has ended."""
        pelaksana, tertinggal = self._pelaksana or self._buka_lagi(self._proses), list[Any]()
        with _sela_ditahan():
            for bersama in kelompok:
                try:
                    berjalan[pelaksana.submit(_kerjakan, tugas, bersama)] = bersama
                except BrokenProcessPool:
                    tertinggal += bersama
        return tertinggal

    def _kumpulkan(
        self,
        tugas: Tugas[T],
        antrean: Iterator[tuple[Any, ...]],
        berjalan: Berjalan[T],
        tertinggal: list[Any],
        bila_mati: Tugas[T] | None,
    ) -> Iterator[T]:
        while berjalan or tertinggal:
            for selesai in wait(berjalan, return_when=FIRST_COMPLETED).done:
                bersama = berjalan.pop(selesai)  # what has been handed on need not be kept
                tertinggal += self._serahkan(tugas, islice(antrean, 1), berjalan)
                try:
                    hasil = selesai.result()
                except BrokenProcessPool:
                    tertinggal += bersama
                    continue
                yield from hasil
            if tertinggal and not berjalan:
                yield from self._satu_satu(tugas, tertinggal, bila_mati)
                self._buka_lagi(self._proses)  # what has not begun is shared out again
                tertinggal = self._serahkan(tugas, islice(antrean, self._proses * _DI_MUKA), berjalan)
        if self._sekali and self._pelaksana is not None:
            self._penutup = Thread(target=self._pelaksana.shutdown)
            self._penutup.start()

    def _satu_satu(self, tugas: Tugas[T], masukan: Sequence[Any], bila_mati: Tugas[T] | None) -> Iterator[T]:
        """Do what was left when a process ended, one input at a time, so that the one that ends it again is known."""
        pelaksana = self._buka_lagi(1)
        for butir in masukan:
            try:
                hasil = pelaksana.submit(_kerjakan, tugas, (butir,)).result()[0]
            except BrokenProcessPool:
                if bila_mati is None:
                    raise
                pelaksana, hasil = self._buka_lagi(1), bila_mati(self._konteks, butir)
            yield hasil

    def _buka_lagi(self, proses: int) -> ProcessPoolExecutor:
        """Open other processes in place of those that are there or have ended.

        Raises:
            BrokenProcessPool: not even a process that has nothing to do lives; no input is to blame for that.
        """
        self.tutup()
        self._pelaksana = self._buka(proses)
        with _sela_ditahan():
            hidup = self._pelaksana.submit(os.getpid)
        hidup.result()
        return self._pelaksana

    def tutup(self, *, tunggu: bool = True) -> None:
        """Let the processes go; with `tunggu` when they have done what they were given."""
        if self._penutup is not None:
            self._penutup.join()
        elif self._pelaksana is not None:
            self._pelaksana.shutdown(wait=tunggu, cancel_futures=not tunggu)


@contextmanager
def proses_paralel(
    konteks: Konteks, paralel: Paralel, banyak: int, *, sekali: bool = False
) -> Iterator[Pelaksana]:
    """Open what works on `banyak` units: `paralel` processes here, or the cluster that it is.

    With `sekali` it is asked once: processes here then end beside what is done with the results before this is left.
    """
    if not (paralel is None or isinstance(paralel, int)):
        with paralel.buka(konteks) as pelaksana:
            yield pelaksana
        return
    proses = min(paralel or os.cpu_count() or 1, banyak, _TERBANYAK)
    with _sampai_selesai(ProsesParalel(konteks, proses if proses > 1 else 0, sekali=sekali)) as pekerja:
        yield pekerja


@contextmanager
def proses_samping(konteks: Konteks, proses: int) -> Iterator[Pelaksana]:
    """Open so many processes, at most `inti_lain`, that work while this one goes on; with none this one works when asked."""
    with _sampai_selesai(ProsesParalel(konteks, proses)) as pekerja:
        yield pekerja


def inti_lain() -> int:
    """Return how many cores are left beside the one that this process works on."""
    return min((os.cpu_count() or 1) - 1, _TERBANYAK)


@contextmanager
def _sampai_selesai(pekerja: ProsesParalel) -> Iterator[ProsesParalel]:
    """Let the processes go when they are done; at once, if what they work for has failed."""
    try:
        yield pekerja
    except BaseException:
        pekerja.tutup(tunggu=False)
        raise
    pekerja.tutup()
