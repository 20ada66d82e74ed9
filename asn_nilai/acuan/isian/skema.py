"""The registers of a work folder as objects: units, ASN with their placements, and indicators.

A row that cannot stand is kept as far as it can be read (`PegawaiCacat`, `IndikatorCacat`) with the finding that says why: nobody
vanishes from a count, and what follows from the row is known to follow from it.

Source of the columns: the sheets `Unit`, `Pegawai` and `Indikator` of skema.xlsx.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import lipat_kode, lipat_label
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.orang.nama_orang import nama_sama
from asn_nilai.acuan.isian.orang.nip import mirip_nip
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.temuan import Temuan


@baris_ringan
class Unit:
    """A work unit: its short code, name, kind (free text such as `Puskesmas`), its head's NIP, and codes that it had before."""

    kode: str
    nama: str
    jenis: str = ""
    nip_kepala: str = ""
    kode_lama: tuple[str, ...] = ()

    @property
    def semua_kode(self) -> tuple[str, ...]:
        """Return the codes under which its books may come, today's first."""
        return (self.kode, *self.kode_lama)


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
        if self.mulai is None and self.selesai is None:
            return periode.bulan
        return tuple(bulan for bulan in periode.bulan if self.pada(bulan))


class KebutuhanKredit(NamedTuple):
    """What the office says of an ASN's angka kredit: collected before this year, needed next; None where it says nothing."""

    awal: float | None = None
    dibutuhkan: float | None = None


_KODE_MIRIP = 0.8
"""So alike are two codes of a unit when one is the other with a slip."""
UNIT_LAIN = "nip-unit-lain"
"""Code of the finding that a row is of another unit's ASN."""
TANPA_UNIT = Unit("", "Tanpa unit (lihat skema)")
"""Where people count whose unit the register does not say."""


@baris_ringan
class PegawaiCacat:
    """A person with a row that cannot stand: counted like all, but not scored in its time until it is mended.

    Attributes:
        nip: as far as it can be read; 18 digits where only another cell is faulty, blank where nothing is there.
        nama: as the register has it, may be blank.
        cacat: the faulty rows as far as they can be read; the unit is blank, and dates are open, where they cannot.
        sah: the person's other placements, ordered by their start.
        sebab: what is wrong, each a `skema-tidak-sah` with its cell.
    """

    nip: str
    nama: str
    cacat: tuple[Penempatan, ...]
    sah: tuple[Penempatan, ...]
    sebab: tuple[Temuan, ...]

    def menunggu(self, periode: Periode) -> bool:
        """Tell whether a faulty row touches a period: nobody knows then where the person belongs."""
        return any(tempat.bulan_dalam(periode) for tempat in self.cacat)

    def pada(self, periode: Periode) -> Penempatan:
        """Return the placement by which the person counts in a period that a faulty row touches: best a sound one."""
        return next(t for t in reversed((*self.cacat, *self.sah)) if t.bulan_dalam(periode))

    def tertulis_sebagai(self, nip: str, nama: str, kode_unit: str) -> bool:
        """Tell whether a row of this unit's books, whose NIP the register does not know, may be this person's."""
        if nip and mirip_nip(self.nip, nip):
            return True
        return nama_sama(nama, self.nama) and any(t.kode_unit in {"", kode_unit} for t in self.cacat)


@baris_ringan
class IndikatorCacat:
    """An indicator whose row cannot stand; `sebab` is a `skema-tidak-sah` with its cell."""

    kode: str
    nama: str
    sebab: Temuan


def sebab_kode_unit(unit_cacat: Mapping[str, Temuan], kode: str) -> Temuan | None:
    """Return the fault in the sheet Unit because of which a code is nobody's: it is the code of that row, or all but that.

    Args:
        unit_cacat: the faults by folded code.
        kode: the code.
    """
    lipat = lipat_kode(kode)
    mirip = (
        s
        for k, s in unit_cacat.items()
        if k and SequenceMatcher(None, k, lipat, autojunk=False).ratio() >= _KODE_MIRIP
    )
    return unit_cacat.get(lipat) or next(mirip, None)


class AsalPegawai(NamedTuple):
    """Where the rows of the sheet Pegawai stand; a city has thousands, so each is a number alone.

    Attributes:
        berkas: the workbook, as findings show it.
        lembar: the sheet's name.
        kolom: the letters of the column NIP.
        baris: the rows as Excel counts them, by Kode Unit and NIP.
    """

    berkas: str = ""
    lembar: str = ""
    kolom: str = ""
    baris: Mapping[str, Mapping[str, int]] = {}

    def letak(self, kode_unit: str, nip: str) -> Letak:
        """Return the cell of a placement's NIP, blank where the register came from no workbook."""
        baris = self.baris.get(kode_unit, {}).get(nip)
        return Letak(self.berkas, self.lembar, f"{self.kolom}{baris}") if baris else Letak()


