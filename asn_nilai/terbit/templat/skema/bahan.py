"""What a skema workbook is made from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.skema import Penempatan, Unit


@dataclass(frozen=True, slots=True)
class BahanSkema:
    """The registers as they are known so far, any of them may be empty.

    `dari_katalog` are the codes of the indicators that come from the program's catalogues, as examples.
    """

    instansi: str
    tahun: int
    unit: Sequence[Unit]
    pegawai: Sequence[Penempatan]
    indikator: Sequence[Indikator]
    dari_katalog: Collection[str] = ()

    @property
    def banyak_orang(self) -> int:
        """Return how many people there are: who has no NIP is somebody as well."""
        nip = [orang.nip for orang in self.pegawai]
        return len({milik for milik in nip if milik}) + nip.count("")

    @property
    def kaki(self) -> tuple[str, str]:
        """Return what stands at the left and right of each footer."""
        return f"Skema {self.tahun}", self.instansi
