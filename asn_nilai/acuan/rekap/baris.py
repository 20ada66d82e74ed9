"""The rows of a recap: its months, units with their ASN, and indicators; rekap.py holds all that it says of them."""

from dataclasses import dataclass
from functools import lru_cache
from math import isnan, nan

from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.isian.indikator.rasio import rasio_tepat
from asn_nilai.acuan.pecahan import bulatkan_pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rata import Bagian, bagian
from asn_nilai.acuan.rekap.kedudukan import AsnSama, Kedudukan
from asn_nilai.acuan.temuan import katalog
from asn_nilai.acuan.tulisan import tulis_angka

BELUM_DIPERINGKAT, UNIT_KECIL, TERANGKAT = "belum diperingkat", "unit kecil", "terangkat"
"""What is said of a unit whose mean is not to be trusted like that of others."""
BELUM_DIHITUNG = "belum dihitung"
"""The state of a unit that a period's results leave out, beside those of STATUS_UNIT."""
CAPAIAN_TARGET = 100
"""Percent of capaian at which a target is reached, as the page of the publication counts it."""
_DESIMAL_RASIO = 2
_UNIT_TERENDAH = 3
"""Units named beside an indicator."""


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


@lru_cache(maxsize=1024)
def _kata_sebab(sebab: tuple[str, ...]) -> str:
    """Return the titles of some kinds of finding, each once."""
    return "; ".join(dict.fromkeys(katalog()[kode].judul for kode in sebab))


@dataclass(frozen=True, slots=True)
class AsnRekap:
    """One ASN's row of the recap; texts and figures as in nilai.csv, NaN where there is no figure.

    `sebab` are the kinds of finding (codes) for which `alasan` says that the ASN is not scored. `angka_perilaku` is the
    behaviour number, where the aturan asks for one and has no ratings. `deret` and `predikat_bulan` have one entry for each month of the recap: the printed NHK of a month in which the ASN
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
    sebab: tuple[str, ...] = ()
    angka_perilaku: float = nan

    @property
    def keterangan(self) -> str:
        """Return in words why the ASN is not scored, each kind of finding once; blank where there is nothing to say."""
        return _kata_sebab(self.sebab) or self.alasan


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
        kedudukan: where it stands among the other units.
        kecil: fewer scored ASN than the setting `unit_kecil`.
        bulan: one for each month of the recap.
        belum_setor: in how many of the months that have results it had not submitted.
        usang: its results of the period are older than its inputs.
        sama: its ASN who were scored in both of the months that are compared; None where there are none.
    """

    ringkas: RingkasUnit
    asn: tuple[AsnRekap, ...]
    rata_rata: float
    kedudukan: Kedudukan
    kecil: bool
    bulan: tuple[TitikUnit, ...]
    belum_setor: int = 0
    usang: bool = False
    sama: AsnSama | None = None

    @property
    def peringkat(self) -> int | None:
        """Return its place among the ranked units; None where it has no rank."""
        return self.kedudukan.peringkat

    @property
    def tanda(self) -> str:
        """Return why its mean is not to be trusted like that of others; blank where it is, or where there is no unit."""
        if self.peringkat is None:
            return BELUM_DIPERINGKAT if self.ringkas.kode and self.ringkas.jumlah_asn else ""
        return UNIT_KECIL if self.kecil else TERANGKAT if self.kedudukan.terangkat else ""

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
        belum_target: how many of them miss their target, a capaian below CAPAIAN_TARGET.
        skala: what the scale of indicators (Permendagri 86/2017) calls the mean.
        tertinggal: the mean misses what the aturan expects.
        deret: printed mean of each month of the recap, NaN without.
        unit: by unit, in the register's order.
        pembilang, penyebut: of a ratio what all units count above and below its line, exact; NaN for all others.
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
    belum_target: int = 0
    pembilang: float = nan
    penyebut: float = nan

    @property
    def kata_rasio(self) -> str:
        """Return what all units together reached of a ratio, sum by sum: `100 × 124 ÷ 135 = 91,85`; blank for all others."""
        if isnan(self.penyebut):
            return ""
        hasil = bulatkan_pecahan(rasio_tepat(self.pembilang, self.penyebut), _DESIMAL_RASIO)
        return f"100 × {tulis_angka(self.pembilang)} ÷ {tulis_angka(self.penyebut)} = {tulis_angka(hasil)}"

    @property
    def belum_capai(self) -> bool:
        """Tell whether the mean misses the target."""
        return self.rata_rata < CAPAIAN_TARGET

    @property
    def unit_terendah(self) -> tuple[IndikatorUnit, ...]:
        """Return the units with the lowest means, lowest first: where to begin to help."""
        return tuple(sorted(self.unit, key=lambda unit: unit.rata_rata)[:_UNIT_TERENDAH])
