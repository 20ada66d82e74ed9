"""What one city of many reached, in one line, and what all of them did: from the records of their results alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from asn_nilai.acuan.hasil.ringkas import RingkasUnit, jumlahkan

KOLOM_KOTA = (
    "periode", "folder", "instansi", "aturan", "unit", "belum_setor", "jumlah_asn", "dinilai", "belum_dinilai", "rata_rata_nhk",
    "galat", "keterangan",
)  # fmt: skip
"""The columns of rekap_akar.csv; one for each predikat that somebody has follows."""


@dataclass(frozen=True, slots=True)
class RingkasKota:
    """One work folder and period at a glance.

    Attributes:
        folder: the work folder, relative to the root, `/` as separator.
        aturan: the rule's code; blank where there are no results.
        jumlah: the totals of its units; None where there are no results that can be used.
        unit: number of units, without the people who are in none; `belum_setor` how many of them have not submitted.
        sebab: why there is nothing, or why what there is may not be relied on, as a sentence; blank where all is well.
        desimal: decimals of its printed NHK.
    """

    folder: str
    instansi: str
    aturan: str = ""
    jumlah: RingkasUnit | None = None
    unit: int = 0
    belum_setor: int = 0
    sebab: str = ""
    desimal: int = 2


def jumlah_aturan(semua: Iterable[RingkasKota]) -> dict[str, RingkasUnit]:
    """Return the totals over the cities of each rule: scores of two rules make no mean."""
    menurut: dict[str, list[RingkasKota]] = {}
    for kota in semua:
        if kota.jumlah is not None:
            menurut.setdefault(kota.aturan, []).append(kota)
    return {
        aturan: jumlahkan([kota.jumlah for kota in milik if kota.jumlah], max(kota.desimal for kota in milik))
        for aturan, milik in menurut.items()
    }
