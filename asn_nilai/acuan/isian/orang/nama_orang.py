"""Names and their titles, and whether two names can be one person's: a left-out word or a slip of typing makes no other person.

A number is part of a name: "ASN 01" and "ASN 02" of a made-up city are two people, as "Budi 1" and "Budi 2" of an office's list.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from asn_nilai.acuan.pola_tunda import pola_tunda

_KATA = re.compile(r"[^\W_]+\.?")
_TANPA_TITIK = pola_tunda(r"[^\s.,]+")
_AWAL = pola_tunda(r"([^\s.,]+)(?:\.\s*|\s+)(?=\w)")
"""A word that more of a name follows, a title perhaps; with its stop, blanks or not."""
_BILANGAN = re.compile(r"\d+")
_SALAH_KETIK = 0.85
"""So alike are two names when one is the other with typing slips."""


def mungkin_orang_sama(nama: str, lain: str) -> bool:
    """Tell whether two names can be one person's; a blank name says nothing against it."""
    if _bilangan_lain(nama, lain):
        return False
    a, b = _kata(nama), _kata(lain)
    if a <= b or b <= a:
        return True
    return SequenceMatcher(None, lipat_nama(nama), lipat_nama(lain), autojunk=False).ratio() >= _SALAH_KETIK


def _bilangan_lain(nama: str, lain: str) -> bool:
    """Tell whether both names have numbers, and others: that is no slip, such people are told apart by nothing else.

    Those of a title (`S1`, `D3`) or of a list (`12.`) are none of a name.
    """
    a, b = (_BILANGAN.findall(lipat_nama(teks)) for teks in (nama, lain))
    return bool(a and b) and a != b


def nama_sama(nama: str, lain: str) -> bool:
    """Tell whether two names are one but for titles, case and signs; a blank name is nobody's."""
    return bool(lipat_nama(nama)) and lipat_nama(nama) == lipat_nama(lain)


def dengan_gelar(nama: str, depan: str, belakang: str) -> str:
    """Return a name with its titles, each once; `ST` behind Astuti, or behind St. Mudo, is not in the name yet. Nobody has none."""
    if not nama:
        return ""
    if not re.match(_sebagai_kata(depan), nama, re.IGNORECASE):
        nama = f"{depan} {_tanpa_gelar(nama, depan)}"
    semua = filter(None, (gelar.strip() for gelar in belakang.split(",")))
    return ", ".join([nama, *(gelar for gelar in semua if not _di_belakang(nama, gelar))])


def _di_belakang(nama: str, gelar: str) -> bool:
    """Tell whether a title stands behind a name, whatever its stops: behind a comma, or where somebody left that out at the very end.

    There it must be written with the same capitals: `Rusli St` is a Sutan, and no S.T.
    """
    orang, _, sesudah = nama.partition(",")
    huruf, kata = _huruf(gelar), sesudah.replace(",", " ").split()
    semua = (kata[awal:akhir] for akhir in range(len(kata) + 1) for awal in range(akhir))
    if any(_huruf(" ".join(bagian)).casefold() == huruf.casefold() for bagian in semua):
        return True
    ekor = orang.split()[1:]
    return any(_huruf(" ".join(ekor[awal:])) == huruf for awal in range(len(ekor)))


def _huruf(gelar: str) -> str:
    """Return a title without stops and blanks: `S.Pd.`, `S. Pd`, and `SPd` are one."""
    return "".join(filter(str.isalnum, gelar))


def _tanpa_gelar(nama: str, depan: str) -> str:
    """Return a name without those of some titles that begin it: `H. Budi` where they are `Drs. H.`."""
    gelar = {kata.casefold() for kata in _TANPA_TITIK.findall(depan)}
    while (awal := _AWAL.match(nama)) and awal[1].casefold() in gelar:
        nama = nama[awal.end() :]
    return nama


def _sebagai_kata(gelar: str) -> str:
    """Return the pattern of a title that does not go on as a longer word."""
    return re.escape(gelar) + (r"(?!\w)" if gelar[-1:].isalnum() else "")


@lru_cache(maxsize=4096)
def _kata(nama: str) -> frozenset[str]:
    """Return a name's words, small, without the titles behind a comma or with a full stop."""
    return frozenset(_urut(nama))


@lru_cache(maxsize=4096)
def lipat_nama(nama: str) -> str:
    """Return a name without titles, case and signs; two that are alike here are one name."""
    polos = nama.casefold().replace(" ", "")
    if polos.isalnum():  # as most are
        return polos
    return "".join(_urut(nama))


def _urut(nama: str) -> list[str]:
    semua = _KATA.findall(nama.partition(",")[0].casefold())
    utuh = [kata for kata in semua if not kata.endswith(".")]
    return utuh or [kata.rstrip(".") for kata in semua]
