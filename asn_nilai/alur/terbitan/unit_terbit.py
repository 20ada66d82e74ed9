"""A unit's results as they lie on disk, and its line as the manifest holds it: known without what computes and writes them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from math import isnan, nan

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.riwayat.riwayat import Selisih, TargetTerbaca
from asn_nilai.acuan.setoran.irisan_skema import Sebutan
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.terbit.data.csv_hasil import KOLOM_CSV
from asn_nilai.terbit.data.manifes import CatatanUnit

NAMA_BERKAS_UNIT: tuple[str, ...] = ("nilai.xlsx", "ringkasan.html")
"""The files that are written of each unit."""


def _belum_dicatat() -> CatatanUnit:
    return CatatanUnit({}, {}, {})


class BarisTersimpan(Mapping[str, str]):
    """A unit's rows by the name of the city's file, fetched from where they are kept whenever they are asked for."""

    __slots__ = ("_ambil",)

    def __init__(self, ambil: Callable[[str], str]) -> None:
        self._ambil = ambil

    def __getitem__(self, nama: str) -> str:
        return self._ambil(nama)

    def __iter__(self) -> Iterator[str]:
        return iter(KOLOM_CSV)

    def __len__(self) -> int:
        return len(KOLOM_CSV)


@dataclass(slots=True)
class UnitTerbit:
    """A unit whose results are on disk.

    Attributes:
        ringkas: its line of the overview.
        baris: its rows for the city's CSV files as text, by the name of the file (`KOLOM_CSV`).
        keluaran: its files, relative to the period's results, by their SHA-256.
        pesan: which of them could not be written, as sentences.
        sebutan: what the books of the unit, and of those tied to it, name.
        sidik: what was read of them, by SHA-256.
        selisih: what it adds to the period's register.
        target: what it adds to that of the year's targets.
        asing: findings of rows in its books that are another unit's.
        catatan: fetches its record in the manifest, blank until it is known.
    """

    ringkas: RingkasUnit
    baris: Mapping[str, str]
    keluaran: dict[str, str] = field(default_factory=dict)
    pesan: list[str] = field(default_factory=list)
    sebutan: Sebutan = field(default_factory=Sebutan)
    sidik: Mapping[str, str] = field(default_factory=dict)
    selisih: Selisih | None = None
    target: TargetTerbaca | None = None
    asing: tuple[Temuan, ...] = ()
    catatan: Callable[[], CatatanUnit] = _belum_dicatat


class CatatanTersimpan(Mapping[str, CatatanUnit]):
    """The records of units for the manifest, each fetched from where it is kept when it is asked for."""

    def __init__(self, unit: Mapping[str, UnitTerbit]) -> None:
        self._unit = unit

    def __getitem__(self, kode: str) -> CatatanUnit:
        return self._unit[kode].catatan()

    def __iter__(self) -> Iterator[str]:
        return iter(self._unit)

    def __len__(self) -> int:
        return len(self._unit)


def ringkas_sebagai_dict(ringkas: RingkasUnit) -> dict[str, object]:
    """Return a unit's line as JSON can hold it: no NaN."""
    isi: dict[str, object] = {nama: getattr(ringkas, nama) for nama in RingkasUnit.__slots__}
    isi["rata_rata_nhk"] = None if isnan(ringkas.rata_rata_nhk) else ringkas.rata_rata_nhk
    return isi


def ringkas_dari_dict(isi: Mapping[str, object]) -> RingkasUnit | None:
    """Return a unit's line from what `ringkas_sebagai_dict` made of it; None where another version did, or it does not add up."""
    if set(isi) != {ruas.name for ruas in fields(RingkasUnit)}:
        return None
    rata_rata = isi["rata_rata_nhk"]
    bulan = isi["bulan_kurang"]
    ubah = {
        "rata_rata_nhk": nan if rata_rata is None else rata_rata,
        "bulan_kurang": tuple(bulan) if isinstance(bulan, list) else (),
    }
    ringkas = RingkasUnit(**{**isi, **ubah})  # type: ignore[arg-type]
    berjumlah = sum(ringkas.predikat.values()) == ringkas.dinilai and ringkas.belum_dinilai >= 0
    return ringkas if berjumlah else None
