"""What the cells of .xls sheets show, by way of xlrd, and what xlrd does not tell: the file's sizes, formulas without a result.

A file says of itself how large it is, and a few flipped bits promise terabytes. So every such figure is held here against what the
file can have, before anybody takes it at its word: [MS-CFB] 2.2 and 2.6.1, [MS-XLS] 2.4.28 and 2.4.90.
"""

import io
import struct
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import xlrd
from xlrd.compdoc import CompDoc

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.galat import ISI_RUSAK, BukuTidakTerbacaError, tidak_terbaca
from asn_nilai.baca.berkas.jenis import DokumenOle
from asn_nilai.baca.format_sel.corak.kode_format import format_khusus
from asn_nilai.baca.format_sel.corak.ukuran import baris_tipis, dari_twip, huruf_kecil, kolom_sempit
from asn_nilai.baca.format_sel.corak.warna import HITAM, PUTIH, samar
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel, periksa_bentang, periksa_teks
from asn_nilai.baca.format_sel.rias import TeksBerias
from asn_nilai.baca.format_sel.xls.bersyarat_xls import aturan_xls
from asn_nilai.baca.format_sel.xls.buku_xls import BukuXls

_SEL_KOSONG = (0, 6)
_SEL_TEKS, _SEL_ANGKA, _SEL_GALAT = 1, 2, 5
_SEL_BERISI = (_SEL_TEKS, _SEL_ANGKA)
_SEKTOR = 9
"""Power of two of a sector's bytes in every .xls; the larger kind of container is not Excel's."""
_BANYAK_SEKTOR = (40, 44, 64, 72)
"""Where the container's head says how many sectors its tables take."""
_ALIRAN, _RINGKASAN = ("Workbook", "Book"), "\x05SummaryInformation"
_LEMBAR, _BENTANG, _RUMUS, _AKHIR = 0x0085, 0x0200, 0x0006, 0x000A
_BENTUK_BENTANG = {10: "<4H", 14: "<2I2H"}
_BARIS_TERBANYAK, _KOLOM_TERBANYAK = 65_536, 256
_NOL, _TEKS_KOSONG = bytes(8), b"\x03\0\0\0\0\0\xff\xff"
"""A formula's stored result, [MS-XLS] 2.5.133."""
_PER_ANGKA = 256
"""Parts of a figure in which a column's width is given."""
_PEMAKAI_CALC = "Calc"
"""What LibreOffice writes where Excel writes its user's name."""

# xlrd takes conditional formats apart only to print them, and refuses the file over one that has more than a font, borders and a pattern:
# Gnumeric writes such. `bersyarat_xls` reads what of them matters.
xlrd.sheet.XL_CONDFMT = xlrd.sheet.XL_CF = None
_SATU_REKAMAN = xlrd.book.Book.get_record_parts
_TEKS_LAMA, _SAMBUNGAN, _BERUNICODE = (0x0204, 0x00D6), 0x003C, 80


def _rekaman_utuh(buku: Any) -> tuple[int, int, bytes]:  # noqa: ANN401 - xlrd has no types
    """Return xlrd's next record; a long text of Excel 5/95 (Gnumeric writes such) with the records in which it goes on."""
    jenis, panjang, isi = _SATU_REKAMAN(buku)
    if jenis not in _TEKS_LAMA or buku.biff_version >= _BERUNICODE:
        return jenis, panjang, isi
    semua = [isi]
    while (sambungan := buku.get_record_parts_conditional(_SAMBUNGAN))[0] is not None:
        semua.append(sambungan[2])
    utuh = b"".join(semua)
    return jenis, len(utuh), utuh


xlrd.book.Book.get_record_parts = _rekaman_utuh


def buka(dokumen: DokumenOle) -> BukuXls:
    """Open a workbook.

    Raises:
        BukuTidakTerbacaError: locked with a password, damaged, or a sheet that spans too many cells.
    """
    buku, format_sel = _baca(dokumen)
    return BukuXls(buku, format_sel, dokumen.batas)


