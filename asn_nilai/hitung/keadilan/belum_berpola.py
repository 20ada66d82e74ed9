"""Whether a unit leaves its weak ASN unscored: who is missing now, beside the others, when both were last scored.

How often would as many, picked at random from the unit, have stood as low together? By rank sums (Mann and Whitney 1947),
one-sided: exact over all choices where the unit is small, by the normal curve with ties where it is large. Rare alone is
not enough: the difference must also be worth speaking of, a Cliff's delta of `sedang` at least. docs/KEADILAN.md has the
rates at which planted patterns are found and shuffled ones are not.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import erfc, sqrt

import numpy as np

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rata import rata_rata, tulis_rata
from asn_nilai.acuan.rekap.bahan import BELUM_BERPOLA
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.hitung.keadilan.cliff import SEDANG
from asn_nilai.hitung.keadilan.kebetulan import JARANG

_TERTULIS = 0.0005
"""The smallest share that does not print as nought."""
_TEPAT_SAMPAI = 60
"""Up to how many ASN all choices are counted; beyond, the normal curve is as good and much quicker."""

NhkBulan = Mapping[str, float]
"""Printed NHK of the scored ASN of a month by NIP."""


def periksa_belum_berpola(
    unit: tuple[str, str],
    belum: Collection[str],
    dinilai: Collection[str],
    lalu: Iterable[tuple[Bulan, NhkBulan]],
    desimal: int,
) -> Iterator[Temuan]:
    """Yield a finding where a unit's unscored ASN had clearly less than the others when both were last scored.

    Args:
        unit: code and name.
        belum: NIPs of its ASN who are not scored in the period.
        dinilai: NIPs of those who are.
        lalu: other months' scores, newest first.
        desimal: decimals of a printed NHK.
    """
    semua = ((bulan, _milik(nhk, belum), _milik(nhk, dinilai)) for bulan, nhk in lalu)
    terakhir = next(((bulan, ini, lain) for bulan, ini, lain in semua if ini and lain), None)
    if terakhir is None:
        return
    bulan, ini, lain = terakhir
    peluang, delta = peluang_serendah(ini, lain), delta_cliff(ini, lain)
    if peluang <= float(JARANG) and -delta >= SEDANG:
        yield temuan(
            BELUM_BERPOLA,
            Letak(),
            unit=unit[0],
            unit_kerja=unit[1],
            belum=len(belum),
            bulan=bulan.label,
            banyak=len(ini),
            rata_belum=tulis_rata(rata_rata(ini, desimal), desimal),
            rata_lain=tulis_rata(rata_rata(lain, desimal), desimal),
            persen=tulis_angka(peluang * 100, 1) if peluang >= _TERTULIS else "kurang dari 0,1",
        )


def _milik(nhk: NhkBulan, nip: Iterable[str]) -> list[float]:
    return [nhk[asn] for asn in sorted(nip) if asn in nhk]


def delta_cliff(ini: Sequence[float], lain: Sequence[float]) -> float:
    """Return Cliff's delta of some figures against others: below 0, these tend to be lower."""
    beda = np.sign(np.subtract.outer(np.array(ini, float), np.array(lain, float)))
    return float(beda.mean())


def peluang_serendah(ini: Sequence[float], lain: Sequence[float]) -> float:
    """Return how often as many, picked at random from all, would have stood as low together; ties share their places."""
    _, kode, banyak = np.unique(np.array([*ini, *lain], float), return_inverse=True, return_counts=True)
    # Twice the midrank is a whole number.
    ganda = (2 * np.cumsum(banyak) - banyak + 1)[kode]
    jumlah = int(ganda[: len(ini)].sum())
    if len(ganda) <= _TEPAT_SAMPAI:
        return _peluang_tepat(ganda.tolist(), len(ini), jumlah)
    return _peluang_normal(banyak, len(ini), len(lain), jumlah)


def _peluang_tepat(ganda: Sequence[int], ukuran: int, jumlah: int) -> float:
    """Return the share of all choices of a size whose sum is no larger; counted by sizes and sums."""
    cara = np.zeros((ukuran + 1, jumlah + 1))  # by size and sum, larger sums left out
    semua = np.zeros(ukuran + 1)
    cara[0, 0] = semua[0] = 1.0
    for tempat in ganda:
        semua[1:] += semua[:-1].copy()
        if tempat <= jumlah:
            cara[1:, tempat:] += cara[:-1, : jumlah + 1 - tempat].copy()
    return float(cara[ukuran].sum() / semua[ukuran])


def _peluang_normal(banyak: Larik, n: int, m: int, jumlah_ganda: int) -> float:
    """Return the same by the normal curve, with ties and half a place for what lies between whole sums."""
    semua = n + m
    ikatan = float((banyak.astype(float) ** 3 - banyak).sum())
    ragam = n * m / 12 * (semua + 1 - ikatan / (semua * (semua - 1)))
    if ragam <= 0:
        return 1.0
    jarak = (jumlah_ganda / 2 + 0.5 - n * (semua + 1) / 2) / sqrt(ragam)
    return erfc(-jarak / sqrt(2)) / 2
