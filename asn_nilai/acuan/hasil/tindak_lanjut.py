"""What follows from a period's scores for each ASN: recognition, support, and angka kredit. Values only.

Nothing here changes a score. They are lists to talk about with the ASN, each entry with its reason.
"""

from dataclasses import dataclass
from math import isnan, nan

KOLOM_TINDAK_LANJUT = (
    "periode", "kode_unit", "nip", "nama", "jenis", "alasan", "indikator", "angka_kredit",
    "jenjang", "persen", "koefisien", "bulan", "bulan_sebelum",
)  # fmt: skip
PENGHARGAAN, IDE_BARU, PEMBINAAN, ANGKA_KREDIT = "penghargaan", "ide baru", "pembinaan", "angka kredit"
"""The values of the column `jenis`."""


@dataclass(frozen=True, slots=True)
class NilaiBulan:
    """What a scored ASN reached in one month: printed NHK, rating hasil kerja, predikat."""

    nhk: float
    rating_hasil: str
    predikat: str


@dataclass(frozen=True, slots=True)
class IndikatorDikuatkan:
    """An indicator to work on, with its capaian as printed; `unit_lama` is the code of the unit where it was, of one that the ASN has left."""

    kode: str
    nama: str
    capaian: float
    unit_lama: str = ""

    @property
    def sebutan(self) -> str:
        """Return how a reader knows it."""
        return f"{self.kode} {self.nama}{f', di {self.unit_lama}' if self.unit_lama else ''}"


@dataclass(frozen=True, slots=True)
class Usulan:
    """One ASN on a list: why (Indonesian sentences) and, for pembinaan, the indicators to work on, lowest first."""

    nip: str
    nama: str
    alasan: str
    indikator: tuple[IndikatorDikuatkan, ...] = ()


@dataclass(frozen=True, slots=True)
class KreditAsn:
    """One ASN of a functional post: percent × coefficient × months ÷ 12.

    `sebelum` are the months of the year before the period: what is rounded is the running sum. `angka` is NaN where it
    cannot be given; `keterangan` says why then.
    """

    nip: str
    nama: str
    jabatan: str
    jenjang: str = ""
    predikat: str = ""
    persen: float = nan
    koefisien: float = nan
    bulan: int = 0
    sebelum: int = 0
    angka: float = nan
    keterangan: str = ""

    @property
    def ada(self) -> bool:
        """Tell whether there is a figure."""
        return not isnan(self.angka)


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """All lists of one unit and period; `catatan` says which criteria could not be applied, and why.

    `ide_baru` are the new ideas that the sheets note, under every rule, with the words of their Catatan.
    """

    penghargaan: tuple[Usulan, ...] = ()
    pembinaan: tuple[Usulan, ...] = ()
    angka_kredit: tuple[KreditAsn, ...] = ()
    catatan: tuple[str, ...] = ()
    ide_baru: tuple[Usulan, ...] = ()


@dataclass(frozen=True, slots=True)
class HasilLalu:
    """Results of months, of the ASN who were scored then: month's code → NIP → what was reached.

    `hilang` says of each month without usable results why (Indonesian, ends a sentence).
    """

    nilai: dict[str, dict[str, NilaiBulan]]
    hilang: dict[str, str]
