"""The floor: the least that any program of this kind must do, done with the same libraries and as many processes.

    python benchmarks/lantai.py RUANG PERIODE SEL TUJUAN [--paralel N] [--tanpa-siap-rumus]

It reads the same workbooks with calamine to plain lists, and writes for each unit the very cells of its nilai.xlsx
(strings, numbers, formulas with their values; formats, widths, heights, defined names), which `sel_buku` has put into
SEL beforehand. No header is looked for, nothing is checked or scored, and no page, CSV or manifest is written.

`--tanpa-siap-rumus` leaves out XlsxWriter's search of each formula for functions newer than Excel 2007, as `hitung`
does, whose formulas use none.
"""

import argparse
import os
import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from lantai_baca import baca, baca_unit
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

_PILIHAN = {
    "in_memory": True,
    "default_format_properties": {"font_name": "Arial", "font_size": 10},
    "default_row_height": 17,
    "default_column_width": 64,
}


class LembarTanpaSiapRumus(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """A sheet that takes formulas as they are."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
        return formula.removeprefix("=")


def tulis(sel: Path, tujuan: Path, kelas: type[Worksheet]) -> None:
    """Write a workbook from its pickled cells."""
    sifat, nama, lembar = pickle.loads(sel.read_bytes())  # noqa: S301 # our own file of a minute ago
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with Workbook(str(tujuan), _PILIHAN) as buku:
        gaya = [buku.add_format(s) for s in sifat]
        for judul, lebar, tinggi, isi in lembar:
            ws = buku.add_worksheet(judul, worksheet_class=kelas)
            for kolom, piksel in lebar:
                ws.set_column_pixels(kolom, kolom, piksel)
            for baris, titik in tinggi:
                ws.set_row(baris, titik)
            for baris, kolom, jenis, rupa, nilai, nomor in isi:
                if jenis == "teks":
                    ws.write_string(baris, kolom, rupa, gaya[nomor])
                elif jenis == "angka":
                    ws.write_number(baris, kolom, rupa, gaya[nomor])
                elif jenis == "rumus":
                    ws.write_formula(baris, kolom, rupa, gaya[nomor], nilai)
                else:
                    ws.write_blank(baris, kolom, None, gaya[nomor])
        for kunci, arti in nama:
            buku.define_name(kunci, f"={arti}")


def satu_unit(
    kode: str, *, ruang: Path, periode: str, sel: Path, tujuan: Path, kelas: type[Worksheet]
) -> str:
    """Read what one unit submitted and write its workbook."""
    baca_unit(kode, ruang=ruang, bulan=(periode,))
    tulis(sel / f"{kode}.pickle", tujuan / kode / "nilai.xlsx", kelas)
    return kode


def main() -> None:
    """Read and write a whole city."""
    pilihan = argparse.ArgumentParser(description="Lantai: baca dan tulis saja.")
    for nama in ("ruang", "periode", "sel", "tujuan"):
        pilihan.add_argument(nama, type=str if nama == "periode" else Path)
    pilihan.add_argument("--paralel", type=int)
    pilihan.add_argument("--tanpa-siap-rumus", action="store_true")
    isi = pilihan.parse_args()
    baca(isi.ruang / "skema.xlsx")
    kode = sorted(berkas.stem for berkas in isi.sel.glob("*.pickle"))
    kelas = LembarTanpaSiapRumus if isi.tanpa_siap_rumus else Worksheet
    kerja = partial(
        satu_unit, ruang=isi.ruang, periode=isi.periode, sel=isi.sel, tujuan=isi.tujuan, kelas=kelas
    )
    proses = min(isi.paralel or os.cpu_count() or 1, len(kode))
    if proses <= 1:
        selesai = len([kerja(k) for k in kode])
    else:
        with ProcessPoolExecutor(proses) as pelaksana:
            selesai = len(list(pelaksana.map(kerja, kode)))
    print(f"{selesai} unit")


if __name__ == "__main__":
    main()
