"""What a template says about itself, so that an outdated one is noticed when it comes back filled in.

The identity travels inside the workbook, twice: as a document property and as a hidden defined name, because some
programs keep only one of them. The seal tells whether a file still is, byte for byte, what this program wrote: only
such a file may be replaced.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Periode, PeriodeTidakSahError

NAMA_PROPERTI = "asn-nilai-templat"
"""The document property that holds the identity."""
NAMA_SEGEL = "asn-nilai-segel"
"""The document property that holds the seal."""
NAMA_TERSEMBUNYI = "asn_nilai_templat"
"""The hidden defined name that holds the identity as a text constant."""
BAGIAN_PROPERTI = "docProps/custom.xml"
"""The part of an .xlsx file where document properties stand; the seal covers all others."""
_PANJANG_SIDIK = 16


class JenisTemplat(StrEnum):
    """Which form a template holds."""

    TARGET = "target"
    CAPAIAN = "capaian"


class IdentitasTemplat(NamedTuple):
    """What a template was made for, and from what.

    Attributes:
        jenis: `target` or `capaian`.
        unit: the unit's code.
        periode: the year (`2026`) or the month (`2026-03`).
        skema: what `sidik_skema` gave when it was written.
        versi: the program's version.
    """

    jenis: str
    unit: str
    periode: str
    skema: str
    versi: str

    @property
    def pembuat(self) -> str:
        """Return what made the template, as its footers say."""
        return f"Templat asn-nilai {self.versi}"

    def sebagai_teks(self) -> str:
        """Return the identity as it stands in the workbook: `jenis=capaian&unit=PKM-TB&periode=2026-03&…`."""
        return urlencode(self._asdict())

    @classmethod
    def dari_teks(cls, teks: str) -> "IdentitasTemplat | None":
        """Return the identity that a text states, None where it states none."""
        isi = dict(parse_qsl(teks))
        nama = cls._fields
        return cls(**{kunci: isi[kunci] for kunci in nama}) if all(kunci in isi for kunci in nama) else None

    def masih_berlaku(self, skema: Skema) -> bool:
        """Tell whether a template written today would be prefilled with the same registers."""
        try:
            periode = Periode.dari_teks(self.periode)
        except PeriodeTidakSahError:
            return False
        return self.unit in skema.unit and self.skema == sidik_skema(skema, self.unit, periode)


def sidik_skema(skema: Skema, kode_unit: str, periode: Periode) -> str:
    """Return a fingerprint of what a unit's template takes from the registers: unit, its ASN, its indicators.

    Other units may change without making this unit's template old.

    Raises:
        KeyError: the registers have no such unit.
    """
    unit = skema.unit[kode_unit]
    isi = {
        "unit": {kunci: isi for kunci, isi in _kolom(unit) if kunci != "kode_lama"},
        "asn": [
            (p.nip, p.nama, [b.kode for b in p.bulan_dalam(periode)])
            for p in skema.di_unit(kode_unit, periode)
        ],
        "indikator": [dict(_kolom(i)) for i in skema.indikator.values() if i.berlaku_bagi(unit.jenis)],
    }
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(teks.encode()).hexdigest()[:_PANJANG_SIDIK]


def _kolom(baris: Unit | Indikator) -> Iterator[tuple[str, object]]:
    """Yield what a row of the registers says; a copy of each value (`asdict`) would take two thirds of the fingerprint's time."""
    return ((ruas.name, getattr(baris, ruas.name)) for ruas in fields(baris))


def segel(bagian: Iterable[tuple[str, int]]) -> str:
    """Return the seal over a workbook's parts (name, CRC-32), the one that holds the seal left out."""
    isi = sorted((nama, crc) for nama, crc in bagian if nama != BAGIAN_PROPERTI)
    return hashlib.sha256(repr(isi).encode()).hexdigest()
