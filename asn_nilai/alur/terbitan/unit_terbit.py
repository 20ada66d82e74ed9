"""A unit's results as they lie on disk, and its line as the manifest holds it: known without what computes and writes them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from math import isnan, nan
from typing import NamedTuple, Protocol

from pydantic import ValidationError

from asn_nilai.acuan.bentuk_tunda import bentuk_tunda
from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.riwayat.riwayat import Selisih, TargetTerbaca
from asn_nilai.acuan.setoran.irisan_skema import Sebutan
from asn_nilai.acuan.setoran.status import LIHAT_SKEMA, STATUS_UNIT
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.terbit.data.csv_hasil import KOLOM_CSV
from asn_nilai.terbit.data.manifes import CatatanUnit

NAMA_BERKAS_UNIT: tuple[str, ...] = ("nilai.xlsx", "ringkasan.html")
"""The files that are written of each unit."""


class TempatBaris(Protocol):
    """Where units' rows are kept."""

    def ambil(self, kode: str, nama: str) -> str:
        """Return a unit's rows of one of the city's files."""


class BarisTersimpan(Mapping[str, str]):
    """A unit's rows by the name of the city's file, fetched from where they are kept whenever they are asked for."""

    __slots__ = ("_kode", "_tempat")

    def __init__(self, tempat: TempatBaris, kode: str) -> None:
        self._tempat, self._kode = tempat, kode

    def __getitem__(self, nama: str) -> str:
        return self._tempat.ambil(self._kode, nama)

    def __iter__(self) -> Iterator[str]:
        return iter(KOLOM_CSV)

    def __len__(self) -> int:
        return len(KOLOM_CSV)


@dataclass(slots=True)
class UnitTerbit:
    """A unit whose files are written, as it comes from the process that wrote them.

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


class UnitTersimpan(NamedTuple):
    """What memory keeps of a unit whose results are on disk until those of all are: its line, its rows fetched when asked for.

    `pesan` and `asing` are as in `UnitTerbit`.
    """

    ringkas: RingkasUnit
    baris: BarisTersimpan
    pesan: Sequence[str] = ()
    asing: Sequence[Temuan] = ()


class CatatanTersimpan(Mapping[str, CatatanUnit]):
    """The records of units for the manifest, each fetched from where it is kept when it is asked for."""

    def __init__(self, unit: Sequence[str], ambil: Callable[[str], CatatanUnit]) -> None:
        self._unit, self._ambil = unit, ambil

    def __getitem__(self, kode: str) -> CatatanUnit:
        return self._ambil(kode)

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
    try:
        ringkas = bentuk_tunda(RingkasUnit).validate_python(
            {**isi, "rata_rata_nhk": nan if rata_rata is None else rata_rata}
        )
    except ValidationError:
        return None
    berjumlah = sum(ringkas.predikat.values()) == ringkas.dinilai and ringkas.belum_dinilai >= 0
    return ringkas if berjumlah and ringkas.status in {*STATUS_UNIT, LIHAT_SKEMA} else None
