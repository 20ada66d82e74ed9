"""Findings: what is wrong or doubtful, at which cell, and what to do about it.

A finding is a value. It holds a code, a place and the facts; the sentence comes from the catalogue
(`katalog_temuan.toml`), so that terminal, JSON, workbook and page say the same words.
"""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.tulisan import tulis_angka

LEMBAR_TEMUAN = "Temuan"
"""Name of the sheet that lists findings in a marked copy, or stands alone where a file cannot carry marks."""
JUDUL_LEMBAR_TEMUAN = "Temuan asn-nilai: yang perlu diperbaiki di berkas ini"
"""What its first cell says; a sheet of that name without it is the unit's own."""


class Tingkat(StrEnum):
    """How grave a finding is: `galat` keeps something from being scored, `peringatan` asks for a look."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


class Akibat(StrEnum):
    """What a `galat` keeps from being scored."""

    BARIS = "baris"
    """The row alone: it is left aside, and who depends on it is told by another finding."""
    ASN = "asn"
    """The ASN named by the finding."""
    PERILAKU = "perilaku"
    """The ASN's predikat; hasil kerja is still scored."""
    BERKAS = "berkas"
    """The file, and so every ASN of its unit."""


class Jenis(NamedTuple):
    """A kind of finding: its code, severity, title, and the templates of message and advice (Indonesian).

    `pinta` is the advice in words for the unit, where the advice itself speaks to whoever keeps the skema; `ringkas` names
    the fact in which findings of one cause differ (`nama`, `indikator`), so that one sentence can stand for them all. `kota`
    says that it compares what no unit's own run sees, and is made anew in each run, also where it names a unit. `bawaan` are facts
    that stand in the sentences where a finding does not give them.
    """

    kode: str
    tingkat: Tingkat
    akibat: Akibat
    judul: str
    pesan: str
    saran: str
    pinta: str = ""
    ringkas: str = ""
    kota: bool = False
    bawaan: tuple[tuple[str, str], ...] = ()


class _Katalog(Mapping[str, Jenis]):
    """The catalogue, of which a kind is read when it is asked for: all of them take 10 ms in each process, and a run meets few."""

    def __init__(self, teks: str) -> None:
        # Each kind is a table of its own, whose head begins a line as nothing else here does.
        bagian = teks.split("\n[")[1:]
        self._bagian = {isi[: isi.index("]")]: f"[{isi}" for isi in bagian}
        self._terbaca: dict[str, Jenis] = {}

    def __getitem__(self, kode: str) -> Jenis:
        if kode not in self._terbaca:
            (isi,) = tomllib.loads(self._bagian[kode]).values()
            self._terbaca[kode] = Jenis(
                kode=kode,
                tingkat=Tingkat(isi["tingkat"]),
                akibat=Akibat(isi.get("akibat", Akibat.ASN)),
                judul=isi["judul"],
                pesan=isi["pesan"],
                saran=isi["saran"],
                pinta=isi.get("pinta", isi["saran"]),
                ringkas=isi.get("ringkas", ""),
                kota=isi.get("kota", False),
                bawaan=tuple(isi.get("bawaan", {}).items()),
            )
        return self._terbaca[kode]

    def __iter__(self) -> Iterator[str]:
        return iter(self._bagian)

    def __len__(self) -> int:
        return len(self._bagian)


@cache
def katalog() -> Mapping[str, Jenis]:
    """Return every kind of finding by its code, in the catalogue's order."""
    return _Katalog(files("asn_nilai.acuan").joinpath("katalog_temuan.toml").read_text(encoding="utf-8"))


@cache
def jenis_temuan(kode: str, tingkat: Tingkat | None = None) -> Jenis:
    """Return a kind of finding, as grave as the work folder's settings make it; None for the catalogue's own severity."""
    jenis = katalog()[kode]
    return jenis if tingkat in {None, jenis.tingkat} else jenis._replace(tingkat=tingkat)


