"""What a period's run leaves: the line of each unit, and where the rest of it lies."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.temuan import KUNCI_TEMUAN
from asn_nilai.alur.terbitan.unit_terbit import UnitTersimpan
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, TEMUAN_CSV, BarisCsv, isi_baris, urai_baris


@dataclass(slots=True)
class HasilKota:
    """A period's results as they stand on disk.

    Attributes:
        folder: where they are.
        unit: results by unit code, in the register's order; what is long of them lies on disk.
        umum: the findings that belong to no unit's result, as rows of temuan.csv.
        dibawa: units carried over because nothing had changed.
        usang: units outside `--unit` whose inputs have changed since they were computed.
        pesan: what could not be written, as sentences.
        perubahan: what differs from the first computation, or from the version locked first.
        sejak_kunci: what differs from the version locked last; only of results that are written aside.
        koreksi: what a correction changed of the version before it; None where the run was none.
        versi: the locked version that they are; None before a lock.
        catatan_register: how many lines the period's register had when they were written.
        pindahan: whether the register was last written in another place.
    """

    folder: Path
    unit: dict[str, UnitTersimpan]
    umum: list[BarisCsv] = field(default_factory=list)
    dibawa: list[str] = field(default_factory=list)
    usang: list[str] = field(default_factory=list)
    pesan: list[str] = field(default_factory=list)
    perubahan: tuple[Perubahan, ...] = ()
    sejak_kunci: tuple[Perubahan, ...] = ()
    koreksi: tuple[Perubahan, ...] | None = None
    versi: VersiTerkunci | None = None
    catatan_register: int = 0
    pindahan: bool = False

    @property
    def kode_unit(self) -> list[str]:
        """Return the units by their codes; people without a unit are no unit of theirs."""
        return [kode for kode in self.unit if kode != TANPA_UNIT.kode]

    @property
    def dihitung(self) -> list[str]:
        """Return those of the units that were not carried over."""
        dibawa = set(self.dibawa)
        return [kode for kode in self.kode_unit if kode not in dibawa]

    @property
    def temuan(self) -> Iterator[dict[str, str]]:
        """Yield all findings, general ones first, with the keys of the contract."""
        unit = (baris for milik in self.unit.values() for baris in urai_baris(milik.baris[TEMUAN_CSV]))
        return isi_baris(KUNCI_TEMUAN, chain(self.umum, unit))

    @property
    def nama(self) -> dict[str, str]:
        """Return the names of all ASN by NIP."""
        semua = (urai_baris(unit.baris[NILAI_CSV]) for unit in self.unit.values())
        return {isi["nip"]: isi["nama"] for isi in isi_baris(KOLOM_NILAI, chain.from_iterable(semua))}
