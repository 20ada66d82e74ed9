"""The behaviour rows as they were written, as a table: the same on a unit's page and on the card of one ASN."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from asn_nilai.acuan.hasil.kata_penjelasan import kata_aspek, kata_beda, sel_aspek
from asn_nilai.acuan.hasil.penjelasan import PerilakuTertulis
from asn_nilai.acuan.periode import Bulan
from asn_nilai.terbit.halaman.templat import dengan_kecil
from asn_nilai.terbit.halaman.unit.sel import keterangan_sumber, sebutan_sumber

_PANJANG_CATATAN = 240
"""Letters of a note that the card shows; the page and `jelaskan` have all of it."""


@dataclass(frozen=True, slots=True)
class TabelPerilaku:
    """Months, aspects, leader's word, rating and note as cells for `badan_tabel`, and the sheets they stand on."""

    baris: list[tuple[str, ...]]
    sumber: list[str]


def susun_perilaku(semua: Sequence[PerilakuTertulis], terbanyak: int | None = None) -> TabelPerilaku:
    """Return the table of an ASN's behaviour.

    Args:
        semua: the months' rows.
        terbanyak: of more months those with the same words stand in one row, without their cells.
    """
    sumber = keterangan_sumber(sebutan_sumber([[(ini.bulan, ini.pimpinan.sel)] for ini in semua]))
    kartu = terbanyak is not None
    if terbanyak is None or len(semua) <= terbanyak:
        return TabelPerilaku([(ini.bulan.label, *_kata(ini, ringkas=kartu)) for ini in semua], sumber)
    seragam = (list(milik) for _, milik in groupby(semua, key=_kata_saja))
    return TabelPerilaku(
        [(_rentang([ini.bulan for ini in milik]), *_kata_saja(milik[0])) for milik in seragam], sumber
    )


def _kata_saja(ini: PerilakuTertulis) -> tuple[str, ...]:
    return _kata(ini, ringkas=True, bersel=False)


def _kata(ini: PerilakuTertulis, *, ringkas: bool, bersel: bool = True) -> tuple[str, ...]:
    """Return the words of a row, with their cells: the aspects, the leader's, the rating with what differs, and the note."""
    catatan, sel = ini.catatan.teks, ini.catatan.sel.sel
    if ringkas and len(catatan) > _PANJANG_CATATAN:
        catatan = f"{catatan[:_PANJANG_CATATAN].rstrip()} … (selengkapnya di {sel})"
    beda = "; ".join(filter(None, (kata_beda(ini), "Ide Baru: Ya" if ini.ide_baru else "")))
    return (
        dengan_kecil(kata_aspek(ini), sel_aspek(ini) if bersel else ""),
        dengan_kecil(ini.pimpinan.teks or "–", ini.pimpinan.sel.sel if bersel and ini.pimpinan.teks else ""),
        dengan_kecil(ini.rating or "–", beda),
        dengan_kecil(catatan or "–", sel if bersel and catatan else ""),
    )


def _rentang(bulan: Sequence[Bulan]) -> str:
    """Return the months of a run, `Januari 2026` or `Januari 2026–Maret 2026`."""
    return bulan[0].label if len(bulan) == 1 else f"{bulan[0].label}–{bulan[-1].label}"
