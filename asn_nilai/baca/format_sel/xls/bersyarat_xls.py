"""Conditional formats of .xls, record by record: [MS-XLS] 2.4.42 (CF), 2.4.56 (CondFmt), 2.5.91 (DXFN)."""

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import neg, pos

from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat, TampilanBersyarat
from asn_nilai.baca.format_sel.corak.warna import HITAM, PUTIH, samar

_KELOMPOK, _ATURAN = 0x01B0, 0x01B1
_BANDING = {
    1: "between", 2: "notBetween", 3: "equal", 4: "notEqual", 5: "greaterThan", 6: "lessThan", 7: "greaterThanOrEqual", 8: "lessThanOrEqual",
}  # fmt: skip
_BERFORMAT, _BERHURUF, _RATA, _GARIS, _BERISIAN = (1 << bit for bit in (25, 26, 27, 28, 29))
_HURUF, _WARNA_HURUF = 118, 80
"""Bytes of a font, and where its colour stands in them."""
_BILANGAN: Mapping[int, str] = {0x1E: "<H", 0x1F: "<d"}
"""The two constants of a formula."""
_TANDA: Mapping[int, Callable[[float], float]] = {
    0x12: pos,
    0x13: neg,
    0x14: lambda angka: angka / 100,
    0x15: pos,
}
"""What may stand behind one: plus, minus, percent, brackets. A figure below zero is a constant and its sign."""


def aturan_xls(
    rekaman: Iterable[tuple[int, memoryview]], warna: Callable[[int, str], str]
) -> Iterator[AturanBersyarat]:
    """Yield the rules of one sheet that hide what they compare with a figure.

    Args:
        rekaman: kind and content of the sheet's records, in order.
        warna: the colour of an index, and what it is where the index names none.
    """
    rentang = ""
    for jenis, isi in rekaman:
        if jenis == _KELOMPOK:
            rentang = _rentang(bytes(isi))
        elif jenis == _ATURAN and isi[0] == 1 and _samar(bytes(isi), warna):
            batas = _batas(bytes(isi))
            yield AturanBersyarat(rentang, _BANDING.get(isi[1], ""), batas, TampilanBersyarat(samar=True))


def _rentang(isi: bytes) -> str:
    (banyak,) = struct.unpack_from("<H", isi, 12)
    semua = (struct.unpack_from("<4H", isi, 14 + 8 * ke) for ke in range(banyak))
    return " ".join(f"{nama_sel(atas, kiri)}:{nama_sel(bawah, kanan)}" for atas, bawah, kiri, kanan in semua)


def _samar(isi: bytes, warna: Callable[[int, str], str]) -> bool:
    """Tell whether a rule's letters have the colour of its ground."""
    (ada, lain) = struct.unpack_from("<IH", isi, 6)
    letak, huruf, dasar = 12, HITAM, PUTIH
    if ada & _BERFORMAT:
        letak += struct.unpack_from("<H", isi, letak)[0] if lain & 1 else 2
    if ada & _BERHURUF:
        (nomor,) = struct.unpack_from("<i", isi, letak + _WARNA_HURUF)
        huruf = warna(nomor, HITAM)
        letak += _HURUF
    letak += 8 * (bool(ada & _RATA) + bool(ada & _GARIS))
    if ada & _BERISIAN:
        (pola,) = struct.unpack_from("<I", isi, letak)
        dasar = warna(pola >> 23 & 0x7F, PUTIH)
    return samar(huruf, dasar)


def _batas(isi: bytes) -> tuple[str, ...]:
    """Return the figures that a rule compares with; blank for a formula of another kind."""
    panjang = [p for p in struct.unpack_from("<2H", isi, 2) if p]
    letak, hasil = len(isi) - sum(panjang), []
    for banyak in panjang:
        hasil.append(_bilangan(isi[letak : letak + banyak]))
        letak += banyak
    return tuple(hasil)


def _bilangan(rumus: bytes) -> str:
    """Return the figure that a formula is, blank where it is any other."""
    bentuk = _BILANGAN.get(rumus[0])
    akhir = 1 + struct.calcsize(bentuk or "")
    if bentuk is None or len(rumus) < akhir or not _TANDA.keys() >= set(rumus[akhir:]):
        return ""
    (angka,) = struct.unpack_from(bentuk, rumus, 1)
    for tanda in rumus[akhir:]:
        angka = _TANDA[tanda](angka)
    return repr(angka)
