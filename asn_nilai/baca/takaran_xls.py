"""What an .xls file says of its own sizes, before calamine reserves memory for it.

Where a few flipped bits promise terabytes, no error comes back: the whole process is ended. Every figure that calamine takes
at its word is held here against what the file can have: [MS-CFB] 2.2 and 2.6.1, [MS-XLS] 2.4.28 and 2.4.90.
"""

import io
import struct
from collections.abc import Iterator

from xlrd.compdoc import CompDoc

from asn_nilai.baca.wadah import tidak_terbaca

_SEKTOR = 9
"""Power of two of a sector's bytes in every .xls; the larger kind of container is not Excel's."""
_BANYAK_SEKTOR = (40, 44, 64, 72)
"""Where the container's head says how many sectors its tables take."""
_ALIRAN = ("Workbook", "Book")
_LEMBAR, _BENTANG, _AKHIR = 0x0085, 0x0200, 0x000A
_BENTUK_BENTANG = {10: "<4H", 14: "<2I2H"}
_BARIS_TERBANYAK, _KOLOM_TERBANYAK = 65_536, 256


def periksa_takaran_xls(data: bytes) -> None:
    """Refuse a file that says it has more than it can have.

    Args:
        data: a file that xlrd has opened; of one that is locked nothing could be told.

    Raises:
        BukuTidakTerbacaError: its sizes are damaged.
    """
    if struct.unpack_from("<H", data, 30)[0] != _SEKTOR:
        raise _rusak()
    for letak in _BANYAK_SEKTOR:
        (banyak,) = struct.unpack_from("<I", data, letak)
        if banyak << _SEKTOR > len(data):
            raise _rusak()
    wadah = CompDoc(data, logfile=io.StringIO())
    dibaca = (satu for nomor, satu in enumerate(wadah.dirlist) if nomor == 0 or satu.name in _ALIRAN)
    if any(not 0 <= satu.tot_size <= len(data) for satu in dibaca):
        raise _rusak()
    for nama in _ALIRAN:
        isi, awal, panjang = wadah.locate_named_stream(nama)
        if isi is not None:
            _periksa_bentang_tertulis(memoryview(isi)[awal : awal + panjang])


def _periksa_bentang_tertulis(aliran: memoryview) -> None:
    """Refuse a stream in which a sheet claims more rows or columns than an .xls sheet has, or fewer than none."""
    tempat, dilihat = [0], set[int]()
    while tempat:
        for posisi, jenis, isi in _rekaman(aliran, tempat.pop()):
            if posisi in dilihat:
                break
            dilihat.add(posisi)
            if jenis == _LEMBAR and len(isi) >= 4:
                tempat += struct.unpack_from("<I", isi)
            elif jenis == _BENTANG and len(isi) in _BENTUK_BENTANG:
                atas, bawah, kiri, kanan = struct.unpack_from(_BENTUK_BENTANG[len(isi)], isi)
                # The end stands one behind the last; calamine takes an end of 0 for a sheet that is empty.
                if (
                    bawah
                    and kanan
                    and not (atas <= bawah <= _BARIS_TERBANYAK and kiri <= kanan <= _KOLOM_TERBANYAK)
                ):
                    raise _rusak()


def _rekaman(aliran: memoryview, posisi: int) -> Iterator[tuple[int, int, memoryview]]:
    """Yield position, kind and content of each record from a position on, up to the end of its sheet."""
    while posisi + 4 <= len(aliran):
        jenis, panjang = struct.unpack_from("<2H", aliran, posisi)
        yield posisi, jenis, aliran[posisi + 4 : posisi + 4 + panjang]
        if jenis == _AKHIR:
            return
        posisi += 4 + panjang


def _rusak() -> Exception:
    return tidak_terbaca("isinya rusak")
