"""Measure whether time and memory grow with the number of units, and what reading a province takes, for docs/SKALA.md.

    python benchmarks/banyak_unit.py [--unit 60 240 960] [--asn 4] [--kota 20] [--paralel 2]

Prints the two tables of that page. Small units show what a unit costs that has hardly anybody; processor seconds are taken, for
they say the same on a machine that others use as well. The cities of the province are one, copied: each is read as a whole.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from kota import PERIODE, buat_kota
from ukur import Ukuran, lingkungan_bersih, ukur

UNIT_KOTA, ASN_KOTA = 60, 60
"""The city of docs/KINERJA.md, of which the province is made."""


def jalankan(folder: Path, *kata: object, status: int = 0) -> Ukuran:
    """Run a command of the program in a folder and measure it.

    Raises:
        RuntimeError: it did not end with `status`; the cities are clean.
    """
    perintah = [sys.executable, "-m", "asn_nilai", *map(str, kata)]
    hasil = ukur(perintah, di=folder, lingkungan=lingkungan_bersih())
    if hasil.status != status:
        raise RuntimeError(hasil.pesan)
    return hasil


def _angka(nilai: float, desimal: int = 0) -> str:
    return f"{nilai:.{desimal}f}".replace(".", ",")


def banyak_unit(folder: Path, semua: list[int], asn: int, paralel: int) -> list[str]:
    """Return the table of cities of more and more units: processor time of a unit, memory of the largest process."""
    baris = [
        "| unit | waktu prosesor tiap unit | memori proses terbesar | sekali lagi, dengan hasil lama |",
        "|---:|---:|---:|---:|",
    ]
    for unit in semua:
        kota = folder / f"kota-{unit}"
        buat_kota(kota, unit=unit, asn=asn)
        pertama, lagi = (
            jalankan(kota, "hitung", ".", "--periode", PERIODE, "--paksa", "--paralel", paralel)
            for _ in range(2)
        )
        shutil.rmtree(kota)
        sel = (
            f"{_angka((pertama.prosesor or 0) / unit * 1000)} ms",
            *(f"{_angka(ini.mib or 0)} MiB" for ini in (pertama, lagi)),
        )
        baris.append(f"| {unit} | {' | '.join(sel)} |")
    return baris


def provinsi(folder: Path, banyak: int, paralel: int) -> list[str]:
    """Return the table of `rekap --akar` over one city and over many."""
    akar = folder / "provinsi"
    kota = akar / "kota-01"
    buat_kota(kota, unit=UNIT_KOTA, asn=ASN_KOTA)
    jalankan(kota, "hitung", ".", "--periode", PERIODE, "--paralel", paralel)
    baris = ["| kota | ASN | waktu prosesor | memori |", "|---:|---:|---:|---:|"]
    for jumlah in (1, banyak):
        for nomor in range(2, jumlah + 1):
            shutil.copytree(kota, akar / f"kota-{nomor:02}", copy_function=os.link)
        salinan = int(jumlah > 1)  # copies of a city are said to be that
        hasil = jalankan(folder, "rekap", "--akar", akar, "--periode", PERIODE, status=salinan)
        asn = f"{jumlah * UNIT_KOTA * ASN_KOTA:,}".replace(",", ".")
        baris.append(
            f"| {jumlah} | {asn} | {_angka(hasil.prosesor or 0, 1)} detik | {_angka(hasil.mib or 0)} MiB |"
        )
    return baris


def main() -> None:
    """Measure and print both tables."""
    pilihan = argparse.ArgumentParser(description="Ukur kota berunit banyak dan rekap satu provinsi.")
    pilihan.add_argument("--unit", type=int, nargs="+", default=[60, 240, 960])
    pilihan.add_argument("--asn", type=int, default=4)
    pilihan.add_argument("--kota", type=int, default=20)
    pilihan.add_argument("--paralel", type=int, default=2)
    atur = pilihan.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(banyak_unit(Path(folder), atur.unit, atur.asn, atur.paralel)), flush=True)
        print("\n".join(["", *provinsi(Path(folder), atur.kota, atur.paralel)]))


if __name__ == "__main__":
    main()
