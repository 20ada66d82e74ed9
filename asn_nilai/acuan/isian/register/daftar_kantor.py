"""Rows of the lists that an office has anyway, and the registers that they come to once each unit has its code."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import lipat_kode, lipat_label
from asn_nilai.acuan.isian.register.usulan_unit import jenis_unit, mengepalai, rapikan_nama, usul_kode
from asn_nilai.acuan.isian.skema import Penempatan, Unit


class UnitDaftar(NamedTuple):
    """A unit of a list; of name and code one may be blank, kind and head often are."""

    nama: str
    kode: str = ""
    jenis: str = ""
    nip_kepala: str = ""


class OrangDaftar(NamedTuple):
    """A person of a list: a placement that lacks its unit's code, and the unit as the list has it (None: none)."""

    penempatan: Penempatan
    unit: UnitDaftar | None


@dataclass(frozen=True, slots=True)
class Register:
    """The registers that lists come to, for a skema to be written.

    Attributes:
        senama: names that several units bear, each with their codes; who is placed by such a name alone has no unit.
        sekode: codes under which several names stand, each with these, the unit's first: one unit, unless a code is a slip.
    """

    unit: tuple[Unit, ...]
    pegawai: tuple[Penempatan, ...]
    senama: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sekode: tuple[tuple[str, tuple[str, ...]], ...] = ()


def susun_register(
    unit: Iterable[UnitDaftar], orang: Sequence[OrangDaftar], boleh: Callable[[str], bool]
) -> Register:
    """Return units with codes and kinds, and the people in them.

    Args:
        unit: a list of units; those that only people name come behind them.
        orang: the people.
        boleh: tells whether a code may stand, as a file's name for one.
    """
    kumpulan = _Kumpulan()
    for milik in (*unit, *(seorang.unit for seorang in orang if seorang.unit)):
        kumpulan.tambah(milik)
    kode = kumpulan.kode(boleh)
    pegawai = tuple(
        seorang.penempatan._replace(
            kode_unit=kode[kumpulan.kunci(seorang.unit)]
            if seorang.unit and kumpulan.tentu(seorang.unit)
            else ""
        )
        for seorang in orang
    )
    jadi = (
        Unit(
            kode[kunci],
            rapikan_nama(milik.nama or milik.kode),
            milik.jenis or jenis_unit(milik.nama).nama,
            milik.nip_kepala,
        )
        for kunci, milik in kumpulan.unit.items()
    )
    senama = tuple(
        (rapikan_nama(kumpulan.unit[pertama].nama), tuple(kode[kunci] for kunci in (pertama, *lain)))
        for pertama, lain in kumpulan.senama.items()
    )
    sekode = tuple(
        (kode[kunci], (rapikan_nama(kumpulan.unit[kunci].nama), *lain))
        for kunci, lain in kumpulan.sekode.items()
    )
    return Register(tuple(_berkepala(milik, pegawai) for milik in jadi), pegawai, senama, sekode)


@dataclass(slots=True)
class _Kumpulan:
    """The units of all lists, each once: the same code is the same unit, and so is the same name unless the codes differ.

    `senama` has, by the key of the first unit of a name, those of the others; `sekode`, by a unit's key, the other names under its code.
    """

    unit: dict[str, UnitDaftar] = field(default_factory=dict)
    senama: dict[str, list[str]] = field(default_factory=dict)
    sekode: dict[str, list[str]] = field(default_factory=dict)
    _menurut_kode: dict[str, str] = field(default_factory=dict)

    def kunci(self, unit: UnitDaftar) -> str:
        """Return what a unit is kept under: its name; where another code has that name already, the name and the code."""
        nama, kode = lipat_label(unit.nama), lipat_kode(unit.kode)
        if kode in self._menurut_kode:
            return self._menurut_kode[kode]
        lain = self.unit[nama].kode if nama in self.unit else ""
        return f"{nama} {kode}" if kode and lain else nama or kode

    def tentu(self, unit: UnitDaftar) -> bool:
        """Tell whether it is certain which unit is meant; the name alone does not say where several bear it."""
        return bool(unit.kode) or self.kunci(unit) not in self.senama

    def tambah(self, unit: UnitDaftar) -> None:
        kunci, nama = self.kunci(unit), lipat_label(unit.nama)
        if kunci not in self.unit and nama in self.unit:
            self.senama.setdefault(nama, []).append(kunci)
        lama = self.unit.setdefault(kunci, unit)
        self.unit[kunci] = lama._replace(nama=lama.nama or unit.nama, kode=lama.kode or unit.kode)
        if nama not in {"", lipat_label(self.unit[kunci].nama)}:
            self._catat_nama_lain(kunci, rapikan_nama(unit.nama))
        if unit.kode:
            self._menurut_kode.setdefault(lipat_kode(unit.kode), kunci)

    def _catat_nama_lain(self, kunci: str, nama: str) -> None:
        semua = self.sekode.setdefault(kunci, [])
        if lipat_label(nama) not in map(lipat_label, semua):
            semua.append(nama)

    def kode(self, boleh: Callable[[str], bool]) -> dict[str, str]:
        """Return each unit's code: that of the list where it may stand, else a proposal."""
        sendiri = {kunci: unit.kode for kunci, unit in self.unit.items() if unit.kode and boleh(unit.kode)}
        lain = {kunci for semua in self.senama.values() for kunci in semua}
        tanpa = {
            kunci: f"{unit.nama} {unit.kode}" if kunci in lain else unit.nama or unit.kode
            for kunci, unit in self.unit.items()
            if kunci not in sendiri
        }
        usulan = usul_kode(tanpa.values(), sendiri.values(), boleh)
        return {**sendiri, **{kunci: usulan[nama] for kunci, nama in tanpa.items()}}


def _berkepala(unit: Unit, pegawai: Sequence[Penempatan]) -> Unit:
    """Return a unit with the NIP of its head, where the posts tell exactly one."""
    calon = {
        orang.nip for orang in pegawai if orang.kode_unit == unit.kode and mengepalai(orang.jabatan, unit.nama)
    }  # fmt: skip
    return replace(unit, nip_kepala=calon.pop()) if not unit.nip_kepala and len(calon) == 1 else unit
