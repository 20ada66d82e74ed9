"""Bands: where a number falls, and what that is called.

A ladder of bands, highest first, covers every number exactly once. It has two faces: labels for pandas and a
nested IF for a live cell.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Self

import numpy as np
from pydantic import BaseModel, ConfigDict, model_validator

from asn_nilai.acuan.rumus import Larik
from asn_nilai.acuan.tulisan import tulis_angka


class Pita(BaseModel):
    """One band; `dari` and `sampai` in the unit of the rated number, None for an open end."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    dari: float | None = None
    dari_termasuk: bool = True
    sampai: float | None = None
    sampai_termasuk: bool = False
    dasar: str
    status: str

    @property
    def rentang(self) -> str:
        """Return the band as it is printed, `90 ≤ x ≤ 100`."""
        bawah = "" if self.dari is None else f"{tulis_angka(self.dari)} {'≤' if self.dari_termasuk else '<'} "
        atas = (
            ""
            if self.sampai is None
            else f" {'≤' if self.sampai_termasuk else '<'} {tulis_angka(self.sampai)}"
        )
        return f"{bawah}x{atas}"


class Tangga(BaseModel):
    """Bands from the highest to the lowest, without gap or overlap, open at both ends."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pita: tuple[Pita, ...]

    @model_validator(mode="after")
    def _sambung(self) -> Self:
        if len(self.pita) < 2:
            raise ValueError("harus ada paling sedikit dua pita")
        if self.pita[0].sampai is not None or self.pita[-1].dari is not None:
            raise ValueError(
                "pita teratas tidak boleh punya 'sampai' dan pita terbawah tidak boleh punya 'dari'"
            )
        for tinggi, rendah in pairwise(self.batas):
            if tinggi <= rendah:
                raise ValueError(
                    f"batas pita harus menurun: {tinggi:g} tidak lebih besar daripada {rendah:g}"
                )
        for atas, bawah in pairwise(self.pita):
            if atas.dari is None or bawah.sampai is None or atas.dari != bawah.sampai:
                raise ValueError(
                    f"pita '{bawah.label}' dan '{atas.label}' tidak bersambung: ada celah atau tumpang tindih"
                )
            if atas.dari_termasuk == bawah.sampai_termasuk:
                raise ValueError(
                    f"batas {atas.dari:g} harus termasuk tepat satu pita: '{bawah.label}' atau '{atas.label}'"
                )
        return self

    @property
    def label(self) -> tuple[str, ...]:
        """Return the labels, highest band first."""
        return tuple(pita.label for pita in self.pita)

    @property
    def batas(self) -> tuple[float, ...]:
        """Return the thresholds between the bands, highest first."""
        return tuple(pita.dari for pita in self.pita if pita.dari is not None)

    def beri_label(self, angka: Larik) -> Larik:
        """Return the label of each number, an object array; blank where the number is NaN."""
        syarat = [angka >= p.dari if p.dari_termasuk else angka > p.dari for p in self.pita[:-1]]
        label = np.select(syarat, list(self.label[:-1]), self.label[-1]).astype(object)
        return np.where(np.isnan(angka), "", label)

    def excel(self, angka: str, nama_batas: Sequence[str]) -> str:
        """Return a nested IF that labels the cell `angka`; `nama_batas` names a threshold each, highest first."""
        hasil = f'"{self.label[-1]}"'
        for pita, nama in reversed(list(zip(self.pita[:-1], nama_batas, strict=True))):
            hasil = f'IF({angka}{">=" if pita.dari_termasuk else ">"}{nama},"{pita.label}",{hasil})'
        return hasil
