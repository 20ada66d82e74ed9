"""Where a unit stands among others, and how firmly. Judged once in hitung/rekap/peringkat.py, shown by every face.

A rank is for sale where units may leave their weak ASN unscored: so a unit with too little cover has none, and what
lifted a rank is said beside it. docs/KEADILAN.md says what `setara` means and what it cannot prove.
"""

from dataclasses import dataclass

from asn_nilai.acuan.pecahan import pecahan

BATAS_KEBETULAN = 1.96
"""How many standard deviations chance alone is granted, two-sided 95 percent. A choice of this program, no rule's."""


def cukup_dinilai(dinilai: int, jumlah_asn: int, cakupan: int) -> bool:
    """Tell whether so many of a unit's ASN are scored that its mean may stand beside others'; `cakupan` in percent."""
    return dinilai > 0 and dinilai * 100 >= cakupan * jumlah_asn


@dataclass(frozen=True, slots=True)
class Terangkat:
    """A rank that is better for who is in it and who is not: the same people as in the compared month would rank lower.

    Attributes:
        belum: how many ASN are not scored, and were before.
        keluar: how many stood in the unit in the compared month, and no longer do.
        masuk: how many of its scored ASN did not stand in it then.
        rata_rata: the printed mean with the first two at the last value each had, and without the third; NaN of nobody,
            where the whole unit is new.
        peringkat: the place that this mean would take; None of nobody.
    """

    belum: int
    keluar: int
    masuk: int
    rata_rata: float
    peringkat: int | None


@dataclass(frozen=True, slots=True)
class Susunan:
    """Whom a unit held in the compared month (NIPs), and the last values of those of them who were scored and left it."""

    dahulu: frozenset[str]
    keluar: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """One unit among the others of a recap.

    Attributes:
        peringkat: its place by printed mean among the ranked units, highest first, equal means on the same place; None
            where too few of its ASN are scored.
        peringkat_jenis: likewise among the ranked units of its kind; None without a rank or a kind.
        setara: the best and the worst place that chance alone leaves open to it; None without a rank.
        akhir: between which figures its mean can still end: who is missing at the floor, and at the last value each had
            (at the ceiling where there is none). None where nobody is missing.
        terangkat: what its rank would be of the same people as before; None where that is no worse.
    """

    peringkat: int | None = None
    peringkat_jenis: int | None = None
    setara: tuple[int, int] | None = None
    akhir: tuple[float, float] | None = None
    terangkat: Terangkat | None = None


@dataclass(frozen=True, slots=True)
class AsnSama:
    """The ASN who were scored in both of the months that are compared: their number, and their printed mean NHK.

    `semua` tells that the two months' own means are of exactly these.
    """

    jumlah: int
    awal: float
    akhir: float
    semua: bool = False

    @property
    def selisih(self) -> float:
        """Return by how much their mean changed."""
        return float(pecahan(self.akhir) - pecahan(self.awal))
