"""What the cells of .xlsb sheets show: a small reader of the binary records that matter.

Source: [MS-XLSB], chapter 2.4 (content of the records).
"""

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import ISI_RUSAK, tidak_terbaca
from asn_nilai.baca.format_sel.buku_calamine import BukuCalamine, PembacaFormat
from asn_nilai.baca.format_sel.corak.kode_format import format_khusus
from asn_nilai.baca.format_sel.corak.ukuran import baris_tipis, dari_twip, huruf_kecil, kolom_sempit
from asn_nilai.baca.format_sel.corak.warna import HITAM, PUTIH, samar, warna_xlsx
from asn_nilai.baca.format_sel.lembar import FormatSel, periksa_bentang, periksa_teks
from asn_nilai.baca.format_sel.rekaman_xlsb import baca_teks, rekaman, tulis_rekaman
from asn_nilai.baca.format_sel.rias import TeksBerias
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import PERSEN_BAWAAN, baca_hubungan

_BARIS, _SEL_KOSONG, _SEL_GALAT, _RUMUS_GALAT, _SEL_AKHIR = 0, 1, 3, 11, 11
_SEL_RK, _SEL_ANGKA = 2, frozenset({2, 5, 9})
_SEL_TEKS_SENDIRI, _SEL_TEKS_BERSAMA, _TEKS_BERSAMA, _SEL_TEKS_KAYA = 6, 7, 19, 62
_HURUF, _FORMAT, _GAYA, _KOLOM, _GABUNGAN, _LEMBAR = 43, 44, 47, 60, 176, 156
_ISIAN, _PANDANGAN, _SEL_TEKS = 45, 137, frozenset({6, 7, 8, 62})
_SEL_PENDEK, _SELISIH_PENDEK = range(12, 19), 11
"""Cells that leave their column out, and how much higher their numbers are than those of the same cells with it."""
_AWAL_GAYA_SEL, _AKHIR_GAYA_SEL = 617, 618
_PER_ANGKA = 256
"""Parts of a figure in which a column's width is given."""
_GALAT = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_GALAT_ASING, _MENUNGGU_DATA = b"\7\0\0\0" + "#ERROR!".encode("utf-16-le"), 0x2B
_GALAT_LAIN = {0x2D: b"\7\0\0\0" + "#SPILL!".encode("utf-16-le")}


def pembaca_format(arsip: Arsip) -> PembacaFormat:
    """Return a function that gives what the cells of a sheet show, by its name.

    Raises:
        BukuTidakTerbacaError: damaged; the function also where a sheet spans too many cells.
    """
    try:
        tempat, gaya = _tempat_lembar(arsip), _Gaya(arsip.baca("xl/styles.bin"))
        teks = [isi for nomor, isi in rekaman(arsip.baca("xl/sharedStrings.bin")) if nomor == _TEKS_BERSAMA]
    except (struct.error, UnicodeDecodeError, IndexError) as galat:
        raise tidak_terbaca(ISI_RUSAK) from galat

    def baca(nama: str) -> FormatSel:
        if nama not in tempat:
            raise tidak_terbaca("letak lembarnya tidak ditemukan")
        try:
            return _format_sel(b"".join(arsip.alirkan(tempat[nama])), gaya, teks, nama, arsip.batas)
        except (struct.error, UnicodeDecodeError, IndexError) as galat:
            raise tidak_terbaca(ISI_RUSAK) from galat

    return baca


def _luruskan(data: bytes) -> bytes:
    """Return a sheet in which every cell names its column and rare errors are texts; the very same where nothing is to be done.

    A cell to the right of the one before it may leave its column out (BrtShortBlank, BrtShortRk and so on). SheetJS writes so; calamine
    passes such cells over in silence, and refuses a sheet over an error of later years.
    """
    hasil, kolom = bytearray(), 0
    with suppress(struct.error, IndexError):  # damaged: said when it is read
        if not any(nomor in _SEL_PENDEK or _galat_asing(nomor, isi) for nomor, isi in rekaman(data)):
            return data
        for nomor, isi in rekaman(data):
            if nomor in _SEL_PENDEK:
                kolom += 1
                nomor, isi = nomor - _SELISIH_PENDEK, struct.pack("<I", kolom) + isi  # noqa: PLW2901 - the same cell
            elif _SEL_KOSONG <= nomor <= _SEL_AKHIR or nomor == _SEL_TEKS_KAYA:
                (kolom,) = struct.unpack_from("<I", isi)
            if _galat_asing(nomor, isi):
                nomor, isi = _SEL_TEKS_SENDIRI, isi[:8] + _GALAT_LAIN.get(isi[8], _GALAT_ASING)  # noqa: PLW2901
            hasil += tulis_rekaman(nomor, isi)
        return bytes(hasil)
    return data


