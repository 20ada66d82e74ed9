"""What the directory of a zip file says of its parts: an ordinary one is read at a stroke, every other one by `zipfile`.

A workbook of a few kilobytes has ten parts, and `zipfile` takes longer over its directory than the rest of us over its cells.
"""

import io
import struct
from zipfile import ZipFile, ZipInfo

_PUSAT, _AKHIR = struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_VERSI_TERBACA, _BESAR = 20, 0xFFFFFFFF
"""The version of the format that an ordinary part needs at most; what stands for a size that is written elsewhere."""


def daftar_isi(data: bytes) -> list[ZipInfo]:
    """Return the parts in the order of the directory.

    Raises:
        zipfile.BadZipFile: cut off or damaged; likewise `struct.error`, `ValueError`, `OSError`, `NotImplementedError`.
    """
    if biasa := _daftar_biasa(data):
        return biasa
    with ZipFile(io.BytesIO(data)) as zip_:
        return zip_.infolist()


def _daftar_biasa(data: bytes) -> list[ZipInfo]:
    """Return the parts where the directory ends the file and has only what every program writes; else nothing."""
    akhir = len(data) - _AKHIR.size
    if akhir < 0:
        return []
    tanda, cakram, pertama, di_sini, banyak, ukuran, letak, catatan = _AKHIR.unpack_from(data, akhir)
    if tanda != b"PK\x05\x06" or cakram or pertama or catatan or di_sini != banyak:
        return []
    if letak + ukuran != akhir:
        return []
    hasil: list[ZipInfo] = []
    while letak + _PUSAT.size <= akhir:
        (
            tanda, _, versi, bendera, cara, _, _, periksa, kemasan, isi, panjang, tambahan, catatan, cakram, _, _, awal,
        ) = _PUSAT.unpack_from(data, letak)  # fmt: skip
        letak += _PUSAT.size
        nama = data[letak : letak + panjang]
        letak += panjang
        if tanda != b"PK\x01\x02" or versi > _VERSI_TERBACA or tambahan or catatan or cakram:
            return []
        if not nama.isascii() or b"\0" in nama or _BESAR in {kemasan, isi, awal}:
            return []
        info = ZipInfo.__new__(ZipInfo)
        info.filename = info.orig_filename = nama.decode("ascii")
        info.flag_bits, info.compress_type, info.CRC = bendera, cara, periksa
        info.compress_size, info.file_size, info.header_offset = kemasan, isi, awal
        hasil.append(info)
    return hasil if letak == akhir and len(hasil) == banyak else []
