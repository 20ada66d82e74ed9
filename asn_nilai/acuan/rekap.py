"""What a recap says of a city: units, ASN, indicators and months, as values that workbook, page and data all show.

What it is drawn from stands in bahan_rekap.py. A month without usable results is missing with its reason, never a zero;
results whose inputs changed since are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import nan

from asn_nilai.acuan.keadilan import Keadilan
from asn_nilai.acuan.nilai import DINILAI
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.rata import Bagian, bagian, rata_rata_gabungan
from asn_nilai.acuan.ringkas import BELUM_SETOR, RingkasUnit
from asn_nilai.acuan.tindak_lanjut import KreditAsn

UNIT_KECIL, BARU_SEBAGIAN = "unit kecil", "baru sebagian dinilai"
"""What is said of a unit whose mean is not to be trusted like that of others."""
BELUM_DIHITUNG = "belum dihitung"
"""The state of a unit that a period's results leave out, beside those of STATUS_UNIT."""


@dataclass(frozen=True, slots=True)
class BulanRekap:
    """One month of the trend; `sebab` ends the sentence why it is missing, and is blank where it is there.

    `usang` are the units (codes) whose inputs changed since the month was computed; `rata_rata` is the printed mean NHK
    of all scored ASN of the recap's units (NaN without).
    """

    bulan: Bulan
    sebab: str = ""
    usang: tuple[str, ...] = ()
    rata_rata: float = nan


@dataclass(frozen=True, slots=True)
class AsnRekap:
    """One ASN's row of the recap; texts and figures as in nilai.csv, NaN where there is no figure.

    `deret` and `predikat_bulan` have one entry for each month of the recap: the printed NHK of a month in which the ASN
    was scored (wherever the score stood), else NaN and blank.
    """

    nip: str
    nama: str
    jabatan: str
    nhk: float
    rating_hasil: str
    rating_perilaku: str
    nilai_akhir: float
    predikat: str
    status: str
    alasan: str
    deret: tuple[float, ...] = ()
    predikat_bulan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TitikUnit:
    """One unit in one month: printed mean NHK of its scored ASN (NaN without), counts, state of submission.

    `status` is one of STATUS_UNIT or BELUM_DIHITUNG, blank where the month has no usable results at all. `jumlah_nhk`
    is the sum of the printed NHK, from which means over several units are made.
    """

    rata_rata: float = nan
    dinilai: int = 0
    jumlah_asn: int = 0
    status: str = ""
    usang: bool = False
    jumlah_nhk: float = 0.0


@dataclass(frozen=True, slots=True)
class UnitRekap:
    """One unit.

    Attributes:
        ringkas: its line of the period; `ringkas.rata_rata_nhk` is unrounded.
        asn: its ASN in the order of nilai.csv, those whose score stands in another unit (`Pindah`) too.
        rata_rata: printed mean NHK of its scored ASN; NaN without.
        peringkat: its place by `rata_rata`, highest first, equal means on the same place; None without a mean.
        kecil: fewer scored ASN than the setting `unit_kecil`.
        sebagian: a larger share of its ASN is not scored than the setting `belum_dinilai_wajar`.
        bulan: one for each month of the recap.
        belum_setor: in how many of the months that have results it had not submitted.
        usang: its results of the period are older than its inputs.
    """

    ringkas: RingkasUnit
    asn: tuple[AsnRekap, ...]
    rata_rata: float
    peringkat: int | None
    kecil: bool
    bulan: tuple[TitikUnit, ...]
    belum_setor: int = 0
    usang: bool = False
    sebagian: bool = False

    @property
    def tanda(self) -> str:
        """Return why its mean is not to be trusted like that of others; blank where it is, or where there is none."""
        if self.peringkat is None:
            return ""
        return UNIT_KECIL if self.kecil else BARU_SEBAGIAN if self.sebagian else ""

    def bagian(self, desimal: int) -> Bagian:
        """Return what its scored ASN add to a mean of the period; `desimal` of the printed NHK."""
        return bagian((asn.nhk for asn in self.asn if asn.status == DINILAI), desimal)


@dataclass(frozen=True, slots=True)
class IndikatorUnit:
    """An indicator in one unit: number of ASN with a capaian, and their printed mean capaian (percent)."""

    kode_unit: str
    jumlah_asn: int
    rata_rata: float


