"""Output that nobody reads any more must not stop the work: `asn-nilai hitung 2>&1 | head` still writes every result."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import TextIO


class _Tahan:
    """A stream that falls silent when its reader has gone; in all else the stream it stands for."""

    def __init__(self, asli: TextIO) -> None:
        self._asli = asli

    def __getattr__(self, nama: str) -> object:
        return getattr(self._asli, nama)

    def write(self, teks: str) -> int:
        with self._tahan():
            self._asli.write(teks)
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
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._asli.fileno())


@contextmanager
def aliran_tahan() -> Iterator[None]:
    """Let both standard streams speak UTF-8 and outlive their readers while the block runs.

    A Windows console or pipe may speak cp1252, which has no › and no ≥.
    """
    with ExitStack() as tumpukan:
        for alihkan, aliran in ((redirect_stdout, sys.stdout), (redirect_stderr, sys.stderr)):
            if aliran is None:
                continue
            if hasattr(aliran, "reconfigure"):
                aliran.reconfigure(encoding="utf-8", errors="replace")
            tahan = _Tahan(aliran)
            tumpukan.enter_context(alihkan(tahan))
            tumpukan.callback(tahan.flush)
        yield
