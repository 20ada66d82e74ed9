"""What a recap or a publication is drawn from: results as they stand in hasil/, with what is missing and what is stale."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import nan
from typing import TYPE_CHECKING

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.ketepatan import Ketepatan
from asn_nilai.acuan.setoran.perilaku import MENILAI_DIRI
from asn_nilai.acuan.temuan import Tingkat

if TYPE_CHECKING:
    import pandas as pd

MENYIMPANG = "perilaku-bertentangan"
"""The finding of a rating that departs from its aspects without a word of why."""
BELUM_BERPOLA = "belum-dinilai-berpola"
"""The finding of a unit whose results that are still missing follow a pattern."""
DICERITAKAN = frozenset({MENYIMPANG, MENILAI_DIRI, BELUM_BERPOLA})
"""What a recap tells of besides what keeps ASN from being scored."""


@dataclass(frozen=True, slots=True)
class BarisTemuan:
    """A row of temuan.csv: what was found where, and whom it concerns (blank where no one ASN, no one unit)."""

    kode: str
    tingkat: Tingkat
    letak: Letak
    nip: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """A row of tindak_lanjut.csv; `indikator` are those to work on with their capaian, a text each."""

    kode_unit: str
    nip: str
    nama: str
    jenis: str
    alasan: str
    indikator: tuple[str, ...] = ()
    angka_kredit: float = nan
    jenjang: str = ""
    persen: float = nan
    koefisien: float = nan
    bulan: int = 0
    bulan_sebelum: int = 0


@dataclass(slots=True)
class HasilPeriode:
    """The results of one period as they stand in hasil/.

    Attributes:
        nilai: nilai.csv, columns KOLOM_NILAI: texts, but `nilai_hasil_kerja`, `nilai_akhir` and `jumlah_indikator`
            float64 (NaN where there is none).
        rincian: of rincian.csv the columns `kode_unit`, `nip`, `kode_indikator`, `satuan` and `polaritas` as texts, `target`,
            `realisasi` and `capaian` float64; beside them `pembilang` and `penyebut` of what is a ratio, from rasio.csv.
        ringkas: one line for each unit, in the register's order.
        usang: for each unit whose inputs changed since it was computed, the files that did.
        tertahan: for each other unit of which files could not be read when it was computed, these.
        program: the other version of the program that computed them, blank where it was this one.
        program_baru: whether that one is newer: here they are not computed again.
        terkunci: whether the period is locked.
    """

    periode: Periode
    nilai: "pd.DataFrame"
    rincian: "pd.DataFrame"
    ringkas: dict[str, RingkasUnit]
    usang: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tertahan: dict[str, tuple[str, ...]] = field(default_factory=dict)
    program: str = ""
    program_baru: bool = False
    terkunci: bool = False


@dataclass(slots=True)
class BahanRekap:
    """What a recap is drawn from.

    Attributes:
        hasil: the period's own results.
        bulan: the months of the year up to the period's last, in order: the trend.
        bulanan: results of those of them that can be used.
        hilang: why the others cannot, as the end of a sentence.
        unit: codes of the units that the recap is about, in the register's order; last, of the whole city, the blank one of
            the people whose unit the register does not say, where there are any.
        terpilih: whether they are a choice (`--unit`) and not the whole city.
        organisasi: the organisation's own predikat, blank where it is not told.
        organisasi_unit: that of each unit of which it is told, by the unit's code.
        temuan: of the rows of the period's temuan.csv the galat, and those that are DICERITAKAN.
        tindak_lanjut: the rows of its tindak_lanjut.csv.
        versi: the locked version that the period's results are; None before a lock.
        ketepatan: the months beside their deadlines, where the settings ask for one.
    """

    instansi: str
    periode: Periode
    aturan: Aturan
    skema: Skema
    hasil: HasilPeriode
    bulan: tuple[Bulan, ...]
    bulanan: dict[Bulan, HasilPeriode]
    hilang: dict[Bulan, str]
    unit: tuple[str, ...]
    terpilih: bool
    pengaturan: PengaturanRekap
    organisasi: str = ""
    organisasi_unit: Mapping[str, str] = field(default_factory=dict)
    temuan: tuple[BarisTemuan, ...] = ()
    tindak_lanjut: tuple[BarisTindakLanjut, ...] = ()
    versi: VersiTerkunci | None = None
    ketepatan: tuple[Ketepatan, ...] = ()

    @property
    def semua_hasil(self) -> tuple[HasilPeriode, ...]:
        """Return the results of the months and the period, each once, in the order in which they must be computed.

        A month looks back on earlier ones, a longer period on its months.
        """
        menurut = {hasil.periode.kode: hasil for hasil in (*self.bulanan.values(), self.hasil)}
        return tuple(sorted(menurut.values(), key=lambda hasil: hasil.periode.urutan))
