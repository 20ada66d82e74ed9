"""Who signs for a unit: its head for its people, and above the head whoever rates the head, so that nobody certifies himself."""

from typing import NamedTuple

from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Periode


class Pejabat(NamedTuple):
    """Somebody who signs; the name is blank where the register does not know it."""

    nama: str = ""
    nip: str = ""


class Penandatangan(NamedTuple):
    """A unit's head, and the official who rates the head; blank where the register does not say."""

    kepala: Pejabat = Pejabat()
    penilai: Pejabat = Pejabat()


def penandatangan(unit: Unit, skema: Skema, periode: Periode) -> Penandatangan:
    """Return who signs for a unit in a period; a head who is named as his own superior has none."""
    kepala = unit.nip_kepala
    tempat = [t for t in skema.penempatan_asn.get(kepala, ()) if t.bulan_dalam(periode)]
    di_sini = [t for t in tempat if t.kode_unit == unit.kode] or tempat
    penilai = di_sini[-1].nip_atasan if di_sini else ""
    return Penandatangan(_pejabat(kepala, skema), _pejabat("" if penilai == kepala else penilai, skema))


def _pejabat(nip: str, skema: Skema) -> Pejabat:
    tempat = skema.penempatan_asn.get(nip, ())
    return Pejabat(tempat[-1].nama if tempat else "", nip)
