"""Whose work the package holds, under which licence, and where each text lies."""

from collections.abc import Iterable, Mapping
from email.parser import BytesParser
from pathlib import PurePosixPath

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
        ValueError: a package brings no word on its licence.
    """
    potongan = [_PEMBUKA]
    for nama in sorted(nama for nama in paket if nama.name == "METADATA"):
        keterangan = BytesParser().parsebytes(paket[nama], headersonly=True)
        naskah = sorted(lain for lain in paket if lain.is_relative_to(nama.parent) and lain != nama)
        lisensi = keterangan["License-Expression"] or _golongan(keterangan.get_all("Classifier", ()))
        lisensi = lisensi or str(keterangan["License"] or "").strip().partition("\n")[0]
        if not lisensi:
            raise ValueError(f"{nama.parent} tidak menyebut lisensinya.")
        baris = [f"{keterangan['Name']} {keterangan['Version']}", f"  Lisensi: {lisensi}"]
        baris += [f"  Naskah:  paket\\{str(lain).replace('/', chr(92))}" for lain in naskah]
        potongan.append("\n".join(baris) + "\n")
    return "\n".join(potongan)


def _golongan(semua: Iterable[str]) -> str:
    return "; ".join(butir.rpartition(" :: ")[2] for butir in semua if butir.startswith("License :: "))
