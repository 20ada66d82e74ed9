"""What the cells of .xlsx and .xlsm sheets show, read from the sheet's XML only where a first glance finds something to read.

Only a sheet with error cells, uncalculated formulas, special number formats, struck texts or hidden parts is walked through element by element
(`saringan_xlsx` tells). This is faster than any library that builds cells, and it cannot stumble over parts of a workbook that
we do not need.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, filterfalse

from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import ISI_RUSAK, BukuTidakTerbacaError, terlalu_besar, tidak_terbaca
from asn_nilai.baca.format_sel.buku_calamine import BukuCalamine, PembacaFormat
from asn_nilai.baca.format_sel.lembar import (
    FormatSel,
    LembarTerbaca,
    periksa_bentang,
    periksa_galat,
    sel_dari_nama,
)
from asn_nilai.baca.format_sel.rumus import PencatatRumus
from asn_nilai.baca.format_sel.xlsx.gabungan_di_muka import gabungan_di_muka
from asn_nilai.baca.format_sel.xlsx.penelusur_xlsx import PenelusurXlsx
from asn_nilai.baca.format_sel.xlsx.saringan_xlsx import SaringanXlsx, alamat_ganda, hitung_isi
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import GayaKhusus, gaya_khusus, nama_lazim, susunan_buku
from asn_nilai.baca.format_sel.xlsx.teks_bersama import TeksBersama

_ALAMAT = pola_tunda(rb' r="([A-Za-z]{1,3}\d{1,7})"')
_SEL_GALAT = pola_tunda(rb'(<c\b[^<>]*?\b)t="e"([^<>]*>(?:<f\b[^<>]*/>|<f\b[^<>]*>[^<]*</f>)?<v>([^<]*)</v>)')
_SEL_RUMUS = pola_tunda(rb'<c\b[^<>]*?\br="([A-Z]{1,3}\d{1,7})"[^<>]*>\s*<f\b([^<>]*?)(?:/>|>([^<]*)</f>)')
_BERSAMA = pola_tunda(rb'\bsi="(\d+)"')
_GALAT_EXCEL = frozenset({b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"})
_TINGGI_WAJAR, _BARIS_EXCEL = 10_000, 1_048_576


class BukuXlsx(BukuCalamine):
    """A workbook of the kind, whose sheets must not write a cell twice."""

    def __init__(self, arsip: Arsip) -> None:
        arsip.ganti_nama(nama_lazim(arsip))
        super().__init__(pembaca_format, arsip, susun=gabungan_di_muka)
        self._arsip, self._diluruskan = arsip, False

    def lembar(self, nama: str) -> LembarTerbaca:
        """Read one sheet, as `PembacaBuku` says; fewer cells with a value than were written are looked for."""
        try:
            terbaca = super().lembar(nama)
        except BukuTidakTerbacaError as galat:
            if self._diluruskan or galat.isi.get("sebab") != ISI_RUSAK:
                raise
            self._luruskan()
            terbaca = super().lembar(nama)
        # Blanks are counted among what is as little as they: comparing a text with every number takes half as long again.
        kosong = list(filterfalse(None, chain.from_iterable(terbaca.sel))).count("")
        terisi = sum(map(len, terbaca.sel)) - kosong
        if terbaca.format_sel.terisi != terisi:
            _periksa_ganda(self._arsip, nama, terisi)
        return terbaca

    def _luruskan(self) -> None:
        """Open the workbook once more with its rare errors as texts: over one of them calamine refuses a sheet."""
        self._diluruskan = True
        self._buka(self._arsip.untuk_pembaca_lain(gabungan_di_muka, _galat_langka_jadi_teks))


buka = BukuXlsx


def pembaca_format(arsip: Arsip) -> PembacaFormat:
    """Return a function that gives what the cells of a sheet show, by its name."""
    (tempat, menunggu), khusus, teks = susunan_buku(arsip), gaya_khusus(arsip), TeksBersama(arsip)

    def baca(nama: str) -> FormatSel:
        if nama not in tempat:
            raise tidak_terbaca("letak lembarnya tidak ditemukan")
        format_sel = format_sel_xlsx(arsip, tempat[nama], khusus, nama, menunggu=menunggu)
        teks.periksa(tempat[nama], nama, format_sel.terisi)
        teks.catat_berias(tempat[nama], format_sel)
        return format_sel

    return baca


def format_sel_xlsx(
    arsip: Arsip, bagian: str, khusus: GayaKhusus, nama_lembar: str, *, menunggu: bool
) -> FormatSel:
    """Return what the cells of one sheet show; merged ranges are left to calamine.

    Args:
        arsip: the workbook.
        bagian: the sheet's part, from `susunan_buku`.
        khusus: what `gaya_khusus` returned.
        nama_lembar: the sheet's name, for the message.
        menunggu: whether a formula that stores 0 may never have been calculated.

    Raises:
        BukuTidakTerbacaError: the sheet spans or holds more cells than may be loaded.
    """
    format_sel, terhitung = FormatSel(), False
    saringan = SaringanXlsx(khusus.semua, menunggu=menunggu, bersyarat=bool(khusus.bersyarat))
    pencatat = PencatatRumus(format_sel)
    for potongan in _per_baris(arsip.alirkan(bagian)):
        if saringan.lihat(potongan):
            _catat_rumus(potongan, pencatat)
        if saringan.terisi > arsip.batas.sel and not terhitung:
            _periksa_banyak(arsip, bagian, nama_lembar)
            terhitung = True
    format_sel.terisi, format_sel.bertanda_utc = saringan.terisi, saringan.bertanda_utc
    periksa_galat(saringan.galat, nama_lembar, arsip.batas)
    if saringan.bukan_utf8:
        raise tidak_terbaca("isi lembarnya tidak ditulis dalam UTF-8")
    asing = saringan.asing
    if saringan.jauh or asing:
        _ukur(arsip, bagian, format_sel, asing=asing)
        periksa_bentang(format_sel.tinggi, format_sel.lebar, nama_lembar, arsip.batas)
    if saringan.menarik or asing:
        batas = format_sel.tinggi or _TINGGI_WAJAR
        PenelusurXlsx(format_sel, khusus, batas, menunggu=menunggu).telusuri(arsip.alirkan(bagian))
    return format_sel


def _catat_rumus(potongan: bytes, pencatat: PencatatRumus) -> None:
    """Note the formulas of a piece as programs usually write them; a sheet that is written otherwise is walked through."""
    from html import unescape  # noqa: PLC0415 - two thousand names of signs, for formulas alone

    for alamat, atribut, teks in _SEL_RUMUS.findall(potongan):
        bersama = _BERSAMA.search(atribut)
        pencatat.catat(
            sel_dari_nama(alamat.decode()), unescape(teks.decode()), bersama[1].decode() if bersama else ""
        )


def _galat_langka_jadi_teks(isi: bytes) -> bytes:
    """Return a sheet in which errors that Excel does not know (`#ERROR!` of Google Sheets) are texts; the very same where there are none."""
    lurus = _SEL_GALAT.sub(
        lambda sel: sel[0] if sel[3] in _GALAT_EXCEL else sel[1] + b't="str"' + sel[2], isi
    )
    return isi if lurus == isi else lurus


def _periksa_ganda(arsip: Arsip, nama_lembar: str, terisi: int) -> None:
    """Refuse a sheet on which a cell's value is written twice: Excel shows neither until it has mended the file.

    Raises:
        BukuTidakTerbacaError: one is.
    """
    naskah = b"".join(arsip.alirkan(susunan_buku(arsip)[0][nama_lembar]))
    if hitung_isi(naskah) != terisi and (ganda := alamat_ganda(naskah)):
        raise tidak_terbaca(f"sel {ganda} di lembar '{nama_lembar}' tertulis dua kali")


def _per_baris(aliran: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a sheet's XML in pieces that end where a row begins, so that no cell is torn; what is above the rows first."""
    sisa: list[bytes | memoryview] = []
    di_atas = True
    for blok in aliran:
        awal, potong = blok.find(b"<row") if di_atas else 0, blok.rfind(b"<row")
        pandangan = memoryview(blok)
        if potong >= 0:
            if di_atas:
                yield b"".join((*sisa, pandangan[:awal]))
                sisa, di_atas = [], False
            yield b"".join((*sisa, pandangan[awal:potong]))
            sisa = [pandangan[potong:]]
        else:
            sisa.append(blok)
    yield b"".join(sisa)