def _galat_asing(nomor: int, isi: bytes) -> bool:
    """Tell whether a record is a cell whose error calamine does not know."""
    return nomor in {_SEL_GALAT, _RUMUS_GALAT} and isi[8] not in {*_GALAT, _MENUNGGU_DATA}


buka = partial(BukuCalamine, pembaca_format, luruskan=_luruskan)


def _tempat_lembar(arsip: Arsip) -> dict[str, str]:
    hubungan = baca_hubungan(arsip, "xl/_rels/workbook.bin.rels")
    tempat: dict[str, str] = {}
    for nomor, isi in rekaman(arsip.baca("xl/workbook.bin")):
        if nomor == _LEMBAR:
            id_hubungan, letak = baca_teks(isi, 8)
            nama, _ = baca_teks(isi, letak)
            if nama in tempat:
                raise tidak_terbaca("ada lembar yang bernama sama")
            if hubungan.get(id_hubungan, "") in arsip:
                tempat[nama] = hubungan[id_hubungan]
    return tempat


class _Gaya:
    """What styles.bin says.

    Attributes:
        kode: the format of each cell style that may show something else than the number stored.
        dicoret: the cell styles that strike a cell out.
        digeser: the cell styles that raise or lower it.
        samar: the cell styles whose letters nobody sees: they have the colour of their ground, or hardly a size.
        huruf: for each font, whether it strikes out and whether it raises or lowers ([MS-XLSB] 2.4.149).
    """

    def __init__(self, data: bytes) -> None:
        self.kode, self.samar = dict[int, str](), set[int]()
        self.dicoret, self.digeser = set[int](), set[int]()
        self.huruf: list[tuple[bool, bool]] = []
        self._warna, self._dasar, self._kecil = list[str](), list[str](), list[bool]()
        self._format, self._dalam, self._nomor = dict(PERSEN_BAWAAN), False, 0
        for nomor, isi in rekaman(data):
            if nomor == _HURUF:
                tinggi, sifat, _, letak = struct.unpack_from("<4H", isi)
                self._kecil.append(huruf_kecil(dari_twip(tinggi)))
                self.huruf.append((bool(sifat & 8), letak != 0))
                self._warna.append(_warna(isi[12:20], HITAM))
            elif nomor == _ISIAN:
                (pola,) = struct.unpack_from("<I", isi)
                self._dasar.append(PUTIH if pola == 0 else _warna(isi[4:12], PUTIH) if pola == 1 else "pola")
            elif nomor == _FORMAT:
                self._baca_format(isi)
            elif nomor in {_AWAL_GAYA_SEL, _AKHIR_GAYA_SEL}:
                self._dalam = nomor == _AWAL_GAYA_SEL
            elif nomor == _GAYA and self._dalam:
                self._baca_gaya(isi)

    def _baca_format(self, isi: bytes) -> None:
        (nomor_format,) = struct.unpack_from("<H", isi)
        self._format.pop(nomor_format, None)
        if format_khusus(kode := baca_teks(isi, 2)[0]):
            self._format[nomor_format] = kode

    def _baca_gaya(self, isi: bytes) -> None:
        _, nomor_format, nomor_huruf, nomor_isian = struct.unpack_from("<4H", isi)
        if nomor_format in self._format:
            self.kode[self._nomor] = self._format[nomor_format]
        for ada, milik in zip(self.rias(nomor_huruf), (self.dicoret, self.digeser), strict=True):
            if ada:
                milik.add(self._nomor)
        if self._samar(nomor_huruf, _ke(self._dasar, nomor_isian, PUTIH)):
            self.samar.add(self._nomor)
        self._nomor += 1

    def _samar(self, huruf: int, dasar: str) -> bool:
        """Tell whether letters have the colour of their ground, or hardly a size."""
        return any(self._kecil[huruf : huruf + 1]) or samar(_ke(self._warna, huruf, HITAM), dasar)

    def rias(self, nomor: int) -> tuple[bool, bool]:
        """Return of a font whether it strikes out, and whether it raises or lowers."""
        return self.huruf[nomor] if nomor < len(self.huruf) else (False, False)

    def teks_berias(self, isi: bytes) -> TeksBerias:
        """Weigh a text whose fonts change on the way ([MS-XLSB] 2.5.122); before the first change it has its cell's own."""
        hasil = TeksBerias()
        if not isi or not isi[0] & 1:
            return hasil
        teks, letak = baca_teks(isi, 1)
        (banyak,) = struct.unpack_from("<I", isi, letak)
        ganti = [(0, None), *(struct.unpack_from("<2H", isi, letak + 4 + 4 * ke) for ke in range(banyak))]
        for (awal, huruf), (akhir, _) in pairwise([*ganti, (len(teks), None)]):
            dicoret, digeser = (False, False) if huruf is None else self.rias(huruf)
            tak_tampak = huruf is not None and self._samar(huruf, PUTIH)
            hasil.tambah(teks[awal:akhir], dicoret=dicoret, digeser=digeser, samar=tak_tampak)
        return hasil


