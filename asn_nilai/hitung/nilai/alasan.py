"""Which findings keep whom from being scored: the reasons that every face gives."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat


@dataclass(slots=True)
class AlasanUnit:
    """A unit's `galat` findings, sorted by what they stop: the hasil kerja or the predikat of an ASN, or a file."""

    asn: dict[str, list[Temuan]] = field(default_factory=dict)
    perilaku: dict[str, list[Temuan]] = field(default_factory=dict)
    berkas: list[Temuan] = field(default_factory=list)

    @classmethod
    def dari(cls, semua: Iterable[Temuan]) -> "AlasanUnit":
        """Sort a unit's findings; of one that follows from another the other is the reason."""
        hasil = cls()
        for temuan in semua:
            if temuan.tingkat is not Tingkat.GALAT:
                continue
            sebab = temuan.akar or temuan
            if temuan.akibat is Akibat.BERKAS:
                hasil.berkas.append(sebab)
            elif temuan.akibat is Akibat.ASN:
                hasil.asn.setdefault(temuan.nip, []).append(sebab)
            elif temuan.akibat is Akibat.PERILAKU:
                hasil.perilaku.setdefault(temuan.nip, []).append(sebab)
        return hasil

    def untuk(self, nip: str, bulan: Collection[Bulan], isian: IsianUnit) -> tuple[Temuan, ...]:
        """Return why an ASN is not (wholly) scored.

        Args:
            nip: the ASN.
            bulan: the months counted for this ASN; a file that is missing or unusable stops only those who have a
                target in its month, and a target workbook stops everybody.
            isian: what the unit submitted.
        """
        berkas = [
            temuan
            for temuan in self.berkas
            if isian.target is None or (temuan.bulan in bulan and temuan.bulan not in isian.capaian)
        ]
        return alasan_unik([*berkas, *self.asn.get(nip, ()), *self.perilaku.get(nip, ())])


def alasan_unik(alasan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return reasons without repeating a kind at the same place, the first of each."""
    menurut: dict[tuple[str, object], Temuan] = {}
    for temuan in alasan:
        menurut.setdefault((temuan.kode, temuan.letak), temuan)
    return tuple(menurut.values())
