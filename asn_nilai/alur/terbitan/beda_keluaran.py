"""In what a file among the results differs from the same one computed anew: the cells of a workbook, the rows of a CSV file."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from asn_nilai.acuan.tulisan import potong
from asn_nilai.baca.format_sel.banding_buku import beda_buku

_SEBUT_SEL = 8
"""Cells of one workbook, or rows of one CSV file, that are named; the others are counted."""
_MUAT = 80
"""Characters that are shown of a row."""


def beda_keluaran(asli: Path, ulang: Path) -> Iterator[str]:
    """Yield what differs between a file and the same one computed anew."""
    if not asli.is_file():
        yield "tidak ada, padahal hitungan menulisnya"
    elif not ulang.is_file():
        yield "tercatat, padahal hitungan tidak menulisnya"
    elif asli.read_bytes() != ulang.read_bytes():
        banding = {".xlsx": beda_buku, ".csv": _baris_berbeda}.get(asli.suffix, _mulai_berbeda)
        beda = banding(asli.read_bytes(), ulang.read_bytes())
        yield from beda[:_SEBUT_SEL]
        if len(beda) > _SEBUT_SEL:
            yield f"dan {len(beda) - _SEBUT_SEL} beda lagi"


def _baris_berbeda(asli: bytes, ulang: bytes) -> list[str]:
    """Return the lines in which two texts differ, as sentences."""
    kiri, kanan = (isi.decode(errors="replace").splitlines() for isi in (asli, ulang))
    panjang = max(len(kiri), len(kanan))
    kiri, kanan = ([*baris, *[""] * (panjang - len(baris))] for baris in (kiri, kanan))
    beda = [
        f"baris {nomor}: tertulis '{potong(a, _MUAT)}', hitungan memberi '{potong(b, _MUAT)}'"
        for nomor, (a, b) in enumerate(zip(kiri, kanan, strict=True), 1)
        if a != b
    ]
    return beda or ["isinya lain (akhir baris)"]


def _mulai_berbeda(asli: bytes, ulang: bytes) -> list[str]:
    """Return where two texts begin to differ, as a sentence."""
    pasangan = zip_longest(asli.splitlines(), ulang.splitlines())
    return [f"isinya lain, mulai baris {next((n for n, (a, b) in enumerate(pasangan, 1) if a != b), 1)}"]
