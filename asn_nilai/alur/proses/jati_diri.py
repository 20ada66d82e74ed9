"""Which program this is, to the byte: two that agree write the same files."""

import sys
import zlib
from dataclasses import dataclass
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
                "folder kerjanya lain daripada di sini"
                if self.penanda
                else "folder kerja tidak terlihat dari sana"
            )
        return "; ".join(beda)


def jati_diri(penanda: Path | None = None) -> JatiDiri:
    """Return what the program in this process is; with `penanda` also what it sees of that file."""
    python = ".".join(map(str, sys.version_info[:3]))
    versi = {PAKET: asn_nilai.__version__, "Python": python, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    versi |= {nama: metadata.version(nama) for nama in _PUSTAKA}
    sidik = sha256(penanda.read_bytes()).hexdigest() if penanda and penanda.is_file() else ""
    return JatiDiri(tuple(versi.items()), _isi_program(), sidik)


def _isi_program() -> str:
    """Return one hash of all files of the program but what Python compiled of them, wherever they lie."""
    paket, templat = Path(asn_nilai.__file__).parent, Path(str(folder_templat()))
    semua = {
        f"{nama}/{berkas.relative_to(akar).as_posix()}": berkas
        for nama, akar in (("paket", paket), ("templat", templat))
        for berkas in akar.rglob("*")
        if berkas.is_file() and berkas.suffix != ".pyc" and (akar is templat or templat not in berkas.parents)
    }
    gabungan = sha256()
    for nama, berkas in sorted(semua.items()):
        gabungan.update(f"{nama}\0".encode())
        gabungan.update(sha256(berkas.read_bytes()).digest())
    return gabungan.hexdigest()
