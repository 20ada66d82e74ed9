"""What letters were when they were written: what people add to them by hand is never written over."""

import json
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.manifes import sha256_berkas

BARU = "_baru"
"""Ends the name of a letter that stands beside one that somebody has changed."""
_NAMA = ".sidik-surat.json"


class SidikSurat:
    """The letters of one folder by SHA-256, as this program last wrote them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sidik = _baca(folder / _NAMA)
        self._dipakai: set[str] = set()

    def tempat(self, nama: str) -> Path:
        """Return where a letter goes: under its own name, or beside what was changed there since it was written.

        Two people whose NIP cannot be read have letters of one name; each has a file.
        """
        sebutan = next(calon for calon in _bernomor(nama) if calon not in self._dipakai)
        self._dipakai.add(sebutan)
        semua = chain((sebutan,), _bernomor(f"{sebutan}{BARU}"))
        return next(tujuan for tujuan in map(self._berkas, semua) if not self._diubah(tujuan))

    def _berkas(self, nama: str) -> Path:
        return self._folder / f"{nama}.docx"

    def _diubah(self, berkas: Path) -> bool:
        return berkas.is_file() and sha256_berkas(berkas) != self._sidik.get(berkas.name)

    def ingat(self, berkas: Path) -> None:
        """Remember a letter as it has just been written."""
        self._sidik[berkas.name] = sha256_berkas(berkas)

    def simpan(self) -> None:
        """Write down what is remembered.

        Raises:
            BerkasTerkunciError, TulisGagalError: it cannot be written.
        """
        tulis_teks(
            self._folder / _NAMA, json.dumps(self._sidik, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        )


def _bernomor(nama: str) -> Iterator[str]:
    """Yield a name, then the same with 2, 3, … behind it."""
    yield nama
    yield from (f"{nama}_{ke}" for ke in count(2))


def _baca(berkas: Path) -> dict[str, str]:
    """Return what was remembered; nothing where it cannot be read: then every letter there counts as changed."""
    try:
        isi = json.loads(berkas.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(nama): str(sha) for nama, sha in isi.items()} if isinstance(isi, dict) else {}