@baris_ringan
class Skema:
    """The three registers. Keys of `unit` and `indikator` are their codes as written in the skema.

    Attributes:
        penempatan: of all ASN whose rows can stand.
        cacat: everybody else.
        indikator_cacat: the indicators whose rows cannot stand.
        unit_cacat: what is wrong with units that cannot stand, by their folded codes.
        jenis_keliru: by indicator and kind of unit (small letters), the cell whose spelling keeps the one from the other.
        asal: the cells of the indicators that stand, by Kode Indikator and the column's key.
        asal_pegawai: the cells of the placements.
        kredit: by NIP what the office says of angka kredit; told on cards alone, no result rests on it.
    """

    unit: dict[str, Unit]
    penempatan: tuple[Penempatan, ...]
    indikator: dict[str, Indikator]
    cacat: tuple[PegawaiCacat, ...] = ()
    indikator_cacat: tuple[IndikatorCacat, ...] = ()
    unit_cacat: Mapping[str, Temuan] = field(default_factory=dict)
    jenis_keliru: Mapping[tuple[str, str], Temuan] = field(default_factory=dict)

    asal: Mapping[tuple[str, str], Letak] = field(default_factory=dict, compare=False, repr=False)
    asal_pegawai: AsalPegawai = field(default_factory=AsalPegawai, compare=False, repr=False)
    kredit: Mapping[str, KebutuhanKredit] = field(default_factory=dict, compare=False, repr=False)

    @property
    def sebutan_unit(self) -> dict[str, str]:
        """Return every code that a unit has or had, in small letters, each with the unit's code as it is written today."""
        return {
            kode.casefold(): unit.kode for unit in self.unit.values() for kode in reversed(unit.semua_kode)
        }

    def letak_pegawai(self, penempatan: Penempatan) -> Letak:
        """Return the cell of a placement's NIP, blank where the register came from no workbook."""
        return self.asal_pegawai.letak(penempatan.kode_unit, penempatan.nip)

    def letak_indikator(self, kode: str, kolom: str) -> Letak:
        """Return the cell of a column of an indicator's row, blank where the register came from no workbook."""
        return self.asal.get((kode, kolom), Letak())

    @property
    def bercacat(self) -> bool:
        """Tell whether a row of any register cannot stand."""
        return bool(self.cacat or self.indikator_cacat or self.unit_cacat)

    def pada(self, periode: Periode) -> "Skema":
        """Return the registers for a period: a faulty row of another time takes nothing from a person's sound placements.

        Those of one period give those of another all the same.
        """
        if not self.cacat:
            return self
        milik_cacat = {p for orang in self.cacat for p in orang.sah}
        pulih = [p for orang in self.cacat if not orang.menunggu(periode) for p in orang.sah]
        penempatan = (*(p for p in self.penempatan if p not in milik_cacat), *pulih)
        return self if penempatan == self.penempatan else replace(self, penempatan=penempatan)

    def unit_atau_tanpa(self, kode: str) -> Unit:
        """Return a unit by its code; blank is TANPA_UNIT."""
        return self.unit[kode] if kode else TANPA_UNIT

    def cacat_di(self, kode_unit: str, periode: Periode) -> Iterator[tuple[PegawaiCacat, Penempatan]]:
        """Yield the people with a faulty row who count in a unit (blank: in none) in the period, with the placement."""
        for orang in self.cacat:
            if orang.menunggu(periode) and (tempat := orang.pada(periode)).kode_unit == kode_unit:
                yield orang, tempat

    def jumlah_asn(self, kode_unit: str, periode: Periode) -> int:
        """Return how many people are placed in a unit in the period; blank: how many in none that is known."""
        sah = {penempatan.nip for penempatan in self.di_unit(kode_unit, periode)}
        return len(sah) + sum(1 for _ in self.cacat_di(kode_unit, periode))

    def berpegawai(self, kode_unit: str, periode: Periode) -> bool:
        """Tell whether anybody is placed in a unit in the period; nobody waits for the books of one that is merged, or still to come."""
        sah = any(p.bulan_dalam(periode) for p in self._penempatan_unit.get(kode_unit, ()))
        return sah or any(True for _ in self.cacat_di(kode_unit, periode))

    def pegawai_cacat(self, nip: str, nama: str, kode_unit: str) -> PegawaiCacat | None:
        """Return whose row of a unit's books this is, if the register does not know the NIP because of a faulty row."""
        cocok = (orang for orang in self.cacat if orang.tertulis_sebagai(nip, nama, kode_unit))
        return min(cocok, key=lambda orang: orang.nip != nip, default=None)

    def kenali_indikator_cacat(self, kode: str, nama: str) -> IndikatorCacat | None:
        """Return the faulty row that an unknown code means; else by its name, for the row's own code may be what is faulty."""
        menurut_kode = (i for i in self.indikator_cacat if kode and lipat_kode(i.kode) == lipat_kode(kode))
        menurut_nama = (i for i in self.indikator_cacat if nama and lipat_label(i.nama) == lipat_label(nama))
        return next(menurut_kode, None) or next(menurut_nama, None)

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
    def penempatan_berganti(self) -> tuple[tuple[Penempatan, ...], ...]:
        """Return the placements of each ASN who has more than one, ordered by their start."""
        return tuple(semua for semua in self.penempatan_asn.values() if len(semua) > 1)

    @cached_property
    def nama_asn(self) -> dict[str, str]:
        """Return the name of each ASN by NIP, as the register has it last."""
        return {penempatan.nip: penempatan.nama for penempatan in self.penempatan}

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
