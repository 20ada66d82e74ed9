"""Zip files as no spreadsheet writes them: bombs with false sizes, members twice, upwards, linked, streamed."""

import io
import struct
import zipfile
import zlib

from musuh import AKHIR, LEMBAR, TEKS, bagian, bersih, kemas


def bom(mega: int) -> bytes:
    """Return a deflate stream of a few bytes per kilobyte that unpacks to `mega` megabytes of blanks."""
    pengemas = zlib.compressobj(9, zlib.DEFLATED, -15)
    awal = pengemas.compress(b"<sst>") + pengemas.flush(zlib.Z_FULL_FLUSH)
    blok = pengemas.compress(b" " * 1024**2) + pengemas.flush(zlib.Z_FULL_FLUSH)
    return awal + blok * mega + pengemas.flush()


def dengan_bom(nama: str, mega: int, ukuran: int) -> bytes:
    """Return the clean workbook with a part that is a bomb; the directory says it has `ukuran` bytes."""
    isi = {n: isi_bagian for n, isi_bagian in bagian(bersih()).items() if n != nama}
    data, mentah, nama_bita = kemas(isi), bom(mega), nama.encode()
    akhir = data.rindex(b"PK\x05\x06")
    (daftar,) = struct.unpack_from("<I", data, akhir + 16)
    ukuran = min(ukuran, 0xFFFFFFFF)
    lokal = struct.pack(
        "<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, 0, len(mentah), ukuran, len(nama_bita), 0
    )
    pusat = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 33, 0, len(mentah), ukuran, len(nama_bita), 0, 0, 0, 0, 0, daftar
    )  # fmt: skip
    badan = data[:daftar] + lokal + nama_bita + mentah
    direktori = data[daftar:akhir] + pusat + nama_bita
    jumlah = len(isi) + 1
    ekor = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, jumlah, jumlah, len(direktori), len(badan), 0)
    return badan + direktori + ekor


def mengalir() -> bytes:
    """Return the clean workbook written to a pipe: sizes stand behind the parts (data descriptors)."""

    class Pipa(io.RawIOBase):
        def __init__(self) -> None:
            self.isi = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:  # type: ignore[no-untyped-def, override]
            self.isi += bytes(data)
            return len(data)

    pipa = Pipa()
    with zipfile.ZipFile(pipa, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi_bagian in bagian(bersih()).items():
            arsip.writestr(nama, isi_bagian)
    return bytes(pipa.isi)


def zip64() -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi_bagian in bagian(bersih()).items():
            with arsip.open(nama, "w", force_zip64=True) as tujuan:
                tujuan.write(isi_bagian)
    return wadah.getvalue()


def berulang() -> bytes:
    """Return a workbook whose sheet stands twice, with other figures the second time."""
    wadah = io.BytesIO(bersih())
    lembar = bagian(bersih())[LEMBAR].replace(b"<v>1200000</v>", b"<v>9900000</v>")
    with zipfile.ZipFile(wadah, "a", zipfile.ZIP_DEFLATED) as arsip:
        # Python warns of what is meant here.
        arsip.NameToInfo.clear()
        arsip.writestr(LEMBAR, lembar)
    return wadah.getvalue()


def berubah_di_jalan(nama: str, lama: bytes, baru: bytes) -> bytes:
    """Return a workbook, a part of it changed after it was packed: its check sum tells, and nothing else.

    The sheet ends with merged cells and much else: who has read these has what there is to read, and may never come to
    the check sum.
    """
    isi, ekor = bagian(bersih()), b'<mergeCells count="1"><mergeCell ref="L20:M20"/></mergeCells><!--%b-->'
    isi[LEMBAR] = isi[LEMBAR].replace(AKHIR, AKHIR + ekor % (b"-x" * 100_000))
    data = kemas(isi, mampat=zipfile.ZIP_STORED)
    assert isi[nama].count(lama) == data.count(lama) > 0
    assert len(lama) == len(baru)
    return data.replace(lama, baru)


def tautan_simbolik() -> bytes:
    """Return a workbook whose texts are a symbolic link to a file outside."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, isi_bagian in bagian(bersih()).items():
            info = zipfile.ZipInfo(nama)
            if nama == TEKS:
                info.external_attr = 0o120777 << 16
            arsip.writestr(info, b"/etc/passwd" if nama == TEKS else isi_bagian)
    return wadah.getvalue()


def cara_lain(nomor: int) -> bytes:
    """Return the clean workbook whose directory claims another way of packing (9: deflate64)."""
    data, letak = bytearray(bersih()), 0
    while (letak := data.find(b"PK\x01\x02", letak)) >= 0:
        struct.pack_into("<H", data, letak + 10, nomor)
        letak += 4
    return bytes(data)
