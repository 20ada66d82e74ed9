"""What this computer refuses, as the one kind of error that a person can mend, in Indonesian: for doors that lead no command."""

from collections.abc import Iterator
from contextlib import contextmanager

from asn_nilai.acuan.kata.galat_sistem import kalimat_os
from asn_nilai.alur.konteks import PenggunaanError


@contextmanager
def dikatakan() -> Iterator[None]:
    """Say what the operating system refuses while the block runs; errors of ours that are no system's come out as they are.

    Raises:
        PenggunaanError: it refuses something.
    """
    try:
        yield
    except OSError as galat:
        if not galat.errno:
            raise
        raise PenggunaanError(kalimat_os(galat)) from galat
