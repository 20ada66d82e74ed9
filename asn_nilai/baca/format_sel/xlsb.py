"""What the cells of .xlsb sheets show: a small reader of the binary records that matter.

Source: [MS-XLSB], chapters 2.1.4 (records) and 2.4 (their content). A record is its number and its length, both in
bytes of seven bits, then its content.
"""

import struct
from collections.abc import Iterator, Mapping
from functools import partial

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import ISI_RUSAK, tidak_terbaca
from asn_nilai.baca.format_sel.buku_calamine import BukuCalamine, PembacaFormat
from asn_nilai.baca.format_sel.kode_format import format_khusus
from asn_nilai.baca.format_sel.lembar import FormatSel, periksa_bentang, periksa_teks
from asn_nilai.baca.format_sel.susunan_xlsx import PERSEN_BAWAAN, baca_hubungan

_BARIS, _SEL_KOSONG, _SEL_GALAT, _RUMUS_GALAT, _SEL_AKHIR = 0, 1, 3, 11, 11
_SEL_RK, _SEL_ANGKA = 2, frozenset({2, 5, 9})
_SEL_TEKS_BERSAMA, _TEKS_BERSAMA, _SEL_TEKS_KAYA = 7, 19, 62
_FORMAT, _GAYA, _KOLOM, _GABUNGAN, _LEMBAR = 44, 47, 60, 176, 156
_AWAL_GAYA_SEL, _AKHIR_GAYA_SEL = 617, 618
_GALAT = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def pembaca_format(arsip: Arsip) -> PembacaFormat:
    """Return a function that gives what the cells of a sheet show, by its name.

    Raises:
        BukuTidakTerbacaError: damaged; the function also where a sheet spans too many cells.
    """
    try:
        tempat, khusus = _tempat_lembar(arsip), _gaya_khusus(arsip.baca("xl/styles.bin"))
        panjang = [
            len(isi) // 2
            for nomor, isi in _rekaman(arsip.baca("xl/sharedStrings.bin"))
            if nomor == _TEKS_BERSAMA
        ]
    except (struct.error, UnicodeDecodeError, IndexError) as galat:
        raise tidak_terbaca(ISI_RUSAK) from galat

    def baca(nama: str) -> FormatSel:
        if nama not in tempat:
            raise tidak_terbaca("letak lembarnya tidak ditemukan")
        try:
            return _format_sel(b"".join(arsip.alirkan(tempat[nama])), khusus, panjang, nama, arsip.batas)
        except (struct.error, IndexError) as galat:
            raise tidak_terbaca(ISI_RUSAK) from galat

    return baca


buka = partial(BukuCalamine, pembaca_format)


