"""A rule profile: one regulation's formulas, bands, matrix and limits as data, each with its legal basis.

The figures stand in `aturan/*.toml`; here stands their shape and what makes a file unusable. Loading is strict:
an unknown key, a gap between bands or a figure without basis is an error that names file and key.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.pita import Tangga
from asn_nilai.acuan.rumus import RUMUS, Rumus
from asn_nilai.acuan.skema import Polaritas

Status = Literal["teks", "resmi", "sekunder", "kebijakan", "belum-diperiksa"]
"""How sure a figure is: seen in the regulation, explained by an official body, told by others, the instansi's own
choice, or not yet checked."""

T = TypeVar("T")
_TAHUN = r"^\d{4}(-\d{2}-\d{2})?$"


class AturanTidakSahError(ValueError):
    """An aturan file cannot be used; the message, in Indonesian, names file, key and what was expected."""


class _Ketat(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Ketentuan(_Ketat, Generic[T]):
    """A figure (or list or table of figures) with its basis, certainty and validity."""

    nilai: T
    dasar: str = Field(min_length=1)
    status: Status
    judul: str = ""
    berlaku_sejak: str = Field("", pattern=rf"{_TAHUN}|^$")
    berlaku_sampai: str = Field("", pattern=rf"{_TAHUN}|^$")


class Profil(_Ketat):
    """What the profile is called, which regulation it states, and since when (a year or a date)."""

    kode: str
    nama: str
    peraturan: str
    keterangan: str
    berlaku_sejak: str = Field(pattern=_TAHUN)
    berlaku_sampai: str = Field("", pattern=rf"{_TAHUN}|^$")

    @property
    def masa_berlaku(self) -> str:
        """Return since when, and until when, the profile is in force."""
        return f"sejak {self.berlaku_sejak}" + (
            f" sampai {self.berlaku_sampai}" if self.berlaku_sampai else ""
        )


class BagianCapaian(_Ketat):
    """How an indicator's capaian is computed: formula by polarity, floor and ceiling in percent."""

    lantai: Ketentuan[float]
    plafon: Ketentuan[float]
    rumus: dict[Polaritas, Ketentuan[str]]
    titik_stabil: Ketentuan[tuple[tuple[float, float], ...]]

    @model_validator(mode="after")
    def _lengkap(self) -> Self:
        for polaritas in Polaritas:
            if polaritas not in self.rumus:
                raise ValueError(f"rumus untuk polaritas {polaritas} tidak ada")
        for polaritas, ketentuan in self.rumus.items():
            if ketentuan.nilai not in RUMUS:
                raise ValueError(
                    f"rumus.{polaritas}: rumus '{ketentuan.nilai}' tidak dikenal; yang ada: {', '.join(RUMUS)}"
                )
        x = [titik[0] for titik in self.titik_stabil.nilai]
        if len(x) < 2 or x != sorted(set(x)):
            raise ValueError("titik_stabil harus berisi dua titik atau lebih dengan x yang menaik")
        if self.lantai.nilai >= self.plafon.nilai:
            raise ValueError("lantai harus lebih kecil daripada plafon")
        return self


class BagianNhk(_Ketat):
    """How the weighted mean is printed: number of decimals."""

    desimal: Ketentuan[int]


class BagianPerilaku(_Ketat):
    """How seven aspect ratings become one: a score by rating, and bands over the mean of the scores."""

    skor: Ketentuan[dict[str, float]]
    pita: tuple[dict[str, object], ...]

    @cached_property
    def tangga(self) -> Tangga:
        """Return the bands over the mean score."""
        return Tangga.model_validate({"pita": self.pita})


