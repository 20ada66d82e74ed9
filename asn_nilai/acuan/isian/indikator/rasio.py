"""A ratio in one month: what a row of a capaian sheet counts above and below the line, and the realisasi that they give.

A realisasi typed beside them counts for nothing: it is only held against them.
"""

from fractions import Fraction
from functools import lru_cache
from math import isnan, nan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pecahan import pecahan

SERATUS = 100
_PEMBILANG, _PENYEBUT = KUNCI_RASIO


@baris_ringan
class Rasio:
    """What stands above and below the line, NaN where nothing can be read, with both cells; None without a row or column."""

    pembilang: float = nan
    penyebut: float = nan
    sel_pembilang: Letak | None = None
    sel_penyebut: Letak | None = None

    @property
    def realisasi(self) -> float:
        """Return 100 × pembilang ÷ penyebut, the double nearest to it; NaN where that has no meaning."""
        if isnan(self.pembilang) or isnan(self.penyebut) or self.penyebut <= 0:
            return nan
        return _hasil_bagi(self.pembilang, self.penyebut)

    @property
    def letak(self) -> Letak | None:
        """Return the place of both cells as one, `H12 ÷ I12`."""
        atas, bawah = self.sel_pembilang, self.sel_penyebut
        if atas is None or bawah is None:
            return None
        return Letak(atas.berkas, atas.lembar, f"{atas.sel} ÷ {bawah.sel}")


@lru_cache(maxsize=4096)
def _hasil_bagi(pembilang: float, penyebut: float) -> float:
    return float(rasio_tepat(pembilang, penyebut))


def rasio_tepat(pembilang: float, penyebut: float) -> Fraction:
    """Return 100 × pembilang ÷ penyebut exactly, from the digits as typed."""
    return SERATUS * pecahan(pembilang) / pecahan(penyebut)


def rasio_bulan(tabel: Tabel, posisi: int) -> Rasio:
    """Return what a row of a capaian table counts."""
    atas, bawah = (tabel.isi[kunci][posisi] for kunci in KUNCI_RASIO)
    ada = all(kunci in tabel.kolom for kunci in KUNCI_RASIO)
    return Rasio(
        atas if isinstance(atas, float) else nan,
        bawah if isinstance(bawah, float) else nan,
        tabel.letak(_PEMBILANG, posisi) if ada else None,
        tabel.letak(_PENYEBUT, posisi) if ada else None,
    )


def kolom_angka(indikator: Indikator) -> str:
    """Return the key of the capaian column in which a figure stands, of a ratio that of its upper part."""
    return _PEMBILANG if indikator.rasio else "realisasi"


def realisasi_bulan(tabel: Tabel, posisi: int, indikator: Indikator) -> float | None:
    """Return the realisasi that counts: what is typed, or what a ratio gives; None where there is none."""
    if not indikator.rasio:
        nilai = tabel.isi["realisasi"][posisi]
        return nilai if isinstance(nilai, float) else None
    hasil = rasio_bulan(tabel, posisi).realisasi
    return None if isnan(hasil) else hasil
