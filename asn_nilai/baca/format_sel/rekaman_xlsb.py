"""The records of which an .xlsb part is made, and the texts within them.

Source: [MS-XLSB], chapter 2.1.4. A record is its number and its length, both in bytes of seven bits, then its content.
"""

import struct
from collections.abc import Iterator

_TUJUH_BIT = 0x80
"""What a byte of seven bits stays below."""


def rekaman(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of each record."""
    letak = 0
    while letak < len(data):
        nomor, letak = _bilangan(data, letak, 2)
        panjang, letak = _bilangan(data, letak, 4)
        yield nomor, data[letak : letak + panjang]
        letak += panjang


def _bilangan(data: bytes, letak: int, paling_banyak: int) -> tuple[int, int]:
    """Return a number of seven-bit bytes and where it ends; a record's number keeps its marker bit."""
    hasil = 0
    for ke in range(paling_banyak):
        bita = data[letak]
        letak += 1
        hasil |= (bita & 0x7F) << (7 * ke)
        if not bita & 0x80:
            break
    return hasil, letak


def tulis_rekaman(nomor: int, isi: bytes) -> bytes:
    """Return a record as `rekaman` reads it."""
    kepala = bytearray([nomor] if nomor < _TUJUH_BIT else [nomor & 0x7F | _TUJUH_BIT, nomor >> 7])
    panjang = len(isi)
    while panjang >= _TUJUH_BIT:
        kepala.append(panjang & 0x7F | _TUJUH_BIT)
        panjang >>= 7
    kepala.append(panjang)
    return bytes(kepala) + isi


def baca_teks(isi: bytes, letak: int) -> tuple[str, int]:
    """Return a text that begins with its length, and where it ends."""
    (panjang,) = struct.unpack_from("<I", isi, letak)
    akhir = letak + 4 + 2 * panjang
    return isi[letak + 4 : akhir].decode("utf-16-le"), akhir
