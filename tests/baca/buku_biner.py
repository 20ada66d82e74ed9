"""Small writers of binary workbooks, for what no library at hand can write: .xlsb, and locked or broken .xls."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Self

_SEKTOR = 512
_AKHIR, _BEBAS, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def buku_ole(nama: str, isi: bytes) -> bytes:
    """Return an OLE container with one stream of at least 4096 bytes ([MS-CFB])."""
    isi = isi.ljust(-(-len(isi) // _SEKTOR) * _SEKTOR, b"\0")
    jumlah = len(isi) // _SEKTOR
    fat = [_FAT, _AKHIR, *range(3, 2 + jumlah), _AKHIR]
    kepala = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096, _AKHIR, 0, _AKHIR, 0, 0
    )  # fmt: skip
    kepala += struct.pack("<I", _BEBAS) * 108
    folder = _entri("Root Entry", 5, 1, _AKHIR, 0) + _entri(nama, 2, _BEBAS, 2, len(isi)) + b"\0" * 256
    return (
        kepala + b"".join(struct.pack("<I", s) for s in [*fat, *[_BEBAS] * (128 - len(fat))]) + folder + isi
    )


def _entri(nama: str, jenis: int, anak: int, awal: int, panjang: int) -> bytes:
    teks = nama.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", teks, len(teks) + 2, jenis, 1, _BEBAS, _BEBAS, anak, b"", 0, 0, 0, awal, panjang
    )


def buku_xls_bersandi() -> bytes:
    """Return an .xls whose stream says that it is encrypted (records BOF and FILEPASS)."""
    bof = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    filepass = struct.pack("<HHH", 0x2F, 54, 1) + b"\0" * 52
    return buku_ole("Workbook", (bof + filepass + struct.pack("<HH", 0x0A, 0)).ljust(4608, b"\0"))


class Galat(int):
    """An error cell by its code: 7 is #DIV/0!."""


class Persen(float):
    """A number that is shown as a percentage."""


class Putih(float):
    """A number in white letters."""


class Kecil(float):
    """A number in letters of one point."""


class Format(float):
    """A number with a number format of its own; `rk` how it is packed: 0 not at all, 1 hundredths, 2 whole, 3 both, 4 the first half."""

    def __new__(cls, angka: float, kode: str, rk: int = 0) -> Self:
        hasil = super().__new__(cls, angka)
        hasil.kode, hasil.rk = kode, rk  # type: ignore[attr-defined]
        return hasil


class Naik(float):
    """A number in a cell that is raised as a whole."""


class Teks(str):  # noqa: SLOT000 - a handful of them
    """A text whose fonts change: (place, font) each; font 1 strikes out, font 2 raises. `seluruhnya` strikes the cell out."""

    ganti: Sequence[tuple[int, int]] = ()
    seluruhnya, bersama = False, False

    @classmethod
    def dari(
        cls, teks: str, *ganti: tuple[int, int], seluruhnya: bool = False, bersama: bool = False
    ) -> Self:
        hasil = cls(teks)
        hasil.ganti, hasil.seluruhnya, hasil.bersama = ganti, seluruhnya, bersama
        return hasil

    @property
    def kaya(self) -> bytes:
        potongan = b"".join(struct.pack("<HH", *ganti) for ganti in self.ganti)
        return b"\1" + _teks(self) + struct.pack("<I", len(self.ganti)) + potongan