def _format_sel(
    data: bytes, tampilan: _Gaya, teks: Sequence[bytes], nama_lembar: str, batas: Batas
) -> FormatSel:
    hasil, baris = FormatSel(), 0
    berias = list(map(tampilan.teks_berias, teks))
    for nomor, isi in rekaman(data):
        if nomor == _BARIS:
            (baris,) = struct.unpack_from("<I", isi)
            if isi[11] & 0x10 or (isi[11] & 0x20 and baris_tipis(dari_twip(isi[8] + 256 * isi[9]))):
                hasil.baris_tersembunyi.add(baris)
        elif _SEL_KOSONG < nomor <= _SEL_AKHIR or nomor == _SEL_TEKS_KAYA:
            _catat_sel(hasil, baris, nomor, isi, tampilan, berias)
        elif nomor == _KOLOM:
            awal, akhir = struct.unpack_from("<II", isi)
            (lebar,) = struct.unpack_from("<I", isi, 8)
            if isi[16] & 1 or kolom_sempit(lebar / _PER_ANGKA):
                hasil.kolom_tersembunyi.append((awal, akhir))
        elif nomor == _PANDANGAN:
            hasil.nol_tersembunyi = not isi[0] & 0x10
        elif nomor == _GABUNGAN:
            atas, bawah, kiri, kanan = struct.unpack_from("<IIII", isi)
            hasil.gabungan.append((atas, kiri, bawah, kanan))
    periksa_bentang(hasil.tinggi, hasil.lebar, nama_lembar, batas)
    periksa_teks(sum(_huruf(data, [len(isi) // 2 for isi in teks])), nama_lembar, batas)
    return hasil


def _catat_sel(
    hasil: FormatSel, baris: int, nomor: int, isi: bytes, tampilan: _Gaya, berias: Sequence[TeksBerias]
) -> None:
    """Note what a cell shows; `berias` are the shared texts, weighed."""
    kolom, gaya = struct.unpack_from("<II", isi)
    sel, gaya = (baris, kolom), gaya & 0xFFFFFF
    hasil.catat_isi(*sel)
    if gaya in tampilan.dicoret:
        hasil.coret(sel)
    if gaya in tampilan.digeser:
        hasil.geser(sel)
    if gaya in tampilan.samar:
        hasil.samar.add(sel)
    if nomor in _SEL_TEKS and gaya in tampilan.kode:
        hasil.format_teks[sel] = tampilan.kode[gaya]
    if nomor == _SEL_TEKS_BERSAMA:
        (ke,) = struct.unpack_from("<I", isi, 8)
        if ke < len(berias):
            berias[ke].catat(hasil, sel)
    elif nomor == _SEL_TEKS_KAYA:
        tampilan.teks_berias(isi[8:]).catat(hasil, sel)
    elif nomor in {_SEL_GALAT, _RUMUS_GALAT}:
        hasil.galat[sel] = _GALAT.get(isi[8], "#N/A")
    elif (kode := tampilan.kode.get(gaya)) and nomor in _SEL_ANGKA:
        hasil.catat_tampilan(sel, kode, _angka(nomor, isi))


def _ke(daftar: Sequence[str], nomor: int, bawaan: str) -> str:
    return daftar[nomor] if nomor < len(daftar) else bawaan


def _warna(isi: bytes, bawaan: str) -> str:
    """Return a colour ([MS-XLSB] 2.5.20): its kind, an index, a tint, then red, green, blue."""
    if len(isi) < 8:
        return bawaan
    jenis, nomor, tint = isi[0] >> 1, isi[1], struct.unpack_from("<h", isi, 2)[0]
    if jenis == 2:
        return isi[4:7].hex()
    nama = {1: "indexed", 3: "theme"}.get(jenis)
    return bawaan if nama is None else warna_xlsx({nama: str(nomor), "tint": str(tint)}, bawaan)


def _angka(nomor: int, isi: bytes) -> float:
    """Return the number of a cell: eight bytes, or the four of an RK number ([MS-XLSB] 2.5.123)."""
    if nomor != _SEL_RK:
        return float(struct.unpack_from("<d", isi, 8)[0])
    (rk,) = struct.unpack_from("<i", isi, 8)
    angka = float(rk >> 2) if rk & 2 else struct.unpack("<d", bytes(4) + struct.pack("<i", rk & ~3))[0]
    return float(angka / 100 if rk & 1 else angka)


def _huruf(data: bytes, panjang: list[int]) -> Iterator[int]:
    """Yield the length of the shared text of each cell that shows one."""
    for nomor, isi in rekaman(data):
        if nomor == _SEL_TEKS_BERSAMA:
            (ke,) = struct.unpack_from("<I", isi, 8)
            yield panjang[ke] if ke < len(panjang) else 0
