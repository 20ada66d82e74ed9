"""Measure `hitung` on a cluster of this machine beside `hitung` in processes of this machine, in turns.

    python benchmarks/klaster.py [--unit 240] [--asn 60] [--pekerja 2] [--ulang 5]

Scheduler and workers are started once, as in an office where they run all day; each measured run is a whole process into a
fresh folder. What counts is the median of the ratios within a turn: the same mood of the machine lies on both.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from kota import PERIODE, buat_kota
from ukur import Ukuran, lingkungan_bersih, ukur

_PYTHON = sys.executable
LOKAL, KLASTER = "proses di komputer ini", "klaster"
_JANJI = 1.15
_TANPA_POTRET = "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED"


@contextmanager
def klaster_setempat(pekerja: int) -> Iterator[tuple[str, list[int]]]:
    """Run a scheduler and workers on this machine, as docs/SKALA.md says; give the address and their process numbers."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        alamat = f"tcp://127.0.0.1:{soket.getsockname()[1]}"
    diam = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": {**lingkungan_bersih(), _TANPA_POTRET: "False"},
    }
    dask = [_PYTHON, "-m", "distributed.cli.dask_scheduler", "--host", alamat, "--no-dashboard", "--no-show"]
    satu = [
        _PYTHON,
        "-m",
        "distributed.cli.dask_worker",
        alamat,
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
    ]
    semua = [subprocess.Popen(dask, **diam), *(subprocess.Popen(satu, **diam) for _ in range(pekerja))]
    try:
        from distributed import Client  # noqa: PLC0415 - an extra

        with Client(alamat, timeout=60, set_as_default=False) as klien:
            klien.wait_for_workers(pekerja, timeout=60)
        yield alamat, [proses.pid for proses in semua]
    finally:
        for proses in reversed(semua):
            proses.kill()
            proses.wait()


def _prosesor(nomor: list[int]) -> float:
    """Return the processor seconds that running processes have taken; 0 where the system does not tell."""
    detak, jumlah = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1, 0
    for pid in nomor:
        catatan = Path(f"/proc/{pid}/stat")
        if catatan.is_file():
            isi = catatan.read_text(encoding="ascii").rpartition(")")[2].split()
            jumlah += int(isi[11]) + int(isi[12])
    return jumlah / detak


def _sekali(kota: Path, *pilihan: str) -> Ukuran:
    # Put aside, a hundred megabytes a run would pile up and be written to disk beside the next one.
    shutil.rmtree(kota / "hasil", ignore_errors=True)
    perintah = [_PYTHON, "-m", "asn_nilai", "hitung", str(kota), "--periode", PERIODE, "--paksa", *pilihan]
    hasil = ukur(perintah, di=kota, lingkungan=lingkungan_bersih())
    if hasil.status:
        raise SystemExit(f"hitung {' '.join(pilihan)} berakhir dengan status {hasil.status}:\n{hasil.pesan}")
    return hasil


def bandingkan(kota: Path, pekerja: int, ulang: int) -> dict[str, list[tuple[float, float]]]:
    """Return for both ways the seconds of each run and its processor seconds, the workers' included."""
    hasil: dict[str, list[tuple[float, float]]] = {LOKAL: [], KLASTER: []}
    with klaster_setempat(pekerja) as (alamat, nomor):
        cara = {LOKAL: ("--paralel", str(pekerja)), KLASTER: ("--klaster", alamat)}
        for putaran in range(ulang + 1):
            urut = list(cara.items()) if putaran % 2 else list(cara.items())[::-1]
            for nama, pilihan in urut:
                sebelum = _prosesor(nomor)
                ukuran = _sekali(kota, *pilihan)
                if putaran:  # the first turn warms both up
                    hasil[nama].append((ukuran.detik, (ukuran.prosesor or 0) + _prosesor(nomor) - sebelum))
            if putaran:
                kini = " ".join(f"{n} {hasil[n][-1][0]:.2f} ({hasil[n][-1][1]:.2f})" for n in hasil)
                print(f"{putaran}/{ulang}: {kini}", file=sys.stderr, flush=True)
    return hasil


def main() -> None:
    """Measure and print."""
    pilihan = argparse.ArgumentParser(
        description="Bandingkan hitung di klaster dengan hitung di komputer ini."
    )
    for nama, bawaan in (("unit", 240), ("asn", 60), ("indikator", 8), ("pekerja", 2), ("ulang", 5)):
        pilihan.add_argument(f"--{nama}", type=int, default=bawaan)
    atur = pilihan.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kota = Path(folder) / "kota"
        buat_kota(kota, unit=atur.unit, asn=atur.asn, indikator=atur.indikator)
        mulai = time.perf_counter()
        hasil = bandingkan(kota, atur.pekerja, atur.ulang)
        print(f"{time.perf_counter() - mulai:.0f} detik seluruhnya", file=sys.stderr)
    for nama, semua in hasil.items():
        print(f"{nama}: {median(d for d, _ in semua):.2f} detik, prosesor {median(p for _, p in semua):.2f}")
    for apa, letak in (("waktu", 0), ("prosesor", 1)):
        banding = [k[letak] / lokal[letak] for lokal, k in zip(*hasil.values(), strict=True)]
        print(
            f"{apa}: {median(banding):.2f} × ({min(banding):.2f}–{max(banding):.2f}); janji waktu {_JANJI} ×"
        )


if __name__ == "__main__":
    main()
