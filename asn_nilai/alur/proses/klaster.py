"""Work shared out over the workers of a Dask cluster: who may work there, and what happens when one dies.

The scheduler is Dask's; here stand only what a worker must be (this very program, the same libraries, a view of the work
folder where it is not sent: `bekal`) and what a unit costs whose files end the process that reads them. A worker does one unit at a time.
"""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from asn_nilai.aliran import bungkam_pustaka
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.bekal import Bekal, FolderBersama, FolderDikirim, buang_kiriman
from asn_nilai.alur.proses.jati_diri import PAKET, JatiDiri, PekerjaLainError, diri, jati_diri
from asn_nilai.alur.proses.pekerja import kerjakan, pegang, usaikan_di_pekerja
from asn_nilai.alur.proses.proses_paralel import PembagianPutusError, Tugas
from asn_nilai.terbit.berkas import bersihkan_sisa

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
_HUBUNGAN, _KEDATANGAN, _JAWABAN = 8, 5, 6
"""Seconds: until the scheduler must be there, a worker, and each of two answers of a worker. Together under half a minute."""
_DENYUT, _HILANG = 5, 30
"""Seconds: how often it is looked whether a worker is left, and how long none may be there."""


class Klaster:
    """An open cluster whose workers were all seen to be of use; `buka` shares a run's work out over them."""

    def __init__(self, klien: "Client", alamat: str, cara: type[Bekal]) -> None:
        self._klien, self._alamat, self._cara = klien, alamat, cara

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
        finally:
            bersihkan_sisa(konteks.folder)


class PelaksanaKlaster:
    """Runs `tugas(konteks, masukan)` for each input on the cluster; results come as they are ready."""

    def __init__(self, klien: "Client", alamat: str, konteks: Konteks, cara: type[Bekal]) -> None:
        self._klien, self._alamat, self._konteks, self._jalan = klien, alamat, konteks, uuid4().hex
        self._cara = cara
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # a city's files are more than Dask likes to have in a task, and it says so in English
            self._jauh = klien.submit(pegang, cara.siapkan(konteks, self._jalan), pure=False)
        self._hidup: dict[Any, Future[Any]] = {}

    def jalankan(
        self, tugas: Tugas[T], masukan: Iterable[Any], bila_mati: Tugas[T] | None = None
    ) -> Iterator[T]:
        """Start the tasks and return their results, each when it is ready.

        Args:
            tugas: the task.
            masukan: its inputs.
            bila_mati: asked in this process for the result of an input that ends every worker it is given to.

        Raises:
            PembagianPutusError: while results are taken, the scheduler or the last worker has gone.
            PenggunaanError: likewise, a worker has come with another program or another folder, or an input ends the workers
                and there is no `bila_mati`.
        """
        selesai: SimpleQueue[Future[Any]] = SimpleQueue()
        berjalan = {self._serahkan(tugas, butir, selesai).key: butir for butir in masukan}
        return self._kumpulkan(tugas, berjalan, selesai, bila_mati)

    def _serahkan(self, tugas: Tugas[T], butir: object, selesai: "SimpleQueue[Future[Any]]") -> "Future[Any]":
        masa_depan = self._klien.submit(kerjakan, diri(), self._jalan, tugas, self._jauh, butir, pure=False)
        self._hidup[masa_depan.key] = masa_depan
        masa_depan.add_done_callback(selesai.put)
        return masa_depan

    def _kumpulkan(
        self,
        tugas: Tugas[T],
        berjalan: dict[Any, Any],
        selesai: "SimpleQueue[Future[Any]]",
        bila_mati: Tugas[T] | None,
    ) -> Iterator[T]:
        from distributed import KilledWorker  # noqa: PLC0415 - the extra is there where a cluster was reached

        tertinggal = []
        while berjalan:
            masa_depan = self._tunggu(selesai)
            butir = berjalan.pop(masa_depan.key)
            try:
                hasil = self._hasil(masa_depan)
            except KilledWorker:
                tertinggal.append(butir)
                continue
            yield hasil
        # Dask blames all that the worker held: alone, only the one that kills is to blame
        for butir in tertinggal:
            self._serahkan(tugas, butir, selesai)
            try:
                hasil = self._hasil(self._tunggu(selesai))
            except KilledWorker as galat:
                if bila_mati is None:
                    kalimat = self._terputus("ada pekerjaan yang mematikan setiap pekerja yang menerimanya")
                    raise PenggunaanError(kalimat) from galat
                hasil = bila_mati(self._konteks, butir)
            yield hasil

    def usaikan(self) -> None:
        """Take back what has not begun and wait for what has: where a run ends early, nobody shall write behind its back.

        Whoever lost the scheduler writes at most the unit that it has begun, whole, and ends.
        """
        with suppress(Exception):  # a scheduler that is lost takes nothing back
            if self._klien.status == "running":
                self._klien.cancel(list(self._hidup.values()), force=True)
                self._klien.run(usaikan_di_pekerja, self._jalan, on_error="ignore")

    def buang_kiriman(self) -> None:
        """Have what was sent for the run deleted on each worker; who is not reached does it before the next, or when it ends."""
        if self._cara is FolderDikirim:
            with suppress(Exception):
                self._klien.run(buang_kiriman, self._jalan, on_error="ignore")

    def _tunggu(self, selesai: "SimpleQueue[Future[Any]]") -> "Future[Any]":
        """Wait for the next task that is done, as long as somebody works on it."""
        tanpa_pekerja = 0
        while True:
            with suppress(Empty):
                return selesai.get(timeout=_DENYUT)
            tanpa_pekerja = self._hitung_sepi(tanpa_pekerja)

    def _hitung_sepi(self, detik: int) -> int:
        """Return for how many seconds nobody has been there to work.

        Raises:
            PembagianPutusError: for too long.
        """
        ada = self._klien.status == "running" and self._klien.scheduler_info()["workers"]
        if not ada and detik + _DENYUT >= _HILANG:
            raise PembagianPutusError(self._terputus("tidak ada pekerja lagi di sana"))
        return 0 if ada else detik + _DENYUT

    def _hasil(self, masa_depan: "Future[Any]") -> Any:  # noqa: ANN401 - any task's
        tanpa_pekerja = 0
        while True:
            if masa_depan.status == "cancelled":
                raise PembagianPutusError(self._terputus("penjadwalnya berhenti"))
            try:
                hasil = masa_depan.result(timeout=_DENYUT)
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
            return self._cara.terima(self._konteks, hasil)

    def _terputus(self, sebab: str) -> str:
        return (
            f"Pekerjaan di klaster {self._alamat} terputus: {sebab}. Yang belum selesai masih seperti semula. Jalankan lagi, atau "
            "tanpa --klaster di komputer ini saja."
        )


