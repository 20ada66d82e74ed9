"""The working of each capaian as a table: the same rows on a unit's page and on the card of one ASN."""

from functools import partial
from math import isnan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.hasil.kata_penjelasan import tulis_bilangan, tulis_nhk
from asn_nilai.acuan.hasil.penjelasan import BagianUnit, BarisPenjelasan, Penjelasan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.rumus import RUMUS
from asn_nilai.terbit.halaman.templat import dengan_kecil
from asn_nilai.terbit.halaman.unit.sel import Asal, keterangan_sumber, sebutan_sumber, tulis_sel

_DESIMAL_KERJA = 4
"""Decimals shown of a capaian; what is computed with is the whole number."""
_DESIMAL_SUMBER = 6
"""Decimals shown of an aggregated target or realisasi; the working beside it shows them all."""

BarisTampil = tuple[str, ...]
"""Indicator, target, realisasi, working, capaian (and what a conversion makes of it), bobot, weighted: cells for
`badan_tabel`."""


@baris_ringan
class Kerja:
    """The working of one ASN's indicators in one unit.

    Attributes:
        unit: the unit's name; `bulan` are the months counted there.
        baris: one tuple of cells per indicator.
        jumlah_bobot, tertimbang: the sums of both columns, as text.
        sumber: where the figures stand: (`target` or `realisasi`, files and sheets).
    """

    unit: str
    bulan: int
    baris: list[BarisTampil]
    jumlah_bobot: str
    tertimbang: str
    sumber: list[tuple[str, list[str]]]


def susun_kerja(bagian: BagianUnit, aturan: Aturan, sel_terbanyak: int | None = None) -> Kerja:
    """Return the table of one unit's indicators.

    Args:
        bagian: the unit's part of an explanation.
        aturan: tells whether there is a column for what a conversion makes of capaian.
        sel_terbanyak: a figure made of more months shows its first and last cell only, and not how they were joined; None for
            all of them. With it, what the working gives has the decimals of a printed score.
    """
    asal = [_asal(baris, sel_terbanyak) for baris in bagian.baris]
    sebutan_t, sebutan_r = sebutan_sumber(t for t, _ in asal), sebutan_sumber(r for _, r in asal)
    konversi, desimal = aturan.capaian.konversi is not None, aturan.desimal
    tulis = (
        partial(tulis_bilangan, desimal=_DESIMAL_KERJA)
        if sel_terbanyak is None
        else partial(tulis_nhk, desimal=desimal)
    )
    tertimbang = sum(b.nilai_tertimbang for b in bagian.baris if not isnan(b.nilai_tertimbang))
    return Kerja(
        bagian.unit,
        bagian.bulan_dihitung,
        [
            (
                dengan_kecil(baris.indikator, sifat(baris)),
                dengan_kecil(tulis_bilangan(baris.target, _DESIMAL_SUMBER), tulis_sel(di_target, sebutan_t)),
                dengan_kecil(
                    tulis_bilangan(baris.realisasi, _DESIMAL_SUMBER), tulis_sel(di_realisasi, sebutan_r)
                ),
                _hitungan(baris, sel_terbanyak),
                tulis(baris.capaian),
                *((tulis(baris.nilai_capaian),) if konversi else ()),
                tulis_bilangan(baris.bobot),
                tulis(baris.nilai_tertimbang),
            )
            for baris, (di_target, di_realisasi) in zip(bagian.baris, asal, strict=True)
        ],
        tulis_bilangan(bagian.jumlah_bobot),
        tulis(tertimbang),
        [("target", keterangan_sumber(sebutan_t)), ("realisasi", keterangan_sumber(sebutan_r))],
    )


def rumus_capaian(aturan: Aturan) -> dict[str, tuple[str, str]]:
    """Return the formula of each polarity (or aspect) as it is written on paper, and its basis with how sure it is."""
    return {
        kunci: (RUMUS[ketentuan.nilai].tulisan, f"{ketentuan.dasar} ({ketentuan.status})")
        for kunci, ketentuan in aturan.capaian.rumus.items()
    }


def kunci_dipakai(penjelasan: Penjelasan, aturan: Aturan) -> list[str]:
    """Return the polarities or aspects whose formulas an explanation's indicators use, each once."""
    baris = (b for bagian in penjelasan.bagian for b in bagian.baris)
    kunci = dict.fromkeys(aturan.kunci_rumus(b.polaritas, b.aspek) for b in baris)
    return [k for k in kunci if k in aturan.capaian.rumus]


def _hitungan(baris: BarisPenjelasan, sel_terbanyak: int | None) -> str:
    """Return the working, and in small print how the months became one figure, unless their cells are cut short too."""
    kalimat = f"{baris.kalimat}; {baris.konversi.isi}" if baris.konversi else baris.kalimat
    ringkas = sel_terbanyak is not None and len(baris.bulan) > sel_terbanyak
    return dengan_kecil(kalimat, baris.penggabungan) if baris.penggabungan and not ringkas else kalimat


def sifat(baris: BarisPenjelasan) -> str:
    """Return what kind of indicator a row is, for the small print under its name."""
    return " · ".join((baris.kode, *baris.sifat))


def _asal(baris: BarisPenjelasan, sel_terbanyak: int | None) -> tuple[Asal, Asal]:
    """Return the cells of target and realisasi."""
    bulan = baris.bulan
    if sel_terbanyak is not None and len(bulan) > sel_terbanyak:
        bulan = (bulan[0], bulan[-1])
    return (
        [(ini.bulan, ini.sel_target) for ini in bulan],
        [(ini.bulan, ini.sel_realisasi) for ini in bulan if ini.sel_realisasi],
    )
