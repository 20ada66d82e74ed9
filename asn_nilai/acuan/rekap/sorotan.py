"""What a recap points at: who leads, who needs help, what is missing and what is stale. Judged once, shown by every face."""

from dataclasses import dataclass

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.rekap.baris import BulanRekap, IndikatorRekap, UnitRekap


@dataclass(frozen=True, slots=True)
class BerkasBerubah:
    """Files that changed after results were computed, or that could not be read then, and the units that were computed from them.

    `semua` tells that these are all units of the recap, and more than one.
    """

    berkas: tuple[str, ...]
    unit: tuple[UnitRekap, ...]
    semua: bool


@dataclass(frozen=True, slots=True)
class PeriodeUsang:
    """A period with results older than their inputs: all of them together, and apart by the files that changed.

    `tertahan` tells that nothing changed: the files could not be read when the results were computed, which are incomplete.
    `terkunci` tells whether it is locked: then computing it refreshes what is only printed, or names what changed and how to correct.
    """

    periode: Periode
    gabungan: BerkasBerubah
    menurut_berkas: tuple[BerkasBerubah, ...]
    terkunci: bool = False
    tertahan: bool = False

    @property
    def perintah(self) -> str:
        """Return the command that computes the period anew."""
        return f"asn-nilai hitung --periode {self.periode.kode}"


@dataclass(frozen=True, slots=True)
class SetoranRekap:
    """A unit with the months in which it had not submitted; `kurang` where there are some, or the period itself lacks it."""

    unit: UnitRekap
    bulan: tuple[Bulan, ...]
    kurang: bool


@dataclass(frozen=True, slots=True)
class SorotanRekap:
    """What a recap points at; units in the register's order where nothing else is said.

    Attributes:
        memimpin: the ranked units with the highest means, highest first.
        perlu_dibantu: those with the lowest, lowest first; none in both.
        setara_teratas: the ranked units that chance alone may part from the first of `memimpin`, by rank.
        belum_diperingkat: the units with ASN of which too few are scored for a rank.
        lengkap: number of units whose submission is complete and without fault.
        belum_setor: units that have not submitted what the period needs.
        tak_terbaca: units whose files cannot be used.
        belum_dihitung: units that the period's results leave out.
        belum_dinilai: units that have submitted and still have ASN without a score, the most ASN first.
        bulan_hilang: the months without results.
        usang: what is stale or incomplete, in the order in which it must be computed.
        setoran: all units, those that failed to submit most often first.
        tertinggal: the indicators that miss what the aturan expects, lowest first.
        dua_bulan: the last month with results and the one before it; None where that one has none.
    """

    memimpin: tuple[UnitRekap, ...]
    perlu_dibantu: tuple[UnitRekap, ...]
    setara_teratas: tuple[UnitRekap, ...]
    belum_diperingkat: tuple[UnitRekap, ...]
    lengkap: int
    belum_setor: tuple[UnitRekap, ...]
    tak_terbaca: tuple[UnitRekap, ...]
    belum_dihitung: tuple[UnitRekap, ...]
    belum_dinilai: tuple[UnitRekap, ...]
    bulan_hilang: tuple[BulanRekap, ...]
    usang: tuple[PeriodeUsang, ...]
    setoran: tuple[SetoranRekap, ...]
    tertinggal: tuple[IndikatorRekap, ...]
    dua_bulan: tuple[Bulan, Bulan] | None

    @property
    def tertinggi(self) -> UnitRekap | None:
        """Return who leads where one sentence names one; None without."""
        return self.memimpin[0] if self.memimpin else None

    @property
    def terendah(self) -> UnitRekap | None:
        """Return who is last where one sentence names one; None without."""
        return self.perlu_dibantu[0] if self.perlu_dibantu else None
