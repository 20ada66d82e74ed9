"""A workbook of indicators, columns as the sheet Indikator of skema.xlsx has them: the rows that stand, and why others do not."""

from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.daftar.lembar_daftar import KolomDaftar, cari_lembar_daftar
from asn_nilai.baca.skema.baris_indikator import baca_indikator


@dataclass(frozen=True, slots=True)
class DaftarIndikator:
    """The indicators of a workbook, its columns, and what could not be taken, each at its cell."""

    indikator: tuple[Indikator, ...]
    kolom: tuple[KolomDaftar, ...]
    temuan: tuple[Temuan, ...]


def baca_daftar_indikator(berkas: Path) -> DaftarIndikator:
    """Read a workbook of indicators; of a code that stands in it twice the first row is taken.

    Raises:
        DaftarTidakTerbacaError: the file cannot be read, or no sheet has indicators.
    """
    semua = cari_lembar_daftar(berkas, "Indikator")
    hasil: list[Indikator] = []
    for lembar in semua:
        lembar.baris.ketik_angka("batas_bawah", "batas_atas", "nilai_terburuk")
        for posisi in lembar.baris.posisi:
            indikator = baca_indikator(lembar.baris, posisi)
            if indikator is not None and not lembar.baris.ganda("kode_indikator", posisi):
                hasil.append(indikator)
    return DaftarIndikator(
        tuple(hasil),
        tuple(kolom for lembar in semua for kolom in lembar.kolom),
        tuple(temuan for lembar in semua for temuan in lembar.catatan.temuan),
    )
