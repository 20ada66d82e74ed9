"""Where a figure comes from, short enough for a cell."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan


def ringkas_sel(bulan: Sequence[Bulan], semua: Sequence[Letak | None]) -> str:
    """Return the places of a figure for print: a file said once, with its cells; files of several months in runs.

    `capaian/…/DINKES.xlsx › Capaian` above `2026-01 … 2026-05 (5 bulan) H10; 2026-06 J14`.

    Args:
        bulan: the counted months.
        semua: the cell of each; None for a month without one.
    """
    if len(semua) == 1:
        return str(semua[0] or "")
    sel_di: dict[Letak, tuple[Bulan, list[str]]] = {}
    for kapan, letak in zip(bulan, semua, strict=True):
        if letak:
            sel_di.setdefault(replace(letak, sel=""), (kapan, []))[1].append(letak.sel)
    isi = [(tempat, kapan, ", ".join(sel)) for tempat, (kapan, sel) in sel_di.items()]
    berkas = {replace(t, berkas=t.berkas.replace(f"/{kapan.kode}/", "/…/")) for t, kapan, _ in isi}
    if len(isi) < 2 or len(berkas) > 1:
        return "\n".join(str(replace(tempat, sel=sel)) for tempat, _, sel in isi)
    deret = [(sel, [kapan.kode for _, kapan, _ in sama]) for sel, sama in groupby(isi, key=itemgetter(2))]
    return f"{berkas.pop()}\n{'; '.join(f'{_deret_bulan(kode)} {sel}' for sel, kode in deret)}"


def _deret_bulan(kode: list[str]) -> str:
    return ", ".join(kode) if len(kode) < 3 else f"{kode[0]} … {kode[-1]} ({len(kode)} bulan)"
