"""What a number format shows: whether a percentage, and by which of its parts."""

import re
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

_TAK_BERARTI = re.compile(r'"[^"]*"?|[\\_*].?', re.DOTALL)
"""What a format shows as it stands: texts in quotes, and the character behind an escape."""
_KURUNG = re.compile(r"\[[^\]]*\]?")
_SYARAT_FORMAT = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*\]")
_PEMBANDING = {"<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq}


def format_persen(kode: str, angka: float | None = None) -> bool:
    """Tell whether a number format shows a percentage: a `%` outside quotes, brackets and escapes.

    A format may have several parts, such as `[<=1]0.0%;0.0"%"`: then the number tells which of them it is shown by
    (ECMA-376 part 1, 18.8.31). Without a number, whether any part shows one.
    """
    bagian = _bagian_format(kode)
    if angka is None or len(bagian) == 1:
        return any(b.persen for b in bagian)
    if any(b.syarat for b in bagian):
        terpilih = next((b for b in bagian if not b.syarat or b.berlaku(angka)), bagian[-1])
    else:
        nomor = 1 if angka < 0 else 2 if angka == 0 and len(bagian) > 2 else 0
        terpilih = bagian[nomor]
    return terpilih.persen


class _BagianFormat(NamedTuple):
    """One part of a number format: whether it shows a percentage, and the condition under which it holds."""

    persen: bool
    syarat: str
    batas: float

    def berlaku(self, angka: float) -> bool:
        return bool(_PEMBANDING[self.syarat](angka, self.batas))


@lru_cache(maxsize=1024)
def _bagian_format(kode: str) -> tuple[_BagianFormat, ...]:
    hasil: list[_BagianFormat] = []
    for bagian in _TAK_BERARTI.sub("", kode).split(";"):
        syarat = _SYARAT_FORMAT.search(bagian)
        persen = "%" in _KURUNG.sub("", bagian)
        hasil.append(_BagianFormat(persen, *((syarat[1], float(syarat[2])) if syarat else ("", 0.0))))
    return tuple(hasil)
