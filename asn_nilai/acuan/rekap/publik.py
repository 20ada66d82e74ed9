"""What the city may publish of a period: service results, the spread of predikat, mean scores under pseudonyms.

Every figure that comes from persons stands for `k` of them at least; a unit's own figure is no person's. Counts are exact,
shares and means are rounded as they are printed: page, CSV and dictionary show these values and compute nothing. Nothing
here names a person.
"""

from dataclasses import dataclass
from math import nan

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan

SELURUH, GABUNGAN_UNIT, GABUNGAN_JENIS = "Seluruh unit", "Unit lain digabung", "Jenis unit lain digabung"
MEMBAIK, MEMBURUK, TETAP = "membaik", "memburuk", "tetap"
MENDEKAT, MENJAUH = "mendekati target", "menjauhi target"
"""How a result moved that is best at its target: one that is still within plan has not become bad."""
_SEARAH = {MEMBAIK: frozenset({MEMBAIK, MENDEKAT}), MEMBURUK: frozenset({MEMBURUK, MENJAUH})}
GERAK_TERKECIL = 1
"""Points of capaian; a smaller change is as likely rounding as change, and is called TETAP."""


class PublikSebagianError(ValueError):
    """A publication of some units only was asked for; the message, in Indonesian, says why there is none."""

    def __init__(self) -> None:
        super().__init__(
            "Himpunan untuk warga selalu memuat seluruh unit. Yang memuat sebagian unit dapat dikurangkan dari yang memuat "
            "seluruh kota, dan selisihnya membuka hasil kelompok kecil. Jalankan lagi tanpa --unit."
        )


@dataclass(frozen=True, slots=True)
class AngkaLayanan:
    """One result as printed: target and realisasi in the indicator's unit of measure, on the same steps of rounding.

    Attributes:
        capaian: percent with one decimal, from the printed target and realisasi by the aturan's formula; NaN where it
            has none for them, and where the target is 0, of which nothing can be a share.
        tercapai: whether the printed realisasi meets the printed target.
        pembilang, penyebut: what a unit's ratio counts, exact; NaN for all else.
    """

    target: float
    realisasi: float
    capaian: float
    tercapai: bool
    pembilang: float = nan
    penyebut: float = nan

    @property
    def nihil(self) -> bool:
        """Tell whether nothing was planned and nothing came: a target that is met says little then."""
        return self.target == 0 == self.realisasi


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One row of an indicator: a unit, several units together, or all of them.

    Attributes:
        sebutan: the unit's name, GABUNGAN_UNIT or SELURUH.
        kode_unit: blank where the row is not one unit.
        jumlah_unit: how many units stand in the row.
        orang: how many ASN stand behind it, as a class such as `5–9`; blank where the figure is the units' own.
        jumlah_bulan: how many months of the period it covers.
        lalu: the month before, over the same units; None where there is nothing to compare with.
        gerak: how it moved since then: MEMBAIK, MEMBURUK, TETAP, of what is best at its target MENDEKAT, MENJAUH; or blank.
    """

    sebutan: str
    kode_unit: str
    jumlah_unit: int
    orang: str
    jumlah_bulan: int
    kini: AngkaLayanan
    lalu: AngkaLayanan | None = None
    gerak: str = ""


@dataclass(frozen=True, slots=True)
class LayananPublik:
    """One indicator; `unit` holds the rows that make up `seluruh`, and is empty where there is only one.

    `arah` says in words what is better; `ringkasan` how the figures of several ASN or units become one; `terdekat` whether
    the best result is the one nearest to its target.
    """

    kode: str
    nama: str
    satuan: str
    arah: str
    ringkasan: str
    seluruh: BarisLayanan
    unit: tuple[BarisLayanan, ...] = ()
    terdekat: bool = False


@dataclass(frozen=True, slots=True)
class SebaranKelompok:
    """How many ASN of a group have which predikat, by the classes of `SebaranPublik`, in multiples of k."""

    sebutan: str
    jumlah: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SebaranPublik:
    """The spread of predikat over the scored ASN.

    Attributes:
        kelas: sets of neighbouring predikat, best first.
        kelompok: the first group is the city.
        dinilai: how many ASN are scored, in multiples of k.
        pegawai: how many ASN there are, in multiples of k; None where fewer than k are not scored, or none.
    """

    kelas: tuple[tuple[str, ...], ...]
    kelompok: tuple[SebaranKelompok, ...]
    dinilai: int
    pegawai: int | None


@dataclass(frozen=True, slots=True)
class UnitSamaran:
    """The mean NHK of one unit's scored ASN, whole points; `samaran` says nothing of which unit it is."""

    samaran: str
    rata_rata: int


@dataclass(frozen=True, slots=True)
class Ditahan:
    """Something that is not shown, and the reason as a whole sentence."""

    hal: str
    sebab: str


@dataclass(frozen=True, slots=True)
class Publik:
    """All that is published of a period.

    Attributes:
        k: the smallest number of persons behind a figure.
        layanan: targets missed first, lowest capaian first.
        sebaran: None where it cannot be shown.
        kinerja: by pseudonym; empty where pseudonyms would hide nothing.
        rata_rata_nhk: whole points over all scored ASN; None with `kinerja`.
        digabung: how many units stand only inside a joint row, with at least one indicator.
        ditahan: what is not shown.
        catatan: what the reader must know of missing months and incomplete units, as sentences.
        bukan_layanan: how many indicators with results are no service to the public, by the register.
    """

    instansi: str
    periode: Periode
    aturan: Aturan
    k: int
    layanan: tuple[LayananPublik, ...]
    sebaran: SebaranPublik | None
    kinerja: tuple[UnitSamaran, ...]
    rata_rata_nhk: int | None
    digabung: int
    ditahan: tuple[Ditahan, ...] = ()
    catatan: tuple[str, ...] = ()
    bukan_layanan: int = 0

    @property
    def kosong(self) -> bool:
        """Tell whether not one figure of the period can be shown."""
        return not (self.layanan or self.sebaran or self.kinerja)

    @property
    def tercapai(self) -> int:
        """Return how many of the indicators meet their target over all units."""
        return sum(layanan.seluruh.kini.tercapai for layanan in self.layanan)

    def bergerak(self, gerak: str) -> int:
        """Return how many of the indicators moved so over all units since the month before."""
        return sum(layanan.seluruh.gerak in _SEARAH[gerak] for layanan in self.layanan)
