"""The two standard streams: what may stand on them, and that nobody need read them.

`asn-nilai hitung 2>&1 | head` still writes every result; and what libraries write of their own to descriptor 2 stays off
the screen.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import TextIO

_STDERR = 2
"""The descriptor to which libraries write that know nothing of Python's streams."""


def ditelusuri() -> bool:
    """Tell whether whoever runs this looks for faults, by ASN_NILAI_TELUSUR: then nothing that went wrong is kept from the screen."""
    return bool(os.environ.get("ASN_NILAI_TELUSUR"))


def ke_kosong(nomor: int) -> None:
    """Let what is written to a descriptor go where nobody minds."""
    kosong = os.open(os.devnull, os.O_WRONLY)
    os.dup2(kosong, nomor)
    os.close(kosong)


def bungkam_proses() -> None:
    """Let a helper process write nothing to the screen: whatever is amiss there becomes a finding in the first process."""
    if not ditelusuri():
        ke_kosong(_STDERR)
        sys.stderr = os.fdopen(_STDERR, "w", encoding="utf-8", closefd=False)


def bungkam_pustaka(*pustaka: str) -> None:
    """Let libraries, and what stands on them, keep their log to themselves: in English, at length, it tells what is told here."""
    import logging  # noqa: PLC0415 - nobody else logs

    if ditelusuri():
        return
    for nama in (*pustaka, *logging.root.manager.loggerDict):
        if nama.partition(".")[0] in pustaka:
            logging.getLogger(nama).setLevel(logging.CRITICAL + 1)


def _apa_adanya(teks: str) -> str:
    return teks


class _Tahan:
    """A stream that falls silent when its reader has gone; in all else the stream it stands for."""

    def __init__(self, asli: TextIO) -> None:
        self._asli = asli
        self.sebut: Callable[[str], str] = _apa_adanya

    def __getattr__(self, nama: str) -> object:
        return getattr(self._asli, nama)

    def write(self, teks: str) -> int:
        with self._tahan():
            self._asli.write(self.sebut(teks))
        return len(teks)

    def flush(self) -> None:
        with self._tahan():
            self._asli.flush()

    @contextmanager
    def _tahan(self) -> Iterator[None]:
        try:
            yield
        except OSError as galat:
            # Windows calls a pipe without a reader an invalid argument.
            if not isinstance(galat, BrokenPipeError) and (os.name != "nt" or galat.errno != errno.EINVAL):
                raise
            # What is still in the buffer goes where nobody minds, also when Python flushes for the last time.
            with suppress(OSError, ValueError):
                ke_kosong(self._asli.fileno())


def sebut_sebagai(sebut: Callable[[str], str] = _apa_adanya) -> None:
    """Have all that is written to both streams from now on said otherwise; without an argument as it is."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, _Tahan):
            aliran.sebut = sebut


@contextmanager
def aliran_tahan() -> Iterator[None]:
    """Let both standard streams speak UTF-8, end lines alike on every system and outlive their readers while the block runs.

    A Windows console or pipe may speak cp1252, which has no › and no ≥.
    """
    with ExitStack() as tumpukan:
        for alihkan, aliran in ((redirect_stdout, sys.stdout), (redirect_stderr, sys.stderr)):
            if aliran is None:
                continue
            if hasattr(aliran, "reconfigure"):
                aliran.reconfigure(encoding="utf-8", errors="replace", newline="\n")
            tahan = _Tahan(aliran)
            tumpukan.enter_context(alihkan(tahan))
            tumpukan.callback(tahan.flush)
        yield


@contextmanager
def hanya_kata_program() -> Iterator[None]:
    """Keep for the program alone the standard error it was given, while the block runs.

    The library that reads workbooks tells there, in English and line by line, where it stumbled over a damaged file; that
    is caught and becomes a finding.
    """
    asli = sys.stderr
    try:
        milik_proses = asli.fileno() == _STDERR and not ditelusuri()
    except (AttributeError, OSError, ValueError):
        milik_proses = False
    if not milik_proses:
        yield
        return
    asli.flush()
    with os.fdopen(os.dup(_STDERR), "w", encoding="utf-8", errors="replace", buffering=1) as layar:
        ke_kosong(_STDERR)
        try:
            with redirect_stderr(layar):
                yield
        finally:
            layar.flush()
            os.dup2(layar.fileno(), _STDERR)
