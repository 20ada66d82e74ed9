"""A Dask cluster opened: who may work there.

A worker must be this very program with the same libraries, and see the work folder where it is not sent to it (`bekal`).
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asn_nilai.aliran import bungkam_pustaka
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.proses.bekal import FolderBersama, FolderDikirim
from asn_nilai.alur.proses.jati_diri import PAKET, JatiDiri, jati_diri
from asn_nilai.alur.proses.pelaksana_klaster import Klaster, minta_penjadwal
from asn_nilai.alur.proses.proses_paralel import Tugas

if TYPE_CHECKING:
    from distributed import Client, Future

_HUBUNGAN, _KEDATANGAN, _JAWABAN, _PAMIT = 8, 5, 6, 5
"""Seconds: until the scheduler must be there, a worker, each of two answers of a worker, together under half a minute; to take leave."""
_SELA = 0.1
"""Seconds between two looks whether a worker has come."""


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

    class Klien(Client):
        """One that leaves whoever takes the call and then says nothing; Dask itself waits for a first word without end."""

        def start(self, **isi: Any) -> None:  # noqa: ANN401 - Dask's own
            super().start(callback_timeout=_HUBUNGAN, **isi)  # type: ignore[no-untyped-call]

    try:
        klien: Client = Klien(alamat, timeout=_HUBUNGAN, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as galat:
        raise PenggunaanError(_tak_menjawab(alamat)) from galat
    try:
        with klien.as_current():
            _periksa_pekerja(klien, alamat, penanda)
            yield Klaster(klien, alamat, FolderBersama if penanda else FolderDikirim)
    finally:
        # what was running there need not end, and a lost scheduler cannot take leave
        with suppress(Exception):
            klien.close(timeout=_PAMIT)


def _tak_menjawab(alamat: str) -> str:
    return (
        f"Penjadwal klaster {alamat} tidak menjawab. Periksa alamatnya (seperti tcp://10.0.0.5:8786) dan apakah dask scheduler "
        "berjalan di sana; atau jalankan tanpa --klaster."
    )


def _tunggu_pekerja(klien: "Client", alamat: str) -> list[str]:
    """Return the workers' addresses as soon as there is one.

    Raises:
        PenggunaanError: none comes, or the scheduler has stopped to answer.
    """
    batas = time.monotonic() + _KEDATANGAN
    while True:
        try:
            semua = minta_penjadwal(klien, "identity", _JAWABAN, n_workers=-1)["workers"]
        except OSError as galat:  # a TimeoutError is one
            raise PenggunaanError(_tak_menjawab(alamat)) from galat
        if semua:
            return list(semua)
        if time.monotonic() > batas:
            raise PenggunaanError(
                f"Klaster {alamat} belum punya pekerja. Jalankan di tiap komputernya: dask worker {alamat} --nthreads 1"
            )
        time.sleep(_SELA)


def _periksa_pekerja(klien: "Client", alamat: str, penanda: Path | None) -> None:
    pekerja = _tunggu_pekerja(klien, alamat)
    # By the standard library's own words as well, which a worker knows that never heard of this program.
    tanya_versi = _tanya(klien, pekerja, metadata.version, PAKET)
    tanya_diri = _tanya(klien, pekerja, jati_diri, penanda)
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


def _tanya(
    klien: "Client",
    pekerja: Iterable[str],
    tugas: Tugas[object],
    *masukan: object,
) -> "dict[str, Future[Any]]":
    """Ask each worker the same, without waiting for an answer."""
    return {
        siapa: klien.submit(tugas, *masukan, workers=[siapa], allow_other_workers=False, pure=False)
        for siapa in pekerja
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
