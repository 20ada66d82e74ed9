"""The parts of a zipped workbook, unpacked within limits, each in blocks and none further than it may."""

import struct
import time
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from copy import copy
from functools import lru_cache

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, MEGA, Batas
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas import deflate
from asn_nilai.baca.berkas.daftar_isi import daftar_isi
from asn_nilai.baca.berkas.galat import RUSAK, BukuTidakTerbacaError, sebut_mega, terlalu_besar, tidak_terbaca
from asn_nilai.baca.berkas.kemas_ulang import kemas_ulang

_BLOK = 64 * 1024
"""So much is packed or unpacked at a time; it stays in the processor's own memory while it is looked at."""
_PEMBENGKAKAN = 1_040
"""No deflate stream unpacks to more than this many times its size."""
_BERULANG = 1024
"""Packed bytes of a part up to which other books may have the same."""
_LEMBAR = "xl/worksheets/"
_DIBACA_DUA_KALI = (_LEMBAR, "xl/sharedstrings.", "content.xml")
"""How the names of the parts begin that two readers go through from end to end."""
_SELEMBAR, _DISIMPAN = 8 * 1024, 4 * MEGA
"""Bytes of a part from which on it is worth keeping unpacked, and of a workbook that may be: a submission has an eighth of these, the register
of ten thousand people all of them. What is larger would be in memory twice, and in that of each process that is started."""


