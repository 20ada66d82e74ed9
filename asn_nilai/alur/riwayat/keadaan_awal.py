"""First states on disk: riwayat/<REGISTER>/awal-1.zip, a CSV file a unit (`kota.csv` for what belongs to none).

The line of a first computation names the file with its SHA-256. Of what they were read may lie beside them (`asal.json`): where
that is as it was, so is what it says.
"""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path

from asn_nilai.acuan.riwayat.catatan import Catatan
from asn_nilai.acuan.riwayat.keadaan import baris_keadaan
from asn_nilai.terbit.berkas import bagian_zip, tulis_utuh
from asn_nilai.terbit.data.manifes import sha256_berkas

_KOTA, _ASAL = "kota.csv", "asal.json"
_PALING_BESAR = 256 * 1024**2
"""Bytes to which one unit's state may unpack: hundreds of times what the largest unit has."""
_RUAS = 6


def nama_awal(pertama: Catatan) -> tuple[str, str]:
    """Return the file that a line of a first computation names, and its SHA-256."""
    nama, _, sha = pertama.menjadi.partition(" ")
    return Path(nama.replace("\0", "")).name, sha


def simpan_awal(folder: Path, nomor: int, pertama: Iterable[tuple[str, str]], asal: Mapping[str, str]) -> str:
    """Write first states, each with its unit (`acuan.riwayat.keadaan.tulis_keadaan`), and return how a line names them."""
    berkas = folder / f"awal-{nomor}.zip"
    sumber = ((_ASAL, json.dumps(asal, ensure_ascii=False, indent=1, sort_keys=True)),) if asal else ()
    with tulis_utuh(berkas) as sementara, zipfile.ZipFile(sementara, "w") as arsip:
        for nama, teks in chain(((_anggota(kode), teks) for kode, teks in pertama), sumber):
            arsip.writestr(bagian_zip(nama), teks, zipfile.ZIP_DEFLATED, compresslevel=1)
    return f"{berkas.name} {sha256_berkas(berkas)}"


def baca_awal(berkas: Path, tertulis: str) -> list[list[str]] | None:
    """Return the first state that stands under a code, row by row (`baris_keadaan`); None where there is none under it.

    What cannot be read is an empty state: all that is there now has come, and that is said.
    """
    teks = teks_awal(berkas, tertulis)
    if teks is None:
        return None
    try:
        baris = list(baris_keadaan(teks))
        return baris if {*map(len, baris)} <= {_RUAS} else []
    except (csv.Error, ValueError, StopIteration):
        return []


def teks_awal(berkas: Path, tertulis: str) -> str | None:
    """Return the first state that stands under a code as it was written, blank where it cannot be read; None where there is none."""
    arsip = _buka(berkas)
    semua = {info.filename.casefold(): info for info in arsip.infolist()} if arsip else {}
    info = semua.get(_anggota(tertulis).casefold())
    if arsip is None or info is None:
        return None
    try:
        return arsip.read(info).decode() if info.file_size <= _PALING_BESAR else ""
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError):
        return ""


def baca_asal(berkas: Path) -> Mapping[str, str]:
    """Return of what first states were read, as `simpan_awal` was told; nothing where it was not, or it cannot be read."""
    arsip = _buka(berkas)
    return _asal(arsip) if arsip else {}


@lru_cache(maxsize=4)
def _asal(arsip: zipfile.ZipFile) -> Mapping[str, str]:
    try:
        isi = json.loads(arsip.read(_ASAL))
    except (KeyError, zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, RecursionError):
        return {}
    return isi if isinstance(isi, dict) else {}


def unit_awal(berkas: Path) -> set[str]:
    """Return the codes of the units that have a state there."""
    arsip = _buka(berkas)
    return {Path(nama).stem for nama in (arsip.namelist() if arsip else ()) if "/" in nama}


def _anggota(kode_unit: str) -> str:
    return f"unit/{kode_unit}.csv" if kode_unit else _KOTA


def _buka(berkas: Path) -> zipfile.ZipFile | None:
    """Open first states; None where the file is gone or is none."""
    try:
        keadaan = berkas.stat()
        return _arsip(berkas, keadaan.st_mtime_ns, keadaan.st_size)
    except (OSError, zipfile.BadZipFile, ValueError):
        return None


@lru_cache(maxsize=4)
def _arsip(berkas: Path, _waktu: int, _besar: int) -> zipfile.ZipFile:
    """Return an archive held in memory: a process asks for each of its units, and no file may stay open for that."""
    return zipfile.ZipFile(io.BytesIO(berkas.read_bytes()))
