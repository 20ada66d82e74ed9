"""Where figures stand, written short enough for a table: the cell beside its figure, file and sheet once beneath."""

from collections.abc import Iterable
from typing import TypeAlias

_ANTARA, _PISAH = " › ", "; "

Alamat: TypeAlias = tuple[str, str]
"""(file › sheet, cells joined by a comma)."""


def baca_alamat(teks: str) -> list[Alamat]:
    """Return the addresses of a text such as `a.xlsx › Target › J4; a.xlsx › Target › K4`, one per file and sheet."""
    if not teks:
        return []
    if _PISAH not in teks:
        sumber, _, sel = teks.rpartition(_ANTARA)
        return [(sumber, sel)]
    menurut: dict[str, list[str]] = {}
    for satu in teks.split(_PISAH):
        sumber, _, sel = satu.rpartition(_ANTARA)
        menurut.setdefault(sumber, []).append(sel)
    return [(sumber, ", ".join(sel)) for sumber, sel in menurut.items()]


def sebutan_sumber(semua: Iterable[Iterable[Alamat]]) -> dict[str, str]:
    """Return a short name for each file and sheet that the addresses name; blank where there is only one.

    The name of the file's folder serves where it tells the files apart (it is the month), else a running number.
    """
    sumber = list(dict.fromkeys(satu for alamat in semua for satu, _ in alamat))
    if len(sumber) < 2:
        return dict.fromkeys(sumber, "")
    folder = [satu.partition(_ANTARA)[0].rpartition("/")[0].rpartition("/")[2] for satu in sumber]
    beda = all(folder) and len(set(folder)) == len(folder)
    # `2026-01 H12` must not break after its hyphen in a narrow column.
    folder = [satu.replace("-", "\N{NON-BREAKING HYPHEN}") for satu in folder]
    return dict(zip(sumber, folder if beda else (f"[{n}]" for n in range(1, len(sumber) + 1)), strict=True))


def tulis_sel(alamat: list[Alamat], sebutan: dict[str, str]) -> str:
    """Return the cells of one figure, `H12` or `2026-01 H12 · 2026-02 H14`."""
    if len(alamat) == 1 and not sebutan[alamat[0][0]]:
        return alamat[0][1]
    return " · ".join(
        f"{sebutan[sumber]}\N{NO-BREAK SPACE}{sel}" if sebutan[sumber] else sel for sumber, sel in alamat
    )


def keterangan_sumber(sebutan: dict[str, str]) -> list[str]:
    """Return the legend of the short names, one text per file and sheet."""
    return [f"{nama}: {sumber}" if nama else sumber for sumber, nama in sebutan.items() if sumber]
