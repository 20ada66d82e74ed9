"""The floor of `validasi`: calamine alone reads the workbooks that must be read.

    python benchmarks/lantai_baca.py RUANG PERIODE [--paralel N] [--mundur N]

These are the skema, each unit's target workbook and its capaian of the month, and what is there of its capaian of the
earlier months that plausibility looks at. Every sheet becomes plain lists; no header is looked for, nothing is checked.
"""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook


def baca(berkas: Path) -> dict[str, list[list[Any]]]:
    """Read every sheet of a workbook to lists."""
    buku = CalamineWorkbook.from_path(str(berkas))
    return {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in buku.sheet_names}


def baca_unit(kode: str, *, ruang: Path, bulan: tuple[str, ...]) -> None:
    """Read a unit's target workbook and its capaian of these months."""
    for folder in (ruang / "target", *(ruang / "capaian" / b for b in bulan)):
        berkas = folder / f"{kode}.xlsx"
        if berkas.is_file():
            baca(berkas)


def main() -> None:
    """Read a whole city."""
    pilihan = argparse.ArgumentParser(description="Lantai validasi: baca saja.")
    pilihan.add_argument("ruang", type=Path)
    pilihan.add_argument("periode")
    pilihan.add_argument("--paralel", type=int)
    pilihan.add_argument("--mundur", type=int, default=0, help="banyaknya bulan sebelumnya yang dibaca juga")
    isi = pilihan.parse_args()
    tahun, _, nomor = isi.periode.partition("-")
    awal = max(1, int(nomor) - isi.mundur)
    bulan = tuple(f"{tahun}-{n:02}" for n in range(awal, int(nomor) + 1))
    baca(isi.ruang / "skema.xlsx")
    kode = sorted(berkas.stem for berkas in (isi.ruang / "target").glob("*.xlsx"))
    proses = min(isi.paralel or os.cpu_count() or 1, len(kode))
    kerja = partial(baca_unit, ruang=isi.ruang, bulan=bulan)
    if proses <= 1:
        selesai = len([kerja(k) for k in kode])
    else:
        with ProcessPoolExecutor(proses) as pelaksana:
            selesai = len(list(pelaksana.map(kerja, kode)))
    print(f"{selesai} unit")


if __name__ == "__main__":
    main()
