"""A run's work shared out over the workers of an open Dask cluster, and what happens when one, or the scheduler, dies or falls silent.

The scheduler is Dask's; here stands only what a unit costs whose files end the process that reads them, and how long one who is not
heard is waited for. A worker is given a few units at a time and does one after the other.
"""

import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.bekal import Bekal, FolderDikirim, buang_kiriman
from asn_nilai.alur.proses.jati_diri import PekerjaLainError, diri
from asn_nilai.alur.proses.kelompok import kelompokkan
from asn_nilai.alur.proses.papan import langkah
from asn_nilai.alur.proses.pekerja import kerjakan, pegang, usaikan_di_pekerja
from asn_nilai.alur.proses.proses_paralel import PembagianPutusError, Tugas
from asn_nilai.terbit.berkas import bersihkan_sisa

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
_DENYUT, _HILANG = 5, 30
"""Seconds: how often it is looked whether the workers are there, and how long none may be there, or one, or the scheduler, not be heard."""


def minta_penjadwal(klien: "Client", apa: str, batas: float, **isi: object) -> Any:  # noqa: ANN401 - any answer
    """Ask something of the scheduler.

    Raises:
        TimeoutError: after so many seconds it has not answered.
        OSError: it cannot be reached.
    """
    return klien.sync(getattr(klien.scheduler, apa), callback_timeout=batas, **isi)


class Klaster:
    """An open cluster whose workers were all seen to be of use; `buka` shares a run's work out over them."""

    def __init__(self, klien: "Client", alamat: str, cara: type[Bekal]) -> None:
        self._klien, self._alamat, self._cara = klien, alamat, cara
        self._ditinggal: set[str] = set()

    def kalimat_ditinggal(self) -> str:
        """Say which workers were left out because nobody heard them any more; blank where all were heard."""
        if not self._ditinggal:
            return ""
        return (
            f"Tidak terdengar lagi selama setengah menit, jadi unitnya dikerjakan pekerja lain: {', '.join(sorted(self._ditinggal))}. "
            "Hasilnya lengkap; periksa komputer itu sebelum dipakai lagi."
        )

    @contextmanager
    def buka(self, konteks: Konteks) -> Iterator["PelaksanaKlaster"]:
        """Give what runs tasks for `konteks`; afterwards nobody writes any more, and nothing half-written of a dead worker is left."""
        try:
            pelaksana = PelaksanaKlaster(self._klien, self._alamat, konteks, self._cara)
            try:
                yield pelaksana
            except BaseException:
                pelaksana.usaikan()
                raise
            finally:
                pelaksana.buang_kiriman()
                self._ditinggal |= pelaksana.ditinggal
        finally:
            bersihkan_sisa(konteks.folder)


class Pendengaran:
    """For how long each worker has not been heard: clocks of two computers are not compared, only whether the scheduler heard it since."""

    def __init__(self) -> None:
        self._tanda: dict[str, tuple[float, float]] = {}

    def diam(self, tanya: Callable[[], Mapping[str, Mapping[str, Any]]]) -> dict[str, float]:
        """Return the seconds by the workers' addresses, as far as this was asked; `tanya` gives what the scheduler says of each.

        They end where it was asked: a scheduler that is long in answering heard nobody meanwhile.
        """
        kini = time.monotonic()
        pekerja = tanya()
        for siapa, tentang in pekerja.items():
            tanda, sejak = self._tanda.get(siapa, (None, kini))
            self._tanda[siapa] = tentang["last_seen"], sejak if tanda == tentang["last_seen"] else kini
        return {siapa: kini - self._tanda[siapa][1] for siapa in pekerja}


