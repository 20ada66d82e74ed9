"""What a file really is, whatever its name says, and its parts unpacked within limits.

Submissions come by e-mail and flash drive: renamed, cut off, locked, or built to fill a disk. Everything is decided
here on the bytes, before a parser sees them.
"""

import io
import re
import struct
import time
import zipfile
import zlib
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, MEGA, Batas

_BLOK = 64 * 1024
"""So much is packed or unpacked at a time; it stays in the processor's own memory while it is looked at."""
_PEMBENGKAKAN = 1_040
"""No deflate stream unpacks to more than this many times its size."""
_BUKU_EXCEL = re.compile(r"xl/workbook\d*\.(?:xml|bin)")
"""The main part; some writers number it."""
_RUSAK = "berkasnya rusak atau terpotong"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


class Wujud(StrEnum):
    """The kinds of workbook that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"


class BukuTidakTerbacaError(Exception):
    """A file cannot be read as a workbook: the code of a finding and its facts."""

    def __init__(self, kode: str, **isi: str) -> None:
        super().__init__(kode, isi)
        self.kode = kode
        self.isi = isi


def tidak_terbaca(sebab: str) -> BukuTidakTerbacaError:
    """Return the error for a file that is no readable workbook; `sebab` is an Indonesian clause."""
    return BukuTidakTerbacaError("berkas-tidak-terbaca", sebab=sebab)


def terlalu_besar(ukuran: str, batas: str) -> BukuTidakTerbacaError:
    """Return the error for a file beyond a limit."""
    return BukuTidakTerbacaError("berkas-terlalu-besar", ukuran=ukuran, batas=batas)


def muat_berkas(berkas: Path, batas: Batas = BATAS_BAWAAN) -> bytes:
    """Return a file's bytes.

    Raises:
        BukuTidakTerbacaError: too large, empty, not permitted (on Windows also: open in Excel), or gone.
    """
    try:
        ukuran = berkas.stat().st_size
        if ukuran > batas.berkas_mb * MEGA:
            raise terlalu_besar(f"{sebut_mega(ukuran)} di cakram", f"{batas.berkas_mb} MB")
        data = berkas.read_bytes()
    except PermissionError as galat:
        raise tidak_terbaca("sedang dibuka di program lain, atau Anda tidak berhak membacanya") from galat
    except OSError as galat:
        raise tidak_terbaca(f"sistem operasi menolak ({galat.strerror or type(galat).__name__})") from galat
    if not data:
        raise tidak_terbaca("berkasnya kosong (0 bita)")
    return data


def kenali_wujud(data: bytes, batas: Batas = BATAS_BAWAAN) -> tuple[Wujud, "Arsip | None"]:
    """Tell what kind of workbook the bytes are, with its parts where it is a zip file.

    Raises:
        BukuTidakTerbacaError: something else, with the reason; or locked with a password.
    """
    if data.startswith(b"PK\x03\x04"):
        arsip = Arsip(data, batas)
        return arsip.wujud, arsip
    if data.startswith(_OLE):
        return _kenali_ole(data), None
    awal = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        awal.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style"))
        or b"<html" in awal
    ):
        raise tidak_terbaca("isinya halaman web (HTML), bukan buku kerja")
    if awal.startswith(b"<?xml"):
        raise tidak_terbaca("isinya XML lama, bukan buku kerja")
    if awal.startswith(b"%pdf"):
        raise tidak_terbaca("isinya PDF, bukan buku kerja")
    if b"\x00" not in awal:
        raise tidak_terbaca("isinya teks biasa (mungkin CSV), bukan buku kerja")
    raise tidak_terbaca("isinya bukan format Excel atau OpenDocument yang dikenal")


def _kenali_ole(data: bytes) -> Wujud:
    nama = {
        n: n.encode("utf-16-le") in data for n in ("EncryptedPackage", "Workbook", "Book", "WordDocument")
    }
    if nama["EncryptedPackage"]:
        raise BukuTidakTerbacaError("berkas-bersandi")
    if nama["Workbook"] or nama["Book"]:
        return Wujud.XLS
    raise tidak_terbaca("isinya dokumen Word" if nama["WordDocument"] else _RUSAK)


class Arsip:
    """The parts of a zipped workbook, unpacked by what they really are, not by what the directory promises."""

    def __init__(self, data: bytes, batas: Batas = BATAS_BAWAAN) -> None:
        """Open the bytes of a zip file; the time that `batas` allows begins to run.

        Raises:
            BukuTidakTerbacaError: cut off, damaged, beyond the limits, or no workbook.
        """
        self._data = data
        self.batas = batas
        self._mulai = time.process_time()
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as zip_:
                daftar = zip_.infolist()
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as galat:
            raise tidak_terbaca(_RUSAK) from galat
        self._bagian = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in daftar}
        if len(self._bagian) != len(daftar):
            raise tidak_terbaca("isi arsipnya berulang")
        if len(daftar) > batas.bagian:
            raise terlalu_besar(f"{len(daftar)} bagian", f"{batas.bagian} bagian")
        self.wujud = self._kenali()
        self._periksa_batas()

    def __contains__(self, nama: str) -> bool:
        return nama.casefold() in self._bagian

    @property
    def nama(self) -> Collection[str]:
        """Return the names of all parts, in small letters."""
        return self._bagian.keys()

    def _kenali(self) -> Wujud:
        if "encryptedpackage" in self._bagian:
            raise BukuTidakTerbacaError("berkas-bersandi")
        for nama in self._bagian:
            if _BUKU_EXCEL.fullmatch(nama):
                return Wujud.XLSB if nama.endswith(".bin") else Wujud.XLSX
        if "content.xml" in self._bagian:
            if b"encryption-data" in self.baca("META-INF/manifest.xml"):
                raise BukuTidakTerbacaError("berkas-bersandi")
            if self.baca("mimetype").strip() in {b"", b"application/vnd.oasis.opendocument.spreadsheet"}:
                return Wujud.ODS
        if "word/document.xml" in self._bagian:
            raise tidak_terbaca("isinya dokumen Word, bukan buku kerja")
        raise tidak_terbaca("isinya arsip zip yang bukan buku kerja")

    def _periksa_batas(self) -> None:
        jumlah = kemas = 0
        isi, bagian = self.batas.dikembangkan_mb * MEGA, self.batas.bagian_mb * MEGA
        for nama, info in self._bagian.items():
            kemas += info.compress_size
            if not nama.endswith((".xml", ".bin", ".rels")):
                continue
            batas = isi if nama.startswith("xl/worksheets/") else min(isi, bagian)
            ukuran = info.file_size
            if info.compress_size * _PEMBENGKAKAN > batas:
                ukuran = sum(map(len, self.alirkan(nama, batas)))
            jumlah += ukuran
            if ukuran > batas or jumlah > isi:
                batas = batas if ukuran > batas else isi
                raise terlalu_besar(
                    f"{sebut_mega(max(ukuran, jumlah))} setelah dikembangkan", sebut_mega(batas)
                )
        if kemas > len(self._data):
            raise tidak_terbaca("daftar isi arsipnya tidak wajar")

    def baca(self, nama: str) -> bytes:
        """Return one part, empty where there is none."""
        return b"".join(self.alirkan(nama, self.batas.bagian_mb * MEGA)) if nama in self else b""

    def periksa_waktu(self) -> None:
        """Refuse to go on when reading has taken more of the processor than allowed; other programs' work does not count.

        Raises:
            BukuTidakTerbacaError: time is up.
        """
        if time.process_time() - self._mulai > self.batas.detik:
            raise terlalu_besar("pembacaannya terlalu lama", f"{self.batas.detik} detik")

    def alirkan(self, nama: str, batas: int | None = None) -> Iterator[bytes]:
        """Yield one part in blocks, as long as there is time.

        Args:
            nama: the part.
            batas: the most bytes it may unpack to; None for what all parts together may.

        Raises:
            BukuTidakTerbacaError: damaged, packed in an unknown way, too large, or taking too long.
        """
        batas = self.batas.dikembangkan_mb * MEGA if batas is None else batas
        info = self._bagian[nama.casefold()]
        mentah = self._mentah(info)
        if info.flag_bits & 1:
            raise BukuTidakTerbacaError("berkas-bersandi")
        jumlah = periksa = 0
        for blok in _blok(mentah, info.compress_type):
            jumlah += len(blok)
            if jumlah > batas:
                raise terlalu_besar(f"lebih dari {sebut_mega(batas)} setelah dikembangkan", sebut_mega(batas))
            self.periksa_waktu()
            periksa = zlib.crc32(blok, periksa)
            yield blok
        # One flipped bit can unpack to another figure; calamine stops where the cells end and never asks.
        if periksa != info.CRC:
            raise BukuTidakTerbacaError("berkas-berubah")

    def _mentah(self, info: zipfile.ZipInfo) -> memoryview:
        """Return the packed bytes of a part; its local header says where they begin."""
        awal = info.header_offset
        kepala = self._data[awal : awal + 30]
        if len(kepala) < 30 or not kepala.startswith(b"PK\x03\x04"):
            raise tidak_terbaca(_RUSAK)
        panjang_nama, panjang_tambahan = struct.unpack("<HH", kepala[26:30])
        mulai = awal + 30 + panjang_nama + panjang_tambahan
        return memoryview(self._data)[mulai : mulai + info.compress_size]


def _blok(mentah: memoryview, cara: int) -> Iterator[bytes]:
    """Yield what the packed bytes of a part hold."""
    if cara == zipfile.ZIP_DEFLATED:
        yield from _kembangkan(mentah)
    elif cara == zipfile.ZIP_STORED:
        for awal in range(0, len(mentah), _BLOK):
            yield bytes(mentah[awal : awal + _BLOK])
    else:
        raise tidak_terbaca("cara pemampatannya tidak dikenal")


def _kembangkan(mentah: memoryview) -> Iterator[bytes]:
    """Yield what a deflate stream unpacks to; packed bytes go in by small pieces, so that none is copied twice."""
    pengembang, awal = zlib.decompressobj(-15), 0
    masukan: bytes | memoryview = mentah[:0]
    try:
        while not pengembang.eof:
            if not masukan:
                masukan, awal = mentah[awal : awal + _BLOK], awal + _BLOK
                if not masukan:
                    raise tidak_terbaca(_RUSAK)
            blok = pengembang.decompress(masukan, _BLOK)
            masukan = pengembang.unconsumed_tail
            if blok:
                yield blok
    except zlib.error as galat:
        raise tidak_terbaca(_RUSAK) from galat


def sebut_mega(bita: int) -> str:
    """Return a size as a sentence says it."""
    return f"{bita / MEGA:.0f} MB"
