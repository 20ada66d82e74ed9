"""What would lift an ASN's predikat, and how far it is from falling: a part of the explanation, filled in by `hitung.perubahan`."""

from dataclasses import dataclass
from enum import StrEnum

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan


class Jalan(StrEnum):
    """What can lift the predikat."""

    TERTINGGI = "tertinggi"
    """Nothing: it is the best there is."""
    HASIL = "hasil"
    """Better results, with the behaviour rating as it is."""
    PERILAKU = "perilaku"
    """Only another behaviour rating: the results cannot lift it."""
    KEDUANYA = "keduanya"
    """Better results together with another behaviour rating."""
    TERTUTUP = "tertutup"
    """Neither, under this rule."""


@dataclass(frozen=True, slots=True)
class Peluang:
    """One indicator's realisasi of its last counted month, every other figure staying as it is.

    Attributes:
        sel: its cell.
        indikator: its name; of a ratio it says that what moves is the pembilang, which has no `satuan`.
        sekarang: what stands there.
        langkah: the smallest step in which the figure can change.
        naik: the nearest figure that lifts the predikat, None where none can.
        nhk_naik, predikat_naik: what it leads to.
        alasan: why no figure can, blank otherwise.
        aman_bawah, aman_atas: the lowest and highest figure that keep the predikat, None where nothing that the
            indicator's bounds admit in that direction makes it fall.
        predikat_turun: the predikat one step beyond, blank where it cannot fall.
        bertanda: whether a small figure is read with certainty only if it is typed with its percent sign.
    """

    kode: str
    indikator: str
    satuan: str
    bulan: Bulan
    sel: Letak | None
    sekarang: float
    langkah: float
    naik: float | None = None
    nhk_naik: float | None = None
    predikat_naik: str = ""
    alasan: str = ""
    aman_bawah: float | None = None
    aman_atas: float | None = None
    predikat_turun: str = ""
    bertanda: bool = False


@dataclass(frozen=True, slots=True)
class ButirBersama:
    """One indicator of a joint change: its figure now, the nearest with the best possible capaian, and the new one."""

    kode: str
    indikator: str
    satuan: str
    sekarang: float
    terbaik: float
    menjadi: float
    bertanda: bool = False


@dataclass(frozen=True, slots=True)
class Bersama:
    """All indicators with room left together, each closing the same share (percent) of the way to its best figure."""

    bagian: float
    nhk: float
    predikat: str
    butir: tuple[ButirBersama, ...]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What would lift the predikat, and how far it is from falling.

    `perilaku_andai` is the behaviour rating under which `peluang` and `bersama` look for a rise: the present one, or
    the one needed beside better results; `angka_andai` its number where the rule asks for one, `ide_andai` whether a new
    idea is supposed. The sentences say it in words. `syarat_perilaku` is the clause of what must hold besides for `peluang`
    and `bersama` to lift the predikat, `rating perilaku menjadi …`; blank where the figures alone do.
    """

    jalan: Jalan
    perilaku_andai: str
    angka_andai: float
    ide_andai: bool
    peluang: tuple[Peluang, ...]
    bersama: Bersama | None
    kalimat_naik: tuple[str, ...]
    kalimat_turun: tuple[str, ...]
    syarat_perilaku: str = ""
