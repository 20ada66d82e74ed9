"""What a template is made from: registers and targets, already picked for one unit and one year or month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan


@dataclass(frozen=True, slots=True)
class Asn:
    """An ASN as a template shows them; `bulan` are the months of the period spent in this unit."""

    nip: str
    nama: str
    bulan: frozenset[Bulan]


@dataclass(frozen=True, slots=True)
class BarisTugas:
    """A row of a capaian template: whose, what is measured, its weight (percent) and the month's target."""

    nip: str
    nama: str
    indikator: Indikator
    bobot: float | None
    target: float


@dataclass(frozen=True, slots=True)
class TargetTerisi:
    """A row of a target template that is filled already: what stands in the unit's target workbook.

    Attributes:
        kode: the indicator's code, as the register writes it where it knows it.
        bobot: its weight, percent.
        bulan: the twelve months' targets.
        rencana: what the row is for: as it is typed, in the order of `KUNCI_RENCANA`.
    """

    kode: str
    bobot: float | None
    bulan: tuple[float | None, ...]
    rencana: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class BahanTarget:
    """What a target template is made from.

    `terisi` are the rows that are filled already, by NIP; `pertanyaan` what is worth asking about them, as sentences;
    `tanya_rencana` tells whether the office asks what each row is for; a year of percentages that asks for no more than
    `pecahan_sampai` was perhaps typed as fractions.
    """

    instansi: str
    unit: Unit
    tahun: Periode
    asn: Sequence[Asn]
    indikator: Sequence[Indikator]
    identitas: IdentitasTemplat
    terisi: Mapping[str, Sequence[TargetTerisi]] = field(default_factory=dict)
    pertanyaan: Sequence[str] = ()
    tanya_rencana: bool = False
    pecahan_sampai: float = 0.0

    @property
    def berencana(self) -> bool:
        """Tell whether rows have room for what they are for: the office asks, or somebody has filled it in."""
        return self.tanya_rencana or any(
            any(baris.rencana) for semua in self.terisi.values() for baris in semua
        )

    @property
    def judul(self) -> str:
        """Return the title of the workbook."""
        return f"Target Kinerja ASN {self.tahun.kode}"

    @property
    def jati_diri(self) -> dict[str, str]:
        """Return what the sheet says of itself, by column key."""
        return {"kode_unit": self.unit.kode, "unit_kerja": self.unit.nama, "tahun": self.tahun.kode}


@dataclass(frozen=True, slots=True)
class BahanCapaian:
    """What a capaian template is made from; rows stand ASN by ASN."""

    instansi: str
    unit: Unit
    bulan: Bulan
    aturan: Aturan
    asn: Sequence[Asn]
    baris: Sequence[BarisTugas]
    identitas: IdentitasTemplat

    @property
    def judul(self) -> str:
        """Return the title of the workbook."""
        return f"Capaian Kinerja ASN {self.bulan.label}"

    @property
    def jati_diri(self) -> dict[str, str]:
        """Return what the sheets say of themselves, by column key."""
        return {"kode_unit": self.unit.kode, "unit_kerja": self.unit.nama, "periode": self.bulan.kode}

    @property
    def kaki(self) -> tuple[str, str]:
        """Return the left and the right of the footer."""
        return f"{self.unit.nama} · {self.bulan.label}", self.identitas.pembuat

    @property
    def berasio(self) -> bool:
        """Tell whether a row is a ratio."""
        return any(tugas.indikator.rasio for tugas in self.baris)

    @property
    def ditanya_sekali(self) -> bool:
        """Tell whether a unit's figure stands in more than one row."""
        milik_unit = [tugas.indikator.kode for tugas in self.baris if tugas.indikator.milik_unit]
        return len(set(milik_unit)) < len(milik_unit)

    def kelompok(self) -> Iterator[tuple[str, list[BarisTugas]]]:
        """Yield each ASN's rows, by NIP."""
        for nip, baris in groupby(self.baris, key=lambda tugas: tugas.nip):
            yield nip, list(baris)


def asn_unit(skema: Skema, kode_unit: str, periode: Periode) -> list[Asn]:
    """Return the ASN placed in a unit in a period, each once, in the register's order."""
    hasil: dict[str, Asn] = {}
    for penempatan in skema.di_unit(kode_unit, periode):
        lama = hasil.get(penempatan.nip)
        bulan = frozenset(penempatan.bulan_dalam(periode)) | (lama.bulan if lama else frozenset())
        hasil[penempatan.nip] = Asn(penempatan.nip, _nama(penempatan), bulan)
    return list(hasil.values())


def _nama(penempatan: Penempatan) -> str:
    return " ".join(penempatan.nama.split())
