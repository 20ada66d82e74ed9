"""Dates as Excel stores them and as people type them."""

import datetime as dt

from asn_nilai.acuan.periode import nomor_bulan
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.tabel.sel import Isi

_ISO = pola_tunda(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_HARI_DULU = pola_tunda(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_BERNAMA = pola_tunda(r"(\d{1,2})\s*[- ]\s*([^\W\d_]+)\.?\s*[- ,]\s*(\d{4})")


def baca_tanggal(isi: Isi) -> dt.date | None:
    """Return the day that a cell names, None where it names none.

    Args:
        isi: an Excel date, or a text such as `2026-03-31`, `31/03/2026` or `31 Maret 2026`.
    """
    if isinstance(isi, dt.date):
        return isi.date() if isinstance(isi, dt.datetime) else isi
    if not isinstance(isi, str):
        return None
    teks = " ".join(isi.split()).lstrip("'’")
    bagian: tuple[str, int, str] | None = None
    if cocok := _ISO.fullmatch(teks):
        bagian = (cocok[1], int(cocok[2]), cocok[3])
    elif cocok := _HARI_DULU.fullmatch(teks):
        bagian = (cocok[3], int(cocok[2]), cocok[1])
    elif (cocok := _BERNAMA.fullmatch(teks)) and (bulan := nomor_bulan(cocok[2])):
        bagian = (cocok[3], bulan, cocok[1])
    return None if bagian is None else _hari(int(bagian[0]), bagian[1], int(bagian[2]))


def _hari(tahun: int, bulan: int, hari: int) -> dt.date | None:
    try:
        return dt.date(tahun, bulan, hari)
    except ValueError:
        return None