class Arsip:
    """The parts of a zipped workbook, unpacked by what they really are, not by what the directory promises."""

    def __init__(self, data: bytes, batas: Batas = BATAS_BAWAAN) -> None:
        """Open the bytes of a zip file; the time that `batas` allows begins to run.

        Raises:
            BukuTidakTerbacaError: cut off, damaged, or with too many parts.
        """
        self.data = data
        self.batas = batas
        self._mulai, self._mulai_jam = time.process_time(), time.monotonic()
        self._terbuka: dict[str, bytes] = {}
        self._berganti = False
        try:
            daftar = daftar_isi(data)
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as galat:
            raise tidak_terbaca(RUSAK) from galat
        self._bagian = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in daftar}
        if len(self._bagian) != len(daftar):
            raise tidak_terbaca("isi arsipnya berulang")
        if len(daftar) > batas.bagian:
            raise terlalu_besar(f"{tulis_angka(len(daftar))} bagian", f"{tulis_angka(batas.bagian)} bagian")

    def __contains__(self, nama: str) -> bool:
        return nama.casefold() in self._bagian

    @property
    def nama(self) -> Collection[str]:
        """Return the names of all parts, in small letters."""
        return self._bagian.keys()

    def ganti_nama(self, nama: Mapping[str, str]) -> None:
        """Call parts by other names, for every reader; what bore one of these before is out of reach."""
        bagian = {lama.casefold(): (baru, copy(self._bagian[lama.casefold()])) for lama, baru in nama.items()}
        for lama in bagian:
            del self._bagian[lama]
        for baru, info in bagian.values():
            info.filename = info.orig_filename = baru
            self._bagian[baru.casefold()] = info
            self._berganti = True

    def periksa_batas(self) -> None:
        """Refuse parts that unpack to more than allowed, each or together.

        Raises:
            BukuTidakTerbacaError: too large, or the sizes in the directory are no true ones.
        """
        jumlah = kemas = 0
        isi, bagian = self.batas.dikembangkan_mb * MEGA, self.batas.bagian_mb * MEGA
        for nama, info in self._bagian.items():
            kemas += info.compress_size
            if not nama.endswith((".xml", ".bin", ".rels")):
                continue
            batas = isi if nama.startswith(_LEMBAR) else min(isi, bagian)
            ukuran = info.file_size
            if info.compress_size * _PEMBENGKAKAN > batas:
                ukuran = sum(map(len, self.alirkan(nama, batas)))
            jumlah += ukuran
            if ukuran > batas or jumlah > isi:
                batas = batas if ukuran > batas else isi
                raise terlalu_besar(
                    f"{sebut_mega(max(ukuran, jumlah))} setelah dikembangkan", sebut_mega(batas)
                )
        if kemas > len(self.data):
            raise tidak_terbaca("daftar isi arsipnya tidak wajar")

    def untuk_pembaca_lain(
        self, susun: Callable[[bytes], bytes] | None = None, luruskan: Callable[[bytes], bytes] | None = None
    ) -> bytes:
        """Return the archive's bytes for another reader; what that one reads as well is unpacked already, and kept for this one.

        `susun` lays a sheet out as that reader has least work with it, where it is at hand; `luruskan` writes a part of any size as that
        reader understands it, for both; it gives the very same back where nothing is to be done.
        """
        sisa = _DISIMPAN
        for nama, info in self._bagian.items():
            if nama.startswith(_DIBACA_DUA_KALI) and _SELEMBAR <= info.file_size <= sisa:
                with suppress(BukuTidakTerbacaError):  # said when it is asked for
                    isi = self._sekali(info, sisa) or b"".join(self.alirkan(nama, info.file_size))
                    self._terbuka[nama] = isi
                    sisa -= len(isi)
        if luruskan is not None:
            self._luruskan(luruskan)
        if not (self._terbuka or self._berganti):
            return self.data
        try:
            semua = [
                (info, self._tersusun(nama, susun), self._mentah(info)) for nama, info in self._bagian.items()
            ]
        except BukuTidakTerbacaError:
            return self.data
        return kemas_ulang(semua)

    def _luruskan(self, luruskan: Callable[[bytes], bytes]) -> None:
        """Keep those of the parts that two readers go through which are written otherwise, as both shall read them."""
        for nama in self._bagian:
            if nama.startswith(_DIBACA_DUA_KALI):
                with suppress(BukuTidakTerbacaError):  # said when it is asked for
                    isi = self._terbuka.get(nama) or b"".join(self.alirkan(nama))
                    if (lurus := luruskan(isi)) is not isi:
                        self._terbuka[nama] = lurus

    def _tersusun(self, nama: str, susun: Callable[[bytes], bytes] | None) -> bytes | None:
        isi = self._terbuka.get(nama)
        return isi if isi is None or susun is None or not nama.startswith(_LEMBAR) else susun(isi)

    def baca(self, nama: str) -> bytes:
        """Return one part, empty where there is none."""
        info = self._bagian.get(nama.casefold())
        if info is None:
            return b""
        terbuka = self._terbuka.get(nama.casefold()) or self._sekali(info)
        return terbuka or b"".join(self.alirkan(nama, self.batas.bagian_mb * MEGA))

    def _sekali(self, info: zipfile.ZipInfo, terbesar: int = _BLOK) -> bytes:
        """Return a part of at most so many bytes that is what the directory promises, unpacked at one stroke; of every other one nothing."""
        if info.compress_type != zipfile.ZIP_DEFLATED or info.flag_bits & 1 or info.file_size > terbesar:
            return b""
        with suppress(BukuTidakTerbacaError):  # said when it is unpacked block by block
            kemasan = self._mentah(info)
            if len(kemasan) > _BERULANG:
                return _kembangkan_sekali(kemasan, info.file_size, info.CRC)
            return _ingat_kembangan(bytes(kemasan), info.file_size, info.CRC)
        return b""

    def periksa_waktu(self) -> None:
        """Refuse to go on when reading has taken more of the processor than allowed; other programs' work does not count.

        Raises:
            BukuTidakTerbacaError: time is up.
        """
        # No more of the processor can be used than time has passed; looking at the clock costs far less than asking for the former.
        batas = self.batas.detik
        if time.monotonic() - self._mulai_jam > batas and time.process_time() - self._mulai > batas:
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
        info, terbuka = self._bagian[nama.casefold()], self._terbuka.get(nama.casefold())
        mentah = self._mentah(info) if terbuka is None else memoryview(terbuka)
        if info.flag_bits & 1:
            raise BukuTidakTerbacaError("berkas-bersandi")
        jumlah = periksa = 0
        for blok in _blok(mentah, info.compress_type if terbuka is None else zipfile.ZIP_STORED):
            jumlah += len(blok)
            if jumlah > batas:
                raise terlalu_besar(f"lebih dari {sebut_mega(batas)} setelah dikembangkan", sebut_mega(batas))
            self.periksa_waktu()
            periksa = deflate.crc32(blok, periksa) if terbuka is None else info.CRC
            yield blok
        # One flipped bit can unpack to another figure; calamine stops where the cells end and never asks.
        if periksa != info.CRC:
            raise BukuTidakTerbacaError("berkas-berubah")

    def _mentah(self, info: zipfile.ZipInfo) -> memoryview:
        """Return the packed bytes of a part; its local header says where they begin."""
        awal = info.header_offset
        kepala = self.data[awal : awal + 30]
        if len(kepala) < 30 or not kepala.startswith(b"PK\x03\x04"):
            raise tidak_terbaca(RUSAK)
        panjang_nama, panjang_tambahan = struct.unpack("<HH", kepala[26:30])
        mulai = awal + 30 + panjang_nama + panjang_tambahan
        return memoryview(self.data)[mulai : mulai + info.compress_size]


def _kembangkan_sekali(kemasan: bytes | memoryview, ukuran: int, periksa: int) -> bytes:
    """Return what packed bytes hold, nothing where that has another size or check sum; hardly more is unpacked than was promised."""
    pengembang = deflate.decompressobj(-15)
    try:
        isi = pengembang.decompress(kemasan, ukuran + 1)
    except deflate.error:
        return b""
    return isi if pengembang.eof and len(isi) == ukuran and deflate.crc32(isi) == periksa else b""


_ingat_kembangan = lru_cache(maxsize=32)(_kembangkan_sekali)
"""The books of a city come from few programs, and many small parts are the same in all of them."""


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
    pengembang, awal = deflate.decompressobj(-15), 0
    kemasan: bytes | memoryview = mentah[:0]
    try:
        while not pengembang.eof:
            if not kemasan:
                kemasan, awal = mentah[awal : awal + _BLOK], awal + _BLOK
                if not kemasan:
                    raise tidak_terbaca(RUSAK)
            blok = pengembang.decompress(kemasan, _BLOK)
            kemasan = pengembang.unconsumed_tail
            if blok:
                yield blok
    except deflate.error as galat:
        raise tidak_terbaca(RUSAK) from galat
