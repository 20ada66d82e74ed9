"""What a process that begins anew works on, put where it fetches it: whoever starts it goes on meanwhile.

Where processes are not forked (Windows, macOS, Linux from Python 3.14), what a new one is given goes through a pipe that holds 64 KiB
and is read once the program is loaded. A city's registers are more: the second process would begin when the first has them.
"""

import multiprocessing
import pickle
from collections.abc import Callable
from functools import partial
from multiprocessing.queues import Queue
from typing import Any, TypeVar

T = TypeVar("T")


def antarkan(isi: T, penerima: int) -> Callable[[], T]:
    """Return what gives `isi` to each of so many processes, once; a forked one has it from its parent already."""
    if multiprocessing.get_start_method() == "fork":
        return lambda: isi
    antrean: Queue[bytes] = multiprocessing.Queue()
    antrean.cancel_join_thread()  # nobody waits for a process that never began and so fetches nothing
    terbungkus = pickle.dumps(isi)
    for _ in range(penerima):
        antrean.put(terbungkus)
    return partial(_ambil, antrean)


def _ambil(antrean: "Queue[bytes]") -> Any:  # noqa: ANN401 - what was put there
    return pickle.loads(antrean.get())  # noqa: S301 - by the process that started this one