def buku_xlsb(
    nama: str,
    sel: dict[tuple[int, int], object],
    *,
    gabungan: Sequence[tuple[int, int, int, int]] = (),
    baris_tersembunyi: Sequence[int] = (),
    kolom_tersembunyi: Sequence[int] = (),
    tanpa_nol: bool = False,
    tinggi: Mapping[int, int] = MappingProxyType({}),
    lebar: Mapping[int, int] = MappingProxyType({}),
) -> bytes:
    """Return an .xlsb with one sheet ([MS-XLSB]); merged ranges are (top, left, bottom, right), 0-based.

    Heights of rows are given in twips, widths of columns in parts of a figure, 256 of which make one.
    """
    bersama = [isi for isi in sel.values() if isinstance(isi, Teks) and isi.bersama]
    kode = ['0"%"', *(isi.kode for isi in sel.values() if isinstance(isi, Format))]  # type: ignore[attr-defined]
    lembar = [
        _r(129),
        _r(148, struct.pack("<IIII", 0, max(b for b, _ in sel), 0, max(k for _, k in sel))),
        _r(390),
    ]
    if tanpa_nol:
        lembar += [_r(133), _r(137, struct.pack("<H28x", 0x3CC)), _r(138), _r(134)]
    lembar += [_r(60, struct.pack("<IIIIH", k, k, 2560, 0, 1)) for k in kolom_tersembunyi]
    lembar += [_r(60, struct.pack("<IIIIH", k, k, isi, 0, 0)) for k, isi in lebar.items()]
    lembar += [_r(391), _r(145)]
    for baris in sorted({b for b, _ in sel}):
        sifat = 0x10 * (baris in baris_tersembunyi) + 0x20 * (baris in tinggi)
        lembar.append(_r(0, struct.pack("<IIHBBBI", baris, 0, tinggi.get(baris, 300), 0, sifat, 0, 0)))
        for (_, kolom), isi in sorted((tempat, isi) for tempat, isi in sel.items() if tempat[0] == baris):
            lembar.append(_sel(kolom, isi, kode, bersama))
    lembar.append(_r(146))
    if gabungan:
        lembar.append(_r(177, struct.pack("<I", len(gabungan))))
        lembar += [_r(176, struct.pack("<IIII", a, c, b, d)) for a, b, c, d in gabungan]
        lembar.append(_r(178))
    lembar.append(_r(130))
    buku = (
        _r(131)
        + _r(143)
        + _r(156, struct.pack("<II", 0, 1) + _teks("rId1") + _teks(nama))
        + _r(144)
        + _r(132)
    )
    gaya = (
        _r(278)
        + _r(615, struct.pack("<I", 1))
        + b"".join(_r(44, struct.pack("<H", 164 + ke) + _teks(isi)) for ke, isi in enumerate(kode))
        + _r(616)
        + _r(617, struct.pack("<I", 3))
    )
    gaya = (
        _r(43, struct.pack("<4H", 220, 0, 400, 0))
        + _r(43, struct.pack("<4H", 220, 8, 400, 0))
        + _r(43, struct.pack("<4H", 220, 0, 400, 1))
        + _r(43, struct.pack("<4H4B", 220, 0, 400, 0, 0, 0, 0, 0) + bytes([5, 0, 0, 0, 255, 255, 255, 255]))
        + _r(43, struct.pack("<4H", 20, 0, 400, 0))
        + gaya
    )
    gaya += (
        b"".join(
            _r(47, struct.pack("<HHHHHI", 0, format_angka, 0, 0, 0, 0))
            for format_angka in (0, 9, *range(164, 164 + len(kode)))
        )
        + _r(47, struct.pack("<HHHHHI", 0, 0, 1, 0, 0, 0))
        + _r(47, struct.pack("<HHHHHI", 0, 0, 3, 0, 0, 0))
        + _r(47, struct.pack("<HHHHHI", 0, 0, 4, 0, 0, 0))
        + _r(47, struct.pack("<HHHHHI", 0, 0, 2, 0, 0, 0))
        + _r(618)
        + _r(279)
    )
    return _zip(buku, b"".join(lembar), gaya, _bersama(bersama))


def _bersama(teks: Sequence[Teks]) -> bytes:
    banyak = struct.pack("<II", len(teks), len(teks))
    return b"".join((_r(159, banyak), *(_r(19, isi.kaya) for isi in teks), _r(160))) if teks else b""


def _sel(kolom: int, isi: object, kode: Sequence[str], bersama: Sequence[Teks]) -> bytes:
    gaya = 2 + kode.index(isi.kode) if isinstance(isi, Format) else int(isinstance(isi, Persen))  # type: ignore[attr-defined]
    if isinstance(isi, Putih | Kecil | Naik):
        gaya = 3 + len(kode) + (Putih, Kecil, Naik).index(type(isi))
    awal = struct.pack("<II", kolom, gaya)
    if isinstance(isi, Galat):
        return _r(3, awal + bytes([isi]))
    if isinstance(isi, Teks):
        awal = struct.pack("<II", kolom, 2 + len(kode) if isi.seluruhnya else 0)
        return _r(7, awal + struct.pack("<I", bersama.index(isi))) if isi.bersama else _r(62, awal + isi.kaya)
    if isinstance(isi, str):
        return _r(6, awal + _teks(isi))
    if isi is None:
        return _r(1, awal)
    if isinstance(isi, Format) and isi.rk:  # type: ignore[attr-defined]
        rk = isi.rk  # type: ignore[attr-defined]
        tersimpan = isi * 100 if rk & 1 else float(isi)
        (separuh,) = struct.unpack("<i", struct.pack("<d", tersimpan)[4:])
        return _r(2, awal + struct.pack("<i", (int(tersimpan) << 2 if rk & 2 else separuh & ~3) | rk & 3))
    return _r(5, awal + struct.pack("<d", isi))


def _r(nomor: int, isi: bytes = b"") -> bytes:
    kepala = bytes([nomor]) if nomor < 128 else bytes([nomor & 0x7F | 0x80, nomor >> 7])
    panjang, sisa = b"", len(isi)
    while True:
        panjang += bytes([sisa & 0x7F | (0x80 if sisa > 127 else 0)])
        sisa >>= 7
        if not sisa:
            return kepala + panjang + isi


def _teks(teks: str) -> bytes:
    return struct.pack("<I", len(teks)) + teks.encode("utf-16-le")


def _zip(buku: bytes, lembar: bytes, gaya: bytes, teks: bytes = b"") -> bytes:
    hubungan = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        arsip.writestr("xl/workbook.bin", buku)
        arsip.writestr("xl/_rels/workbook.bin.rels", hubungan)
        arsip.writestr("xl/worksheets/sheet1.bin", lembar)
        arsip.writestr("xl/styles.bin", gaya)
        if teks:
            arsip.writestr("xl/sharedStrings.bin", teks)
    return wadah.getvalue()
