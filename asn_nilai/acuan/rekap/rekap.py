"""What a recap says of a city: units, ASN, indicators and months, as values that workbook, page and data all show.

What it is drawn from stands in bahan.py. A month without usable results is missing with its reason, never a zero;
results whose inputs changed since are named.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from asn_nilai.acuan.hasil.ringkas import dengan_sementara
from asn_nilai.acuan.hasil.tindak_lanjut import KreditAsn
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.rata import Bagian, rata_rata_gabungan
from asn_nilai.acuan.rekap.bahan import BarisTindakLanjut
from asn_nilai.acuan.rekap.baris import BulanRekap, IndikatorRekap, UnitRekap
from asn_nilai.acuan.rekap.keadilan import Keadilan
from asn_nilai.acuan.rekap.kedudukan import AsnSama
from asn_nilai.acuan.rekap.sorotan import SorotanRekap
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.ketepatan import Ketepatan, UnitTerlambat, unit_terlambat
from asn_nilai.acuan.setoran.status import BELUM_SETOR


@dataclass(frozen=True, slots=True)
class Gerak:
    """An ASN between two months: printed NHK and predikat then and now; `selisih` in points, exact to two decimals."""

    nip: str
    nama: str
    kode_unit: str
    awal: Bulan
    akhir: Bulan
    nhk_awal: float
    nhk_akhir: float
    selisih: float
    predikat_awal: str
    predikat_akhir: str


@dataclass(frozen=True, slots=True)
class KreditRekap:
    """One ASN of a functional post with the unit where the score stands."""

    kode_unit: str
    kredit: KreditAsn


@dataclass(frozen=True, slots=True)
class PanduanRekap:
    """One guide for the spread of predikat beside the figures; `persen` of the scored ASN, printed.

    `organisasi` is the organisation's predikat that the guide is for, blank where it is for the whole instansi always.
    """

    panduan: PanduanSebaran
    banyak: int
    persen: float
    sesuai: bool
    dasar: str
    organisasi: str = ""

    @property
    def untuk(self) -> str:
        """Return whom the guide is for, in words."""
        return f"bila predikat organisasi {self.organisasi}" if self.organisasi else "untuk seluruh instansi"


@dataclass(frozen=True, slots=True)
class PanduanUnit:
    """One guide for the spread of predikat in a unit, beside its figures; `orang` is the limit in persons of the unit."""

    kode_unit: str
    organisasi: str
    panduan: PanduanSebaran
    banyak: int
    orang: int
    sesuai: bool
    dasar: str


@dataclass(frozen=True, slots=True)
class UsulanOrganisasi:
    """What a unit's own indicators say of its predikat as an organisation, beside what was decided.

    `indikator` are their codes, `capaian` the printed mean; `ditetapkan` is blank where nothing was decided.
    """

    kode_unit: str
    indikator: tuple[str, ...]
    capaian: float
    usulan: str
    ditetapkan: str = ""


@dataclass(frozen=True, slots=True)
class Rekap:
    """All that a recap says. `unit` is in the register's order; lists of ASN and indicators say their own order.

    Attributes:
        bulan: the months of the year up to the period's last.
        indikator: lowest mean first.
        naik: who rose most between the two months that are compared, highest first; `turun` who fell most.
        dua_bulan_bawah: whose NHK missed what is expected in the last two months, lowest now first.
        dibandingkan: the two months; None where there are not two with results.
        penghargaan: the proposals, in the order of units and of their workbooks; so `pembinaan` and `ide_baru`.
        versi: the locked version that the period's results are; None before a lock.
        asn_sama: the ASN scored in both of them; None where there are none.
        naik_turun_predikat: whose NHK rose between them and whose predikat fell: they are not listed as risen.
        panduan: the guides of the aturan for the whole instansi and for the organisation's predikat, where it is told.
        panduan_unit: those of each unit whose own predikat is told.
        usulan_organisasi: what units' own indicators say of their predikat as organisations.
        sorotan: who leads, who needs help, what is missing and what is stale.
        catatan: what the reader must know of missing or doubtful figures, as sentences.
        kepala: who signs for each unit, by its code.
        ketepatan: the months beside their deadlines, where the settings ask for one.
    """

    instansi: str
    periode: Periode
    aturan: Aturan
    terpilih: bool
    bulan: tuple[BulanRekap, ...]
    unit: tuple[UnitRekap, ...]
    indikator: tuple[IndikatorRekap, ...]
    naik: tuple[Gerak, ...]
    turun: tuple[Gerak, ...]
    dua_bulan_bawah: tuple[Gerak, ...]
    dibandingkan: tuple[Bulan, Bulan] | None
    organisasi: str
    panduan: tuple[PanduanRekap, ...]
    penghargaan: tuple[BarisTindakLanjut, ...]
    pembinaan: tuple[BarisTindakLanjut, ...]
    angka_kredit: tuple[KreditRekap, ...]
    keadilan: Keadilan
    sorotan: SorotanRekap
    pengaturan: PengaturanRekap
    catatan: tuple[str, ...] = ()
    asn_sama: AsnSama | None = None
    panduan_unit: tuple[PanduanUnit, ...] = ()
    usulan_organisasi: tuple[UsulanOrganisasi, ...] = ()
    naik_turun_predikat: tuple[Gerak, ...] = ()
    versi: VersiTerkunci | None = None
    kepala: Mapping[str, Pejabat] = field(default_factory=dict)
    ide_baru: tuple[BarisTindakLanjut, ...] = ()
    ketepatan: tuple[Ketepatan, ...] = ()

    @property
    def terlambat(self) -> list[UnitTerlambat]:
        """Return the recap's units that were late in any of its months, who was so most often first."""
        return unit_terlambat(self.ketepatan, [unit.ringkas.kode for unit in self.unit])

    @property
    def banyak_unit(self) -> int:
        """Return the number of units; the people whose unit the register does not say make none."""
        return sum(bool(unit.ringkas.kode) for unit in self.unit)

    @property
    def jumlah_asn(self) -> int:
        """Return the number of ASN whose score stands in one of the units, scored or not."""
        return sum(unit.ringkas.jumlah_asn for unit in self.unit)

    @property
    def dinilai(self) -> int:
        """Return the number of scored ASN."""
        return sum(unit.ringkas.dinilai for unit in self.unit)

    @property
    def sementara(self) -> int:
        """Return the number of ASN whose score does without months that are still to come."""
        return sum(unit.ringkas.sementara for unit in self.unit)

    @property
    def sebaran(self) -> dict[str, int]:
        """Return the number of scored ASN by predikat, then of those whose score is provisional, where there are any."""
        return dengan_sementara(self.predikat, self.sementara)

    @property
    def belum_dinilai(self) -> int:
        """Return the number of ASN who are not scored."""
        return self.jumlah_asn - self.dinilai - self.sementara

    @property
    def rata_rata(self) -> float:
        """Return the printed mean NHK of all scored ASN; NaN without."""
        desimal = self.aturan.desimal
        return rata_rata_gabungan((unit.bagian(desimal) for unit in self.unit), desimal)

    @property
    def bagian_bulan(self) -> Iterator[Bagian]:
        """Yield what all units together add to the mean of each month."""
        for nomor in range(len(self.bulan)):
            titik = [unit.bulan[nomor] for unit in self.unit if unit.bulan[nomor].dinilai]
            yield sum((pecahan(t.jumlah_nhk) for t in titik), Fraction(0)), sum(t.dinilai for t in titik)

    @property
    def belum_setor_bulan(self) -> Iterator[int]:
        """Yield how many units had not submitted in each month."""
        for nomor in range(len(self.bulan)):
            yield sum(unit.bulan[nomor].status == BELUM_SETOR for unit in self.unit)

    @property
    def predikat(self) -> dict[str, int]:
        """Return the number of scored ASN by predikat, best first, none left out."""
        return {
            label: sum(unit.ringkas.predikat.get(label, 0) for unit in self.unit)
            for label in self.aturan.predikat.urutan
        }

    @property
    def menurut_peringkat(self) -> tuple[UnitRekap, ...]:
        """Return the units by rank, those without one last; equal ones in the register's order."""
        return tuple(sorted(self.unit, key=lambda unit: unit.peringkat or len(self.unit) + 1))
