"""Bands: where a number falls, and what that is called.

A ladder of bands, highest first, covers every number exactly once. It has two faces: labels for pandas and a
nested IF for a live cell.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from asn_nilai.acuan.impor_tunda import tunda
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rumus.angka_berdasar import Ketat, Status
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.tulisan import tulis_angka

if TYPE_CHECKING:
    import numpy as np
else:
    np = tunda("numpy")


class Pita(Ketat):
    """One band; `dari` and `sampai` in the unit of the rated number, None for an open end.

    `syarat` is a condition beside the number; whoever does not meet it falls into the next band.
    """

    label: str
    dari: float | None = None
    dari_termasuk: bool = True
    sampai: float | None = None
    sampai_termasuk: bool = False
    syarat: Literal["ide-baru"] | None = None
    dasar: str = Field(min_length=1)
    status: Status

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


class Tangga(Ketat):
    """Bands from the highest to the lowest, without gap or overlap, open at both ends."""

    pita: tuple[Pita, ...]

    @model_validator(mode="after")
    def _sambung(self) -> Self:
        periksa_pita(self.pita)
        return self

    @property
    def label(self) -> tuple[str, ...]:
        """Return the labels, highest band first."""
        return tuple(pita.label for pita in self.pita)

    @property
    def batas(self) -> tuple[float, ...]:
        """Return the thresholds between the bands, highest first."""
        return tuple(pita.dari for pita in self.pita if pita.dari is not None)

    @property
    def bersyarat(self) -> bool:
        """Tell whether a band asks for more than the number."""
        return any(pita.syarat for pita in self.pita)

    def beri_label(self, angka: Larik, terpenuhi: Larik | None = None) -> Larik:
        """Return the label of each number, an object array; blank where the number is NaN.

        Args:
            angka: the numbers.
            terpenuhi: whether each meets the condition of the bands that have one; None means nobody does.
        """
        penuh = np.zeros(len(angka), bool) if terpenuhi is None else terpenuhi.astype(bool)
        syarat = [
            (angka >= p.dari if p.dari_termasuk else angka > p.dari) & (penuh if p.syarat else True)
            for p in self.pita[:-1]
        ]
        label = np.select(syarat, list(self.label[:-1]), self.label[-1]).astype(object)
        return np.where(np.isnan(angka), "", label)

    def sebut(self, angka: Fraction) -> str:
        """Return the label of one exact number; bands that ask for more than the number count as shut."""
        for pita in self.pita[:-1]:
            batas = pecahan(pita.dari or 0.0)
            if not pita.syarat and (angka >= batas if pita.dari_termasuk else angka > batas):
                return pita.label
        return self.pita[-1].label

    def excel(self, angka: str, nama_batas: Sequence[str], syarat: str = "FALSE") -> str:
        """Return a nested IF that labels the cell `angka`.

        Args:
            angka: the cell.
            nama_batas: a name for each threshold, highest first.
            syarat: the text of a formula that tells whether the condition of the bands that have one is met.
        """
        hasil = f'"{self.label[-1]}"'
        for pita, nama in reversed(list(zip(self.pita[:-1], nama_batas, strict=True))):
            cukup = f"{angka}{'>=' if pita.dari_termasuk else '>'}{nama}"
            uji = f"AND({cukup},{syarat})" if pita.syarat else cukup
            hasil = f'IF({uji},"{pita.label}",{hasil})'
        return hasil


def sebut_label(label: Sequence[str]) -> str:
    """Return labels as one name, `Baik atau Sangat Baik`."""
    *awal, akhir = label
    return f"{', '.join(awal)} atau {akhir}" if awal else akhir


def periksa_pita(semua: Sequence[Pita]) -> None:
    """Check that bands, highest first, cover every number exactly once.

    Raises:
        ValueError: with an Indonesian sentence that names the bands and what was expected.
    """
    if len(semua) < 2:
        raise ValueError("harus ada paling sedikit dua pita")
    if semua[0].sampai is not None or semua[-1].dari is not None:
        raise ValueError("pita teratas tidak boleh punya 'sampai' dan pita terbawah tidak boleh punya 'dari'")
    if len({pita.label for pita in semua}) < len(semua):
        raise ValueError("setiap pita harus punya label sendiri")
    if semua[-1].syarat:
        raise ValueError(f"pita terbawah '{semua[-1].label}' tidak boleh punya 'syarat'")
    batas = [pita.dari for pita in semua if pita.dari is not None]
    for tinggi, rendah in pairwise(batas):
        if tinggi <= rendah:
            raise ValueError(f"batas pita harus menurun: {tinggi:g} tidak lebih besar daripada {rendah:g}")
    for atas, bawah in pairwise(semua):
        if atas.dari is None or bawah.sampai is None or atas.dari != bawah.sampai:
            raise ValueError(
                f"pita '{bawah.label}' dan '{atas.label}' tidak bersambung: ada celah atau tumpang tindih; "
                "'sampai' pita bawah harus sama dengan 'dari' pita di atasnya"
            )
        if atas.dari_termasuk == bawah.sampai_termasuk:
            raise ValueError(
                f"batas {atas.dari:g} harus termasuk tepat satu pita: '{bawah.label}' atau '{atas.label}'"
            )
