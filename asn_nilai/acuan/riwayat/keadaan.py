"""What the register compares: the inputs that count and the results, entry by entry, each with its cell.

The kinds of entries are those of the contract: `target`, `bobot`, `realisasi`, `perilaku`, `indikator`, `pegawai`,
`aturan` are inputs, `nhk`, `rating`, `predikat`, `status` results.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO

TIDAK_ADA = "tidak ada"
"""What stands on the other side of what came or went."""
TARGET, BOBOT, REALISASI, PERILAKU = "target", "bobot", "realisasi", "perilaku"
INDIKATOR, PEGAWAI, ATURAN = "indikator", "pegawai", "aturan"
NHK, RATING, PREDIKAT, STATUS = "nhk", "rating", "predikat", "status"
_PEMISAH = ": "


class Kunci(NamedTuple):
    """What an entry is about. `ruas` names a part where the kind has several (`Polaritas` of an indicator)."""

    apa: str
    kode_unit: str = ""
    nip: str = ""
    kode_indikator: str = ""
    ruas: str = ""


class Isi(NamedTuple):
    """What an entry says, as it is written, and the cells where it stands (blank for results)."""

    nilai: str
    sel: str = ""


Keadaan = Mapping[Kunci, Isi]
"""The state of a unit, or of what all units share, in a period."""
_KOLOM = ("apa", "nip", "kode_indikator", "ruas", "nilai", "sel")


def tulis_keadaan(keadaan: Keadaan) -> bytes:
    """Return a unit's state as CSV in UTF-8, as it is stored; the unit is the text's place and not told in it.

    It goes from process to process and through a file before it is stored: as a text it would be coded anew each time.
    """
    # All is quoted: a cell may hold a lone carriage return, which the csv module writes bare and reads as the end of a row.
    teks = _tulis(keadaan.items())
    if teks.count('"') == 2 * len(_KOLOM) * (1 + len(keadaan)):
        return teks.encode()
    return _tulis((map(_gandakan, kunci), map(_gandakan, isi)) for kunci, isi in keadaan.items()).encode()


def _tulis(entri: Iterable[tuple[Iterable[str], Iterable[str]]]) -> str:
    baris = [
        f'"{apa}","{nip}","{kode}","{ruas}","{nilai}","{sel}"\n'
        for (apa, _, nip, kode, ruas), (nilai, sel) in entri
    ]
    return "".join(['"', '","'.join(_KOLOM), '"\n', *baris])


def _gandakan(ruas: str) -> str:
    """Return a text with the quotes in it as CSV writes them."""
    return ruas.replace('"', '""')


def baris_keadaan(isi: bytes) -> Iterator[list[str]]:
    """Yield the rows of what `tulis_keadaan` wrote, six texts each: kind, NIP, Kode Indikator, part, value, cells.

    Raises:
        csv.Error, StopIteration, ValueError: it is no such text; also while rows are taken.
    """
    baris = csv.reader(io.StringIO(isi.decode(), newline=""))
    next(baris)
    return baris


class Beda(NamedTuple):
    """One entry in which two states differ: what it said and says, and the cell now, or then where it is gone."""

    kunci: Kunci
    semula: str
    menjadi: str
    sel: str

    @property
    def tertulis(self) -> tuple[str, str]:
        """Return both sides as the register writes them: what has parts says which (`Polaritas: Maksimal`)."""
        ruas = self.kunci.ruas
        semula, menjadi = (
            nilai if not ruas or nilai == TIDAK_ADA else f"{ruas}{_PEMISAH}{nilai}"
            for nilai in (self.semula, self.menjadi)
        )
        return semula, menjadi


BERUAS = frozenset({PERILAKU, INDIKATOR, ATURAN})
"""The kinds of entries that have parts."""
RUAS_DIRI = "Menilai diri sendiri"
"""The part of a `pegawai` that says that nobody else is known to have rated the ASN; what else is said of people has no parts."""
RUAS_RASIO = frozenset(FORMULIR["Capaian"].label(kunci) for kunci in KUNCI_RASIO)
"""The parts of a realisasi that is a ratio; others have none."""


def pisahkan_ruas(apa: str, tertulis: str) -> tuple[str, str]:
    """Return part and value of what `Beda.tertulis` wrote; no part where the kind has none, or nothing is there."""
    ruas, _, nilai = tertulis.partition(_PEMISAH)
    bernama = {REALISASI: RUAS_RASIO, PEGAWAI: {RUAS_DIRI}}
    beruas = apa in BERUAS or ruas in bernama.get(apa, ())
    return (ruas, nilai) if beruas and tertulis != TIDAK_ADA else ("", tertulis)


def bandingkan(lama: Keadaan, baru: Keadaan) -> Iterator[Beda]:
    """Yield where two states differ: what went first, then what came or changed, each in its state's order."""
    for kunci, isi in lama.items():
        if kunci not in baru:
            yield Beda(kunci, isi.nilai, TIDAK_ADA, isi.sel)
    for kunci, isi in baru.items():
        dulu = lama.get(kunci)
        if dulu is None:
            yield Beda(kunci, TIDAK_ADA, isi.nilai, isi.sel)
        elif dulu.nilai != isi.nilai:
            yield Beda(kunci, dulu.nilai, isi.nilai, isi.sel)
