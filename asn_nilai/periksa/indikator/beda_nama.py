"""Whether the name typed beside a code says something else.

Names are typed short and with slips; codes are swapped or copied a row too far. A name that is wholly another indicator's,
or likens another's more than its own, is never a slip.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.pola_tunda import pola_tunda

_KATA = pola_tunda(r"[^\W_]+")
_ANGKA = re.compile(r"\d+")
_SALAH_KETIK = 0.8
"""So alike are two names when one is the other with typing slips."""
_JUMLAH_HURUF_PENDEK = 3


def beda_nama(tertulis: str, kode: str, nama: str, semua: Iterable[str]) -> bool:
    """Tell whether a name is not the one of its code.

    Args:
        tertulis: the name as typed.
        kode: the code beside it.
        nama: its name in the register.
        semua: all names of the register.
    """
    lipat, milik = lipat_label(tertulis), lipat_label(nama)
    if not lipat or lipat in {milik, lipat_label(kode), lipat_label(kode + nama), lipat_label(nama + kode)}:
        return False
    lain = {lipat_label(sebutan) for sebutan in semua} - {milik}
    if lipat in lain:
        return True
    if not set(_ANGKA.findall(tertulis)) <= set(_ANGKA.findall(f"{nama} {kode}")):
        return True
    if _singkatan(tertulis, nama) or _singkatan(nama, tertulis):
        return False
    kemiripan = _mirip(lipat, milik)
    return kemiripan < _SALAH_KETIK or any(_mirip(lipat, sebutan) > kemiripan for sebutan in lain)


def _mirip(nama: str, lain: str) -> float:
    return SequenceMatcher(None, nama, lain, autojunk=False).ratio()


def _singkatan(pendek: str, panjang: str) -> bool:
    """Tell whether each word of a name begins a word of the other, in order; or whether it has its first letters."""
    kata, sisa = _KATA.findall(pendek.casefold()), iter(_KATA.findall(panjang.casefold()))
    if len(kata) == 1 and len(kata[0]) >= _JUMLAH_HURUF_PENDEK:
        awal = "".join(huruf[0] for huruf in _KATA.findall(panjang.casefold()))
        if kata[0] == awal:
            return True
    return bool(kata) and all(any(lengkap.startswith(awalan) for lengkap in sisa) for awalan in kata)
