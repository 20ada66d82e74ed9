"""Cliff's delta of each group against all others, with a bootstrap interval: the arithmetic behind Keadilan.

Delta asks of every pair, one of the group and one of the others, who has more: (pairs won − pairs lost) ÷ pairs, ties
counting for neither. It looks at order alone, so that one odd figure cannot carry it. It is computed by midranks, in
whole numbers until the last division: delta = 2U ÷ (n·m) − 1.

Sources: Cliff 1993 (Psychological Bulletin 114) for delta; Romano, Kromrey, Coraggio and Skowronek 2006 for the words;
Efron's percentile interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from asn_nilai.acuan.rumus.rumus import Larik

TINGKAT_YAKIN = 0.95
"""How often an interval is meant to hold the delta that it estimates."""
SEDANG = 0.33
"""From which size of delta on a difference is worth speaking of."""
_SEBUTAN = ((0.147, "dapat diabaikan"), (SEDANG, "kecil"), (0.474, "sedang"))
"""Below which size of delta each word holds; from the last one on it is the largest."""
_SEBUTAN_TERBESAR = "besar"
_SEL_SEKALIGUS = 1 << 17
"""About how many resampled figures are held at once: small enough for the processor's cache, and for any memory."""


@dataclass(frozen=True, slots=True)
class Banding:
    """One group beside all others: delta and its interval, each −1 to 1; NaN where there are no others."""

    delta: float = nan
    bawah: float = nan
    atas: float = nan

    @property
    def jelas(self) -> bool:
        """Tell whether the interval leaves 0 out."""
        return self.bawah > 0 or self.atas < 0


@dataclass(frozen=True, slots=True)
class _Susunan:
    """All figures of the groups one after the other, as places on the ladder of different figures.

    Attributes:
        kode: place of each figure, 0 for the lowest.
        banyak: number of different figures.
        awal: where each group starts.
        ukuran: number of figures of each group.
    """

    kode: Larik
    banyak: int
    awal: Larik
    ukuran: Larik

    def delta(self, kode: Larik) -> Larik:
        """Return each group's delta in each resample.

        Args:
            kode: resamples × figures, the groups lying as in `awal`.

        Returns:
            Resamples × groups.
        """
        ulangan, jumlah = kode.shape
        tempat = kode + np.arange(ulangan)[:, None] * self.banyak
        cacah = np.bincount(tempat.ravel(), minlength=ulangan * self.banyak).reshape(ulangan, self.banyak)
        peringkat_ganda = 2 * np.cumsum(cacah, axis=1) - cacah + 1  # twice the midrank: a whole number
        jumlah_peringkat = np.add.reduceat(peringkat_ganda.ravel()[tempat], self.awal, axis=1)
        pasangan = self.ukuran * (jumlah - self.ukuran)
        return np.asarray((jumlah_peringkat - self.ukuran * (self.ukuran + 1) - pasangan) / pasangan)


def bandingkan(kelompok: Sequence[Larik], ulangan: int, acak: np.random.Generator) -> list[Banding]:
    """Compare each group with all the others together.

    In every resample each group is drawn anew from itself, with its size kept, and all deltas come from the same
    resample. The order of figures within a group changes nothing; the order of the groups does, within chance.

    Args:
        kelompok: the figures of each group; none is empty.
        ulangan: number of resamples.
        acak: where chance comes from.
    """
    if len(kelompok) < 2:
        return [Banding() for _ in kelompok]
    ukuran = np.array([len(angka) for angka in kelompok])
    nilai, kode = np.unique(np.concatenate([np.sort(angka) for angka in kelompok]), return_inverse=True)
    susunan = _Susunan(kode, len(nilai), np.cumsum(ukuran) - ukuran, ukuran)
    ekor = (1 - TINGKAT_YAKIN) / 2
    selang = np.quantile(_delta_ulangan(susunan, ulangan, acak), [ekor, 1 - ekor], axis=0)
    delta = susunan.delta(kode[None, :])[0]
    return [Banding(*map(float, isi)) for isi in zip(delta, *selang, strict=True)]


def _delta_ulangan(susunan: _Susunan, ulangan: int, acak: np.random.Generator) -> Larik:
    """Return the deltas of all resamples, resamples × groups; drawn share by share, which changes no figure."""
    jumlah = len(susunan.kode)
    awal, ukuran = (np.repeat(deret, susunan.ukuran) for deret in (susunan.awal, susunan.ukuran))
    sekaligus = max(1, _SEL_SEKALIGUS // jumlah)
    bagian = []
    for mulai in range(0, ulangan, sekaligus):
        undian = acak.random((min(sekaligus, ulangan - mulai), jumlah))
        undian *= ukuran
        bagian.append(susunan.delta(susunan.kode[undian.astype(np.intp) + awal]))
    return np.concatenate(bagian)


def sebutan_delta(delta: float) -> str:
    """Return the size of a delta in words; blank for NaN."""
    if isnan(delta):
        return ""
    return next((nama for batas, nama in _SEBUTAN if abs(delta) < batas), _SEBUTAN_TERBESAR)
