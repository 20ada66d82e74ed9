"""What a NIP says about itself: its parts, and whether it can be one at all.

A NIP has 18 digits: birth date (8), year and month of appointment (6), sex (1), sequence (3). The number of a
PPPK (NI PPPK) has the same length, but its digits 13–14 are a contract code (21, 24, …) and no month.
Source of the word: docs/ISTILAH.md.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from asn_nilai.acuan import jam

PNS, PPPK = "PNS", "PPPK"
PANJANG_NIP = 18
ANGKA_HILANG = "…"
"""Stands for the last digits of a NIP that was stored as a number."""
_TANDA_BUANGAN = frozenset(".'’‘`´ʹʼ")
_ANGKA = frozenset("0123456789")


class FormatNipError(ValueError):
    """A text cannot be a NIP; the message is the reason, an Indonesian clause for the finding's `sebab`."""


class Nip(NamedTuple):
    """A NIP of valid form; `nomor` is its 18 digits."""

    nomor: str

    @property
    def tanggal_lahir(self) -> date:
        """Return the birth date."""
        return date.fromisoformat(self.nomor[:8])

    @property
    def jenis_kelamin(self) -> str:
        """Return `Laki-laki`, `Perempuan`, or blank where the digit says neither."""
        return {"1": "Laki-laki", "2": "Perempuan"}.get(self.nomor[14], "")

    @property
    def dugaan_jenis_asn(self) -> str:
        """Return PNS where digits 13–14 can be a month, else PPPK; a guess: the register knows."""
        return PNS if 1 <= int(self.nomor[12:14]) <= 12 else PPPK

    def __str__(self) -> str:
        n = self.nomor
        return f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}"


def nip_untuk_nama(nip: str) -> str:
    """Return a NIP as part of a file's name; one that cannot be read may hold anything."""
    return "".join(huruf for huruf in nip if huruf.isalnum()) or "tanpa-nip"


def normalkan(teks: str) -> str:
    """Return a text without what people put between the digits of a NIP: blanks, dots and apostrophes."""
    if teks.isascii() and teks.isdigit():
        return teks
    return "".join(
        huruf
        for huruf in teks
        if huruf not in _TANDA_BUANGAN and not huruf.isspace() and unicodedata.category(huruf) != "Cf"
    )


def nip_utuh(nip: str) -> bool:
    """Tell whether a number has the digits of a NIP, all of them and nothing else."""
    return len(nip) == PANJANG_NIP and nip.isascii() and nip.isdecimal()


@lru_cache(maxsize=1024)
def nip_sah(teks: str) -> bool:
    """Tell whether a text is a NIP just as it stands, whoever's it is.

    A unit's stand in three sheets of each month and are judged once; every process would keep a city's.
    """
    return nip_utuh(teks) and _ada_harinya(teks[:8])


def baca_nip(teks: str) -> Nip:
    """Read a NIP as people type it, whoever's it is.

    Args:
        teks: the cell's text; blanks, dots and apostrophes are dropped.

    Raises:
        FormatNipError: with the reason.
    """
    nomor = normalkan(teks)
    if not nip_utuh(nomor):
        raise FormatNipError(_sebab_bentuk(nomor))
    if not _ada_harinya(nomor[:8]):
        raise FormatNipError(f"8 angka pertama ({nomor[:8]}) bukan tanggal lahir")
    return Nip(nomor)


def _ada_harinya(lahir: str) -> bool:
    """Tell whether somebody can be born on what 8 digits say."""
    try:
        return 1900 <= date.fromisoformat(lahir).year <= _tahun_ini()
    except ValueError:
        return False


@cache  # the clock asks the system for its time zone each time
def _tahun_ini() -> int:
    return jam.kini().year


def _sebab_bentuk(nomor: str) -> str:
    if not nomor:
        return "kosong"
    asing = [huruf for huruf in dict.fromkeys(nomor) if huruf not in _ANGKA]
    if asing:
        return f"berisi {' '.join(asing[:5])} yang bukan angka"
    return f"berisi {len(nomor)} angka, seharusnya {PANJANG_NIP}"


def sebab_bukan_pns(nomor: str) -> str:
    """Return why 18 digits cannot be those of a PNS, who alone has a month and year of appointment and a sex in them; blank where they can."""
    if not "01" <= nomor[12:14] <= "12":
        return f"angka ke-13 dan 14 ({nomor[12:14]}) bukan bulan pengangkatan PNS"
    if nomor[8:12] <= nomor[:4]:
        return f"tahun pengangkatan ({nomor[8:12]}) mendahului tahun lahir"
    return "" if nomor[14] in "12" else f"angka ke-15 ({nomor[14]}) bukan jenis kelamin (1 atau 2)"


def mirip_nip(tertulis: str, nip: str) -> bool:
    """Tell whether a NIP that cannot stand may be this one with a slip: one digit wrong, missing, doubled or two swapped.

    Args:
        tertulis: as far as it can be read; with ANGKA_HILANG at its end only what stands before counts.
        nip: another NIP, whole.
    """
    if tertulis.endswith(ANGKA_HILANG):
        return nip.startswith(tertulis.removesuffix(ANGKA_HILANG))
    if abs(len(tertulis) - len(nip)) > 1 or not tertulis:
        return False
    pendek = min(len(tertulis), len(nip))
    beda = next((letak for letak in range(pendek) if tertulis[letak] != nip[letak]), pendek)
    a, b = tertulis[beda:], nip[beda:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] == b[:2] and a[2:] == b[2:])


def ada_mirip(tertulis: str, semua: Iterable[str]) -> bool:
    """Tell whether a NIP that cannot stand may be one of many with a slip; half of its digits rule out nearly all of them."""
    # One slip takes two digits at most, and leaves half of the others in their place.
    separuh = max(min(len(tertulis), PANJANG_NIP) // 2 - 1, 0)
    muka, ekor = tertulis[:separuh], tertulis[len(tertulis) - separuh :]
    return any(mirip_nip(tertulis, nip) for nip in semua if nip.startswith(muka) or nip.endswith(ekor))
