"""The registers of a work folder as objects: units, ASN with their placements, and indicators.

Source of the columns: the sheets `Unit`, `Pegawai` and `Indikator` of skema.xlsx.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.tulisan import tulis_angka


class Polaritas(StrEnum):
    """Which direction is better."""

    MAKSIMAL = "Maksimal"
    MINIMAL = "Minimal"
    STABIL = "Stabil"


ASPEK = ("Kuantitas", "Kualitas", "Waktu", "Biaya")
"""What an indicator measures; rules of the PP 46/2011 family choose the formula by it."""


class Agregasi(StrEnum):
    """How the months of a longer period become one figure."""

    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    NILAI_AKHIR = "Nilai Akhir"


class JenisNilai(StrEnum):
    """What kind of number an indicator's figures are."""

    BULAT = "Bulat"
    DESIMAL = "Desimal"
    PERSEN = "Persen"


class Frekuensi(StrEnum):
    """How often an indicator is measured."""

    BULANAN = "Bulanan"
    TRIWULANAN = "Triwulanan"
    SEMESTERAN = "Semesteran"
    TAHUNAN = "Tahunan"

    @property
    def jarak_bulan(self) -> int:
        """Return the number of months between two measurements; the last month of each stretch is measured."""
        return {"Bulanan": 1, "Triwulanan": 3, "Semesteran": 6, "Tahunan": 12}[self.value]


@dataclass(frozen=True, slots=True)
class Unit:
    """A work unit: its short code, name, kind (free text such as `Puskesmas`) and its head's NIP."""

    kode: str
    nama: str
    jenis: str = ""
    nip_kepala: str = ""


class Penempatan(NamedTuple):
    """One placement of one ASN; blank dates mean the whole year."""

    nip: str
    nama: str
    kode_unit: str
    jenis_asn: str = "PNS"
    golongan: str = ""
    jabatan: str = ""
    jenis_jabatan: str = ""
    nip_atasan: str = ""
    mulai: date | None = None
    selesai: date | None = None

    def pada(self, bulan: Bulan) -> bool:
        """Tell whether the placement covers at least one day of the month."""
        return (self.mulai is None or self.mulai <= bulan.hari_terakhir) and (
            self.selesai is None or self.selesai >= bulan.hari_pertama
        )

    def bulan_dalam(self, periode: Periode) -> tuple[Bulan, ...]:
        """Return the months of the period that the placement touches, in order."""
        return tuple(bulan for bulan in periode.bulan if self.pada(bulan))


@dataclass(frozen=True, slots=True)
class Indikator:
    """A catalogued indicator; bounds and `nilai_terburuk` are in the indicator's unit of measure (`satuan`)."""

    kode: str
    nama: str
    satuan: str
    polaritas: Polaritas
    agregasi: Agregasi
    jenis_nilai: JenisNilai = JenisNilai.DESIMAL
    definisi: str = ""
    aspek: str = ""
    batas_bawah: float | None = None
    batas_atas: float | None = None
    nilai_terburuk: float | None = None
    frekuensi: Frekuensi = Frekuensi.BULANAN
    wajib_bukti: bool = False
    berlaku_untuk: tuple[str, ...] = ()
    sumber_data: str = ""

    def berlaku_bagi(self, unit: Unit) -> bool:
        """Tell whether units of this kind may use the indicator (no list means every kind)."""
        return not self.berlaku_untuk or unit.jenis.casefold() in {j.casefold() for j in self.berlaku_untuk}

    def memuat(self, angka: float) -> bool:
        """Tell whether a figure lies within the bounds, both included; an open bound lets all pass."""
        bawah, atas = self.batas_bawah, self.batas_atas
        return (bawah is None or angka >= bawah) and (atas is None or angka <= atas)

    @property
    def rentang(self) -> str:
        """Return the bounds as people say them, `0 sampai 100 persen`; blank without bounds."""
        bawah, atas = self.batas_bawah, self.batas_atas
        if bawah is not None and atas is not None:
            teks = f"{tulis_angka(bawah)} sampai {tulis_angka(atas)}"
        elif bawah is not None:
            teks = f"paling sedikit {tulis_angka(bawah)}"
        elif atas is not None:
            teks = f"paling banyak {tulis_angka(atas)}"
        else:
            return ""
        return f"{teks} {self.satuan}".rstrip()

    @property
    def bulat(self) -> bool:
        """Tell whether figures are whole numbers."""
        return self.jenis_nilai is JenisNilai.BULAT

    @property
    def persen(self) -> bool:
        """Tell whether figures are percentages, so that a cell showing 95% means 95."""
        return self.jenis_nilai is JenisNilai.PERSEN or self.satuan.strip().casefold() in {"%", "persen"}


@dataclass(frozen=True)
class Skema:
    """The three registers. Keys of `unit` and `indikator` are their codes as written in the skema.

    `asal` has the cells of what stands in them: (`Pegawai`, NIP, Kode Unit) and (`Indikator`, Kode Indikator, column's key).
    """

    unit: dict[str, Unit]
    penempatan: tuple[Penempatan, ...]
    indikator: dict[str, Indikator]
    asal: Mapping[tuple[str, str, str], Letak] = field(default_factory=dict, compare=False, repr=False)

    def letak_pegawai(self, penempatan: Penempatan) -> Letak:
        """Return the cell of a placement's NIP, blank where the register came from no workbook."""
        return self.asal.get(("Pegawai", penempatan.nip, penempatan.kode_unit), Letak())

    def letak_indikator(self, kode: str, kolom: str) -> Letak:
        """Return the cell of a column of an indicator's row, blank where the register came from no workbook."""
        return self.asal.get(("Indikator", kode, kolom), Letak())

    @cached_property
    def penempatan_asn(self) -> dict[str, tuple[Penempatan, ...]]:
        """Return each ASN's placements by NIP, ordered by their start."""
        menurut_nip: dict[str, tuple[Penempatan, ...]] = {}
        for penempatan in self.penempatan:
            menurut_nip[penempatan.nip] = (*menurut_nip.get(penempatan.nip, ()), penempatan)
        for nip, semua in menurut_nip.items():
            if len(semua) > 1:
                menurut_nip[nip] = tuple(sorted(semua, key=lambda p: p.mulai or date.min))
        return menurut_nip

    @cached_property
    def nip_menurut_awalan(self) -> dict[str, tuple[str, ...]]:
        """Return the registered NIPs by their first 15 digits: what a NIP stored as a number still shows."""
        menurut_awalan: dict[str, list[str]] = {}
        for nip in self.penempatan_asn:
            menurut_awalan.setdefault(nip[:15], []).append(nip)
        return {awalan: tuple(semua) for awalan, semua in menurut_awalan.items()}

    def di_unit(self, kode_unit: str, periode: Periode) -> tuple[Penempatan, ...]:
        """Return the placements in a unit that touch the period, in the register's order."""
        return tuple(p for p in self._penempatan_unit.get(kode_unit, ()) if p.bulan_dalam(periode))

    @cached_property
    def _penempatan_unit(self) -> dict[str, list[Penempatan]]:
        menurut_unit: dict[str, list[Penempatan]] = {}
        for penempatan in self.penempatan:
            menurut_unit.setdefault(penempatan.kode_unit, []).append(penempatan)
        return menurut_unit
