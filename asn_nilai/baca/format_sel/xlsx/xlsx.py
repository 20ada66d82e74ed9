"""What the cells of .xlsx and .xlsm sheets show, read from the sheet's XML only where a first glance finds something to read.

Only a sheet with error cells, uncalculated formulas, special number formats, struck texts or hidden parts is walked through element by element
(`saringan_xlsx` tells). This is faster than any library that builds cells, and it cannot stumble over parts of a workbook that
we do not need.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import terlalu_besar, tidak_terbaca
from asn_nilai.baca.berkas.urai_xml import Cukup, urai_xml
from asn_nilai.baca.format_sel.buku_calamine import BukuCalamine, PembacaFormat
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat
from asn_nilai.baca.format_sel.corak.ukuran import baris_tipis, kolom_sempit
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel, periksa_bentang, periksa_galat, sel_dari_nama
from asn_nilai.baca.format_sel.rias import PendengarRias
from asn_nilai.baca.format_sel.xlsx.gabungan_di_muka import gabungan_di_muka
from asn_nilai.baca.format_sel.xlsx.saringan_xlsx import SaringanXlsx, alamat_ganda
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import GayaKhusus, gaya_khusus, susunan_buku
from asn_nilai.baca.format_sel.xlsx.teks_bersama import TeksBersama

_ALAMAT = re.compile(rb' r="([A-Za-z]{1,3}\d{1,7})"')
_JENIS_TEKS = frozenset({"s", "str", "inlineStr"})
_TINGGI_WAJAR, _BARIS_EXCEL = 10_000, 1_048_576


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


buka = partial(BukuCalamine, pembaca_format, susun=gabungan_di_muka)


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
        BukuTidakTerbacaError: the sheet spans more cells than may be loaded.
    """
    format_sel, saringan, terhitung = (
        FormatSel(),
        SaringanXlsx(khusus.semua, menunggu=menunggu, bersyarat=bool(khusus.bersyarat)),
        False,
    )
    for potongan in _per_baris(arsip.alirkan(bagian)):
        saringan.lihat(potongan)
        if saringan.sel_paling_banyak > arsip.batas.sel and not terhitung:
            format_sel.terisi, terhitung = _hitung_terisi(arsip, bagian, nama_lembar), True
    periksa_galat(saringan.galat, nama_lembar, arsip.batas)
    if not terhitung:
        format_sel.terisi = saringan.sel_paling_banyak
    if saringan.bukan_utf8:
        raise tidak_terbaca("isi lembarnya tidak ditulis dalam UTF-8")
    asing = saringan.asing
    if saringan.tak_urut or asing:
        _periksa_alamat(arsip, bagian, nama_lembar)
    if saringan.jauh or asing:
        _ukur(arsip, bagian, format_sel, asing=asing)
        periksa_bentang(format_sel.tinggi, format_sel.lebar, nama_lembar, arsip.batas)
    if saringan.menarik or asing:
        batas = format_sel.tinggi or _TINGGI_WAJAR
        _Penelusur(format_sel, khusus, batas, menunggu=menunggu).telusuri(arsip.alirkan(bagian))
    return format_sel


def _periksa_alamat(arsip: Arsip, bagian: str, nama_lembar: str) -> None:
    """Refuse a sheet on which a cell is written twice: Excel shows neither until it has mended the file.

    Raises:
        BukuTidakTerbacaError: it is.
    """
    if ganda := alamat_ganda(b"".join(arsip.alirkan(bagian))):
        raise tidak_terbaca(f"sel {ganda} di lembar '{nama_lembar}' tertulis dua kali")


