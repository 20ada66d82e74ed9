"""An ASN by what somebody remembers: part of a name, or of a NIP. A name is never taken for a score; the person asking chooses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from asn_nilai.acuan.isian.nip import normalkan
from asn_nilai.acuan.isian.skema import Skema

_MIRIP = 0.8
"""So alike are a word that was typed and a word of the name it was meant for."""


@dataclass(frozen=True, slots=True)
class AsnTerdaftar:
    """A person of the register; `kode_unit` are the codes of the units, in the order of the placements."""

    nip: str
    nama: str
    jabatan: str
    kode_unit: tuple[str, ...]


def cari_asn(skema: Skema, teks: str) -> list[AsnTerdaftar]:
    """Return who may be meant, by name; nobody where nothing was typed.

    Digits are looked for in the NIP, in any place. Words are looked for at the beginning of the name's words, in any order;
    where nobody has them all so, with slips of typing.
    """
    nomor, kata = normalkan(teks), teks.casefold().replace(",", " ").split()
    if nomor.isdecimal():
        cocok = [asn for asn in _terdaftar(skema) if nomor in asn.nip]
    else:
        cocok = [asn for asn in _terdaftar(skema) if kata and _berawalan(kata, asn.nama)]
        cocok = cocok or [asn for asn in _terdaftar(skema) if kata and _mirip(kata, asn.nama)]
    return sorted(cocok, key=lambda asn: (asn.nama.casefold(), asn.nip))


def _terdaftar(skema: Skema) -> Iterator[AsnTerdaftar]:
    """Yield everybody once, those with a faulty row as well."""
    for nip, tempat in skema.penempatan_asn.items():
        yield AsnTerdaftar(nip, tempat[-1].nama, tempat[-1].jabatan, _unik(p.kode_unit for p in tempat))
    for orang in skema.cacat:
        if orang.nip not in skema.penempatan_asn:
            tempat = (*orang.sah, *orang.cacat)
            unit = _unik(p.kode_unit for p in tempat if p.kode_unit)
            yield AsnTerdaftar(orang.nip, orang.nama, tempat[-1].jabatan, unit)


def _unik(kode: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kode))


def _kata(nama: str) -> list[str]:
    return nama.casefold().replace(",", " ").split()


def _berawalan(dicari: list[str], nama: str) -> bool:
    return all(any(kata.startswith(awal) for kata in _kata(nama)) for awal in dicari)


def _mirip(dicari: list[str], nama: str) -> bool:
    return all(
        any(SequenceMatcher(None, kata, typo, autojunk=False).ratio() >= _MIRIP for kata in _kata(nama))
        for typo in dicari
    )
