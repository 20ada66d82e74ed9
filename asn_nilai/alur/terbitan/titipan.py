"""What units leave until all of them are done, on disk: memory holds one line of each, however many there are."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from weakref import finalize

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.terbit.berkas import TulisGagalError

_DI_MEMORI = 1024**2
"""Bytes that stay in memory: what a small city leaves needs no disk."""

_Tempat = tuple[int, int]
"""Where a thing begins in the file, and how long it is: it is read at one go."""


class Titipan:
    """Things kept by unit and name. They lie in a file that nobody else opens and that goes with the program."""

    def __init__(self) -> None:
        self._wadah = SpooledTemporaryFile(_DI_MEMORI)  # noqa: SIM115 - it lives as long as this does
        finalize(self, _tutup, self._wadah)
        self._daftar: dict[str, _Tempat] = {}

    def titip(self, kode: str, isi: Mapping[str, object]) -> None:
        """Keep a unit's things by their names, in place of those of the same names.

        Raises:
            TulisGagalError: there is no room.
        """
        letak = self._letak(kode)
        try:
            for nama, milik in isi.items():
                letak[nama] = self._tulis(milik)
            self._daftar[kode] = self._tulis(letak)
        except OSError as galat:
            raise TulisGagalError(
                f"Hasil antara tidak dapat disimpan di folder sementara komputer ini ({sebab_os(galat)}). "
                f"{saran_os(galat, 'folder itu')}"
            ) from galat

    def semua(self, kode: Iterable[str], nama: str) -> Iterator[Any]:
        """Yield what is kept under a name of units, of those that have it."""
        for letak in map(self._letak, kode):
            if nama in letak:
                yield self._baca(letak[nama])

    def ambil(self, kode: str, nama: str) -> Any:  # noqa: ANN401 - what was given
        """Return what was kept.

        Raises:
            KeyError: nothing was.
        """
        return self._baca(self._letak(kode)[nama])

    def _letak(self, kode: str) -> dict[str, _Tempat]:
        """Return where a unit's things lie; that too is kept in the file, memory holds its place alone."""
        return self._baca(self._daftar[kode]) if kode in self._daftar else {}

    def _tulis(self, milik: object) -> _Tempat:
        awal = self._wadah.seek(0, 2)
        return awal, self._wadah.write(pickle.dumps(milik, pickle.HIGHEST_PROTOCOL))

    def _baca(self, tempat: _Tempat) -> Any:  # noqa: ANN401 - what was given
        awal, panjang = tempat
        self._wadah.seek(awal)
        return pickle.loads(self._wadah.read(panjang))  # noqa: S301 - written above, into a file that nobody else opens


def _tutup(wadah: IO[bytes]) -> None:
    with suppress(OSError):  # what a full disk did not take was said when it was given
        wadah.close()


class Deret:
    """One thing of each of some units, of those that have it, fetched whenever it is gone through."""

    def __init__(self, titipan: Titipan, kode: Sequence[str], nama: str) -> None:
        self._titipan, self._kode, self._nama = titipan, kode, nama

    def __iter__(self) -> Iterator[Any]:
        return self._titipan.semua(self._kode, self._nama)