@baris_ringan
class Temuan:
    """One finding.

    Attributes:
        kode: its kind, a key of `katalog()`.
        letak: where it stands.
        unit: the unit's code, blank where it does not apply.
        nip: the ASN concerned, 18 digits, blank where it does not apply.
        isi: the facts that fill the catalogue's sentence.
        akibat_khusus: what this finding stops, where that differs from its kind.
        bulan: the month whose submission it speaks of; None for the target workbook and for what is no file's.
        akar: the finding that this one follows from: mended there, it is gone here. It is never told by itself
            (`acuan.setoran.pesan.akar_temuan`).
        menunggu: how many rows follow from this finding, where they have been counted.
        tingkat_khusus: how grave it is where the work folder's settings say so; None for its kind's severity.
    """

    kode: str
    letak: Letak
    unit: str = ""
    nip: str = ""
    isi: tuple[tuple[str, str], ...] = ()
    akibat_khusus: Akibat | None = None
    bulan: Bulan | None = None
    akar: "Temuan | None" = None
    menunggu: int = 0
    tingkat_khusus: Tingkat | None = None

    @property
    def jenis(self) -> Jenis:
        """Return the kind of finding, as grave as it is here."""
        return jenis_temuan(self.kode, self.tingkat_khusus)

    @property
    def tingkat(self) -> Tingkat:
        """Return how grave it is."""
        return self.jenis.tingkat

    @property
    def akibat(self) -> Akibat:
        """Return what it keeps from being scored; meaningful for a `galat` only."""
        return self.akibat_khusus or self.jenis.akibat

    @property
    def pesan(self) -> str:
        """Return what happened, an Indonesian sentence."""
        return self.pesan_bagi(dict(self.isi), self.menunggu)

    def pesan_bagi(self, isi: Mapping[str, str], menunggu: int) -> str:
        """Return what happened with other facts, for several findings of one cause."""
        ekor = f" {tulis_angka(menunggu)} baris menunggu ini." if menunggu else ""
        return self.jenis.pesan.format_map(dict(self.jenis.bawaan) | dict(isi)) + ekor

    @property
    def saran(self) -> str:
        """Return what to do next, an Indonesian sentence."""
        return self.jenis.saran.format_map(dict((*self.jenis.bawaan, *self.isi)))

    @property
    def pinta(self) -> str:
        """Return what the unit is asked to do, an Indonesian sentence; `nama_berkas` is the file's name alone."""
        nama_berkas = self.letak.berkas.rpartition("/")[2]
        fakta = dict((*self.jenis.bawaan, ("nama_berkas", nama_berkas), *self.isi))
        return self.jenis.pinta.format_map(fakta)

    def sebagai_dict(self) -> dict[str, str]:
        """Return the finding with the keys of the contract, for JSON and CSV."""
        return {
            "kode": self.kode,
            "tingkat": self.tingkat.value,
            "berkas": self.letak.berkas,
            "lembar": self.letak.lembar,
            "sel": self.letak.sel,
            "unit": self.unit,
            "nip": self.nip,
            "pesan": self.pesan,
            "saran": self.saran,
        }


KUNCI_TEMUAN = ("kode", "tingkat", "berkas", "lembar", "sel", "unit", "nip", "pesan", "saran")
"""The keys of a finding in JSON and the columns of temuan.csv, in order."""


def temuan(
    kode: str,
    letak: Letak,
    *,
    unit: str = "",
    nip: str = "",
    akibat: Akibat | None = None,
    akar: Temuan | None = None,
    **isi: object,
) -> Temuan:
    """Make a finding; `isi` holds the facts that the catalogue's sentences of this kind name. A whole number counts something."""
    fakta = tuple((k, tulis_angka(n) if isinstance(n, int) else str(n)) for k, n in isi.items())
    return Temuan(kode, letak, unit, nip, fakta, akibat, akar=akar)
