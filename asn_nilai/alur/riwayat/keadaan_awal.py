"""First states on disk: riwayat/<REGISTER>/awal-1.zip, a CSV file a unit (`kota.csv` for what belongs to none).

The line of a first computation names the file with its SHA-256. Of what they were read may lie beside them (`asal.json`): where
that is as it was, so is what it says.
"""

import csv
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.bentuk_tunda import teks_bernama
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.riwayat.catatan import Catatan
from asn_nilai.acuan.riwayat.keadaan import TARGET, baris_keadaan
from asn_nilai.alur.riwayat.tempat import selama_tetap, tak_terbaca
from asn_nilai.terbit.berkas import bagian_zip, tulis_utuh
from asn_nilai.terbit.data.manifes import sidik_tertulis

_KOTA, _ASAL = "kota.csv", "asal.json"
_PALING_BESAR = 256 * 1024**2
"""Bytes to which one unit's state may unpack: hundreds of times what the largest unit has."""
_RUAS = 6
_TARGET = pola_tunda(rf'^"{TARGET}","([^"]+)",', re.MULTILINE)
_KEPALA = struct.Struct("<8xH4x3L2H")
"""What stands before a member in a zip file: its method, CRC, size there and unpacked, and how long its name and what follows are."""
_RUSAK = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError)
"""What a damaged zip file is to whoever reads it; the last: of a version that nobody knows."""


def nama_awal(pertama: Catatan) -> tuple[str, str]:
    """Return the file that a line of a first computation names, and its SHA-256."""
    nama, _, sha = pertama.menjadi.partition(" ")
    return Path(nama.replace("\0", "")).name, sha


def simpan_awal(
    folder: Path, nomor: int, pertama: Iterable[tuple[str, bytes]], asal: Mapping[str, str]
) -> str:
    """Write first states, each with its unit (`acuan.riwayat.keadaan.tulis_keadaan`), and return how a line names them.

    Raises:
        TulisGagalError: they cannot be written, or not be read back.
    """
    berkas = folder / f"awal-{nomor}.zip"
    sumber = (
        ((_ASAL, json.dumps(asal, ensure_ascii=False, indent=1, sort_keys=True).encode()),) if asal else ()
    )
    with tulis_utuh(berkas) as sementara, zipfile.ZipFile(sementara, "w") as arsip:
        for nama, isi in chain(((_anggota(kode), isi) for kode, isi in pertama), sumber):
            arsip.writestr(bagian_zip(nama), isi, zipfile.ZIP_DEFLATED, compresslevel=1)
    return f"{berkas.name} {sidik_tertulis(berkas)}"


def baca_awal(berkas: Path, tertulis: str) -> list[list[str]] | None:
    """Return the first state that stands under a code, row by row (`baris_keadaan`); None where there is none under it.

    What is damaged is an empty state: all that is there now has come, and that is said.

    Raises:
        PenggunaanError: the file is there and must not be read.
    """
    isi = isi_awal(berkas, tertulis)
    if isi is None:
        return None
    try:
        baris = list(baris_keadaan(isi))
        return baris if {*map(len, baris)} <= {_RUAS} else []
    except (csv.Error, ValueError, StopIteration):
        return []


def isi_awal(berkas: Path, tertulis: str) -> bytes | None:
    """Return the first state that stands under a code as it was written, blank where it is damaged; None where there is none."""
    return _isi(berkas, _anggota(tertulis).casefold())


def baca_asal(berkas: Path) -> Mapping[str, str]:
    """Return of what first states were read, as `simpan_awal` was told; nothing where it was not, or it cannot be read."""
    return _asal(berkas) if _ASAL in _anggota_arsip(berkas) else {}


@selama_tetap(4)
def _asal(berkas: Path) -> Mapping[str, str]:
    return teks_bernama(_isi(berkas, _ASAL) or b"")


def ada_awal(berkas: Path, tertulis: str) -> bool:
    """Tell whether a first state stands there under a code."""
    return _anggota(tertulis).casefold() in _anggota_arsip(berkas)


def unit_awal(berkas: Path) -> set[str]:
    """Return the codes of the units that have a state there."""
    semua = (anggota.nama for anggota in _anggota_arsip(berkas).values())
    return {nama.rpartition("/")[2].removesuffix(".csv") for nama in semua if "/" in nama}


def unit_bertarget(berkas: Path) -> Mapping[str, frozenset[str]]:
    """Return by NIP the codes of the units whose first state there has targets of that ASN."""
    with suppress(OSError):
        return _bertarget(berkas)
    return {}


@selama_tetap(4)
def _bertarget(berkas: Path) -> Mapping[str, frozenset[str]]:
    """Return that of a whole city, gone through once: few runs ask, and those that do ask for each unit."""
    hasil: dict[str, set[str]] = {}
    for kode in unit_awal(berkas):
        with suppress(ValueError):  # what is damaged is an empty state
            for nip in set(_TARGET.findall((isi_awal(berkas, kode) or b"").decode())):
                hasil.setdefault(nip, set()).add(kode)
    return {nip: frozenset(kode) for nip, kode in hasil.items()}


def _anggota(kode_unit: str) -> str:
    return f"unit/{kode_unit}.csv" if kode_unit else _KOTA


def _isi(berkas: Path, nama: str) -> bytes | None:
    """Return a member unpacked, blank where it is damaged, by its name in small letters; None where there is none."""
    anggota = _anggota_arsip(berkas).get(nama)
    if anggota is None:
        return None
    try:
        return _baca(berkas, anggota.awal)
    except _RUSAK:
        return b""
    except OSError as galat:
        raise tak_terbaca(berkas, galat) from galat


def _baca(berkas: Path, letak: int) -> bytes:
    """Return the member that begins at a byte, unpacked.

    Raises:
        OSError, and those of `_RUSAK`: it cannot be read.
    """
    if letak < 0:  # by a damaged list of members
        raise zipfile.BadZipFile
    with berkas.open("rb") as sumber:
        sumber.seek(letak)
        metode, crc, padat, besar, *sela = _KEPALA.unpack(sumber.read(_KEPALA.size))
        if besar > _PALING_BESAR:
            raise zipfile.BadZipFile
        sumber.seek(sum(sela), 1)
        isi = sumber.read(padat)
    if metode == zipfile.ZIP_DEFLATED:
        isi = zlib.decompressobj(-zlib.MAX_WBITS).decompress(isi, max(besar, 1))
    if zlib.crc32(isi) != crc:
        raise zipfile.BadZipFile
    return isi


class _Anggota(NamedTuple):
    """A member: how it is called, and the byte at which it begins."""

    nama: str
    awal: int


def _anggota_arsip(berkas: Path) -> Mapping[str, _Anggota]:
    """Return the members by their names in small letters; none where the file is gone or is no zip file."""
    with _tanpa_berkas(berkas):
        return _daftar(berkas)
    return {}


@selama_tetap(4)
def _daftar(berkas: Path) -> Mapping[str, _Anggota]:
    """Return the members: a process asks for each of its units, and holds neither the file open nor all of it in memory."""
    with zipfile.ZipFile(berkas) as arsip:
        semua = [_Anggota(info.filename, info.header_offset) for info in arsip.infolist()]
    return {anggota.nama.casefold(): anggota for anggota in semua}


@contextmanager
def _tanpa_berkas(berkas: Path) -> Iterator[None]:
    """Go on after what reads a file that is gone or is no zip file.

    Raises:
        PenggunaanError: the file is there and must not be read.
    """
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, *_RUSAK):
        pass
    except OSError as galat:
        raise tak_terbaca(berkas, galat) from galat
