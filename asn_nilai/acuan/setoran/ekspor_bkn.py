"""What the "Rekap Penilaian" exports of e-Kinerja BKN say of a period: one row per ASN and file, each word with its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.orang.nama_orang import nama_sama
from asn_nilai.acuan.isian.orang.nip import mirip_nip, nip_utuh
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan

KOLOM_BKN = ("rating_hasil_kinerja", "rating_perilaku_kerja", "predikat_kinerja_periodik")
"""The columns of the export that are compared, in its order, by their keys (`acuan.isian.formulir.daftar_formulir`)."""
PERILAKU_BKN = KOLOM_BKN[1]
"""The one of behaviour."""

_TERBACA = 8
"""So much of a number at least must be left for it to tell whose it may be."""


@dataclass(frozen=True, slots=True)
class IsianBkn:
    """One word of the export and its cell.

    Attributes:
        teks: as it stands there; blank where the cell is blank or a dash; None where it is damaged.
    """

    teks: str | None
    letak: Letak


class BarisBkn(NamedTuple):
    """One row of an export.

    Attributes:
        nip: whose.
        nama: as it stands there.
        kata: what it says in the order of `KOLOM_BKN`, each as `IsianBkn.teks`.
        tabel, posisi: where it stands; addresses are made only when somebody asks.
    """

    nip: str
    nama: str
    kata: tuple[str | None, ...]
    tabel: Tabel
    posisi: int

    @property
    def letak(self) -> Letak:
        """Return the cell of its NIP."""
        return self.tabel.letak("nip", self.posisi)

    @property
    def isian(self) -> dict[str, IsianBkn]:
        """Return what it says by the keys of `KOLOM_BKN`, with the cells."""
        return {
            kunci: IsianBkn(kata, self.tabel.letak(kunci, self.posisi))
            for kunci, kata in zip(KOLOM_BKN, self.kata, strict=True)
        }


@dataclass(frozen=True, slots=True)
class BarisKurangPasti:
    """A row of an export whose NIP cannot be read.

    Attributes:
        nip: as far as it can be read; whole where only one ASN can be meant.
        nama: as it stands there.
        isian: what it says by the keys of `KOLOM_BKN`.
        letak: the cell of its NIP.
    """

    nip: str
    nama: str
    isian: Mapping[str, IsianBkn] = field(default_factory=dict)
    letak: Letak = field(default_factory=Letak)

    def mungkin(self, nip: str, nama: str) -> bool:
        """Tell whether it may be the row of an ASN: by its number where that tells, else by the name."""
        if nip_utuh(self.nip):
            return self.nip == nip
        return (len(self.nip) >= _TERBACA and mirip_nip(self.nip, nip)) or nama_sama(self.nama, nama)


@dataclass(slots=True)
class EksporBkn:
    """All exports of a period.

    Attributes:
        baris: their rows, file by file as they stand there.
        dipakai: the files that were read, relative to the work folder.
        diabaikan: those that were not.
        temuan: what could not be read with certainty, and why a file was not used.
        kurang_pasti: rows whose NIP cannot be read: whoever may be meant is not missing.
        folder: where the files lie, relative to the work folder.
    """

    baris: list[BarisBkn] = field(default_factory=list)
    dipakai: list[str] = field(default_factory=list)
    diabaikan: list[str] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    kurang_pasti: list[BarisKurangPasti] = field(default_factory=list)
    folder: str = ""
