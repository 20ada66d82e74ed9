"""Builds the example work folder `bukittinggi/`: invented people, believable numbers, five clean months and a messy June.

Run as `python examples/buat_contoh.py`. The same seed gives the same bytes, except for the three June files that
LibreOffice saves; those are made once and kept.
"""

import argparse
import csv
import sys
import tempfile
from pathlib import Path

from kota_contoh import libreoffice
from kota_contoh.buku_acuan import tulis_skema, tulis_target
from kota_contoh.buku_capaian import baris_bulan, tulis_capaian
from kota_contoh.daftar import INSTANSI, TAHUN, Unit, daftar_unit
from kota_contoh.juni import (
    BELUM_SETOR,
    BULAN_JUNI,
    KESALAHAN_JUNI,
    LEWAT_LIBREOFFICE,
    TATA_JUNI,
    logatkan,
    terapkan,
)
from kota_contoh.rencana import periode

_PENGATURAN = f"""\
# Ruang kerja contoh. Semua nama, NIP, dan angka di folder ini rekaan.
instansi = "{INSTANSI}"
tahun = {TAHUN}
aturan = "permenpanrb-6-2022"
"""
Harapan = tuple[str, str, str, str, str]


def _bulan_bersih(folder: Path) -> None:
    """Write January to May: nothing to find."""
    for bulan in range(1, BULAN_JUNI):
        for unit in daftar_unit():
            tujuan = folder / "capaian" / periode(bulan) / f"{unit.kode}.xlsx"
            tulis_capaian(tujuan, unit, bulan, baris_bulan(unit.kode, bulan), {})


def _berkas_juni(unit: str) -> str:
    """Give the path of a unit's June file below the work folder."""
    return f"capaian/{periode(BULAN_JUNI)}/{unit}.{LEWAT_LIBREOFFICE.get(unit, 'xlsx')}"


def _tulis_juni(tujuan: Path, unit: Unit) -> list[Harapan]:
    """Write a unit's June workbook and give the findings it must lead to."""
    baris = baris_bulan(unit.kode, BULAN_JUNI)
    ubahan = {}
    for lembar, isi in baris.items():
        # The unit's way of typing comes first, so that a fault stays as it is written in the list.
        logatkan(unit.kode, isi)
        ubahan[lembar] = terapkan(unit.kode, lembar, isi)
    letak = tulis_capaian(tujuan, unit, BULAN_JUNI, baris, TATA_JUNI.get(unit.kode, {}))
    hasil = []
    for lembar, daftar in ubahan.items():
        for u, b in (pasangan for pasangan in daftar if pasangan[0].kode):
            nomor = next(i for i, x in enumerate(baris[lembar]) if x is b)
            sel = letak[lembar].sel(nomor, u.kolom)
            hasil.append((_berkas_juni(unit.kode), lembar, sel, u.kode, u.keterangan))
    return hasil


def _juni(folder: Path, *, ulang: bool, lewati_libreoffice: bool) -> list[Harapan]:
    """Write June's files and give all findings they must lead to."""
    harapan = [
        (_berkas_juni(u.unit), u.lembar, "", u.kode, u.keterangan) for u in KESALAHAN_JUNI if not u.urut
    ]
    with tempfile.TemporaryDirectory() as sementara:
        for unit in (u for u in daftar_unit() if u.kode not in BELUM_SETOR):
            tujuan = folder / _berkas_juni(unit.kode)
            if unit.kode not in LEWAT_LIBREOFFICE:
                harapan += _tulis_juni(tujuan, unit)
                continue
            mentah = Path(sementara) / f"{unit.kode}.xlsx"
            harapan += _tulis_juni(mentah, unit)
            if lewati_libreoffice or (tujuan.exists() and not ulang):
                continue
            if libreoffice.program() is None:
                print(
                    f"LibreOffice tidak terpasang: {tujuan.name} dibiarkan seperti adanya.", file=sys.stderr
                )
                continue
            libreoffice.simpan_ulang(mentah, tujuan)
    return harapan


def buat(induk: Path, *, ulang_libreoffice: bool = False, lewati_libreoffice: bool = False) -> Path:
    """Write the example folder below `induk`, with the list of June's findings beside it; give the folder."""
    folder = induk / "bukittinggi"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "asn-nilai.toml").write_text(_PENGATURAN, encoding="utf-8", newline="\n")
    tulis_skema(folder / "skema.xlsx")
    for unit in daftar_unit():
        tulis_target(folder / "target" / f"{unit.kode}.xlsx", unit)
    _bulan_bersih(folder)
    harapan = _juni(folder, ulang=ulang_libreoffice, lewati_libreoffice=lewati_libreoffice)
    with (induk / "juni_diharapkan.csv").open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas, lineterminator="\n")
        penulis.writerow(("berkas", "lembar", "sel", "kode", "keterangan"))
        penulis.writerows(sorted(harapan))
    return folder


def main() -> None:
    """Read the command line and build the folder."""
    pengurai = argparse.ArgumentParser(description="Membuat ruang kerja contoh berisi data rekaan.")
    pengurai.add_argument(
        "--ke", type=Path, default=Path(__file__).parent, metavar="FOLDER", help="folder induk tujuan"
    )
    pengurai.add_argument(
        "--ulang-libreoffice", action="store_true", help="buat ulang berkas yang disimpan LibreOffice"
    )
    pilihan = pengurai.parse_args()
    folder = buat(pilihan.ke, ulang_libreoffice=pilihan.ulang_libreoffice)
    print(f"Ruang kerja contoh: {folder}")


if __name__ == "__main__":
    main()
