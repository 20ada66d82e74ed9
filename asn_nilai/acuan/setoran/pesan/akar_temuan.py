"""Findings folded under their causes: what follows from another fault is counted there and told nowhere else.

One faulty cell of the skema, or one mistyped NIP, lets many rows wait. Whoever must mend it needs one line with their number;
everybody else must not be asked to change a cell that is right.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan

Menunggu = Mapping[str, int]
"""By the place of a cause, as text: how many rows wait for it."""


def lipat(semua: Iterable[Temuan]) -> tuple[list[Temuan], Counter[str]]:
    """Part findings into those told by themselves, and the number of those that follow from each cause.

    A cause among the findings bears its number; the counter has all of them, those whose cause stands elsewhere too. A cell
    that follows from one cause in several ways is counted once.
    """
    sendiri: list[Temuan] = []
    menunggu: dict[Letak, set[tuple[Letak, str, str]]] = {}
    for temuan in semua:
        if temuan.akar is None:
            sendiri.append(temuan)
        else:
            menunggu.setdefault(temuan.akar.letak, set()).add((temuan.letak, temuan.unit, temuan.nip))
    banyak = Counter({str(letak): len(milik) for letak, milik in menunggu.items()})
    return dengan_menunggu(sendiri, banyak), banyak


def dengan_menunggu(semua: Iterable[Temuan], menunggu: Menunggu) -> list[Temuan]:
    """Return findings, each cause with the number of rows that wait for it; of several at one cell the first bears it."""
    sisa = dict(menunggu)
    return [
        replace(temuan, menunggu=temuan.menunggu + banyak)
        if (banyak := sisa.pop(str(temuan.letak), 0))
        else temuan
        for temuan in semua
    ]
