"""Who signs: for a unit its head, for an ASN and for the head whoever rates them, so that nobody certifies himself."""

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
    """Return who signs for a unit in a period."""
    kepala = unit.nip_kepala
    return Penandatangan(_pejabat(kepala, skema), penilai(kepala, unit.kode, skema, periode))


def penilai(nip: str, kode_unit: str, skema: Skema, periode: Periode) -> Pejabat:
    """Return who rates an ASN of a unit in a period; one who is named as his own superior has nobody."""
    tempat = [t for t in skema.penempatan_asn.get(nip, ()) if t.bulan_dalam(periode)]
    di_sini = [t for t in tempat if t.kode_unit == kode_unit] or tempat
    atasan = di_sini[-1].nip_atasan if di_sini else ""
    return _pejabat("" if atasan == nip else atasan, skema)


def _pejabat(nip: str, skema: Skema) -> Pejabat:
    tempat = skema.penempatan_asn.get(nip, ())
    return Pejabat(tempat[-1].nama if tempat else "", nip)
