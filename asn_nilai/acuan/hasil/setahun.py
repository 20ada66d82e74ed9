"""One ASN's year, month by month, as the results of its months say it: for the card and the plan of improvement."""

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from math import isnan, nan

from asn_nilai.acuan.isian.skema import KebutuhanKredit
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci


@dataclass(frozen=True, slots=True)
class BulanAsn:
    """What one month's results say of an ASN; blank and NaN where there are none.

    Attributes:
        bulan: the month in words, `Juni 2026`.
        nhk: the printed NHK.
        kredit: angka kredit of the month.
        ditempatkan: whether the register places the ASN somewhere in the month; where it does not, no result is to come.
        versi: the locked version that the month's results are; None before a lock.
    """

    bulan: str
    nhk: float = nan
    rating_hasil: str = ""
    rating_perilaku: str = ""
    predikat: str = ""
    kredit: float = nan
    ditempatkan: bool = True
    versi: VersiTerkunci | None = None


@dataclass(frozen=True, slots=True)
class CapaianIndikator:
    """One indicator of an ASN in a period: target, realisasi and capaian (percent), NaN where there is none."""

    kode: str
    nama: str
    satuan: str
    target: float
    realisasi: float
    capaian: float


@dataclass(frozen=True, slots=True)
class RencanaPerbaikan:
    """A plan of improvement as a period's results propose it, and what became of it in the month after.

    Attributes:
        kapan: the period in words.
        alasan: why it is proposed.
        indikator: what to work on, lowest first; empty where it is the behaviour alone.
        bulan_berikut: the month after the period in words; blank where it has no result for the ASN.
        berikut: the same indicators in that month, by code.
        predikat_berikut: what the ASN reached in that month.
    """

    kapan: str
    alasan: str
    indikator: tuple[CapaianIndikator, ...] = ()
    bulan_berikut: str = ""
    berikut: dict[str, CapaianIndikator] = field(default_factory=dict)
    predikat_berikut: str = ""


@dataclass(frozen=True, slots=True)
class SetahunAsn:
    """One ASN and the year up to a period.

    Attributes:
        bulan: every month of the year up to the period's last.
        rencana: what the period itself proposes; None where it proposes none.
        rencana_bulan: what the months up to then have proposed, and what became of it.
        ide: new ideas that were noted, with their words.
        jenjang: the level by which angka kredit is earned.
        koefisien: angka kredit of a whole year at 100 percent; NaN where the post earns none.
        tanpa_kredit: why a functional post has no angka kredit; blank for all others.
        kebutuhan: what the office says of earlier years and of the next rank or level.
    """

    nip: str
    nama: str
    jabatan: str
    unit: str
    nip_atasan: str
    nama_atasan: str
    bulan: tuple[BulanAsn, ...]
    rencana: RencanaPerbaikan | None = None
    rencana_bulan: tuple[RencanaPerbaikan, ...] = ()
    ide: tuple[str, ...] = ()
    jenjang: str = ""
    koefisien: float = nan
    tanpa_kredit: str = ""
    kebutuhan: KebutuhanKredit = field(default_factory=KebutuhanKredit)

    @property
    def kredit_seluruhnya(self) -> float:
        """Return the angka kredit of earlier years and of this one together; NaN where either is not known."""
        if self.kebutuhan.awal is None or isnan(self.kredit):
            return nan
        return float(pecahan(self.kebutuhan.awal) + pecahan(self.kredit))

    @property
    def kredit_kurang(self) -> float:
        """Return how much is missing to the next rank or level, 0 where nothing is; NaN where that is not known."""
        if self.kebutuhan.dibutuhkan is None or isnan(self.kredit_seluruhnya):
            return nan
        return float(max(pecahan(self.kebutuhan.dibutuhkan) - pecahan(self.kredit_seluruhnya), Fraction()))

    @property
    def kredit(self) -> float:
        """Return the angka kredit of the months that have one; NaN where none has."""
        return self.kredit_terkumpul[-1] if self.kredit_terkumpul else nan

    @property
    def kredit_terkumpul(self) -> tuple[float, ...]:
        """Return what has been collected by the end of each month, as printed figures add up; NaN before the first."""
        jumlah = accumulate((pecahan(b.kredit) if not isnan(b.kredit) else None for b in self.bulan), _tambah)
        return tuple(nan if sampai is None else float(sampai) for sampai in jumlah)


def _tambah(sampai: Fraction | None, ini: Fraction | None) -> Fraction | None:
    return sampai if ini is None else (sampai or 0) + ini