def _periksa_banyak(arsip: Arsip, bagian: str, nama_lembar: str) -> None:
    """Refuse a sheet of more cells with a value than may be loaded; one of ordinary size is never counted.

    Raises:
        BukuTidakTerbacaError: it is.
    """
    terisi, banyak = 0, f"{tulis_angka(arsip.batas.sel)} sel"
    for potongan in _per_baris(arsip.alirkan(bagian)):
        terisi += hitung_isi(potongan)
        if terisi > arsip.batas.sel:
            raise terlalu_besar(f"lembar '{nama_lembar}' berisi lebih dari {banyak}", banyak)


def _ukur(arsip: Arsip, bagian: str, format_sel: FormatSel, *, asing: bool) -> None:
    """Find how far the filled cells reach; calamine would reserve memory for all cells up to there."""
    if asing or not _ukur_cepat(arsip, bagian, format_sel):
        PenelusurXlsx(format_sel, GayaKhusus(), _BARIS_EXCEL, hanya_ukuran=True).telusuri(
            arsip.alirkan(bagian)
        )


def _ukur_cepat(arsip: Arsip, bagian: str, format_sel: FormatSel) -> bool:
    """Measure by the addresses in front of the values; False where a filled cell has none."""
    for potongan in _per_baris(arsip.alirkan(bagian)):
        for tanda in (b"<v", b"<is"):
            letak = potongan.find(tanda)
            while letak >= 0:
                awal = potongan.rfind(b"<c ", 0, letak)
                cocok = _ALAMAT.search(potongan, awal, letak) if awal >= 0 else None
                if cocok is None:
                    return False
                format_sel.catat_isi(*sel_dari_nama(cocok[1].decode()))
                letak = potongan.find(tanda, letak + 2)
        if format_sel.tinggi * format_sel.lebar > arsip.batas.sel:
            break
    return True