def _rekaman(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of each record."""
    letak = 0
    while letak < len(data):
        nomor, letak = _bilangan(data, letak, 2)
        panjang, letak = _bilangan(data, letak, 4)
        yield nomor, data[letak : letak + panjang]
        letak += panjang


def _bilangan(data: bytes, letak: int, paling_banyak: int) -> tuple[int, int]:
    """Return a number of seven-bit bytes and where it ends; a record's number keeps its marker bit."""
    hasil = 0
    for ke in range(paling_banyak):
        bita = data[letak]
        letak += 1
        hasil |= (bita & 0x7F) << (7 * ke)
        if not bita & 0x80:
            break
    return hasil, letak


def _teks(isi: bytes, letak: int) -> tuple[str, int]:
    (panjang,) = struct.unpack_from("<I", isi, letak)
    akhir = letak + 4 + 2 * panjang
    return isi[letak + 4 : akhir].decode("utf-16-le"), akhir


def _tempat_lembar(arsip: Arsip) -> dict[str, str]:
    hubungan = baca_hubungan(arsip, "xl/_rels/workbook.bin.rels")
    tempat: dict[str, str] = {}
    for nomor, isi in _rekaman(arsip.baca("xl/workbook.bin")):
        if nomor == _LEMBAR:
            id_hubungan, letak = _teks(isi, 8)
            nama, _ = _teks(isi, letak)
            if nama in tempat:
                raise tidak_terbaca("ada lembar yang bernama sama")
            if hubungan.get(id_hubungan, "") in arsip:
                tempat[nama] = hubungan[id_hubungan]
    return tempat


def _gaya_khusus(data: bytes) -> dict[int, str]:
    """Return the format of each cell style that may show something else than the number stored."""
    khusus, hasil = dict(PERSEN_BAWAAN), dict[int, str]()
    nomor_gaya, gaya_sel = 0, False
    for nomor, isi in _rekaman(data):
        if nomor == _FORMAT:
            (nomor_format,) = struct.unpack_from("<H", isi)
            khusus.pop(nomor_format, None)
            if format_khusus(kode := _teks(isi, 2)[0]):
                khusus[nomor_format] = kode
        elif nomor in {_AWAL_GAYA_SEL, _AKHIR_GAYA_SEL}:
            gaya_sel = nomor == _AWAL_GAYA_SEL
        elif nomor == _GAYA and gaya_sel:
            (nomor_format,) = struct.unpack_from("<H", isi, 2)
            if nomor_format in khusus:
                hasil[nomor_gaya] = khusus[nomor_format]
            nomor_gaya += 1
    return hasil


def _format_sel(
    data: bytes, khusus: Mapping[int, str], panjang: list[int], nama_lembar: str, batas: Batas
) -> FormatSel:
    hasil, baris = FormatSel(), 0
    for nomor, isi in _rekaman(data):
        if nomor == _BARIS:
            (baris,) = struct.unpack_from("<I", isi)
            if isi[11] & 0x10:
                hasil.baris_tersembunyi.add(baris)
        elif _SEL_KOSONG < nomor <= _SEL_AKHIR or nomor == _SEL_TEKS_KAYA:
            kolom, gaya = struct.unpack_from("<II", isi)
            hasil.catat_isi(baris, kolom)
            if nomor in {_SEL_GALAT, _RUMUS_GALAT}:
                hasil.galat[baris, kolom] = _GALAT.get(isi[8], "#N/A")
            elif (kode := khusus.get(gaya & 0xFFFFFF)) and nomor in _SEL_ANGKA:
                hasil.catat_tampilan((baris, kolom), kode, _angka(nomor, isi))
        elif nomor == _KOLOM:
            awal, akhir = struct.unpack_from("<II", isi)
            if isi[16] & 1:
                hasil.kolom_tersembunyi.append((awal, akhir))
        elif nomor == _GABUNGAN:
            atas, bawah, kiri, kanan = struct.unpack_from("<IIII", isi)
            hasil.gabungan.append((atas, kiri, bawah, kanan))
    periksa_bentang(hasil.tinggi, hasil.lebar, nama_lembar, batas)
    periksa_teks(sum(_huruf(data, panjang)), nama_lembar, batas)
    return hasil


def _angka(nomor: int, isi: bytes) -> float:
    """Return the number of a cell: eight bytes, or the four of an RK number ([MS-XLSB] 2.5.123)."""
    if nomor != _SEL_RK:
        return float(struct.unpack_from("<d", isi, 8)[0])
    (rk,) = struct.unpack_from("<i", isi, 8)
    angka = float(rk >> 2) if rk & 2 else struct.unpack("<d", bytes(4) + struct.pack("<i", rk & ~3))[0]
    return float(angka / 100 if rk & 1 else angka)


def _huruf(data: bytes, panjang: list[int]) -> Iterator[int]:
    """Yield the length of the shared text of each cell that shows one."""
    for nomor, isi in _rekaman(data):
        if nomor == _SEL_TEKS_BERSAMA:
            (ke,) = struct.unpack_from("<I", isi, 8)
            yield panjang[ke] if ke < len(panjang) else 0
