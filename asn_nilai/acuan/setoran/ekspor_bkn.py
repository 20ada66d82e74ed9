"""What the "Rekap Penilaian" exports of e-Kinerja BKN say of a period: one row per ASN and file, each word with its cell."""

from dataclasses import dataclass, field

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan

KOLOM_BKN = ("rating_hasil_kinerja", "rating_perilaku_kerja", "predikat_kinerja_periodik")
"""The columns of the export that are compared, in its order, by their keys (`acuan.isian.formulir.daftar_formulir`)."""


@dataclass(frozen=True, slots=True)
class IsianBkn:
    """One word of the export and its cell.

    Attributes:
        teks: as it stands there; blank where the cell is blank or a dash; None where it is damaged.
    """

    teks: str | None
    letak: Letak


@dataclass(frozen=True, slots=True)
class BarisBkn:
    """One row of an export: whose, and what it says by the keys of `KOLOM_BKN`."""

    nip: str
    nama: str
    isian: dict[str, IsianBkn]


@dataclass(slots=True)
class EksporBkn:
    """All exports of a period.

    Attributes:
        baris: their rows, file by file as they stand there.
        dipakai: the files that were read, relative to the work folder.
        diabaikan: those that were not.
        temuan: what could not be read with certainty, and why a file was not used.
        kurang_pasti: NIPs of people who have a row whose own NIP cannot be read: they are not missing.
    """

    baris: list[BarisBkn] = field(default_factory=list)
    dipakai: list[str] = field(default_factory=list)
    diabaikan: list[str] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    kurang_pasti: set[str] = field(default_factory=set)
