"""Catalogues of indicators by the kind of work: data to choose from, most of it examples.

A catalogue is a file of `katalog_indikator/`; `asal` says where its indicators come from, `contoh` that no rule stands behind
them.
"""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from asn_nilai.acuan.isian.indikator.indikator import (
    Agregasi,
    Frekuensi,
    Indikator,
    JenisNilai,
    Lingkup,
    Polaritas,
)

UMUM = "umum"
"""The catalogue for every unit."""
_PILIHAN = {
    "polaritas": Polaritas, "agregasi": Agregasi, "jenis_nilai": JenisNilai, "frekuensi": Frekuensi, "lingkup": Lingkup,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Katalog:
    """A catalogue: its code, its name, words in units' names to which it belongs (none: to all), and its indicators."""

    kode: str
    nama: str
    kata: tuple[str, ...]
    indikator: tuple[Indikator, ...]

    def cocok(self, nama_unit: Iterable[str]) -> bool:
        """Tell whether one of the units may need it."""
        return not self.kata or any(kata in nama.casefold() for nama in nama_unit for kata in self.kata)


@cache
def semua_katalog() -> Mapping[str, Katalog]:
    """Return every catalogue by its code, the one for all units first."""
    folder = files("asn_nilai.acuan.isian").joinpath("indikator/katalog_indikator")
    berkas = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    isi = {f.name.removesuffix(".toml"): tomllib.loads(f.read_text(encoding="utf-8")) for f in berkas}
    return {kode: _katalog(kode, isi[kode]) for kode in sorted(isi, key=lambda kode: (kode != UMUM, kode))}


def _katalog(kode: str, isi: Mapping[str, Any]) -> Katalog:
    indikator = tuple(_indikator(baris, tuple(isi["jenis_unit"])) for baris in isi["indikator"])
    return Katalog(kode, isi["nama"], tuple(isi["kata"]), indikator)


def _indikator(baris: Mapping[str, Any], berlaku_untuk: tuple[str, ...]) -> Indikator:
    isi: dict[str, Any] = {k: _PILIHAN[k](nilai) if k in _PILIHAN else nilai for k, nilai in baris.items()}
    return Indikator(
        kode=isi.pop("kode_indikator"), nama=isi.pop("indikator"), berlaku_untuk=berlaku_untuk, **isi
    )


def sesuaikan(indikator: Indikator, jenis_ada: Collection[str]) -> Indikator:
    """Return an indicator for the kinds of unit that there are; for all of them where none of its own is there.

    Where nothing is known of the units yet, it keeps its own.
    """
    ada = {jenis.casefold() for jenis in jenis_ada}
    berlaku = tuple(jenis for jenis in indikator.berlaku_untuk if jenis.casefold() in ada)
    return replace(indikator, berlaku_untuk=berlaku) if ada else indikator
