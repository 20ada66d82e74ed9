"""Which program this is, to the byte: two that agree write the same files."""

import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import asn_nilai
from asn_nilai.terbit.halaman.templat import folder_templat

PAKET = "asn-nilai"
_PUSTAKA = ("jinja2", "markupsafe", "numpy", "pandas", "pydantic", "python-calamine", "XlsxWriter", "xlrd")
"""Libraries whose version shows in what is read, calculated or written."""


@dataclass(frozen=True, slots=True)
class JatiDiri:
    """A program and what it stands on.

    Attributes:
        versi: version by name, of the program, Python, the compressor and the libraries.
        isi: SHA-256 of the program's own files.
        penanda: SHA-256 of a file of the work folder; blank where the process does not see it, or was not asked.
    """

    versi: tuple[tuple[str, str], ...]
    isi: str
    penanda: str = ""

    def beda(self, dasar: "JatiDiri") -> str:
        """Say, in Indonesian, how this program differs from the one that asks; blank where it does not."""
        sini = dict(dasar.versi)
        beda = [f"{nama} {versi}, di sini {sini[nama]}" for nama, versi in self.versi if sini[nama] != versi]
        if not beda and self.isi != dasar.isi:
            beda = [f"isi {PAKET}-nya lain daripada di sini"]
        if dasar.penanda and self.penanda != dasar.penanda:
            beda.append(
                "ruang kerjanya lain daripada di sini"
                if self.penanda
                else "ruang kerja tidak terlihat dari sana"
            )
        return "; ".join(beda)


class PekerjaLainError(RuntimeError):
    """A worker runs another program than the one that asked, or sees another folder: the message says how it differs."""


def jati_diri(penanda: Path | None) -> JatiDiri:
    """Return what the program in this process is, and what it sees of a file of the work folder; None where it need not."""
    sidik = sha256(penanda.read_bytes()).hexdigest() if penanda and penanda.is_file() else ""
    return replace(diri(), penanda=sidik)


@lru_cache(maxsize=1)
def diri() -> JatiDiri:
    """Return what the program in this process is, as it was when first asked: what is installed later runs in the next one."""
    python = ".".join(map(str, sys.version_info[:3]))
    versi = {PAKET: asn_nilai.__version__, "Python": python, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    versi |= {nama: metadata.version(nama) for nama in _PUSTAKA}
    return JatiDiri(tuple(versi.items()), _isi_program())


def _isi_program() -> str:
    """Return one hash of all files of the program but what Python compiled of them, wherever they lie."""
    paket, templat = Path(asn_nilai.__file__).parent, Path(str(folder_templat()))
    semua = dict(_berkas("paket", paket, templat)) | dict(_berkas("templat", templat))
    gabungan = sha256()
    for nama, berkas in sorted(semua.items()):
        gabungan.update(f"{nama}\0".encode())
        gabungan.update(sha256(berkas.read_bytes()).digest())
    return gabungan.hexdigest()


def _berkas(sebutan: str, akar: Path, kecuali: Path | None = None) -> Iterator[tuple[str, Path]]:
    """Yield each file under a folder that Python did not compile, by its name on every machine; of one folder in it none."""
    for folder, anak, isi in os.walk(akar):
        di_sini = Path(folder)
        anak[:] = [nama for nama in anak if nama != "__pycache__" and di_sini / nama != kecuali]
        jalan = di_sini.relative_to(akar).as_posix()
        yield from (
            (f"{sebutan}/{jalan}/{nama}", di_sini / nama) for nama in isi if not nama.endswith(".pyc")
        )
