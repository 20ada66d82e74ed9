"""Collects the findings of reading one table, each at its cell, and hands them over in the order of the sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Akibat, Temuan, temuan
from asn_nilai.baca.format_sel.lembar import Sel


@dataclass(slots=True)
class Catatan:
    """Findings of one table; `berkas` is relative to the work folder, `unit` its code, blank for the skema."""

    berkas: str
    unit: str = ""
    lembar: str = ""
    _isi: list[tuple[Sel, Temuan]] = field(default_factory=list)

    def tambah(
        self,
        kode: str,
        sel: Sel | None = None,
        *,
        nip: str = "",
        akibat: Akibat | None = None,
        akar: Temuan | None = None,
        fakta: Mapping[str, str] | None = None,
        **isi: object,
    ) -> None:
        """Note a finding at a cell (row, column; 0-based), at the sheet or file where None; its facts by name."""
        letak = Letak(self.berkas, self.lembar, "" if sel is None else nama_sel(*sel))
        semua = {**(fakta or {}), **isi}
        tercatat = temuan(kode, letak, unit=self.unit, nip=nip, akibat=akibat, akar=akar, **semua)
        self._isi.append((sel or (-1, -1), tercatat))

    def abaikan(self, lembar: Iterable[str]) -> None:
        """Note the other sheets that may be the form and are not read; nothing where there are none."""
        if ada := ", ".join(f"'{nama}'" for nama in lembar):
            self.tambah("lembar-diabaikan", ada=ada)

    @property
    def temuan(self) -> list[Temuan]:
        """Return the findings from the top of the sheet to its bottom, left to right."""
        return [tercatat for _, tercatat in sorted(self._isi, key=lambda isi: isi[0])]
