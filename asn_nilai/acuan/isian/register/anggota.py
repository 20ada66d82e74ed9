"""Who belongs to a unit in a period, by which placement, and in which months."""

from dataclasses import dataclass

from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.periode import Bulan, Periode


@dataclass(slots=True)
class Anggota:
    """An ASN of a unit in a period: the latest placement there, and the months that all placements there touch.

    `kurang` are months with a target that are left out, because the unit's capaian is not there; they are not in `bulan` then.
    """

    penempatan: Penempatan
    bulan: tuple[Bulan, ...]
    kurang: tuple[Bulan, ...] = ()


def anggota_unit(skema: Skema, kode_unit: str, periode: Periode) -> dict[str, Anggota]:
    """Return the ASN placed in a unit in the period, by NIP, in the register's order."""
    anggota: dict[str, Anggota] = {}
    for penempatan in skema.di_unit(kode_unit, periode):
        bulan = penempatan.bulan_dalam(periode)
        if lama := anggota.get(penempatan.nip):
            bulan = tuple(sorted({*lama.bulan, *bulan}))
            if (penempatan.mulai is None) or (
                lama.penempatan.mulai and lama.penempatan.mulai > penempatan.mulai
            ):
                penempatan = lama.penempatan  # noqa: PLW2901 - the later placement speaks for the ASN
        anggota[penempatan.nip] = Anggota(penempatan, bulan)
    return anggota