def _baca(dokumen: DokumenOle) -> tuple[Any, dict[str, FormatSel]]:
    """Return a workbook as xlrd has it, and what the cells of its sheets show."""
    try:
        buku = xlrd.open_workbook(
            file_contents=dokumen.data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        rekaman = RekamanXls(dokumen.data)
        format_sel = {lembar.name: _format_sel(buku, lembar, dokumen.batas) for lembar in buku.sheets()}
        for nama, posisi in zip(buku.sheet_names(), buku._sh_abs_posn, strict=True):  # noqa: SLF001 - told nowhere else
            format_sel[nama].bersyarat = list(
                aturan_xls(rekaman.lembar(posisi - buku.base), partial(_warna, buku))
            )
            format_sel[nama].rumus_kosong = rekaman.rumus_tanpa_hasil(
                posisi - buku.base, buku.user_name or ""
            )
    except BukuTidakTerbacaError:
        raise
    except Exception as galat:  # xlrd meets damaged bytes with whatever happens to break
        if isinstance(galat, xlrd.XLRDError) and "encrypted" in str(galat):
            raise BukuTidakTerbacaError("berkas-bersandi") from galat
        raise tidak_terbaca(ISI_RUSAK) from galat
    return buku, format_sel


class _Gaya:
    """What the cell styles of a workbook say beyond a plain number; each by its index in xlrd's list.

    Attributes:
        kode: the format of each that may show something else than is stored.
        dicoret: those that strike a cell out.
        digeser: those that raise or lower it.
        samar: those whose letters nobody sees: they have the colour of their ground, or hardly a size.
    """

    def __init__(self, buku: Any) -> None:  # noqa: ANN401 - xlrd has no types
        semua = dict(enumerate(buku.xf_list))
        kode = {nomor: buku.format_map[xf.format_key].format_str for nomor, xf in semua.items()}
        self.kode = {nomor: isi for nomor, isi in kode.items() if format_khusus(isi)}
        self.dicoret = {nomor for nomor, xf in semua.items() if buku.font_list[xf.font_index].struck_out}
        self.digeser = {nomor for nomor, xf in semua.items() if buku.font_list[xf.font_index].escapement != 0}
        self.samar = {nomor for nomor, xf in semua.items() if _samar(buku, xf)}

    def catat(self, hasil: FormatSel, sel: Sel, gaya: int, isi: float | str) -> None:
        """Note what a cell with a number or a text shows in a style."""
        if gaya in self.dicoret:
            hasil.coret(sel)
        if gaya in self.digeser:
            hasil.geser(sel)
        if gaya in self.samar:
            hasil.samar.add(sel)
        if (kode := self.kode.get(gaya)) is not None:
            if isinstance(isi, str):
                hasil.format_teks[sel] = kode
            else:
                hasil.catat_tampilan(sel, kode, isi)


def _format_sel(buku: Any, lembar: Any, batas: Batas) -> FormatSel:  # noqa: ANN401 - xlrd has no types
    tampilan = _Gaya(buku)
    khusus = {*tampilan.kode, *tampilan.dicoret, *tampilan.digeser, *tampilan.samar}
    hasil, huruf = FormatSel(nol_tersembunyi=not lembar.show_zero_values), 0
    for baris in range(lembar.nrows):
        gaya = lembar._cell_xf_indexes[baris]  # noqa: SLF001 - row-wise, many times faster than cell by cell
        for kolom, jenis in enumerate(lembar.row_types(baris)):
            if jenis in _SEL_KOSONG:
                continue
            hasil.catat_isi(baris, kolom)
            if jenis == _SEL_TEKS:
                huruf += len(lembar.cell_value(baris, kolom))
            elif jenis == _SEL_GALAT:
                kode = lembar.cell_value(baris, kolom)
                hasil.galat[baris, kolom] = xlrd.error_text_from_code.get(kode, "#N/A")
            if gaya[kolom] in khusus and jenis in _SEL_BERISI:
                tampilan.catat(hasil, (baris, kolom), gaya[kolom], lembar.cell_value(baris, kolom))
    periksa_teks(huruf, lembar.name, batas)
    for sel, potongan in lembar.rich_text_runlist_map.items():
        _teks_berias(lembar.cell_value(*sel), potongan, buku).catat(hasil, sel)
    hasil.baris_tersembunyi = {
        baris for baris, info in lembar.rowinfo_map.items() if info.hidden or _tipis(info)
    }
    hasil.kolom_tersembunyi = [
        (kolom, kolom)
        for kolom, info in lembar.colinfo_map.items()
        if info.hidden or kolom_sempit(info.width / _PER_ANGKA)
    ]
    periksa_bentang(hasil.tinggi, hasil.lebar, lembar.name, batas)
    return hasil


def _tipis(info: Any) -> bool:  # noqa: ANN401 - xlrd has no types
    """Tell whether nothing is seen of a row by the height that it was given."""
    return not info.has_default_height and baris_tipis(dari_twip(info.height))


def _samar(buku: Any, xf: Any) -> bool:  # noqa: ANN401 - xlrd has no types
    """Tell whether nobody sees the letters of a style."""
    berpola, latar = xf.background.fill_pattern, xf.background.pattern_colour_index
    dasar = PUTIH if not berpola else _warna(buku, latar, PUTIH) if berpola == 1 else "pola"
    return _huruf_samar(buku, buku.font_list[xf.font_index], dasar)


def _huruf_samar(buku: Any, huruf: Any, dasar: str) -> bool:  # noqa: ANN401 - xlrd has no types
    """Tell whether letters have the colour of their ground, or hardly a size."""
    return huruf_kecil(dari_twip(huruf.height)) or samar(_warna(buku, huruf.colour_index, HITAM), dasar)


def _warna(buku: Any, nomor: int, bawaan: str) -> str:  # noqa: ANN401 - xlrd has no types
    rgb = buku.colour_map.get(nomor)
    return bawaan if rgb is None else "{:02x}{:02x}{:02x}".format(*rgb)


def _teks_berias(teks: str, potongan: Sequence[tuple[int, int]], buku: Any) -> TeksBerias:  # noqa: ANN401 - xlrd has no types
    """Weigh a text whose fonts change at these places; before the first it has its cell's own."""
    hasil = TeksBerias()
    awal = [0, *(letak for letak, _ in potongan)]
    for dari, sampai, nomor in zip(awal, [*awal[1:], None], [None, *(n for _, n in potongan)], strict=True):
        gaya = None if nomor is None else buku.font_list[nomor]
        hasil.tambah(
            teks[dari:sampai],
            dicoret=gaya is not None and bool(gaya.struck_out),
            digeser=gaya is not None and gaya.escapement != 0,
            samar=gaya is not None and _huruf_samar(buku, gaya, PUTIH),
        )
    return hasil


class RekamanXls:
    """The workbook stream of one .xls, record by record."""

    def __init__(self, data: bytes) -> None:
        """Open the container of a file that xlrd has opened; of one that is locked nothing could be told.

        Raises:
            BukuTidakTerbacaError: its sizes are damaged.
        """
        self._periksa_kepala(data)
        wadah = CompDoc(data, logfile=io.StringIO())
        dibaca = (
            aliran for nomor, aliran in enumerate(wadah.dirlist) if nomor == 0 or aliran.name in _ALIRAN
        )
        if any(not 0 <= aliran.tot_size <= len(data) for aliran in dibaca):
            raise tidak_terbaca(ISI_RUSAK)
        self._oleh_pustaka = all(aliran.name != _RINGKASAN for aliran in wadah.dirlist)
        self._aliran = memoryview(b"")
        for nama in reversed(_ALIRAN):
            isi, awal, panjang = wadah.locate_named_stream(nama)
            if isi is not None:
                self._aliran = memoryview(isi)[awal : awal + panjang]
        self._periksa_bentang()

    @staticmethod
    def _periksa_kepala(data: bytes) -> None:
        if struct.unpack_from("<H", data, 30)[0] != _SEKTOR:
            raise tidak_terbaca(ISI_RUSAK)
        for letak in _BANYAK_SEKTOR:
            (banyak,) = struct.unpack_from("<I", data, letak)
            if banyak << _SEKTOR > len(data):
                raise tidak_terbaca(ISI_RUSAK)

    def _periksa_bentang(self) -> None:
        """Refuse a sheet that claims more rows or columns than an .xls sheet has, or fewer than none."""
        tempat, dilihat = [0], set[int]()
        while tempat:
            for posisi, jenis, isi in self._rekaman(tempat.pop()):
                if posisi in dilihat:
                    break
                dilihat.add(posisi)
                if jenis == _LEMBAR and len(isi) >= 4:
                    tempat += struct.unpack_from("<I", isi)
                elif jenis == _BENTANG and len(isi) in _BENTUK_BENTANG:
                    atas, bawah, kiri, kanan = struct.unpack_from(_BENTUK_BENTANG[len(isi)], isi)
                    wajar = atas <= bawah <= _BARIS_TERBANYAK and kiri <= kanan <= _KOLOM_TERBANYAK
                    # The end stands one behind the last; an end of 0 says that the sheet is empty.
                    if bawah and kanan and not wajar:
                        raise tidak_terbaca(ISI_RUSAK)

    def lembar(self, posisi: int) -> Iterator[tuple[int, memoryview]]:
        """Yield kind and content of the records of the sheet that begins at a position."""
        yield from ((jenis, isi) for _, jenis, isi in self._rekaman(posisi))

    def rumus_tanpa_hasil(self, posisi: int, pemakai: str) -> set[Sel]:
        """Return the cells of a sheet whose formula may never have been calculated.

        LibreOffice stores 0 for a formula that shows a text or nothing; libraries that write formulas and cannot calculate
        store 0 or a blank. From Excel both are results like any other.

        Args:
            posisi: where the sheet begins in the stream, bytes.
            pemakai: who wrote the file, by its own word.
        """
        tanpa_hasil = (
            {_NOL} if pemakai == _PEMAKAI_CALC else {_NOL, _TEKS_KOSONG} if self._oleh_pustaka else set()
        )
        if not tanpa_hasil:
            return set()
        return {
            struct.unpack_from("<2H", isi)
            for _, jenis, isi in self._rekaman(posisi)
            if jenis == _RUMUS and bytes(isi[6:14]) in tanpa_hasil
        }

    def _rekaman(self, posisi: int) -> Iterator[tuple[int, int, memoryview]]:
        """Yield position, kind and content of each record from a position on, up to the end of its sheet."""
        aliran = self._aliran
        while 0 <= posisi <= len(aliran) - 4:
            jenis, panjang = struct.unpack_from("<2H", aliran, posisi)
            yield posisi, jenis, aliran[posisi + 4 : posisi + 4 + panjang]
            if jenis == _AKHIR:
                return
            posisi += 4 + panjang