@dataclass(frozen=True, slots=True)
class IndikatorRekap:
    """An indicator over all units of the recap.

    Attributes:
        jumlah_asn: ASN with a capaian of it in the period; one who moved counts in each unit.
        rata_rata: printed mean of their capaian (percent); every ASN counts once.
        di_bawah: how many of them miss what the aturan expects.
        skala: what the scale of indicators (Permendagri 86/2017) calls the mean.
        tertinggal: the mean misses what the aturan expects.
        deret: printed mean of each month of the recap, NaN without.
        unit: by unit, in the register's order.
    """

    kode: str
    nama: str
    satuan: str
    polaritas: str
    jumlah_asn: int
    rata_rata: float
    di_bawah: int
    skala: str
    tertinggal: bool
    deret: tuple[float, ...]
    unit: tuple[IndikatorUnit, ...]


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
class AsnSama:
    """The ASN who were scored in both of the months that are compared: their number, and their printed mean NHK."""

    jumlah: int
    awal: float
    akhir: float


@dataclass(frozen=True, slots=True)
class UsulanRekap:
    """One ASN on the list of penghargaan or pembinaan, as in tindak_lanjut.csv."""

    kode_unit: str
    nip: str
    nama: str
    alasan: str
    indikator: str = ""


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
class HasilUsang:
    """Results that are older than their inputs: which period and unit, and which files changed."""

    periode: Periode
    kode_unit: str
    berkas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rekap:
    """All that a recap says. `unit` is in the register's order; lists of ASN and indicators say their own order.

    Attributes:
        bulan: the months of the year up to the period's last.
        indikator: lowest mean first.
        naik: who rose most between the two months that are compared, highest first; `turun` who fell most.
        dua_bulan_bawah: whose NHK missed what is expected in the last two months, lowest now first.
        dibandingkan: the two months; None where there are not two with results.
        asn_sama: the ASN scored in both of them; None where the two means are of the same ASN anyway, or of nobody.
        panduan: the guides of the aturan for the whole instansi and for the organisation's predikat, where it is told.
        catatan: what the reader must know of missing or doubtful figures, as sentences.
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
    penghargaan: tuple[UsulanRekap, ...]
    pembinaan: tuple[UsulanRekap, ...]
    angka_kredit: tuple[KreditRekap, ...]
    keadilan: Keadilan
    usang: tuple[HasilUsang, ...]
    pengaturan: PengaturanRekap
    catatan: tuple[str, ...] = ()
    asn_sama: AsnSama | None = None

    @property
    def jumlah_asn(self) -> int:
        """Return the number of ASN whose score stands in one of the units, scored or not."""
        return sum(satu.ringkas.jumlah_asn for satu in self.unit)

    @property
    def dinilai(self) -> int:
        """Return the number of scored ASN."""
        return sum(satu.ringkas.dinilai for satu in self.unit)

    @property
    def rata_rata(self) -> float:
        """Return the printed mean NHK of all scored ASN; NaN without."""
        desimal = self.aturan.nhk.desimal.nilai
        return rata_rata_gabungan((unit.bagian(desimal) for unit in self.unit), desimal)

    @property
    def bagian_bulan(self) -> Iterator[Bagian]:
        """Yield what all units together add to the mean of each month."""
        for nomor in range(len(self.bulan)):
            titik = [unit.bulan[nomor] for unit in self.unit if unit.bulan[nomor].dinilai]
            yield sum((pecahan(t.jumlah_nhk) for t in titik), Fraction(0)), sum(t.dinilai for t in titik)

    @property
    def predikat(self) -> dict[str, int]:
        """Return the number of scored ASN by predikat, best first, none left out."""
        return {
            label: sum(satu.ringkas.predikat.get(label, 0) for satu in self.unit)
            for label in self.aturan.predikat.urutan
        }

    @property
    def menurut_peringkat(self) -> tuple[UnitRekap, ...]:
        """Return the units by rank, those without a mean last; equal ones in the register's order."""
        return tuple(sorted(self.unit, key=lambda satu: satu.peringkat or len(self.unit) + 1))

    @property
    def belum_setor(self) -> tuple[UnitRekap, ...]:
        """Return the units that have not submitted what the period needs."""
        return tuple(satu for satu in self.unit if satu.ringkas.status == BELUM_SETOR)

    @property
    def usang_bersama(self) -> dict[tuple[Periode, tuple[str, ...]], list[str]]:
        """Return the stale results by period and by the files that changed: codes of the units that share both."""
        menurut: dict[tuple[Periode, tuple[str, ...]], list[str]] = {}
        for satu in self.usang:
            menurut.setdefault((satu.periode, satu.berkas), []).append(satu.kode_unit)
        return menurut
