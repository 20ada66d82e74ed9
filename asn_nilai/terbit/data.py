"""The results as data: nilai.csv, rincian.csv and temuan.csv, for spreadsheets and programs.

UTF-8, comma, decimal point, no thousands. A text that a spreadsheet would take for a formula gets a leading
apostrophe. Rows are lists of such texts, so that rows of a unit whose inputs did not change can be carried over
from the earlier file to the letter.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from math import isnan
from pathlib import Path

import pandas as pd

from asn_nilai.acuan.hasil import KOLOM_NILAI, KOLOM_RINCIAN, HasilUnit
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan

_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")

BarisCsv = list[str]


def teks_aman(teks: str) -> str:
    """Return the text with a leading apostrophe where a spreadsheet would run it as a formula."""
    return f"'{teks}" if teks.startswith(_AWAL_RUMUS) else teks


def teks_asli(teks: str) -> str:
    """Return the text as it was before `teks_aman`."""
    return teks[1:] if teks[:1] == "'" and teks[1:].startswith(_AWAL_RUMUS) else teks


def _isi(nilai: object) -> str:
    if isinstance(nilai, float):
        return "" if isnan(nilai) else f"{nilai:.15g}"
    return teks_aman(nilai) if isinstance(nilai, str) else str(nilai)


def _baris(bingkai: pd.DataFrame, kolom: Sequence[str]) -> list[BarisCsv]:
    daftar = [bingkai[satu].tolist() for satu in kolom]
    return [[_isi(satu) for satu in baris] for baris in zip(*daftar, strict=True)]


def baris_nilai(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of nilai.csv: one per ASN placed in the unit."""
    return _baris(hasil.nilai, KOLOM_NILAI)


def baris_rincian(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of rincian.csv: one per ASN and indicator that takes part, to 15 significant digits."""
    return _baris(hasil.rincian, KOLOM_RINCIAN)


def baris_temuan(temuan: Iterable[Temuan]) -> list[BarisCsv]:
    """Return rows of temuan.csv: one per finding, the keys of the contract as columns."""
    return [[teks_aman(nilai) for nilai in satu.sebagai_dict().values()] for satu in temuan]


def temuan_dari_baris(baris: Iterable[BarisCsv]) -> list[dict[str, str]]:
    """Return findings, with the keys of the contract, from rows of temuan.csv."""
    return [dict(zip(KUNCI_TEMUAN, map(teks_asli, satu), strict=True)) for satu in baris]


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
