"""Texts for one person's eyes: the numbers and names of all others in the register are covered.

A note may name a colleague, a finding quotes what stands in a cell; what is handed to one ASN names nobody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from asn_nilai.acuan.isian.orang.nip import normalkan
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import NAMA_BULAN

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
        for nama, tulisan in self._lain:
            if nama in lipat:
                # One word may be a word of ours (`li`, `ganda`) unless it stands as the register writes it.
                huruf = re.IGNORECASE if " " in nama else 0
                teks = re.sub(_utuh(tulisan), NAMA_LAIN, teks, flags=huruf)
        return teks

    @cached_property
    def _lain(self) -> list[tuple[str, str]]:
        """Return the others' names, with titles and without, folded and as they are, the longest first, also as HTML has them.

        What also names the ASN, a unit or a month stays.
        """
        semua = list(_nama(self.skema))
        boleh = [nama for nip, nama in semua if nip == self.nip]
        boleh += [unit.nama for unit in self.skema.unit.values()]
        umum = "\n".join((*boleh, *NAMA_BULAN))
        lain = {tulisan for nip, nama in semua if nip != self.nip for tulisan in _tulisan(nama)}
        ditutup = {bentuk for nama in lain if not _memuat(umum, nama) for bentuk in (nama, escape(nama))}
        return [(nama.casefold(), nama) for nama in sorted(ditutup, key=lambda nama: (-len(nama), nama))]


def _memuat(teks: str, nama: str) -> bool:
    """Tell whether a name stands in a text as whole words."""
    return nama.casefold() in teks.casefold() and bool(re.search(_utuh(nama), teks, re.IGNORECASE))


def _utuh(nama: str) -> str:
    return rf"(?<!\w){re.escape(nama)}(?!\w)"


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
