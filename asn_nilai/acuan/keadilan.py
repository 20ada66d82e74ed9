"""What is said of fairness: groups of ASN beside each other, and assessors beside the results they rate. Values only.

A difference between groups is a question, not a verdict: docs/KEADILAN.md says what such figures can and cannot prove.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import nan


@dataclass(frozen=True, slots=True)
class KelompokKeadilan:
    """One group of scored ASN beside all other scored ASN of the same dimension.

    Attributes:
        nama: what the group is called (`Perempuan`, `30–39 tahun`, `III`).
        jumlah: number of scored ASN.
        median: median of their printed NHK.
        delta: Cliff's delta against all others, −1 to 1; above 0: the group's NHK tend to be higher. NaN where there
            are no others.
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


@dataclass(frozen=True, slots=True)
class PenilaiPerilaku:
    """How one assessor (NIP Atasan) rated behaviour, beside the results of the same ASN.

    Attributes:
        jumlah: number of ASN rated.
        sebaran: number of ASN by behaviour rating; under rules with numbers, by whole points.
        seragam: all of them got the same, although their results differ.
        jarak: mean of behaviour minus result: in steps of the rating, or in points under rules with numbers.
        jauh: `jarak` lies far from the median of all assessors.
        keterangan: both in a sentence; blank where there is nothing to look at.
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


@dataclass(frozen=True, slots=True)
class Keadilan:
    """All comparisons of one period. The same seed (`benih`) gives the same figures."""

    dimensi: tuple[DimensiKeadilan, ...]
    penilai: tuple[PenilaiPerilaku, ...]
    jumlah: int
    jarak_tengah: float
    satuan_jarak: str
    penilai_tersembunyi: int
    benih: int
    ulangan: int
    catatan: tuple[str, ...] = field(default=())
