"""Where the program's sentences go: a terminal somebody watches, with its width, or a pipe that gets plain and whole lines."""

import os
import re
from contextlib import suppress
from typing import Any

from rich.console import Console
from rich.text import Text

from asn_nilai.acuan.pola_tunda import pola_tunda

_KENDALI = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_AWALAN = pola_tunda(r"[ →!]*(?:\d+\. |- )?")
"""What stands before a line's first word: blanks, an arrow or mark, a number or dash."""
_LEBAR_PIPA = 140
_TERSEMPIT = 20
"""Columns that a folded line needs; with fewer the terminal folds as it can."""


class _Konsol(Console):
    """A console on which a text that somebody typed into a cell stays a text: it moves no cursor, sets no title, becomes no picture."""

    def __init__(self, **pilihan: Any) -> None:  # noqa: ANN401 - rich's own
        # A scale of `1:100:` is no emoji, and rich need not load them all.
        super().__init__(emoji=False, **pilihan)

    def render_str(self, text: str, **pilihan: Any) -> Text:  # noqa: ANN401 - rich's own
        """Return a text as rich takes it, without control characters but line breaks."""
        return super().render_str(tanpa_kendali(text), **pilihan)


def buka_konsol(*, stderr: bool = False) -> Console:
    """Return a console; where nobody watches, a plain and wide one, the same under every operating system."""
    coba = _Konsol(stderr=stderr)
    if not coba.is_terminal:
        # For the console of an old Windows rich leaves a column free: a pipe needs none.
        return _Konsol(stderr=stderr, width=_LEBAR_PIPA, no_color=True, legacy_windows=False)
    if "COLUMNS" not in os.environ:
        # rich asks the three descriptors that a process begins with; ours may be another by now. One that nobody has sized says 0.
        with suppress(OSError, ValueError):
            coba.width = os.get_terminal_size(coba.file.fileno()).columns or coba.width
    return coba


def tanpa_kendali(teks: str) -> str:
    """Return a text without control characters but line breaks."""
    return _KENDALI.sub("", teks)


def lipat(teks: Text, konsol: Console) -> Text:
    """Fold lines between words where the terminal ends, what follows below what it belongs to; a pipe gets whole lines."""
    return _lipat(teks, konsol) if konsol.is_terminal else teks


def kalimat(konsol: Console, teks: str) -> None:
    """Print a text, taken literally: folded on a terminal, whole in a pipe."""
    konsol.print(lipat(Text(tanpa_kendali(teks)), konsol), soft_wrap=True)


def cetak(konsol: Console, markah: str) -> None:
    """Write rich's markup, folded so where the console ends, be it a terminal or a file of that width."""
    konsol.print(_lipat(konsol.render_str(markah, highlight=False), konsol), soft_wrap=True)


def _lipat(teks: Text, konsol: Console) -> Text:
    hasil: list[Text] = []
    for baris in teks.split("\n", allow_blank=True):
        jorok = len(baris.plain) - len(_AWALAN.sub("", baris.plain, count=1))
        sisa = konsol.width - jorok
        if baris.cell_len <= konsol.width or sisa < _TERSEMPIT:
            hasil.append(baris)
            continue
        lipatan = baris[jorok:].wrap(konsol, sisa)
        for bagian in lipatan:
            bagian.rstrip()
        awal, *lanjutan = lipatan
        hasil += (baris[:jorok] + awal, *(Text(" " * jorok) + bagian for bagian in lanjutan))
    return Text("\n").join(hasil)