class BagianPredikat(_Ketat):
    """Which predikat there are, best first, and the matrix: rating hasil kerja → rating perilaku → predikat."""

    urutan: tuple[str, ...]
    matriks: Ketentuan[dict[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure as the sheet Aturan shows it; `nama` is the defined name that formulas use."""

    nama: str
    judul: str
    nilai: float
    dasar: str
    status: str


class Aturan(_Ketat):
    """A whole profile, checked."""

    format: Literal[1]
    profil: Profil
    capaian: BagianCapaian
    nhk: BagianNhk
    rating_hasil: Tangga
    perilaku: BagianPerilaku
    predikat: BagianPredikat
    alias: dict[str, str] = {}
    sha256: str = ""
    """SHA-256 of the file's text, filled in on loading."""

    @model_validator(mode="after")
    def _padu(self) -> Self:
        rating = self.rating_hasil.label
        if set(self.perilaku.tangga.label) != set(self.perilaku.skor.nilai):
            raise ValueError("perilaku.pita dan perilaku.skor harus menyebut rating yang sama")
        for hasil in rating:
            for perilaku in self.perilaku.skor.nilai:
                predikat = self.predikat.matriks.nilai.get(hasil, {}).get(perilaku)
                if predikat not in self.predikat.urutan:
                    raise ValueError(
                        f"predikat.matriks: '{hasil}' × '{perilaku}' berisi {predikat!r}, bukan predikat yang dikenal"
                    )
        for sebutan, label in self.alias.items():
            if label not in {*self.predikat.urutan, *rating, *self.perilaku.skor.nilai}:
                raise ValueError(f"alias.{sebutan}: '{label}' bukan predikat atau rating yang dikenal")
        return self

    def rumus(self, polaritas: Polaritas) -> Rumus:
        """Return the formula that this profile gives a polarity."""
        return RUMUS[self.capaian.rumus[polaritas].nilai]

    @property
    def rating_perilaku(self) -> tuple[str, ...]:
        """Return the behaviour ratings, lowest first (the matrix's columns)."""
        skor = self.perilaku.skor.nilai
        return tuple(sorted(skor, key=lambda label: skor[label]))

    def kenali(self, teks: str, dikenal: Iterable[str]) -> str | None:
        """Return the label that a text means, or None: matched whole, after folding case and spaces, never by likeness."""
        lipat = _lipat(teks)
        sebutan = {_lipat(label): label for label in dikenal}
        for alias, label in self.alias.items():
            if _lipat(label) in sebutan:
                sebutan.setdefault(_lipat(alias), label)
        return sebutan.get(lipat)

    def angka_bernama(self) -> tuple[Angka, ...]:
        """Return every figure that live formulas use, with its defined name, in the order of the sheet Aturan."""
        c = self.capaian
        angka = [
            Angka("lantai_capaian", c.lantai.judul, c.lantai.nilai, c.lantai.dasar, c.lantai.status),
            Angka("plafon_capaian", c.plafon.judul, c.plafon.nilai, c.plafon.dasar, c.plafon.status),
        ]
        for nomor, titik in enumerate(c.titik_stabil.nilai, 1):
            for sumbu, nilai, arti in zip("xy", titik, ("realisasi terhadap target", "capaian"), strict=True):
                judul = f"{c.titik_stabil.judul} {nomor}: {arti} (persen)"
                angka.append(
                    Angka(
                        f"stabil_{sumbu}{nomor}_", judul, nilai, c.titik_stabil.dasar, c.titik_stabil.status
                    )
                )
        desimal = self.nhk.desimal
        angka.append(Angka("desimal_nhk", desimal.judul, desimal.nilai, desimal.dasar, desimal.status))
        for nama, pita in zip(self.nama_batas_hasil, self.rating_hasil.pita, strict=False):
            judul = f"Batas bawah {pita.label} ({pita.rentang})"
            angka.append(Angka(nama, judul, pita.dari or 0.0, pita.dasar, pita.status))
        return tuple(angka)

    @property
    def nama_titik_stabil(self) -> tuple[tuple[str, str], ...]:
        """Return the defined names of the stabil points, (x, y) each."""
        return tuple(
            (f"stabil_x{n}_", f"stabil_y{n}_") for n in range(1, len(self.capaian.titik_stabil.nilai) + 1)
        )

    @property
    def nama_batas_hasil(self) -> tuple[str, ...]:
        """Return the defined names of the thresholds between ratings, highest first."""
        return tuple(f"batas_hasil_{n}" for n in range(1, len(self.rating_hasil.batas) + 1))

    def berlaku_pada(self, periode: Periode) -> bool:
        """Tell whether the profile is in force over the whole period."""
        sejak, sampai = self.profil.berlaku_sejak, self.profil.berlaku_sampai
        awal, akhir = periode.hari_pertama.isoformat(), periode.hari_terakhir.isoformat()
        return sejak <= awal and (not sampai or akhir[: len(sampai)] <= sampai)


def _lipat(teks: str) -> str:
    return " ".join(teks.casefold().split())


def profil_bawaan() -> Mapping[str, str]:
    """Return the text of each profile that comes with the program, by its code."""
    folder = files("asn_nilai.acuan").joinpath("aturan")
    berkas = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {f.name.removesuffix(".toml"): f.read_text(encoding="utf-8") for f in berkas}


def muat_aturan(kode_atau_berkas: str, folder: Path | None = None) -> Aturan:
    """Load a profile by its code, or from a file of its own.

    Args:
        kode_atau_berkas: a code of `profil_bawaan()`, or the path of a TOML file.
        folder: where a relative path starts.

    Raises:
        AturanTidakSahError: no such profile, no such file, or a file that fails a check.
    """
    bawaan = profil_bawaan()
    if kode_atau_berkas in bawaan:
        return baca_aturan(bawaan[kode_atau_berkas], f"{kode_atau_berkas}.toml")
    berkas = (folder or Path()) / kode_atau_berkas
    if not berkas.is_file():
        raise AturanTidakSahError(
            f"Aturan '{kode_atau_berkas}' tidak ada. Yang tersedia: {', '.join(bawaan)}; atau tulis tempat sebuah berkas .toml."
        )
    try:
        return baca_aturan(berkas.read_text(encoding="utf-8"), berkas.name)
    except (OSError, UnicodeDecodeError) as galat:
        raise AturanTidakSahError(f"{berkas}: tidak dapat dibaca sebagai teks UTF-8 ({galat}).") from galat


def baca_aturan(teks: str, nama_berkas: str) -> Aturan:
    """Check the text of an aturan file.

    Raises:
        AturanTidakSahError: with file, key and what was expected.
    """
    try:
        return Aturan.model_validate(
            tomllib.loads(teks) | {"sha256": hashlib.sha256(teks.encode()).hexdigest()}
        )
    except tomllib.TOMLDecodeError as galat:
        raise AturanTidakSahError(f"{nama_berkas}: bukan TOML yang sah: {galat}") from galat
    except ValidationError as galat:
        rincian = "; ".join(_kalimat_galat(dict(g)) for g in galat.errors())
        raise AturanTidakSahError(f"{nama_berkas}: {rincian}") from galat


def _kalimat_galat(galat: dict[str, object]) -> str:
    letak = galat["loc"]
    kunci = (
        ".".join(str(bagian) for bagian in letak)
        if isinstance(letak, tuple) and letak
        else "(seluruh berkas)"
    )
    pesan = {
        "missing": "kunci wajib ini tidak ada",
        "extra_forbidden": "kunci ini tidak dikenal",
        "literal_error": f"berisi {galat.get('input')!r}; yang dikenal: {dict(galat.get('ctx') or {}).get('expected')}",  # type: ignore[call-overload]
        "value_error": str(galat["msg"]).removeprefix("Value error, "),
    }.get(str(galat["type"]), f"berisi {galat.get('input')!r}: {galat['msg']}")
    return f"{kunci}: {pesan}"
