"""Whose work the package holds, under which licence, and where each text lies."""

from collections.abc import Mapping
from importlib.metadata import Distribution
from os import PathLike
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NoReturn

from sbom import lisensi

NASKAH = Path(__file__).resolve().parent / "naskah"
"""Texts of licences whose wheels bring none, by the licence's name; in the package they lie in the folder `lisensi`."""
_PEMBUKA = """\
asn-nilai berlisensi Apache-2.0. Paket ini juga memuat karya orang lain, tidak diubah; hanya berkas yang tidak dipakai saat
program berjalan (pengujian, berkas untuk penyusun program) ditinggalkan. Naskah lisensinya ada di tempat yang disebut.

Python
  Lisensi: PSF-2.0; python313.zip dan pustaka di sampingnya (OpenSSL, libffi, SQLite, ...) disebut di dalamnya
  Naskah:  python\\LICENSE.txt
"""


def daftar_lisensi(paket: Mapping[PurePosixPath, bytes]) -> str:
    """Return the list as a text for people, from the packages' own words.

    Args:
        paket: what the wheels hold, by its place in the folder `paket`.

    Raises:
        ValueError: a package brings no word on its licence, or no text of it and none is kept here.
    """
    potongan = [_PEMBUKA]
    for nama in sorted(nama for nama in paket if nama.name == "METADATA"):
        karya = _Terkemas(paket[nama].decode("utf-8"))
        if not lisensi(karya):
            raise ValueError(f"{nama.parent} tidak menyebut lisensinya.")
        naskah = [
            PurePosixPath("paket") / lain
            for lain in sorted(paket)
            if lain.is_relative_to(nama.parent) and lain != nama
        ]
        if not naskah and not (NASKAH / f"{lisensi(karya)}.txt").is_file():
            raise ValueError(f"{nama.parent} tidak membawa naskah {lisensi(karya)}; simpanlah di {NASKAH}.")
        naskah = naskah or [PurePosixPath("lisensi", f"{lisensi(karya)}.txt")]
        baris = [f"{karya.name} {karya.version}", f"  Lisensi: {lisensi(karya)}"]
        baris += [f"  Naskah:  {PureWindowsPath(lain)}" for lain in naskah]
        potongan.append("\n".join(baris) + "\n")
    return "\n".join(potongan)


class _Terkemas(Distribution):
    """A distribution of which only what it says of itself is at hand."""

    def __init__(self, keterangan: str) -> None:
        self._keterangan = keterangan

    def read_text(self, filename: str) -> str | None:
        """Return METADATA; there is nothing else."""
        return self._keterangan if filename == "METADATA" else None

    def locate_file(self, path: str | PathLike[str]) -> NoReturn:
        """Refuse: no file of it is here."""
        raise FileNotFoundError(str(path))
