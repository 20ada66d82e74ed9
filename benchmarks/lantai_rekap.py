"""The floor of a recap: read the same CSV files, write the very cells of its workbook, and nothing else.

    python benchmarks/lantai_rekap.py RUANG PERIODE SEL TUJUAN

The files are those of the period and of each month of its year, read by pandas as it likes to; the cells were taken from
rekap.xlsx by `sel_buku` beforehand. No hash is compared, nothing is counted or ranked, no chart or sparkline is drawn, and
no page is written.
"""

import argparse
from pathlib import Path

import pandas as pd
from lantai import LembarTanpaSiapRumus, tulis

BERKAS = ("nilai.csv", "rincian.csv", "temuan.csv", "tindak_lanjut.csv")


def main() -> None:
    """Read and write one recap."""
    pilihan = argparse.ArgumentParser(description="Lantai rekap: baca dan tulis saja.")
    for nama in ("ruang", "periode", "sel", "tujuan"):
        pilihan.add_argument(nama, type=str if nama == "periode" else Path)
    isi = pilihan.parse_args()
    folder = sorted({isi.periode, *(f.name for f in (isi.ruang / "hasil").glob("????-??"))})
    tabel = [pd.read_csv(isi.ruang / "hasil" / f / nama) for f in folder for nama in BERKAS]
    tulis(isi.sel, isi.tujuan, LembarTanpaSiapRumus)
    print(f"{sum(map(len, tabel))} baris")


if __name__ == "__main__":
    main()
