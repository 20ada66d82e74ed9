"""The results as data: nilai.csv, rincian.csv, temuan.csv and tindak_lanjut.csv, for spreadsheets and programs.

UTF-8, comma, decimal point, no thousands. A text that a spreadsheet would take for a formula gets a leading
apostrophe. Rows are lists of such texts, so that rows of a unit whose inputs did not change can be carried over
from the earlier file to the letter.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from math import isnan
from pathlib import Path

import pandas as pd

from asn_nilai.acuan.hasil import KOLOM_NILAI, KOLOM_RINCIAN, HasilUnit
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.acuan.tindak_lanjut import ANGKA_KREDIT, PEMBINAAN, PENGHARGAAN, Usulan
from asn_nilai.acuan.tulisan import tulis_angka

_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")

_DIAMANKAN = re.compile(rb"""[,"\n]'[=+\-@\t\r]""")
"""A cell that `teks_aman` changed, or may have: most files hold none, and need not be looked through cell by cell."""

BarisCsv = list[str]


def teks_aman(teks: str) -> str:
    """Return the text with a leading apostrophe where a spreadsheet would run it as a formula."""
    return f"'{teks}" if teks.startswith(_AWAL_RUMUS) else teks


def teks_asli(teks: str) -> str:
    """Return the text as it was before `teks_aman`."""
    return teks[1:] if teks[:1] == "'" and teks[1:].startswith(_AWAL_RUMUS) else teks


def sel_csv(nilai: object) -> str:
    """Return a value as a cell of these files: a number to 15 significant digits, NaN blank, a text made safe."""
    if isinstance(nilai, float):
        return "" if isnan(nilai) else f"{nilai:.15g}"
    return teks_aman(nilai) if isinstance(nilai, str) else str(nilai)


def _baris(bingkai: pd.DataFrame, kolom: Sequence[str]) -> list[BarisCsv]:
    daftar = [bingkai[satu].tolist() for satu in kolom]
    return [[sel_csv(satu) for satu in baris] for baris in zip(*daftar, strict=True)]


def baris_nilai(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of nilai.csv: one per ASN placed in the unit."""
    return _baris(hasil.nilai, KOLOM_NILAI)


def baris_rincian(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of rincian.csv: one per ASN and indicator that takes part, to 15 significant digits."""
    return _baris(hasil.rincian, KOLOM_RINCIAN)


def baris_tindak_lanjut(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of tindak_lanjut.csv: one per ASN and list; nothing where no lists were drawn up."""
    daftar = hasil.tindak_lanjut
    if daftar is None:
        return []
    isi: list[tuple[object, ...]] = [
        (satu.nip, satu.nama, jenis, satu.alasan, kalimat_indikator(satu), *[""] * 5)
        for jenis, semua in ((PENGHARGAAN, daftar.penghargaan), (PEMBINAAN, daftar.pembinaan))
        for satu in semua
    ]
    isi += [
        (k.nip, k.nama, ANGKA_KREDIT, k.keterangan, "", k.angka, k.jenjang, k.persen, k.koefisien, k.bulan)
        for k in daftar.angka_kredit
    ]
    return [[hasil.periode.kode, teks_aman(hasil.unit.kode), *map(sel_csv, satu)] for satu in isi]


def kalimat_indikator(usulan: Usulan) -> str:
    """Return the indicators to work on in one line, `code name (capaian)` joined by `; `."""
    return "; ".join(f"{i.kode} {i.nama} ({tulis_angka(i.capaian)})" for i in usulan.indikator)


def baris_temuan(temuan: Iterable[Temuan]) -> list[BarisCsv]:
    """Return rows of temuan.csv: one per finding, the keys of the contract as columns."""
    return [[teks_aman(nilai) for nilai in satu.sebagai_dict().values()] for satu in temuan]


def isi_baris(kolom: Sequence[str], baris: Iterable[BarisCsv]) -> list[dict[str, str]]:
    """Return rows of one of these files by column, texts as they were before `teks_aman`."""
    return [dict(zip(kolom, map(teks_asli, satu), strict=True)) for satu in baris]


def teks_csv(kolom: Sequence[str], baris: Iterable[BarisCsv]) -> str:
    """Return a CSV file's text: the header and the rows."""
    tujuan = io.StringIO()
    penulis = csv.writer(tujuan, lineterminator="\n")
    penulis.writerow(kolom)
    penulis.writerows(baris)
    return tujuan.getvalue()


def baca_csv(berkas: Path, kolom: Sequence[str], kunci: str) -> dict[str, list[BarisCsv]]:
    """Return the rows of an earlier CSV file by the value of one column; empty where it has another header."""
    if not berkas.is_file():
        return {}
    with berkas.open(encoding="utf-8", newline="") as sumber:
        pembaca = csv.reader(sumber)
        if next(pembaca, None) != list(kolom):
            return {}
        hasil: dict[str, list[BarisCsv]] = {}
        for baris in pembaca:
            hasil.setdefault(baris[kolom.index(kunci)], []).append(baris)
        return hasil


def baca_kepala(berkas: Path) -> tuple[str, ...]:
    """Return the columns of an earlier CSV file."""
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return tuple(next(csv.reader(sumber), ()))


def baca_bingkai(berkas: Path, kolom: Sequence[str], angka: Sequence[str]) -> pd.DataFrame:
    """Return some columns of one of these files: texts as they were before `teks_aman`, `angka` as float64 (blank: NaN)."""
    bingkai = pd.read_csv(
        berkas,
        usecols=list(kolom),
        dtype=dict.fromkeys(kolom, str) | dict.fromkeys(angka, "float64"),
        keep_default_na=False,
        na_values={nama: [""] for nama in angka},
        encoding="utf-8",
    )[list(kolom)]
    if _DIAMANKAN.search(berkas.read_bytes()):
        for nama in set(kolom).difference(angka):
            bingkai[nama] = bingkai[nama].map(teks_asli)
    return bingkai
