"""How long `cocokkan` takes beside reading its exports with calamine alone: processor time, in pairs.

    python benchmarks/cocokkan.py RUANG PERIODE [--penilai 4] [--ulangan 7]

RUANG is a computed work folder (`benchmarks/kota.py`, then `hitung`). Where it has no exports of the period, they are made
from its results as e-Kinerja lays them out, several assessors' files for each unit. Two things are compared:

- reading alone, in one process, its start apart: every export as calamine hands it over, and as rows that are known to be of
  the period, with a NIP, words and cells, nothing hidden, struck out or shown otherwise passed over;
- the whole command, which also reads skema and results, compares and writes workbook and page, beside a process that only
  reads the exports with calamine; both pay for starting Python.
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook

_KEPALA = (
    "No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja", "Predikat Kinerja Periodik",
)  # fmt: skip
_LANTAI = """
import sys
from pathlib import Path
from python_calamine import CalamineWorkbook
def lantai(folder):
    for berkas in sorted(folder.glob("*.xlsx")):
        with CalamineWorkbook.from_path(berkas) as buku:
            for nama in buku.sheet_names:
                buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)
"""
_LANTAI_SAJA = f"{_LANTAI}lantai(Path(sys.argv[1]))"
_BACA = f"""{_LANTAI}
from time import process_time
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.baca.setoran.ekspor_bkn import baca_ekspor
konteks = siapkan(Path(sys.argv[1]), sys.argv[2])
for _ in range(int(sys.argv[3])):
    awal = process_time()
    baca_ekspor(konteks.ruang, konteks.periode, konteks.skema)
    tengah = process_time()
    lantai(konteks.ruang.folder_bkn(konteks.periode))
    print(tengah - awal, process_time() - tengah)
"""


def _bagi(baris: Sequence[dict[str, str]], penilai: int) -> Iterator[Sequence[dict[str, str]]]:
    """Yield a unit's people assessor by assessor."""
    for nomor in range(penilai):
        if milik := baris[nomor::penilai]:
            yield milik


def buat_ekspor(ruang: Path, periode: str, penilai: int) -> int:
    """Write the exports of a month; return how many there are."""
    tujuan = ruang / "bkn" / periode
    tujuan.mkdir(parents=True)
    with (ruang / "hasil" / periode / "nilai.csv").open(encoding="utf-8", newline="") as sumber:
        semua = list(csv.DictReader(sumber))
    tahun, bulan = periode.split("-")
    for unit, milik in groupby(semua, key=lambda baris: baris["kode_unit"]):
        for nomor, anggota in enumerate(_bagi(list(milik), penilai), 1):
            with Workbook(str(tujuan / f"{unit} penilai {nomor}.xlsx")) as buku:
                lembar = buku.add_worksheet("Worksheet")
                for ke, kalimat in enumerate(
                    ("PEMERINTAH KOTA", unit, f"Periode Bulanan {int(bulan)} Tahun {tahun}")
                ):
                    lembar.write_string(ke, 0, kalimat)
                lembar.write_row(4, 0, _KEPALA)
                for ke, asn in enumerate(anggota, 1):
                    isi = (
                        asn["nip"],
                        asn["nama"],
                        asn["jabatan"],
                        asn["rating_hasil_kerja"],
                        asn["rating_perilaku"],
                        asn["predikat"],
                    )
                    lembar.write_number(4 + ke, 0, ke)
                    for kolom, teks in enumerate(isi, 1):
                        lembar.write_string(4 + ke, kolom, teks)
    return len(list(tujuan.glob("*.xlsx")))


def _detik(*perintah: str | Path) -> float:
    """Return the processor time of a process, in seconds."""
    awal = os.times()
    subprocess.run([str(kata) for kata in perintah], check=False, capture_output=True)
    akhir = os.times()
    return akhir.children_user + akhir.children_system - awal.children_user - awal.children_system


def main() -> None:
    """Measure and print."""
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("ruang", type=Path)
    pilihan.add_argument("periode")
    pilihan.add_argument("--penilai", type=int, default=4)
    pilihan.add_argument("--ulangan", type=int, default=7)
    isi = pilihan.parse_args()
    folder = isi.ruang / "bkn" / isi.periode
    banyak = (
        len(list(folder.glob("*.xlsx")))
        if folder.is_dir()
        else buat_ekspor(isi.ruang, isi.periode, isi.penilai)
    )
    baca = subprocess.run(
        [sys.executable, "-c", _BACA, str(isi.ruang), isi.periode, str(isi.ulangan)],
        check=True,
        capture_output=True,
        text=True,
    )
    _laporkan(f"{banyak} ekspor, membaca saja", [_pasangan(baris) for baris in baca.stdout.splitlines()])
    perintah = (sys.executable, "-m", "asn_nilai", "cocokkan", isi.ruang, "--periode", isi.periode)
    lantai = (sys.executable, "-c", _LANTAI_SAJA, folder)
    _laporkan("seluruh perintah", [(_detik(*perintah), _detik(*lantai)) for _ in range(isi.ulangan)])


def _pasangan(baris: str) -> tuple[float, float]:
    kita, lantai = map(float, baris.split())
    return kita, lantai


def _laporkan(apa: str, pasangan: Sequence[tuple[float, float]]) -> None:
    kita, lantai = ([ini[sisi] for ini in pasangan] for sisi in (0, 1))
    kali = statistics.median(satu / lain for satu, lain in pasangan)
    print(
        f"{apa}: {statistics.median(kita):.3f} s, calamine saja {statistics.median(lantai):.3f} s: {kali:.2f} kali"
    )


if __name__ == "__main__":
    main()
