"""Merged ranges over figures and ratings: a value that stands for several cells is none of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir, JenisIsi
from asn_nilai.acuan.isian.formulir.tabel import Tabel, nama_sel
from asn_nilai.baca.format_sel.lembar import Rentang
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import GABUNGAN, Isi, SelRusak

_BERANGKA = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_SALINAN = frozenset({"target", "target_tahunan"})
"""Figures that stand there for the reader; what counts is computed from others."""
_DISEBUT = frozenset({"kode_indikator", "polaritas", "agregasi"})
"""Texts on which a score rests: taken for every row of their merged range, and said so. One Bukti for several rows is usual, and a
Satuan is held against the register row by row."""


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


def catat_gabungan_teks(tabel: Tabel, gabungan: Sequence[Rentang], catatan: Catatan) -> None:
    """Note each merged range whose text is taken for several rows: whose it is nobody says."""
    turun = {
        (kunci, asal)
        for (kunci, posisi), asal in tabel.asal.items()
        if kunci in _DISEBUT and tabel.teks(kunci)[posisi]
    }
    for kunci, asal in sorted(turun):
        letak = tabel.kolom[kunci]
        bawah, kanan = next((b, k) for atas, kiri, b, k in gabungan if (atas, kiri) == (asal, letak))
        rentang = f"{nama_sel(asal, letak)}:{nama_sel(bawah, kanan)}"
        catatan.tambah(
            "sel-gabungan-teks", (asal, letak), rentang=rentang, kolom=FORMULIR[tabel.formulir].label(kunci)
        )
