"""A workbook while it is made: opened with what it says of itself, closed, and put in its place in one step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook

from asn_nilai.acuan.program import PROGRAM
from asn_nilai.terbit.buku.gaya import Gaya, Lembar, bersih
from asn_nilai.terbit.buku.lembar_cepat import BukuCepat

DIBUAT = datetime(1980, 1, 1)  # noqa: DTZ001 # the zip format's own first day: no clock enters the file
_PILIHAN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": "Arial", "font_size": 10, "font_scheme": "none"},
    "default_row_height": 17,
    "default_column_width": 64,
}


def buku_baru(tujuan: BinaryIO) -> Workbook:
    """Open a new workbook: texts stay texts, and the same input gives the same bytes."""
    # XlsxWriter writes into the options it is given; a copy keeps the next workbook like the first.
    return BukuCepat(tujuan, deepcopy(_PILIHAN))


@contextmanager
def buku_terbuka(
    tujuan: Path | BinaryIO, judul: str, instansi: str, *, subjek: str = ""
) -> Iterator[Callable[[str, str], Lembar]]:
    """Give what adds a sheet to a new workbook, by name and tab colour; on leaving without error that is closed, in its place.

    A file is made in memory first: a disk that fills up while a zip is being written leaves it half closed, and what Python says
    of that is English.

    Args:
        tujuan: a file to write, or an open binary stream.
        judul: the workbook's title; `instansi` and `subjek` are its other properties.
        instansi: whose it is.
        subjek: the regulation behind it.

    Raises:
        OSError: the file cannot be written.
    """
    wadah = BytesIO() if isinstance(tujuan, Path) else tujuan
    buku = buku_baru(wadah)
    buku.set_properties(
        {
            "title": bersih(judul), "subject": bersih(subjek), "company": bersih(instansi), "comments": PROGRAM, "created": DIBUAT,
        }
    )  # fmt: skip
    yield partial(Lembar, buku, Gaya(buku))
    buku.close()
    if isinstance(tujuan, Path) and isinstance(wadah, BytesIO):
        tujuan.write_bytes(wadah.getvalue())
