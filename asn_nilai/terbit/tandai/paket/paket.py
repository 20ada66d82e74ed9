"""A workbook's package: parts read, replaced, added and dropped; all others are carried over as they are packed.

Python's own zip writer would pack every part anew. Here a part that nobody touched keeps its packed bytes, its date and
its place, so that marking costs little and changes nothing by the way.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from asn_nilai.terbit.berkas import bagian_zip
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Sisipan

BATAS_BAGIAN = 64 * 1024**2
"""The largest part that is opened for marking, bytes."""
_KEPALA, _DAFTAR = b"PK\x03\x04", b"PK\x01\x02"
_BENTUK_KEPALA, _BENTUK_DAFTAR, _BENTUK_AKHIR = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"
_TINGKAT_KEMAS = 5
_UTF8 = 0x800


class _Bagian:
    """One part: its entry, and its bytes as packed in the file or as they shall be written."""

    __slots__ = ("baru", "info", "naskah")

    def __init__(self, info: zipfile.ZipInfo, baru: bytes | None = None) -> None:
        self.info = info
        self.baru = baru
        self.naskah: Naskah | None = None


class Paket:
    """The parts of a zip file by name; upper and lower case are one, as in OPC."""

    def __init__(self, isi: bytes) -> None:
        """Open a package.

        Raises:
            TidakDapatDitandaiError: no zip file, or one that is packed in an unknown way.
        """
        self._isi = isi
        self._bagian: dict[str, _Bagian] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
                daftar = arsip.infolist()
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError) as galat:
            raise TidakDapatDitandaiError("berkasnya bukan arsip yang utuh") from galat
        for info in daftar:
            lazim = info.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
            if not lazim or info.flag_bits & 1 or _kunci(info.filename) in self._bagian:
                raise TidakDapatDitandaiError("cara berkas ini dikemas tidak dikenal")
            self._bagian[_kunci(info.filename)] = _Bagian(info)

    def __contains__(self, nama: str) -> bool:
        return _kunci(nama) in self._bagian

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the parts as written, in their order."""
        return (bagian.info.filename for bagian in list(self._bagian.values()))

    def sidik(self) -> list[tuple[str, int, int]]:
        """Return name, CRC-32 and size of each part, as they would be written now."""
        hasil = []
        for bagian in self._bagian.values():
            info, isi = bagian.info, bagian.baru
            ukuran = (info.CRC, info.file_size) if isi is None else (zlib.crc32(isi), len(isi))
            hasil.append((info.filename, *ukuran))
        return hasil

    def baca(self, nama: str) -> bytes:
        """Return a part as it stands, without splices that are only noted.

        Raises:
            TidakDapatDitandaiError: missing, damaged or too large.
        """
        bagian = self._bagian.get(_kunci(nama))
        if bagian is None:
            raise TidakDapatDitandaiError(f"bagian {nama} tidak ada")
        if bagian.baru is not None:
            return bagian.baru
        isi = self._terkemas(bagian.info)
        if bagian.info.compress_type == zipfile.ZIP_DEFLATED:
            try:
                isi = zlib.decompressobj(-15).decompress(isi, BATAS_BAGIAN + 1)
            except zlib.error as galat:
                raise TidakDapatDitandaiError(f"bagian {nama} rusak") from galat
        if len(isi) > BATAS_BAGIAN:
            raise TidakDapatDitandaiError(f"bagian {nama} terlalu besar")
        if zlib.crc32(isi) != bagian.info.CRC:  # written again, it would get a check sum that fits its damage
            raise TidakDapatDitandaiError(f"bagian {nama} rusak")
        return isi

    def naskah(self, nama: str) -> Naskah:
        """Return a part for editing, always the same object; `sunting_jadi` makes its splices real."""
        isi = self.baca(nama)
        bagian = self._bagian[_kunci(nama)]
        if bagian.naskah is None:
            bagian.naskah = Naskah(isi, nama)
        return bagian.naskah

    def ganti(self, nama: str, isi: bytes) -> None:
        """Replace a part whole."""
        bagian = self._bagian[_kunci(nama)]
        bagian.baru, bagian.naskah = isi, None

    def tambah(self, nama: str, isi: bytes) -> None:
        """Add a part at the end."""
        info = bagian_zip(nama)
        info.external_attr = 0o600 << 16
        self._bagian[_kunci(nama)] = _Bagian(info, isi)

    def buang(self, nama: str) -> None:
        """Drop a part, if it is there."""
        self._bagian.pop(_kunci(nama), None)

    def nama_bebas(self, awal: str, akhir: str) -> str:
        """Return the first name `awal<n>akhir` that no part bears."""
        nomor = 1
        while f"{awal}{nomor}{akhir}" in self:
            nomor += 1
        return f"{awal}{nomor}{akhir}"

    def sunting_jadi(self) -> dict[str, list[Sisipan]]:
        """Make the noted splices real; returns them by part."""
        jejak: dict[str, list[Sisipan]] = {}
        for bagian in self._bagian.values():
            if bagian.naskah is not None and bagian.naskah.berubah:
                bagian.baru, jejak[bagian.info.filename] = bagian.naskah.jadi()
            bagian.naskah = None
        return jejak

    def tulis(self) -> bytes:
        """Return the package as a zip file; the same parts always give the same bytes."""
        potongan: list[bytes] = []
        daftar: list[bytes] = []
        letak = 0
        for bagian in self._bagian.values():
            info, isi = bagian.info, bagian.baru
            if isi is None:
                terkemas, cara, crc, panjang = (
                    self._terkemas(info), info.compress_type, info.CRC, info.file_size
                )  # fmt: skip
            else:
                terkemas, cara = _kemas(isi), zipfile.ZIP_DEFLATED
                crc, panjang = zlib.crc32(isi), len(isi)
            kepala, baris = _entri(info, cara, crc, len(terkemas), panjang, letak)
            potongan += (kepala, terkemas)
            daftar.append(baris)
            letak += len(kepala) + len(terkemas)
        indeks = b"".join(daftar)
        banyak = len(daftar)
        akhir = struct.pack(_BENTUK_AKHIR, b"PK\x05\x06", 0, 0, banyak, banyak, len(indeks), letak, 0)
        return b"".join((*potongan, indeks, akhir))

    def _terkemas(self, info: zipfile.ZipInfo) -> bytes:
        awal = info.header_offset
        kepala = self._isi[awal : awal + 30]
        if len(kepala) < 30 or not kepala.startswith(_KEPALA):
            raise TidakDapatDitandaiError(f"bagian {info.filename} rusak")
        panjang_nama, panjang_tambahan = struct.unpack("<HH", kepala[26:30])
        mulai = awal + 30 + panjang_nama + panjang_tambahan
        return self._isi[mulai : mulai + info.compress_size]