def _per_baris(aliran: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a sheet's XML in pieces that end where a row begins, so that no cell is torn; what is above the rows first."""
    sisa: list[bytes] = []
    di_atas = True
    for blok in aliran:
        awal, potong = blok.find(b"<row") if di_atas else 0, blok.rfind(b"<row")
        if potong >= 0:
            if di_atas:
                yield b"".join((*sisa, blok[:awal]))
                sisa, di_atas = [], False
            yield b"".join((*sisa, blok[awal:potong]))
            sisa = [blok[potong:]]
        else:
            sisa.append(blok)
    yield b"".join(sisa)


def _hitung_terisi(arsip: Arsip, bagian: str, nama_lembar: str) -> int:
    """Return how many cells hold a value at most; a sheet of ordinary size cannot hold too many and is never counted.

    Raises:
        BukuTidakTerbacaError: more cells than may be loaded.
    """
    terisi = 0
    for potongan in _per_baris(arsip.alirkan(bagian)):
        terisi += potongan.count(b"<v") + potongan.count(b":v")
        if terisi > arsip.batas.sel:
            raise terlalu_besar(
                f"lembar '{nama_lembar}' berisi lebih dari {tulis_angka(arsip.batas.sel)} sel",
                f"{tulis_angka(arsip.batas.sel)} sel",
            )
    return terisi


def _ukur(arsip: Arsip, bagian: str, format_sel: FormatSel, *, asing: bool) -> None:
    """Find how far the filled cells reach; calamine would reserve memory for all cells up to there."""
    if asing or not _ukur_cepat(arsip, bagian, format_sel):
        _Penelusur(format_sel, GayaKhusus(), _BARIS_EXCEL, hanya_ukuran=True).telusuri(arsip.alirkan(bagian))


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


class _Penelusur:
    """Listens to the elements of a sheet and notes what its cells show."""

    def __init__(
        self,
        format_sel: FormatSel,
        khusus: GayaKhusus,
        batas: int,
        *,
        hanya_ukuran: bool = False,
        menunggu: bool = False,
    ) -> None:
        self._format_sel, self._batas, self._hanya_ukuran = format_sel, batas, hanya_ukuran
        self._tanpa_hasil = {"", "0"} if menunggu else {""}
        self._gaya = {str(gaya): kode for gaya, kode in khusus.kode.items()}
        self._gaya_coret, self._gaya_samar = (frozenset(map(str, g)) for g in (khusus.dicoret, khusus.samar))
        self._bersyarat = khusus.bersyarat
        self._rentang, self._aturan, self._rumus_syarat = "", dict[str, str](), list[str]()
        self._rias = PendengarRias()
        self._baris = self._kolom = -1
        self._jenis, self._rumus, self._dalam_nilai = "", False, False
        self._nilai = ""
        self._format: str | None = None
        self._dicoret = self._samar = False

    def telusuri(self, aliran: Iterable[bytes]) -> None:
        urai_xml(aliran, buka=self._buka, tutup=self._tutup, teks=self._teks)

    def _buka(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "c":
            self._buka_sel(atribut)
        elif nama == "v":
            self._dalam_nilai = True
        elif nama == "f":
            self._rumus = True
        elif nama == "is":
            self._nilai = "teks"
            self._rias.mulai()
        elif nama in {"t", "r", "strike", "vertAlign"} or (
            self._jenis == "inlineStr" and nama in {"color", "sz"}
        ):
            self._rias.buka(nama, atribut)
        elif nama == "row":
            self._buka_baris(atribut)
        else:
            self._buka_lain(nama, atribut)

    def _buka_lain(self, nama: str, atribut: dict[str, str]) -> None:
        """Hear what stands above and below the rows."""
        if nama == "sheetView":
            self._format_sel.nol_tersembunyi = atribut.get("showZeros", "1") in {"0", "false"}
        elif nama == "col" and (
            atribut.get("hidden") in {"1", "true"} or kolom_sempit(float(atribut.get("width", "9")))
        ):
            self._format_sel.kolom_tersembunyi.append((int(atribut["min"]) - 1, int(atribut["max"]) - 1))
        elif nama == "conditionalFormatting":
            self._rentang = atribut.get("sqref", "")
        elif nama == "cfRule":
            self._aturan, self._rumus_syarat = atribut, []
        elif nama in {"dataBar", "iconSet"} and atribut.get("showValue") in {"0", "false"}:
            self._format_sel.bersyarat.append(AturanBersyarat.tanpa_angka(self._rentang))
        elif nama == "formula":
            self._rumus_syarat.append("")

    def _buka_baris(self, atribut: dict[str, str]) -> None:
        self._baris = int(atribut["r"]) - 1 if "r" in atribut else self._baris + 1
        self._kolom = -1
        if self._baris >= self._batas:
            raise Cukup
        if atribut.get("hidden") in {"1", "true"} or baris_tipis(float(atribut.get("ht", "15"))):
            self._format_sel.baris_tersembunyi.add(self._baris)

    def _buka_sel(self, atribut: dict[str, str]) -> None:
        alamat = atribut.get("r")
        if alamat:
            self._baris, self._kolom = sel_dari_nama(alamat)
        else:
            self._kolom += 1
        self._jenis, self._rumus, self._nilai = atribut.get("t", ""), False, ""
        self._format = self._gaya.get(atribut.get("s", ""))
        self._dicoret = atribut.get("s", "") in self._gaya_coret
        self._samar = atribut.get("s", "") in self._gaya_samar

    def _teks(self, teks: str) -> None:
        if self._dalam_nilai:
            self._nilai += teks
        elif self._rumus_syarat:
            self._rumus_syarat[-1] += teks
        else:
            self._rias.teks(teks)

    def _tutup(self, nama: str) -> None:
        if nama == "v":
            self._dalam_nilai = False
        elif nama == "c":
            self._tutup_sel()
        elif nama == "cfRule":
            self._tutup_aturan()
        else:
            self._rias.tutup(nama)

    def _tutup_aturan(self) -> None:
        """Note a conditional rule that compares and hides."""
        tampilan = self._bersyarat.get(int(self._aturan.get("dxfId", "-1")))
        if tampilan is not None and self._aturan.get("type") == "cellIs":
            banding, batas = self._aturan.get("operator", ""), tuple(self._rumus_syarat)
            self._format_sel.bersyarat.append(AturanBersyarat(self._rentang, banding, batas, tampilan))
        self._rumus_syarat = []

    def _tutup_sel(self) -> None:
        sel = (self._baris, self._kolom)
        self._catat_rias(sel)
        if self._hanya_ukuran:
            if self._nilai:
                self._format_sel.catat_isi(*sel)
        elif self._jenis == "e":
            self._format_sel.galat[sel] = self._nilai or "#N/A"
        elif self._rumus and self._nilai in self._tanpa_hasil and self._jenis != "str":
            self._format_sel.rumus_kosong.add(sel)
        elif self._format is not None and self._jenis in _JENIS_TEKS:
            self._format_sel.format_teks[sel] = self._format
        elif self._format is not None and self._jenis in {"", "n"}:
            angka = _angka(self._nilai)
            if angka is not None:
                self._format_sel.catat_tampilan(sel, self._format, angka)

    def _catat_rias(self, sel: Sel) -> None:
        """Note a cell that is struck out, or whose letters nobody sees."""
        if self._dicoret and self._nilai:
            self._format_sel.coret(sel)
        if self._samar:
            self._format_sel.samar.add(sel)
        if self._jenis == "inlineStr":
            self._rias.teks_berias.catat(self._format_sel, sel)


def _angka(teks: str) -> float | None:
    try:
        return float(teks)
    except ValueError:
        return None
