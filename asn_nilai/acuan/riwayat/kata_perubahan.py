"""What changed, in words: a value as people read it, and a run's changes in one sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence

from asn_nilai.acuan.riwayat.catatan import Catatan, Perubahan
from asn_nilai.acuan.riwayat.keadaan import NHK, PREDIKAT, RATING, STATUS, Kunci

_HASIL = frozenset({NHK, RATING, PREDIKAT, STATUS})
_SEBUT = 10
"""People named; the others are counted."""
_PECAHAN = re.compile(r"(?<![\w.])(-?\d+)\.(\d+)(?![\w.])")


_APA = {NHK: "NHK", RATING: "rating hasil kerja"}
"""Kinds of entries whose contract name is not how people call them."""


def kata_apa(apa: str) -> str:
    """Return what kind of thing changed as people call it."""
    kata = _APA.get(apa, apa)
    return kata[:1].upper() + kata[1:]


def kata_hal(hal: Kunci | Catatan) -> str:
    """Return which thing of whom an entry is about: its kind, unit, NIP and indicator, as far as it has them."""
    return " ".join(filter(None, (kata_apa(hal.apa), hal.kode_unit, hal.nip, hal.kode_indikator)))


def kata_nilai(tertulis: str) -> str:
    """Return what an entry says as people read it: with a decimal comma."""
    return _PECAHAN.sub(r"\1,\2", tertulis)


KALIMAT_PINDAHAN = (
    "Ruang kerja ini disalin atau dipindahkan sejak hitungan terakhirnya; registernya berlanjut di sini. Bila salinan yang lain "
    "juga dihitung, kedua register berpisah dan tidak dapat disatukan: pakailah satu saja."
)
"""Said once where a register was last written in another place."""


def kalimat_perubahan(semua: Sequence[Perubahan], nama: Mapping[str, str], *, terkunci: bool) -> str:
    """Return what differs since the first computation, or since the lock; blank where nothing does.

    Args:
        semua: what differs.
        nama: names by NIP.
        terkunci: whether the period was ever locked.
    """
    if not semua:
        return ""
    hasil = sum(ini.kunci.apa in _HASIL for ini in semua)
    sejak = "versi 1 dikunci" if terkunci else "hitungan pertama"
    awal = f"Berubah sejak {sejak}: {len(semua) - hasil} masukan, {hasil} hasil (perubahan.csv)."
    return f"{awal} {_predikat([ini for ini in semua if ini.kunci.apa == PREDIKAT], nama)}"


def _predikat(semua: Sequence[Perubahan], nama: Mapping[str, str]) -> str:
    if not semua:
        return "Tidak ada yang berganti predikat."
    sisa = f"; dan {len(semua) - _SEBUT} ASN lagi" if len(semua) > _SEBUT else ""
    return f"Berganti predikat: {'; '.join(_sebut(semua[:_SEBUT], nama))}{sisa}."


def _sebut(semua: Iterable[Perubahan], nama: Mapping[str, str]) -> Iterable[str]:
    for ini in semua:
        siapa = f"{nama[ini.kunci.nip]}, " if ini.kunci.nip in nama else ""
        yield f"{siapa}{ini.kunci.nip} ({ini.kunci.kode_unit}) {ini.semula} → {ini.menjadi}"
