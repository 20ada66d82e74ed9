"""Named scales that call an indicator's capaian high or low, for reports of units; they decide no predikat."""

from importlib.resources import files
from typing import Literal, Self

from pydantic import model_validator

from asn_nilai.acuan.rumus.angka_berdasar import Ketat
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError, baca_bentuk
from asn_nilai.acuan.rumus.pita import Pita, Tangga, periksa_pita

SKALA_INDIKATOR = "permendagri-86-2017"
"""The scale that a recap names the mean capaian of an indicator by; cut points and basis stand in its file."""


class SkalaIndikator(Ketat):
    """A scale: bands over capaian in percent, highest first."""

    format: Literal[1]
    kode: str
    nama: str
    pita: tuple[Pita, ...]

    @model_validator(mode="after")
    def _sambung(self) -> Self:
        periksa_pita(self.pita)
        return self

    @property
    def tangga(self) -> Tangga:
        """Return the bands as a ladder."""
        return Tangga(pita=self.pita)


def muat_skala(kode: str) -> SkalaIndikator:
    """Load a scale by its code.

    Raises:
        AturanTidakSahError: no such scale, or a file that fails a check.
    """
    folder = files("asn_nilai.acuan.rumus").joinpath("skala")
    berkas = {f.name.removesuffix(".toml"): f for f in folder.iterdir() if f.name.endswith(".toml")}
    if kode not in berkas:
        raise AturanTidakSahError(f"Skala '{kode}' tidak ada. Yang tersedia: {', '.join(sorted(berkas))}.")
    return baca_bentuk(SkalaIndikator, berkas[kode].read_text(encoding="utf-8"), f"{kode}.toml")
