"""First states on disk: riwayat/<REGISTER>/awal-1.zip, a CSV file a unit (`kota.csv` for what belongs to none).

The line of a first computation names the file with its SHA-256.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from asn_nilai.acuan.riwayat.catatan import Catatan
from asn_nilai.acuan.riwayat.keadaan import Isi, Keadaan, Kunci
from asn_nilai.terbit.berkas import tulis_utuh
from asn_nilai.terbit.data.manifes import sha256_berkas

_KOLOM = ("apa", "nip", "kode_indikator", "ruas", "nilai", "sel")
_KOTA = "kota.csv"
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_PALING_BESAR = 256 * 1024**2
"""Bytes to which one unit's state may unpack: hundreds of times what the largest unit has."""


def nama_awal(pertama: Catatan) -> tuple[str, str]:
    """Return the file that a line of a first computation names, and its SHA-256."""
    nama, _, sha = pertama.menjadi.partition(" ")
    return Path(nama.replace("\0", "")).name, sha


def simpan_awal(folder: Path, nomor: int, pertama: Mapping[str, Keadaan]) -> str:
    """Write first states by unit, and return how a line names them."""
    berkas = folder / f"awal-{nomor}.zip"
    with tulis_utuh(berkas) as sementara, zipfile.ZipFile(sementara, "w") as arsip:
        for kode, keadaan in pertama.items():
            bagian = zipfile.ZipInfo(_anggota(kode), _WAKTU_ZIP)
            arsip.writestr(bagian, _teks(keadaan), zipfile.ZIP_DEFLATED, compresslevel=1)
    return f"{berkas.name} {sha256_berkas(berkas)}"


def baca_awal(berkas: Path, tertulis: str, kode_unit: str) -> dict[Kunci, Isi] | None:
    """Return the first state that stands under a code, as a unit's; None where there is none under it.

    What cannot be read is an empty state: all that is there now has come, and that is said.
    """
    with _buka(berkas) as arsip:
        semua = {info.filename.casefold(): info for info in arsip.infolist()} if arsip else {}
        info = semua.get(_anggota(tertulis).casefold())
        if arsip is None or info is None:
            return None
        try:
            if info.file_size > _PALING_BESAR:
                return {}
            baris = csv.reader(io.StringIO(arsip.read(info).decode(), newline=""))
            next(baris)
            return {
                Kunci(apa, kode_unit, nip, kode, ruas): Isi(nilai, sel)
                for apa, nip, kode, ruas, nilai, sel in baris
            }
        except (zipfile.BadZipFile, zlib.error, csv.Error, ValueError, StopIteration, RuntimeError):
            return {}


def unit_awal(berkas: Path) -> set[str]:
    """Return the codes of the units that have a state there."""
    with _buka(berkas) as arsip:
        return {Path(nama).stem for nama in (arsip.namelist() if arsip else ()) if "/" in nama}


def _anggota(kode_unit: str) -> str:
    return f"unit/{kode_unit}.csv" if kode_unit else _KOTA


def _teks(keadaan: Keadaan) -> str:
    tujuan = io.StringIO()
    # A cell may hold a lone carriage return, which the csv module writes bare and reads as the end of a row.
    penulis = csv.writer(tujuan, lineterminator="\n", quoting=csv.QUOTE_ALL)
    penulis.writerow(_KOLOM)
    penulis.writerows(
        (kunci.apa, kunci.nip, kunci.kode_indikator, kunci.ruas, *isi) for kunci, isi in keadaan.items()
    )
    return tujuan.getvalue()


@contextmanager
def _buka(berkas: Path) -> Iterator[zipfile.ZipFile | None]:
    """Open first states; None where the file is gone or is none."""
    try:
        arsip = zipfile.ZipFile(berkas)
    except (OSError, zipfile.BadZipFile, ValueError):
        yield None
        return
    with arsip:
        yield arsip
