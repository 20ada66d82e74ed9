"""The results as data: nilai.csv, rincian.csv, rasio.csv, temuan.csv and tindak_lanjut.csv, for spreadsheets and programs.

UTF-8, comma, decimal point, no thousands. A text that a spreadsheet would take for a formula gets a leading
apostrophe. Rows are lists of such texts, so that rows of a unit whose inputs did not change can be carried over
from the earlier file to the letter.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RASIO, KOLOM_RINCIAN, HasilUnit
from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.hasil.tindak_lanjut import (
    ANGKA_KREDIT,
    IDE_BARU,
    KOLOM_TINDAK_LANJUT,
    PEMBINAAN,
    PENGHARGAAN,
    Usulan,
)
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.data.sel_csv import RINCIAN_CSV, sel_csv, teks_aman, teks_asli

if TYPE_CHECKING:
    import pandas as pd

NILAI_CSV, RASIO_CSV = "nilai.csv", "rasio.csv"
TEMUAN_CSV, TINDAK_LANJUT_CSV = "temuan.csv", "tindak_lanjut.csv"
KOLOM_CSV = {
    NILAI_CSV: KOLOM_NILAI,
    RINCIAN_CSV: KOLOM_RINCIAN,
    RASIO_CSV: KOLOM_RASIO,
    TEMUAN_CSV: KUNCI_TEMUAN,
    TINDAK_LANJUT_CSV: KOLOM_TINDAK_LANJUT,
}
"""The files of a period that later runs and a recap read back, with their columns."""
_DIAMANKAN = re.compile(rb"'[=+\-@\t\r]")
"""What a cell that `teks_aman` changed holds: most files hold none, and need not be looked through cell by cell."""

BarisCsv = list[str]


def baris_nilai(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of nilai.csv: one per ASN placed in the unit, columns KOLOM_NILAI."""
    return [
        [
            *_kunci(hasil), *map(sel_csv, (asn.nip, asn.nama, asn.jabatan)), str(len(asn.indikator)), sel_csv(asn.nhk),
            *map(sel_csv, (asn.rating_hasil, asn.rating_perilaku, asn.nilai_akhir, asn.predikat, asn.status)),
            sel_csv(tulis_alasan(asn)),
        ]
        for asn in hasil.nilai
    ]  # fmt: skip


