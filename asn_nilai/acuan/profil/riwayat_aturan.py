"""An aturan file before it is checked: what it takes over from another profile, and which version was in force when.

A figure may be a dated history: a table with `versi`, a list of versions with `berlaku_sejak` and `berlaku_sampai`,
oldest first. Versions follow each other day by day; a hole or an overlap is an error.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

Mentah = Mapping[str, Any]
"""A TOML table as it was read."""
_VERSI = "versi"


def timpa(dasar: Mentah, baru: Mentah) -> dict[str, Any]:
    """Return the base with what the new table names in its place: tables key by key, all else as a whole."""
    hasil = dict(dasar)
    for kunci, isi in baru.items():
        lama = hasil.get(kunci)
        # A figure with other versions is another history: the base's single value must not stay beside it.
        menyatu = (
            isinstance(lama, Mapping) and isinstance(isi, Mapping) and (_VERSI in lama) == (_VERSI in isi)
        )
        hasil[kunci] = timpa(lama, isi) if menyatu else isi  # type: ignore[arg-type]
    return hasil


def tanggal(teks: str, *, akhir: bool = False) -> date:
    """Return the day that a year or a date means; of a year the first, or the last.

    Raises:
        ValueError: neither a year nor a date.
    """
    if len(teks) == 4:
        return date(int(teks), 12, 31) if akhir else date(int(teks), 1, 1)
    return date.fromisoformat(teks)


def awal_versi(mentah: Mentah) -> list[date]:
    """Return the days on which a version begins, in order; none where the profile has no history.

    Raises:
        ValueError: a history with a fault; the sentence names the key.
    """
    sejak = str(mentah.get("profil", {}).get("berlaku_sejak", ""))
    awal: set[date] = set()
    for kunci, semua in _riwayat(mentah, ""):
        awal.update(_periksa(kunci, semua, sejak))
    return sorted(awal)


def pada_hari(mentah: Mentah, hari: date) -> dict[str, Any]:
    """Return the table with each history replaced by the version in force on a day, or else its first one."""
    hasil: dict[str, Any] = {}
    for kunci, isi in mentah.items():
        if not isinstance(isi, Mapping):
            hasil[kunci] = isi
        elif _VERSI in isi:
            semua = [versi for versi in isi[_VERSI] if tanggal(versi["berlaku_sejak"]) <= hari]
            sisa = {nama: nilai for nama, nilai in isi.items() if nama != _VERSI}
            hasil[kunci] = sisa | dict(semua[-1] if semua else isi[_VERSI][0])
        else:
            hasil[kunci] = pada_hari(isi, hari)
    return hasil


def _riwayat(mentah: Mentah, letak: str) -> Iterator[tuple[str, Sequence[Mentah]]]:
    for kunci, isi in mentah.items():
        if isinstance(isi, Mapping):
            tempat = f"{letak}.{kunci}" if letak else kunci
            if _VERSI in isi:
                yield tempat, isi[_VERSI]
            else:
                yield from _riwayat(isi, tempat)


def _periksa(kunci: str, semua: Sequence[Mentah], sejak: str) -> list[date]:
    try:
        awal = [tanggal(versi["berlaku_sejak"]) for versi in semua]
        akhir = [tanggal(versi["berlaku_sampai"], akhir=True) for versi in semua[:-1]]
        pertama = tanggal(sejak)
    except (KeyError, TypeError, ValueError) as galat:
        raise ValueError(
            f"{kunci}.versi: setiap versi perlu berlaku_sejak, dan setiap versi kecuali yang terakhir perlu berlaku_sampai "
            "(tahun atau tanggal, misalnya 2026 atau 2026-01-31)"
        ) from galat
    if not awal or awal[0] > pertama:
        raise ValueError(f"{kunci}.versi: versi pertama harus berlaku paling lambat sejak profilnya, {sejak}")
    for nomor, (sampai, (_, berikut)) in enumerate(zip(akhir, pairwise(awal), strict=True), 1):
        seharusnya = sampai + timedelta(days=1)
        if berikut != seharusnya:
            apa = "meninggalkan celah" if berikut > seharusnya else "bertumpang tindih"
            raise ValueError(
                f"{kunci}.versi: versi {nomor} dan {nomor + 1} {apa}; versi {nomor + 1} harus mulai {seharusnya.isoformat()}"
            )
    return awal