def _kunci(nama: str) -> str:
    return nama.replace("\\", "/").lstrip("/").casefold()


def _kemas(isi: bytes) -> bytes:
    pengemas = zlib.compressobj(_TINGKAT_KEMAS, zlib.DEFLATED, -15)
    return pengemas.compress(isi) + pengemas.flush()


def _entri(
    info: zipfile.ZipInfo, cara: int, crc: int, terkemas: int, panjang: int, letak: int
) -> tuple[bytes, bytes]:
    """Return the local header and the directory's line of a part."""
    # A name beyond ASCII that was not UTF-8 was decoded as cp437; orig_filename keeps what decoding gave.
    asal = info.orig_filename
    sandi = "utf-8" if info.flag_bits & _UTF8 or not asal.isascii() else "ascii"
    tanda = _UTF8 if sandi == "utf-8" else 0
    nama = asal.encode(sandi)
    th, bl, hr, jam, menit, detik = info.date_time
    tanggal, waktu = (th - 1980) << 9 | bl << 5 | hr, jam << 11 | menit << 5 | detik // 2
    umum = (20, tanda, cara, waktu, tanggal, crc, terkemas, panjang, len(nama), 0)
    kepala = struct.pack(_BENTUK_KEPALA, _KEPALA, *umum) + nama
    buatan = info.create_system << 8 | 20
    ekor = (0, 0, info.internal_attr, info.external_attr, letak)
    return kepala, struct.pack(_BENTUK_DAFTAR, _DAFTAR, buatan, *umum, *ekor) + nama