def baris_rincian(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of rincian.csv: one per ASN and indicator that takes part, columns KOLOM_RINCIAN."""
    kunci, aman = _kunci(hasil), cache(teks_aman)  # an indicator's words stand in a row of every ASN
    return [
        [
            *kunci, aman(asn.nip), aman(i.kode), aman(i.satuan), str(i.polaritas), str(i.agregasi),
            *map(sel_csv, (milik.bobot, milik.target, milik.realisasi, milik.capaian, milik.tertimbang)),
            teks_aman(tulis_letak(milik.baris.sel_target)), teks_aman(tulis_letak(milik.baris.sel_realisasi)),
        ]
        for asn in hasil.nilai
        for milik in asn.indikator
        for i in (milik.indikator,)
    ]  # fmt: skip


def baris_rasio(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of rasio.csv: one per ASN and ratio with a realisasi, columns KOLOM_RASIO."""
    return [
        [*_kunci(hasil), *map(sel_csv, (asn.nip, milik.indikator.kode, *milik.rasio))]
        for asn in hasil.nilai
        for milik in asn.indikator
        if milik.rasio
    ]


def _kunci(hasil: HasilUnit) -> tuple[str, str]:
    return hasil.periode.kode, teks_aman(hasil.unit.kode)


def tulis_alasan(asn: NilaiAsn) -> str:
    """Return the column `alasan`: each finding's code and place, or where the score of who moved on stands."""
    return asn.kata_pindah or "; ".join(f"{temuan.kode} ({temuan.letak})" for temuan in asn.alasan)


def tulis_letak(semua: Iterable[Letak | None]) -> str:
    """Return the columns `sel_target` and `sel_realisasi`: the cells of the counted months, those that are there."""
    return "; ".join([str(letak) for letak in semua if letak])


def baris_tindak_lanjut(hasil: HasilUnit) -> list[BarisCsv]:
    """Return a unit's rows of tindak_lanjut.csv: one per ASN and list; nothing where no lists were drawn up."""
    daftar = hasil.tindak_lanjut
    if daftar is None:
        return []
    isi: list[tuple[object, ...]] = [
        (usulan.nip, usulan.nama, jenis, usulan.alasan, kalimat_indikator(usulan), *[""] * 6)
        for jenis, semua in (
            (PENGHARGAAN, daftar.penghargaan),
            (IDE_BARU, daftar.ide_baru),
            (PEMBINAAN, daftar.pembinaan),
        )
        for usulan in semua
    ]
    isi += [
        (
            k.nip, k.nama, ANGKA_KREDIT, k.keterangan, "", k.angka, k.jenjang, k.persen, k.koefisien, k.bulan,
            k.sebelum,
        )
        for k in daftar.angka_kredit
    ]  # fmt: skip
    return [[*_kunci(hasil), *map(sel_csv, baris)] for baris in isi]


def kalimat_indikator(usulan: Usulan) -> str:
    """Return the indicators to work on in one line, `code name (capaian)` joined by `; `."""
    return "; ".join(f"{i.sebutan} ({tulis_angka(i.capaian)})" for i in usulan.indikator)


def baris_temuan(temuan: Iterable[Temuan]) -> list[BarisCsv]:
    """Return rows of temuan.csv: one per finding, the keys of the contract as columns."""
    return [[teks_aman(nilai) for nilai in ini.sebagai_dict().values()] for ini in temuan]


def urai_baris(teks: str) -> Iterator[BarisCsv]:
    """Yield the rows that `teks_baris` wrote."""
    return csv.reader(io.StringIO(teks, newline=""))


def isi_baris(kolom: Sequence[str], baris: Iterable[BarisCsv]) -> Iterator[dict[str, str]]:
    """Yield rows of one of these files by column, texts as they were before `teks_aman`."""
    return (dict(zip(kolom, map(teks_asli, sel), strict=True)) for sel in baris)


def teks_csv(kolom: Sequence[str], baris: Iterable[BarisCsv]) -> str:
    """Return a CSV file's text: the header and the rows."""
    return teks_baris([list(kolom)]) + teks_baris(baris)


def teks_baris(baris: Iterable[BarisCsv]) -> str:
    """Return rows as the text that they are in a CSV file."""
    tujuan = io.StringIO()
    tulis_berkutip = csv.writer(tujuan, lineterminator="\n").writerow
    for sel in baris:
        teks = ",".join(sel)
        if _tanpa_kutip(teks, len(sel)):
            tujuan.write(f"{teks}\n")
        else:
            tulis_berkutip(sel)
    # The csv module writes a lone carriage return bare, and reads it as the end of a row.
    return tujuan.getvalue().replace("\r", " ")


def _tanpa_kutip(teks: str, banyak: int) -> bool:
    """Tell whether so many cells with commas between them are already what the csv module would write of them.

    It weighs each letter against each mark, more than a hundredth of the instructions of `hitung`; most rows need no quotes.
    """
    return bool(teks) and teks.count(",") == banyak - 1 and not ('"' in teks or "\n" in teks or "\r" in teks)


def alir_csv(berkas: Path, kolom: Sequence[str]) -> Iterator[BarisCsv]:
    """Yield the rows of an earlier CSV file as they stand in it; none where it is missing or has another header."""
    if berkas.is_file():
        with berkas.open(encoding="utf-8", newline="") as sumber:
            pembaca = csv.reader(sumber)
            if next(pembaca, None) == list(kolom):
                yield from pembaca


def baca_csv(berkas: Path, kolom: Sequence[str], kunci: str) -> dict[str, list[BarisCsv]]:
    """Return the rows of an earlier CSV file by what one column says; empty where it has another header."""
    hasil: dict[str, list[BarisCsv]] = {}
    tempat = kolom.index(kunci)
    for baris in alir_csv(berkas, kolom):
        hasil.setdefault(teks_asli(baris[tempat]), []).append(baris)
    return hasil


class PetaCsv:
    """Where the rows of an earlier CSV file lie, by what one column says: read when they are asked for.

    Nothing is there where the file is missing or has another header.
    """

    def __init__(self, berkas: Path, kolom: Sequence[str], kunci: str) -> None:
        self._berkas, self._letak = berkas, dict[str, list[tuple[int, int]]]()
        if berkas.is_file():
            self._petakan(list(kolom), kolom.index(kunci))

    def _petakan(self, kolom: list[str], kunci: int) -> None:
        akhir = 0

        def baris() -> Iterator[str]:
            nonlocal akhir
            for mentah in sumber:
                akhir += len(mentah)
                yield mentah.decode()

        with self._berkas.open("rb") as sumber:
            pembaca = csv.reader(baris())
            if next(pembaca, None) != kolom:
                return
            awal = akhir
            for sel in pembaca:
                letak = self._letak.setdefault(teks_asli(sel[kunci]), [])
                if letak and letak[-1][1] == awal:
                    letak[-1] = (letak[-1][0], akhir)
                else:
                    letak.append((awal, akhir))
                awal = akhir

    def __iter__(self) -> Iterator[str]:
        """Yield the values, in the order in which they first occur."""
        return iter(self._letak)

    def teks(self, nilai: str) -> str:
        """Return the rows with a value as they stand in the file, blank where there are none."""
        if nilai not in self._letak:
            return ""
        with self._berkas.open("rb") as sumber:
            return "".join(_potong(sumber, *letak) for letak in self._letak[nilai])


def _potong(sumber: BinaryIO, awal: int, akhir: int) -> str:
    sumber.seek(awal)
    return sumber.read(akhir - awal).decode()


def baca_kepala(berkas: Path) -> tuple[str, ...]:
    """Return the columns of an earlier CSV file."""
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return tuple(next(csv.reader(sumber), ()))


def baca_bingkai(berkas: Path, kolom: Sequence[str], angka: Sequence[str]) -> "pd.DataFrame":
    """Return some columns of one of these files: texts as they were before `teks_aman`, `angka` as float64 (blank: NaN)."""
    import pandas as pd  # noqa: PLC0415 - only a recap reads whole columns back; `hitung` does without pandas

    isi = berkas.read_bytes()
    bingkai = pd.read_csv(
        io.BytesIO(isi),
        usecols=list(kolom),
        dtype=dict.fromkeys(kolom, str) | dict.fromkeys(angka, "float64"),
        keep_default_na=False,
        na_values={nama: [""] for nama in angka},
        encoding="utf-8",
    )[list(kolom)]
    if b"'" in isi and _DIAMANKAN.search(isi):
        for nama in set(kolom).difference(angka):
            bingkai[nama] = bingkai[nama].map(teks_asli)
    return bingkai
