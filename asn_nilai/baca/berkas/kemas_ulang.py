"""An archive laid out once more with its ordinary parts unpacked: two readers go through each, and only one need unpack it.

The second reader sees the very bytes that the first one has looked at, but for their order where it is said. What is too large, damaged or locked stays as it is,
and is told of by whoever asks for it.
"""

import struct
import zipfile
from collections.abc import Iterable

from asn_nilai.baca.berkas.deflate import crc32

_LOKAL, _PUSAT, _AKHIR = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_UTF8, _BERSAMBUNG = 0x800, 0x8
"""Flags of a part: its name is in UTF-8; its sizes stand behind it."""
_VERSI, _TANGGAL, _TERBUKA = 20, 33, zipfile.ZIP_STORED


def kemas_ulang(bagian: Iterable[tuple[zipfile.ZipInfo, bytes | None, memoryview]]) -> bytes:
    """Return the bytes of an archive; each part comes as it is unpacked, where it is, and as it is packed."""
    badan, pusat, letak = list[bytes | memoryview](), list[bytes](), 0
    for info, terbuka, kemasan in bagian:
        isi: bytes | memoryview = kemasan if terbuka is None else terbuka
        cara, ukuran = (info.compress_type, info.file_size) if terbuka is None else (_TERBUKA, len(terbuka))
        sandi = "utf-8" if info.flag_bits & _UTF8 or info.orig_filename.isascii() else "cp437"
        nama = info.orig_filename.encode(sandi)
        sidik = info.CRC if terbuka is None else crc32(terbuka)
        umum = (info.flag_bits & ~_BERSAMBUNG, cara, 0, _TANGGAL, sidik, len(isi), ukuran, len(nama))
        badan += (_LOKAL.pack(b"PK\x03\x04", _VERSI, *umum, 0), nama, isi)
        pusat += (_PUSAT.pack(b"PK\x01\x02", _VERSI, _VERSI, *umum, 0, 0, 0, 0, 0, letak), nama)
        letak += _LOKAL.size + len(nama) + len(isi)
    banyak, panjang = len(pusat) // 2, sum(map(len, pusat))
    akhir = _AKHIR.pack(b"PK\x05\x06", 0, 0, banyak, banyak, panjang, letak, 0)
    return b"".join((*badan, *pusat, akhir))
