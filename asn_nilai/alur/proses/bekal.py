"""What the workers of a cluster are given: a run's common ground, and its work folder, which they see or which is sent to them.

A folder that all computers see holds its inputs and results for all of them. The working copy of an address in an object store is one
computer's alone: from there all travels that a unit's result rests on, and the files of each unit travel back.
"""

import os
import platform
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Protocol, Self, runtime_checkable

from asn_nilai.acuan.kata.galat_sistem import kalimat_os, sebab_os
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.jati_diri import PekerjaLainError
from asn_nilai.alur.proses.proses_paralel import Tugas
from asn_nilai.terbit.berkas import (
    AKHIRAN_SEMENTARA,
    TulisGagalError,
    tulis_teks,
    tulis_utuh,
)
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV
from asn_nilai.terbit.data.manifes import NAMA_MANIFES

_SAMPAI_TERLIHAT, _LIHAT_LAGI = 15.0, 0.5
"""Seconds that a network folder is given to show what another computer has just written, and between two looks."""
_AWALAN, _DISIMPAN = "asn-nilai-kiriman-", 4
"""How a sent folder is called on a worker; it keeps those of so many runs, and is sent an older one again."""


class Bekal(Protocol):
    """A run's common ground on its way to a worker."""

    @classmethod
    def siapkan(cls, konteks: Konteks, jalan: str) -> Self:
        """Make it ready where the run begins; `jalan` is the run."""

    def kerjakan(self, tugas: Tugas[Any], masukan: object) -> object:
        """Do a task on a worker and return what goes back."""

    @staticmethod
    def terima(konteks: Konteks, kiriman: Any) -> Any:  # noqa: ANN401 - any task's
        """Return the task's result where the run began, its files in their place."""


@dataclass(frozen=True, slots=True)
class FolderBersama:
    """A work folder that every worker sees under the same name."""

    konteks: Konteks
    jalan: str

    @classmethod
    def siapkan(cls, konteks: Konteks, jalan: str) -> Self:
        """Lay the run's mark beside its results."""
        bekal = cls(konteks, jalan)
        tulis_teks(bekal.tanda, "")
        return bekal

    @property
    def tanda(self) -> Path:
        """Return the file that lies beside a run's results while it lasts: nobody has it who does not see this very folder.

        Settings tell no folder from its copy, and where a folder is missing every unit would seem to have submitted nothing.
        """
        return self.konteks.folder / f".{self.jalan}{AKHIRAN_SEMENTARA}"

    def kerjakan(self, tugas: Tugas[Any], masukan: object) -> object:
        """Do a task in the folder itself.

        Raises:
            PekerjaLainError: the worker does not see it.
        """
        batas = time.monotonic() + _SAMPAI_TERLIHAT
        while not self.tanda.is_file():
            if time.monotonic() > batas:
                tempat = f"{self.tanda.parent} di komputer {platform.node()}"
                raise PekerjaLainError(f"folder {tempat} bukan yang di sini")
            time.sleep(_LIHAT_LAGI)
        return tugas(self.konteks, masukan)

    @staticmethod
    def terima(_: Konteks, kiriman: Any) -> Any:  # noqa: ANN401 - any task's
        """Return the result; its files are in the folder."""
        return kiriman


class Berkas(NamedTuple):
    """A file on its way: what it holds, and when it was written."""

    isi: bytes
    waktu_ns: int


@runtime_checkable
class Berkeluaran(Protocol):
    """A result that names its files relative to the run's results, with their SHA-256, and what could not be written."""

    keluaran: dict[str, str]
    pesan: list[str]