@contextmanager
def klaster(alamat: str, penanda: Path | None) -> Iterator[Klaster]:
    """Open a cluster, and see that each of its workers is this program and sees the work folder, where it is not sent to them.

    Args:
        alamat: the scheduler's address, such as `tcp://10.0.0.5:8786`.
        penanda: a file of the work folder that every worker must see under the same path with the same content; None where what
            they need is sent to them.

    Raises:
        PenggunaanError: within half a minute, and before anything is written: the extra, the scheduler or workers are missing,
            or a worker is another program or sees another folder.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: who has no cluster does without it
    except ImportError as galat:
        raise PenggunaanError(
            "--klaster memerlukan Dask, yang belum terpasang di sini. Pasang dengan: pip install 'asn-nilai[klaster]', atau "
            "jalankan tanpa --klaster."
        ) from galat
    bungkam_pustaka("distributed", "tornado", "asyncio")
    try:
        klien = Client(alamat, timeout=_HUBUNGAN, set_as_default=False)
    except (OSError, ValueError, TypeError) as galat:
        raise PenggunaanError(
            f"Penjadwal klaster {alamat} tidak menjawab. Periksa alamatnya (seperti tcp://10.0.0.5:8786) dan apakah dask scheduler "
            "berjalan di sana; atau jalankan tanpa --klaster."
        ) from galat
    try:
        with klien.as_current():
            _periksa_pekerja(klien, alamat, penanda)
            yield Klaster(klien, alamat, FolderBersama if penanda else FolderDikirim)
    finally:
        # what was running there need not end, and a lost scheduler cannot take leave
        with suppress(Exception):
            klien.close(timeout=_DENYUT)


def _periksa_pekerja(klien: "Client", alamat: str, penanda: Path | None) -> None:
    try:
        klien.wait_for_workers(1, timeout=_KEDATANGAN)
    except TimeoutError as galat:
        raise PenggunaanError(
            f"Klaster {alamat} belum punya pekerja. Jalankan di tiap komputernya: dask worker {alamat} --nthreads 1"
        ) from galat
    # By the standard library's own words as well, which a worker knows that never heard of this program.
    tanya_versi = _tanya(klien, metadata.version, PAKET)
    tanya_diri = _tanya(klien, jati_diri, penanda)
    sini, dasar = metadata.version(PAKET), jati_diri(penanda)
    salah = {
        siapa: "tidak menjawab" if kata is None else f"{PAKET} {kata}, di sini {sini}"
        for siapa, kata in _jawaban(tanya_versi).items()
        if kata != sini
    }
    if not salah:
        sana = _jawaban(tanya_diri)
        salah = {siapa: beda for siapa, diri in sana.items() if (beda := _beda(diri, dasar))}
    if salah:
        rinci = "; ".join(f"{siapa} ({beda})" for siapa, beda in sorted(salah.items()))
        raise PenggunaanError(
            f"Pekerja klaster {alamat} yang tidak dapat dipakai: {rinci}. Samakan program dan folder bersamanya, atau hentikan "
            "pekerja itu; belum ada yang ditulis."
        )


def _beda(diri: object, dasar: JatiDiri) -> str:
    return diri.beda(dasar) if isinstance(diri, JatiDiri) else "tidak menjawab"


def _tanya(klien: "Client", tugas: Any, *masukan: object) -> "dict[str, Future[Any]]":  # noqa: ANN401 - any question
    """Ask each worker the same, without waiting for an answer."""
    return {
        siapa: klien.submit(tugas, *masukan, workers=[siapa], allow_other_workers=False, pure=False)
        for siapa in klien.scheduler_info(n_workers=-1)["workers"]
    }


def _jawaban(tanya: "dict[str, Future[Any]]") -> dict[str, Any]:
    """Return what each worker answers; None where it does not in time, `tidak terpasang` where it cannot."""
    from distributed import wait  # noqa: PLC0415 - as above

    with suppress(TimeoutError):
        wait(list(tanya.values()), timeout=_JAWABAN)
    return {siapa: _isi(masa_depan) for siapa, masa_depan in tanya.items()}


def _isi(masa_depan: "Future[Any]") -> object:
    if masa_depan.status == "error":
        return "tidak terpasang"
    return masa_depan.result() if masa_depan.status == "finished" else None
