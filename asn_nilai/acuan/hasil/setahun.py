"""One ASN's year, month by month, as the results of its months say it: for the card and the plan of improvement."""

from dataclasses import dataclass, field
from math import isnan, nan

from asn_nilai.acuan.pecahan import pecahan


@dataclass(frozen=True, slots=True)
class BulanAsn:
    """What one month's results say of an ASN; blank and NaN where there are none.

    Attributes:
        bulan: the month in words, `Juni 2026`.
        nhk: the printed NHK.
        kredit: angka kredit of the month.
    """

    bulan: str
    nhk: float = nan
    rating_hasil: str = ""
    rating_perilaku: str = ""
    predikat: str = ""
    kredit: float = nan


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
class SetahunAsn:
    """One ASN and the year up to a period.

    Attributes:
        bulan: every month of the year up to the period's last.
        alasan: why a plan of improvement is proposed; blank where none is.
        dikuatkan: the indicators to work on, lowest first.
        berikut: the same indicators in the month after the period, by code, where it has been computed.
        bulan_berikut: that month in words; blank where it has not.
        ide: new ideas that were noted, with their words.
        koefisien: angka kredit of a whole year at 100 percent; NaN where the post earns none.
    """

    nip: str
    nama: str
    jabatan: str
    unit: str
    nip_atasan: str
    nama_atasan: str
    bulan: tuple[BulanAsn, ...]
    alasan: str = ""
    dikuatkan: tuple[CapaianIndikator, ...] = ()
    berikut: dict[str, CapaianIndikator] = field(default_factory=dict)
    bulan_berikut: str = ""
    ide: tuple[str, ...] = ()
    jenjang: str = ""
    koefisien: float = nan

    @property
    def kredit(self) -> float:
        """Return the angka kredit of the months that have one; NaN where none has."""
        ada = [pecahan(bulan.kredit) for bulan in self.bulan if not isnan(bulan.kredit)]
        return float(sum(ada)) if ada else nan
