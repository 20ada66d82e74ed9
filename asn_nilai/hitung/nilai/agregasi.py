"""How the months of a period become one target and one realisasi per indicator.

Months lie in one flat array, ordered by row and month, with the position where each row's months begin: so a
sum is one numpy call, on floats and on exact fractions alike.
"""

import numpy as np

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.isian.indikator.rasio import SERATUS
from asn_nilai.acuan.rumus.rumus import Larik

_DERAU = 1e-14
"""Share of the added amounts below which a sum of floats is noise: typed figures have at most 15 digits."""


def gabungkan_bulan(bulanan: Larik, awal: Larik, agregasi: Larik) -> Larik:
    """Aggregate monthly figures.

    Of a ratio this gives its target: the mean of the months'; its realisasi comes from `gabungkan_rasio`.

    Args:
        bulanan: figures of all rows, months in order; float or Fraction; shape (sum of months,).
        awal: index in `bulanan` of each row's first month; shape (rows,); every row has a month.
        agregasi: each row's `Agregasi` value; shape (rows,).

    Returns:
        One figure per row, of the same kind of number; shape (rows,). NaN where a month needed is NaN.
    """
    akhir = np.append(awal[1:], len(bulanan))
    jumlah = np.add.reduceat(bulanan, awal)
    terakhir = bulanan[akhir - 1]
    if bulanan.dtype != object:
        # A missing month counts also where only the last one is looked at.
        terakhir = np.where(np.isnan(jumlah), np.nan, terakhir)
        # 0.1 + 0.2 - 0.3 is nothing on paper, and must be nothing here.
        jumlah = np.where(np.abs(jumlah) <= np.add.reduceat(np.abs(bulanan), awal) * _DERAU, 0.0, jumlah)
    rata = jumlah / (akhir - awal)
    berata = (agregasi == Agregasi.RATA_RATA) | (agregasi == Agregasi.RASIO)
    return np.where(agregasi == Agregasi.JUMLAH, jumlah, np.where(berata, rata, terakhir))


def gabungkan_rasio(pembilang: Larik, penyebut: Larik, awal: Larik) -> Larik:
    """Return 100 × Σ pembilang ÷ Σ penyebut over each row's months; NaN where a month needed is NaN.

    Args:
        pembilang: what the months count above the line; shape (sum of months,).
        penyebut: what they count below it; likewise.
        awal: index of each row's first month; shape (rows,).
    """
    return SERATUS * np.add.reduceat(pembilang, awal) / np.add.reduceat(penyebut, awal)
