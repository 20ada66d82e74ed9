"""A sheet's merged ranges put in front of its rows, where calamine finds them at once.

calamine walks through a sheet's XML twice: once for the cells, once for the merged ranges, which stand behind them. The second
walk takes two fifths of its time, and ends with the first `mergeCells` that it meets.
"""

from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.urai_xml import urai_xml

_BUKA, _TUTUP, _TIADA = b"<mergeCells", b"</mergeCells>", b"<mergeCells></mergeCells>"
_BARIS, _AKHIR_BARIS = b"<sheetData", b"</sheetData>"
_JARANG = b"h"
"""A byte of the rows' end that rows themselves seldom hold; looking for one byte costs next to nothing."""


def gabungan_di_muka(isi: bytes) -> bytes:
    """Return a sheet's XML with its merged ranges, or with none, in front of its rows; unchanged where it is not written as usual."""
    awal, akhir = isi.find(_BARIS), isi.rfind(_AKHIR_BARIS)
    if not 0 <= awal < akhir or _ada_selipan(isi) or not _sekali(isi, awal, akhir):
        return isi
    akhir += len(_AKHIR_BARIS)
    muka, baris, ekor = isi[:awal], memoryview(isi)[awal:akhir], isi[akhir:]
    banyak = _hitung_gabungan(muka + ekor)
    if banyak == 0:
        return b"".join((muka, _TIADA, baris, ekor))
    dari, tutup = ekor.find(_BUKA), ekor.find(_TUTUP)
    if banyak != 1 or not 0 <= dari < tutup:
        return isi
    sampai = tutup + len(_TUTUP)
    return b"".join((muka, ekor[dari:sampai], baris, ekor[:dari], ekor[sampai:]))


def _ada_selipan(isi: bytes) -> bool:
    """Tell whether there may be a comment or an instruction, in which what looks like an element is none."""
    return (b"!" in isi and b"<!" in isi) or isi.find(b"?", isi.find(b"?>") + 2) >= 0


def _sekali(isi: bytes, awal: int, akhir: int) -> bool:
    """Tell whether the rows end in one place."""
    return (
        isi.find(_JARANG, awal + len(_BARIS)) == akhir + _AKHIR_BARIS.index(_JARANG)
        or isi.find(_AKHIR_BARIS) == akhir
    )


def _hitung_gabungan(tanpa_baris: bytes) -> int:
    """Return how many lists of merged ranges a sheet without its rows has; −1 of XML that calamine shall see as it is."""
    unsur: list[str] = []
    try:
        urai_xml([tanpa_baris], buka=lambda nama, _: unsur.append(nama))
    except BukuTidakTerbacaError:
        return -1
    return unsur.count("mergeCells")
