"""Merged ranges over figures and ratings: a value that stands for several cells is none of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from asn_nilai.acuan.isian.formulir import Formulir, JenisIsi
from asn_nilai.acuan.isian.tabel import nama_sel
from asn_nilai.baca.format_sel.lembar import Rentang
from asn_nilai.baca.tabel.sel import GABUNGAN, Isi, SelRusak

_BERANGKA = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_SALINAN = frozenset({"target", "target_tahunan"})
"""Figures that stand there for the reader; what counts is computed from others."""


def tandai_gabungan(
    kisi: list[list[Isi]],
    gabungan: Sequence[Rentang],
    formulir: Formulir,
    kolom: Mapping[str, int],
    baris: Sequence[int],
) -> None:
    """Mark the figures and ratings that a merged range joins with others, or with another place's value.

    Whose such a value is nobody can tell. A range within one row that widens a figure's own cell is only wide; copies that nothing
    is computed from keep their value.
    """
    berangka = [
        (kolom[isian.kunci], isian.kunci)
        for isian in formulir.kolom
        if isian.jenis in _BERANGKA and isian.kunci in kolom
    ]
    for atas, kiri, bawah, kanan in gabungan:
        tertutup = [
            (nomor, letak, kunci)
            for letak, kunci in berangka
            if kiri <= letak <= kanan
            for nomor in baris[bisect_left(baris, atas) : bisect_right(baris, bawah)]
        ]
        if not tertutup or [(nomor, letak) for nomor, letak, _ in tertutup] == [(atas, kiri)]:
            continue
        if isinstance(awal := kisi[atas][kiri], str) and not awal.strip():
            continue
        for nomor, letak, kunci in tertutup:
            if kunci not in _SALINAN and not isinstance(kisi[nomor][letak], SelRusak):
                rentang = f"{nama_sel(atas, kiri)}:{nama_sel(bawah, kanan)}"
                kisi[nomor][letak] = SelRusak(GABUNGAN, rentang)