class PelaksanaKlaster:
    """Runs `tugas(konteks, masukan)` for each input on the cluster; results come as they are ready.

    `ditinggal` are the addresses of workers whose units went to others because nobody heard them.
    """

    def __init__(self, klien: "Client", alamat: str, konteks: Konteks, cara: type[Bekal]) -> None:
        self._klien, self._alamat, self._konteks, self._jalan = klien, alamat, konteks, uuid4().hex
        self._cara = cara
        with warnings.catch_warnings():
            # a city's files are more than Dask likes to have in a task, and it says so in English
            warnings.simplefilter("ignore")
            self._jauh = klien.submit(pegang, cara.siapkan(konteks, self._jalan), pure=False)
        self._hidup: dict[Any, Future[Any]] = {}
        self._pendengaran = Pendengaran()
        self.ditinggal: set[str] = set()

    def jalankan(
        self, tugas: Tugas[T], masukan: Sequence[Any], bila_mati: Tugas[T] | None = None
    ) -> Iterator[T]:
        """Start the tasks and return their results, each when it is ready.

        Args:
            tugas: the task.
            masukan: its inputs.
            bila_mati: asked in this process for the result of an input that ends every worker it is given to.

        Raises:
            PembagianPutusError: the scheduler does not answer, or, while results are taken, it or the last worker has gone.
            PenggunaanError: while results are taken, a worker has come with another program or another folder, or an input ends the workers
                and there is no `bila_mati`.
        """
        selesai: SimpleQueue[Future[Any]] = SimpleQueue()
        kelompok = kelompokkan(masukan, len(self._menurut_penjadwal()) or 1)
        berjalan = {self._serahkan(tugas, bersama, selesai).key: bersama for bersama in kelompok}
        return self._kumpulkan(tugas, berjalan, selesai, bila_mati)

    def _serahkan(
        self, tugas: Tugas[T], bersama: tuple[Any, ...], selesai: "SimpleQueue[Future[Any]]"
    ) -> "Future[Any]":
        masa_depan = self._klien.submit(kerjakan, diri(), self._jalan, tugas, self._jauh, bersama, pure=False)
        self._hidup[masa_depan.key] = masa_depan
        masa_depan.add_done_callback(selesai.put)
        return masa_depan

    def _kumpulkan(
        self,
        tugas: Tugas[T],
        berjalan: dict[Any, tuple[Any, ...]],
        selesai: "SimpleQueue[Future[Any]]",
        bila_mati: Tugas[T] | None,
    ) -> Iterator[T]:
        from distributed import KilledWorker  # noqa: PLC0415 - the extra is there where a cluster was reached

        tertinggal: list[Any] = []
        while berjalan:
            masa_depan = self._tunggu(selesai)
            bersama = berjalan.pop(masa_depan.key)
            try:
                kiriman = self._kiriman(masa_depan)
            except KilledWorker:
                tertinggal += bersama
                continue
            yield from self._terima(kiriman)
        # Dask blames all that the worker held: alone, only the one that kills is to blame
        for butir in tertinggal:
            self._serahkan(tugas, (butir,), selesai)
            try:
                kiriman = self._kiriman(self._tunggu(selesai))
            except KilledWorker as galat:
                if bila_mati is None:
                    kalimat = self._terputus("ada pekerjaan yang mematikan setiap pekerja yang menerimanya")
                    raise PenggunaanError(kalimat) from galat
                yield bila_mati(self._konteks, butir)
                continue
            yield from self._terima(kiriman)

    def _terima(self, kiriman: Iterable[Any]) -> Iterator[Any]:
        return (self._cara.terima(self._konteks, satu) for satu in kiriman)

    def usaikan(self) -> None:
        """Take back what has not begun and wait for what has: where a run ends early, nobody shall write behind its back.

        Whoever lost the scheduler writes at most the unit that it has begun, whole, and ends.
        """
        with suppress(Exception):  # a scheduler that is lost takes nothing back
            if self._klien.status == "running":
                self._klien.cancel(list(self._hidup.values()), force=True)
                self._suruh_semua(usaikan_di_pekerja)

    def buang_kiriman(self) -> None:
        """Have what was sent for the run deleted on each worker; who is not reached does it before the next, or when it ends."""
        if self._cara is FolderDikirim:
            self._suruh_semua(buang_kiriman)

    def _suruh_semua(self, pesan: Callable[[str], object]) -> None:
        """Have each worker do this for the run, and wait until each has that is heard."""

        def suruh() -> None:
            with suppress(Exception):
                self._klien.run(pesan, self._jalan, on_error="ignore")

        utusan = Thread(target=suruh, daemon=True)
        utusan.start()
        while utusan.is_alive():
            utusan.join(_DENYUT)
            with suppress(Exception):
                self._lepas_yang_diam()

    def _tunggu(self, selesai: "SimpleQueue[Future[Any]]") -> "Future[Any]":
        """Wait for the next task that is done, as long as somebody works on it."""
        tanpa_pekerja = 0
        while True:
            with suppress(Empty):
                berikut = selesai.get(timeout=_DENYUT)
                langkah("")
                return berikut
            tanpa_pekerja = self._hitung_sepi(tanpa_pekerja)

    def _hitung_sepi(self, detik: int) -> int:
        """Return for how many seconds nobody has been there to work.

        Raises:
            PembagianPutusError: for too long.
        """
        ada = self._klien.status == "running" and self._lepas_yang_diam()
        if not ada and detik + _DENYUT >= _HILANG:
            raise PembagianPutusError(self._terputus("tidak ada pekerja lagi di sana"))
        return 0 if ada else detik + _DENYUT

    def _lepas_yang_diam(self) -> bool:
        """Have the scheduler take back what it gave to workers that are not heard any more; tell whether any worker is left.

        A process that stands still (its computer swaps, a library does not come back) looks busy, and Dask waits five to ten minutes
        before it gives its units to another.
        """
        diam = self._pendengaran.diam(self._menurut_penjadwal)
        hilang = [siapa for siapa, detik in diam.items() if detik >= _HILANG]
        for siapa in hilang:
            self._minta_penjadwal("unregister", address=siapa, stimulus_id=f"diam-{self._jalan}")
        self.ditinggal.update(hilang)
        siapa, detik = max(diam.items(), key=itemgetter(1), default=("", 0))
        langkah(siapa, f"diam {detik:.0f} detik" if detik > _DENYUT else "")
        return len(hilang) < len(diam)

    def _menurut_penjadwal(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what the scheduler says of each worker; of none while it cannot be reached."""
        try:
            semua: Mapping[str, Mapping[str, Any]] = self._minta_penjadwal("identity", n_workers=-1)[
                "workers"
            ]
        except OSError:
            return {}
        return semua

    def _minta_penjadwal(self, apa: str, **isi: object) -> Any:  # noqa: ANN401 - any answer
        """Ask something of the scheduler; one that stands still itself is left, or everybody would wait for it.

        Raises:
            PembagianPutusError: it does not answer.
            OSError: it cannot be reached.
        """
        try:
            return minta_penjadwal(self._klien, apa, _HILANG, **isi)
        except TimeoutError as galat:
            with suppress(Exception):
                self._klien.close(timeout=_DENYUT)
            raise PembagianPutusError(self._terputus("penjadwalnya tidak menjawab")) from galat

    def _kiriman(self, masa_depan: "Future[Any]") -> list[Any]:
        """Return what a worker has sent for each input of a task."""
        tanpa_pekerja = 0
        while True:
            if masa_depan.status == "cancelled":
                raise PembagianPutusError(self._terputus("penjadwalnya berhenti"))
            try:
                kiriman: list[Any] = masa_depan.result(timeout=_DENYUT)
            except TimeoutError:
                if masa_depan.status == "error":  # the task's own, of a disk that does not answer
                    raise
                # Whoever held the result died before it was fetched: it is worked out again.
                tanpa_pekerja = self._hitung_sepi(tanpa_pekerja)
                continue
            except PekerjaLainError as galat:
                raise PenggunaanError(
                    f"Seorang pekerja di {self._alamat} tidak dapat dipakai: {galat}. Samakan program dan folder bersamanya, atau "
                    "hentikan pekerja itu, lalu jalankan lagi."
                ) from galat
            self._hidup.pop(masa_depan.key, None)  # Dask forgets what nobody holds
            return kiriman

    def _terputus(self, sebab: str) -> str:
        return (
            f"Pekerjaan di klaster {self._alamat} terputus: {sebab}. Yang belum selesai masih seperti semula. Jalankan lagi, atau "
            "tanpa --klaster di komputer ini saja."
        )
