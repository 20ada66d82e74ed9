"""The kinds of letters, once: what is typed for each, and what it is to the office."""

from enum import StrEnum
from typing import Self


class JenisSurat(StrEnum):
    """A kind of letter; its value is what is typed, `keterangan` what it is."""

    keterangan: str

    def __new__(cls, ketikan: str, keterangan: str = "") -> Self:
        """Return a kind with its words."""
        jenis = str.__new__(cls, ketikan)
        jenis._value_ = ketikan
        jenis.keterangan = keterangan
        return jenis

    NOTA_DINAS = "nota-dinas", "Nota dinas untuk pimpinan"
    BERITA_ACARA = "berita-acara", "Berita acara tiap unit"
    USULAN_PENGHARGAAN = "usulan-penghargaan", "Usulan penghargaan"
    RENCANA_PERBAIKAN = "rencana-perbaikan", "Rencana perbaikan tiap ASN"
    TARGET = "target", "Target setahun untuk ditandatangani"
    KARTU = "kartu", "Kartu kinerja setahun tiap ASN"

    @property
    def perlu_hasil(self) -> bool:
        """Tell whether it is about results: targets are there before any."""
        return self is not JenisSurat.TARGET

    @property
    def awalan(self) -> tuple[str, ...]:
        """Return what the names of its letters begin with: one kind may come with another."""
        return (self.value, *_BERSAMA.get(self, ()))


_BERSAMA = {JenisSurat.USULAN_PENGHARGAAN: ("piagam",), JenisSurat.RENCANA_PERBAIKAN: ("undangan",)}
"""The letters that are written along with a kind's own."""
