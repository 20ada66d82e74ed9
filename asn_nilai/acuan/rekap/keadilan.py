"""What is said of fairness: groups of ASN beside each other, and assessors beside the results they rate. Values only.

A difference between groups is a question, not a verdict: docs/KEADILAN.md says what such figures can and cannot prove.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isnan, nan


@dataclass(frozen=True, slots=True)
class KelompokKeadilan:
    """One group of scored ASN beside all other scored ASN of the same dimension.

    Attributes:
        nama: what the group is called (`Perempuan`, `30–39 tahun`, `PNS III`).
        jumlah: number of scored ASN.
        median: median of their printed NHK.
        delta: Cliff's delta against all others of the dimension, those of groups not shown too, −1 to 1; above 0: the
            group's NHK tend to be higher. NaN where the others are too few to be compared.
        bawah: lower end of the 95 percent bootstrap interval of `delta`.
        atas: upper end.
        sebutan: the size of `delta` in words; blank where there is none.
        jelas: whether the interval leaves 0 out.
    """

    nama: str
    jumlah: int
    median: float
    delta: float = nan
    bawah: float = nan
    atas: float = nan
    sebutan: str = ""
    jelas: bool = False


@dataclass(frozen=True, slots=True)
class DimensiKeadilan:
    """One way to group the ASN.

    Attributes:
        judul: `Jenis kelamin`, `Kelompok umur`, …
        kelompok: the groups that are large enough, in their natural order.
        kelompok_tersembunyi: number of groups too small to be shown; `asn_tersembunyi` their ASN.
        tanpa_keterangan: scored ASN of whom this is not known.
    """

    judul: str
    kelompok: tuple[KelompokKeadilan, ...]
    kelompok_tersembunyi: int = 0
    asn_tersembunyi: int = 0
    tanpa_keterangan: int = 0

    @property
    def berpasangan(self) -> bool:
        """Tell whether there are two groups only: then each one's delta is the other's turned round."""
        return len(self.kelompok) + self.kelompok_tersembunyi == 2

    @property
    def perbandingan(self) -> int:
        """Return how many comparisons are shown; two groups beside each other are one."""
        banyak = sum(not isnan(kelompok.delta) for kelompok in self.kelompok)
        return min(banyak, 1) if self.berpasangan else banyak

    @property
    def perbandingan_jelas(self) -> int:
        """Return how many of them are `jelas`."""
        banyak = sum(kelompok.jelas for kelompok in self.kelompok)
        return min(banyak, 1) if self.berpasangan else banyak


@dataclass(frozen=True, slots=True)
class PenilaiPerilaku:
    """How one assessor (NIP Atasan) rated behaviour, beside the results of the same ASN.

    Attributes:
        nama: name in the register, else the NIP; no two assessors are named alike.
        kode_unit: the assessor's own unit, blank where the register does not tell.
        jumlah: number of ASN rated.
        sebaran: number of ASN by behaviour rating, best first, none left out; under rules with numbers by whole points,
            highest first.
        seragam: all of them got the same, although their results differ.
        peluang: how often chance would give so many the same, were all ratings of the period dealt out anew; NaN unless
            `seragam`.
        janggal: `seragam`, and chance would hardly do so.
        jarak: mean of behaviour minus result: in steps of the rating, or in points under rules with numbers.
        jauh: `jarak` lies far from the median of all assessors, and further than chance would.
        menyimpang: how many ratings depart from their own aspects without a word of why.
        keterangan: all that in sentences; blank where there is nothing to look at.
    """

    nip: str
    nama: str
    kode_unit: str
    jumlah: int
    sebaran: Mapping[str, int]
    seragam: bool
    jarak: float
    jauh: bool
    keterangan: str = ""
    peluang: float = nan
    janggal: bool = False
    menyimpang: int = 0


@dataclass(frozen=True, slots=True)
class Keadilan:
    """All comparisons of one period. The same seed (`benih`) gives the same figures.

    Attributes:
        dimensi: the ways to group, always the same ones in the same order.
        penilai: the assessors with enough rated ASN, by name; none where the aturan leaves nothing to compare.
        jumlah: number of scored ASN.
        jarak_tengah: median of the assessors' `jarak`; NaN without assessors.
        satuan_jarak: `tingkat` (steps of the rating) or `poin`; blank where behaviour and result cannot be compared.
        penilai_tersembunyi: number of assessors with too few rated ASN.
        benih: the seed.
        ulangan: number of resamples behind each interval.
        catatan: what such figures can and cannot prove, as sentences.
        simpulan: what is worth asking about, or that nothing is, as one sentence.
    """

    dimensi: tuple[DimensiKeadilan, ...]
    penilai: tuple[PenilaiPerilaku, ...]
    jumlah: int
    jarak_tengah: float
    satuan_jarak: str
    penilai_tersembunyi: int
    benih: int
    ulangan: int
    catatan: tuple[str, ...] = field(default=())
    simpulan: str = ""