@dataclass(frozen=True, slots=True)
class FolderDikirim:
    """A work folder that no worker sees: what units rest on is sent to a folder of each worker's own."""

    konteks: Konteks
    jalan: str
    isi: Mapping[str, Berkas]

    @classmethod
    def siapkan(cls, konteks: Konteks, jalan: str) -> Self:
        """Take up the files that are sent.

        Raises:
            PenggunaanError: one cannot be read; a worker without it would believe that it was never there.
        """
        akar = konteks.ruang.akar
        semua = (
            ini for ini in _yang_dikirim(konteks) if ini.is_file() and not ini.name.startswith((".", "~$"))
        )
        return cls(konteks, jalan, {ini.relative_to(akar).as_posix(): _bungkus(ini) for ini in semua})

    def kerjakan(self, tugas: Tugas[Any], masukan: object) -> object:
        """Do a task in the worker's own folder; its files go back with the result, and stay nowhere else.

        Raises:
            PekerjaLainError: the worker has no room for the folder.
        """
        try:
            konteks = _di_pekerja(self)
        except OSError as galat:
            tempat = f"folder sementara komputer {platform.node()}"
            raise PekerjaLainError(f"kiriman tidak dapat disimpan di {tempat} ({sebab_os(galat)})") from galat
        hasil = tugas(konteks, masukan)
        nama = [*hasil.keluaran] if isinstance(hasil, Berkeluaran) else []
        return hasil, {ini: _keluarkan(konteks.folder / ini) for ini in nama}

    @staticmethod
    def terima(konteks: Konteks, kiriman: Any) -> Any:  # noqa: ANN401 - any task's
        """Write the files beside the run's other results; of one that cannot be written the result says so, as in one computer."""
        hasil, keluaran = kiriman
        for nama, isi in keluaran.items():
            try:
                with tulis_utuh(konteks.folder / nama) as sementara:
                    sementara.write_bytes(isi)
            except TulisGagalError as galat:
                hasil.pesan.append(str(galat))
                del hasil.keluaran[nama]
        return hasil


def _bungkus(berkas: Path) -> Berkas:
    try:
        return Berkas(berkas.read_bytes(), berkas.stat().st_mtime_ns)
    except OSError as galat:
        raise PenggunaanError(kalimat_os(galat, str(berkas))) from galat


def _yang_dikirim(konteks: Konteks) -> Iterator[Path]:
    """Yield all that a unit of a run may read beside what the common ground holds already, `tests/alur/test_bekal.py` sees to that."""
    ruang, periode = konteks.ruang, konteks.periode
    yield from ruang.folder_target.glob("*")
    for bulan in periode.bulan:
        yield from ruang.folder_capaian(bulan).glob("*")
        yield from ruang.folder_bkn(bulan.periode).glob("*")
    for nama in (NILAI_CSV, NAMA_MANIFES):
        yield from (ruang.akar / ruang.berkas.hasil).glob(f"*/{nama}")
        yield from (ruang.folder_riwayat / periode.nama_folder).glob(f"v*/**/{nama}")
    yield from (ruang.folder_riwayat / periode.nama_folder).glob("*.zip")
    yield from ruang.folder_riwayat.glob("target-*/*.zip")


_kiriman: dict[str, tuple[TemporaryDirectory[str], Konteks]] = {}
"""On a worker, by the run: the folder that was sent, and the run's common ground in it."""


def _di_pekerja(bekal: FolderDikirim) -> Konteks:
    """Return the common ground in a folder of this worker's own, which is made when the run comes to it."""
    if bekal.jalan not in _kiriman:
        for jalan in list(_kiriman)[: -_DISIMPAN + 1]:
            buang_kiriman(jalan)
        folder = TemporaryDirectory(prefix=_AWALAN, ignore_cleanup_errors=True)
        _kiriman[bekal.jalan] = folder, _pindahkan(bekal, Path(folder.name).resolve())
    return _kiriman[bekal.jalan][1]


def _pindahkan(bekal: FolderDikirim, akar: Path) -> Konteks:
    for nama, berkas in bekal.isi.items():
        tujuan = akar / nama
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        tujuan.write_bytes(berkas.isi)
        os.utime(tujuan, ns=(berkas.waktu_ns, berkas.waktu_ns))
    semula = bekal.konteks
    return replace(semula, ruang=semula.ruang._replace(akar=akar), tujuan=None)


def buang_kiriman(jalan: str) -> None:
    """Delete what was sent to this worker for a run that has ended; data of people stay on no other computer."""
    if jalan in _kiriman:
        _kiriman.pop(jalan)[0].cleanup()


def _keluarkan(berkas: Path) -> bytes:
    isi = berkas.read_bytes()
    berkas.unlink()
    return isi
