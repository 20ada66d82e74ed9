"""Rows of an ASN that stand in another unit's book: that book's unit finds them, and the ASN's own page tells of them.

So a page rests on what other units' books say of its people. Each unit's record keeps the rows of others that its books hold, and
those of its own people that its page tells of: where the two do not agree, the page is drawn anew.
"""

from collections.abc import Iterable, Mapping, Sequence

from asn_nilai.acuan.isian.skema import UNIT_LAIN
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.terbit.data.manifes import CatatanUnit, TemuanTercatat, catat_temuan, temuan_tercatat


def baris_asing(semua: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return of a unit's findings those of rows that are another unit's."""
    return tuple(ini for ini in semua if ini.kode == UNIT_LAIN)


def baris_tercatat(catatan: CatatanUnit) -> tuple[Temuan, ...]:
    """Return the findings of others' rows that a unit's record keeps."""
    return baris_asing(temuan_tercatat(catatan.asing))


def menurut_nip(semua: Iterable[Temuan]) -> dict[str, tuple[Temuan, ...]]:
    """Return such findings of all units by whose rows they are."""
    menurut: dict[str, tuple[Temuan, ...]] = {}
    for ini in semua:
        menurut[ini.nip] = (*menurut.get(ini.nip, ()), ini)
    return menurut


def di_unit_lain(konteks: Konteks, kode: str, menurut: Mapping[str, Sequence[Temuan]]) -> TemuanTercatat:
    """Return what a unit's page tells of its people's rows in other units' books, as its record keeps it."""
    nip = {p.nip for p in konteks.skema.di_unit(kode, konteks.periode)} if menurut else set[str]()
    return catat_temuan(t for ini, milik in menurut.items() if ini in nip for t in milik if t.unit != kode)
