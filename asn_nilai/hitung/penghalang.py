"""Which findings keep whom from being scored, and how that is said in the column `alasan`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from asn_nilai.acuan.hasil import IsianUnit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat


@dataclass(slots=True)
class Penghalang:
    """A unit's `galat` findings, sorted by what they stop: the hasil kerja or the predikat of an ASN, or a file."""

    asn: dict[str, list[Temuan]] = field(default_factory=dict)
    perilaku: dict[str, list[Temuan]] = field(default_factory=dict)
    berkas: list[Temuan] = field(default_factory=list)

    @classmethod
    def dari(cls, temuan: Iterable[Temuan]) -> "Penghalang":
        """Sort a unit's findings."""
        hasil = cls()
        for satu in temuan:
            if satu.tingkat is not Tingkat.GALAT:
                continue
            if satu.akibat is Akibat.BERKAS:
                hasil.berkas.append(satu)
            elif satu.akibat is Akibat.ASN and satu.nip:
                hasil.asn.setdefault(satu.nip, []).append(satu)
            elif satu.akibat is Akibat.PERILAKU and satu.nip:
                hasil.perilaku.setdefault(satu.nip, []).append(satu)
        return hasil

    def alasan(self, nip: str, bulan: Iterable[Bulan], isian: IsianUnit) -> str:
        """Return why an ASN is not (wholly) scored, `kode (file › sheet › cell)` joined by `; `.

        Args:
            nip: the ASN.
            bulan: the months counted for this ASN; a file that is missing or unusable stops only those who have a
                target in its month, and a target workbook stops everybody.
            isian: what the unit submitted.
        """
        hilang = {f"/{satu.kode}/" for satu in bulan if satu not in isian.capaian}
        berkas = [
            satu
            for satu in self.berkas
            if isian.target is None or any(kode in f"/{satu.letak.berkas}" for kode in hilang)
        ]
        semua = [*berkas, *self.asn.get(nip, []), *self.perilaku.get(nip, [])]
        return "; ".join(dict.fromkeys(f"{satu.kode} ({satu.letak})" for satu in semua))
