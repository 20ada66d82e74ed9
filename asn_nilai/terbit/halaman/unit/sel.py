"""Where figures stand, written short enough for a table: the cell beside its figure, file and sheet once beneath."""

from collections.abc import Iterable, Sequence

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan

Asal = Sequence[tuple[Bulan, Letak]]
"""The cells of a figure, each with its month."""
Sumber = tuple[str, str]
"""A file and a sheet."""


def sebutan_sumber(semua: Iterable[Asal]) -> dict[Sumber, str]:
    """Return a short name for each file and sheet in which figures stand; blank where there is only one.

    The month serves where it tells them apart, else a running number.
    """
    bulan: dict[Sumber, set[Bulan]] = {}
    for asal in semua:
        for kapan, letak in asal:
            bulan.setdefault((letak.berkas, letak.lembar), set()).add(kapan)
    if len(bulan) < 2:
        return dict.fromkeys(bulan, "")
    if len(set().union(*bulan.values())) == len(bulan) == sum(map(len, bulan.values())):
        # `2026-01 H12` must not break after its hyphen in a narrow column.
        kode = (min(kapan).kode.replace("-", "\N{NON-BREAKING HYPHEN}") for kapan in bulan.values())
        return dict(zip(bulan, kode, strict=True))
    return {sumber: f"[{nomor}]" for nomor, sumber in enumerate(bulan, 1)}


def tulis_sel(asal: Asal, sebutan: dict[Sumber, str]) -> str:
    """Return the cells of one figure, `H12` or `2026-01 H12 · 2026-02 H14`."""
    if len(sebutan) == 1:  # of a single month: without a name
        return ", ".join([letak.sel for _, letak in asal])
    sel: dict[str, list[str]] = {}
    for _, letak in asal:
        sel.setdefault(sebutan[letak.berkas, letak.lembar], []).append(letak.sel)
    return " · ".join(
        f"{nama}\N{NO-BREAK SPACE}{', '.join(milik)}" if nama else ", ".join(milik)
        for nama, milik in sel.items()
    )


def keterangan_sumber(sebutan: dict[Sumber, str]) -> list[str]:
    """Return the legend of the short names, one text per file and sheet."""
    return [f"{nama}: {Letak(*sumber)}" if nama else str(Letak(*sumber)) for sumber, nama in sebutan.items()]
