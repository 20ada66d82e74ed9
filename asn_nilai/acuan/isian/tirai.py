"""Texts for one person's eyes: the numbers and names of all others in the register are covered.

A note may name a colleague, a finding quotes what stands in a cell; what is handed to one ASN names nobody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from asn_nilai.acuan.isian.nip import normalkan
from asn_nilai.acuan.isian.skema import Skema

NAMA_LAIN, NIP_LAIN = "(ASN lain)", "(NIP ASN lain)"
"""What stands in place of another's name, and of another's number."""
_NIP = re.compile(r"(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)")


@dataclass(frozen=True)
class Tirai:
    """Covers, in any text, whom it is not about."""

    skema: Skema
    nip: str

    def __call__(self, teks: str) -> str:
        """Return a text, plain or HTML, in which no number and no name of another ASN stands."""
        teks = _NIP.sub(lambda nomor: nomor[0] if normalkan(nomor[0]) == self.nip else NIP_LAIN, teks)
        lipat = teks.casefold()
        for nama in self._lain:
            for tulisan in {nama, escape(nama)}:
                if tulisan.casefold() in lipat:
                    utuh = rf"(?<!\w){re.escape(tulisan)}(?!\w)"
                    teks = re.sub(utuh, NAMA_LAIN, teks, flags=re.IGNORECASE)
        return teks

    @cached_property
    def _lain(self) -> list[str]:
        """Return the others' names, with titles and without, the longest first; what also names the ASN or a unit stays."""
        semua = list(_nama(self.skema))
        sendiri = {tulisan for nip, nama in semua if nip == self.nip for tulisan in _tulisan(nama)}
        unit = " ".join(unit.nama for unit in self.skema.unit.values()).casefold()
        lain = {tulisan for nip, nama in semua if nip != self.nip for tulisan in _tulisan(nama)}
        boleh = (nama for nama in lain if not any(nama.casefold() in ini.casefold() for ini in sendiri))
        return sorted(
            (nama for nama in boleh if nama.casefold() not in unit), key=lambda nama: (-len(nama), nama)
        )


def _nama(skema: Skema) -> Iterator[tuple[str, str]]:
    yield from ((tempat.nip, tempat.nama) for tempat in skema.penempatan)
    yield from ((orang.nip, orang.nama) for orang in skema.cacat)


def _tulisan(nama: str) -> Iterator[str]:
    """Yield a name as the register has it, and without the titles behind it where two words are left."""
    bersih = " ".join(nama.split())
    if bersih:
        yield bersih
    pokok = bersih.partition(",")[0].strip()
    if " " in pokok:
        yield pokok
