"""What the cells of .ods sheets show, read from content.xml in one pass.

Repeated rows and cells are counted, never unrolled: a sheet that claims a million filled rows is refused before
calamine would build them.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from asn_nilai.acuan.pengaturan import MEGA, Batas
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.urai_xml import urai_xml
from asn_nilai.baca.format_sel.buku_calamine import BukuCalamine, PembacaFormat
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat
from asn_nilai.baca.format_sel.corak.kode_format import tampak_lain
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel, periksa_bentang, periksa_teks
from asn_nilai.baca.format_sel.ods.awalan import periksa_awalan
from asn_nilai.baca.format_sel.ods.gaya_ods import Gaya, GayaOds
from asn_nilai.baca.format_sel.ods.rapatkan import rapatkan
from asn_nilai.baca.format_sel.rias import TeksBerias
from asn_nilai.baca.format_sel.rumus import rumus_ods

_TINGGI_WAJAR, _TERSEMBUNYI_TERBANYAK = 10_000, 1_000_000
"""Hidden rows noted for one run of rows, and for all sheets together; a few letters can claim millions."""
_TAK_MENGHITUNG = b"SheetJS"
"""A library, as it names itself in meta.xml: a formula without a result stores 0."""
_GAMBAR = frozenset({"data-bar", "icon-set", "formatting-entry"})
"""What a conditional format draws beside a number, or in its place; LibreOffice says so of icons in their first entry."""


def pembaca_format(arsip: Arsip) -> PembacaFormat:
    """Return a function that gives what the cells of a sheet show, by its name.

    Raises:
        BukuTidakTerbacaError: damaged, or a sheet that spans too many cells.
    """
    periksa_awalan(arsip)
    gaya = GayaOds()
    if "styles.xml" in arsip:
        urai_xml(arsip.alirkan("styles.xml"), buka=gaya.buka, tutup=gaya.tutup, teks=gaya.teks)
    pendengar = _Pendengar(
        arsip.batas,
        gaya,
        tanpa_nol=_lembar_tanpa_nol(arsip),
        menunggu=_TAK_MENGHITUNG in arsip.baca("meta.xml"),
    )
    urai_xml(
        arsip.alirkan("content.xml", arsip.batas.bagian_mb * MEGA),
        buka=pendengar.buka,
        tutup=pendengar.tutup,
        teks=pendengar.teks,
    )
    return lambda nama: pendengar.lembar.get(nama) or FormatSel()


buka = partial(BukuCalamine, pembaca_format, luruskan=rapatkan)


class _Pendengar:
    """Listens to content.xml and fills one FormatSel per sheet."""

    def __init__(
        self, batas: Batas, gaya: GayaOds, tanpa_nol: Collection[str], *, menunggu: bool = False
    ) -> None:
        """`menunggu` where a formula's 0 may be no result."""
        self._gaya, self._tanpa_nol, self._menunggu = gaya, tanpa_nol, menunggu
        self._batas, self._huruf, self._sisa_tersembunyi = batas, 0, _TERSEMBUNYI_TERBANYAK
        self.lembar: dict[str, FormatSel] = {}
        self._nama, self._format_sel = "", FormatSel()
        self._baris = self._kolom = self._kolom_lembar = 0
        self._ulang_baris = 1
        self._sel: dict[str, str] = {}
        self._gaya_kolom: list[tuple[int, int, str]] = []
        self._rentang = ""
        self._potongan, self._gaya_teks, self._rias = "", list[str](), TeksBerias()
        self._dalam_sel, self._berparagraf, self._dalam_catatan, self._tulisan = False, False, 0, ""

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        if nama in {"table-cell", "covered-table-cell"}:
            self._buka_sel(atribut)
        elif nama == "p" and not self._dalam_catatan:
            self._berparagraf = True
        elif nama == "span" and self._dalam_sel:
            self._tutup_potongan()
            self._gaya_teks.append(atribut.get("text:style-name", ""))
        elif nama == "annotation":
            self._dalam_catatan += 1
        elif nama == "table-row":
            self._buka_baris(atribut)
        elif nama == "table-column":
            self._buka_kolom(atribut)
        elif nama == "table" and not self._dalam_sel:
            self._buka_lembar(atribut)
        elif nama in {"conditional-format", "condition", *_GAMBAR}:
            self._buka_bersyarat(nama, atribut)
        elif not self._dalam_sel:
            self._gaya.buka(nama, atribut)

    def teks(self, teks: str) -> None:
        if not self._dalam_sel:
            self._gaya.teks(teks)
        elif not self._dalam_catatan:
            self._tulisan += teks
            self._potongan += teks

    def tutup(self, nama: str) -> None:
        if nama in {"table-cell", "covered-table-cell"}:
            self._tutup_potongan()
            self._tutup_sel()
        elif nama == "span" and self._dalam_sel:
            self._tutup_potongan()
            self._gaya_teks.pop()
        elif nama == "annotation":
            self._dalam_catatan -= 1
        elif nama == "table-row":
            self._baris += self._ulang_baris
        elif not self._dalam_sel:
            self._gaya.tutup(nama)

    def _buka_sel(self, atribut: dict[str, str]) -> None:
        self._sel = {kunci.rpartition(":")[2]: isi for kunci, isi in atribut.items()}
        # calcext repeats value-type under its own prefix; the office one says what the value is.
        self._sel["value-type"] = atribut.get("office:value-type", "")
        self._sel["jenis"] = atribut.get("calcext:value-type", "")
        self._dalam_sel, self._berparagraf, self._tulisan = True, False, ""
        self._potongan, self._gaya_teks, self._rias = "", [], TeksBerias()

    def _buka_lembar(self, atribut: dict[str, str]) -> None:
        self._nama = atribut.get("table:name", "")
        self._format_sel = FormatSel(nol_tersembunyi=not {"", self._nama}.isdisjoint(self._tanpa_nol))
        self.lembar[self._nama] = self._format_sel
        self._baris = self._kolom_lembar = self._huruf = 0
        self._gaya_kolom = []

    def _buka_bersyarat(self, nama: str, atribut: dict[str, str]) -> None:
        """Note a conditional rule that hides numbers, and the cells it is for."""
        if nama == "conditional-format":
            self._rentang = atribut.get("calcext:target-range-address", "")
            return
        if nama in _GAMBAR:
            if atribut.get("calcext:show-value") == "false":
                self._format_sel.bersyarat.append(AturanBersyarat.tanpa_angka(self._rentang))
            return
        tampilan = self._gaya.bersyarat(atribut.get("calcext:apply-style-name", ""))
        if tampilan is not None:
            syarat = atribut.get("calcext:value", "")
            self._format_sel.bersyarat.append(AturanBersyarat.dari_ods(self._rentang, syarat, tampilan))

    def _tutup_potongan(self) -> None:
        """Weigh the run that ends here: another begins, or the cell ends."""
        gaya = list(map(self._gaya.gaya, self._gaya_teks))
        self._rias.tambah(
            self._potongan,
            dicoret=any(g.coret for g in gaya),
            digeser=any(g.geser for g in gaya),
            samar=any(g.samar for g in gaya),
        )
        self._potongan = ""

    def _buka_baris(self, atribut: dict[str, str]) -> None:
        self._kolom, self._ulang_baris = 0, _banyak(atribut, "table:number-rows-repeated")
        if self._tak_tampak(atribut):
            banyak = min(self._ulang_baris, _TINGGI_WAJAR, self._sisa_tersembunyi)
            self._sisa_tersembunyi -= banyak
            self._format_sel.baris_tersembunyi.update(range(self._baris, self._baris + banyak))

    def _tak_tampak(self, atribut: dict[str, str]) -> bool:
        """Tell whether a row or column is hidden, or of no size."""
        tersembunyi = atribut.get("table:visibility") in {"collapse", "filter"}
        nama = atribut.get("table:style-name")
        return tersembunyi or (nama is not None and self._gaya.gaya(nama).tipis)

    def _buka_kolom(self, atribut: dict[str, str]) -> None:
        ulang = _banyak(atribut, "table:number-columns-repeated")
        if self._tak_tampak(atribut):
            self._format_sel.kolom_tersembunyi.append((self._kolom_lembar, self._kolom_lembar + ulang - 1))
        if gaya := atribut.get("table:default-cell-style-name"):
            self._gaya_kolom.append((self._kolom_lembar, self._kolom_lembar + ulang, gaya))
        self._kolom_lembar += ulang

    def _tutup_sel(self) -> None:
        sel, format_sel = self._sel, self._format_sel
        self._dalam_sel = False
        ulang = _banyak(sel, "number-columns-repeated")
        awal = self._kolom
        self._kolom += ulang
        self._catat_gabungan(awal)
        rumus = "formula" in sel
        if not (sel["value-type"] or self._tulisan or rumus):
            return
        format_sel.bertanda_utc |= sel.get("date-value", "").endswith("Z")
        format_sel.catat_isi(self._baris + self._ulang_baris - 1, awal + ulang - 1)
        periksa_bentang(format_sel.tinggi, format_sel.lebar, self._nama, self._batas)
        self._huruf += len(self._tulisan) * ulang * self._ulang_baris
        periksa_teks(self._huruf, self._nama, self._batas)
        tempat = [
            (baris, kolom)
            for baris in range(self._baris, self._baris + self._ulang_baris)
            for kolom in range(awal, awal + ulang)
        ]
        if rumus:
            format_sel.rumus.update(dict.fromkeys(tempat, rumus_ods(sel["formula"])))
        gaya = self._gaya.gaya(self._nama_gaya(awal))
        self._catat_rias(tempat, gaya)
        if gaya.samar or self._format_samar(awal):
            format_sel.samar.update(tempat)
        if gaya.kode and sel["value-type"] == "string":
            format_sel.format_teks.update(dict.fromkeys(tempat, gaya.kode))
        if sel["jenis"] == "error":
            format_sel.galat.update(dict.fromkeys(tempat, self._tulisan or "#N/A"))
        elif sel["value-type"] == "string" and sel.get("string-value") == "" and self._tulisan:
            # An error as LibreOffice keeps it in plain ODF: a text that is blank and shows something all the same.
            format_sel.galat.update(dict.fromkeys(tempat, self._tulisan))
        elif rumus and self._tanpa_hasil():
            format_sel.rumus_kosong.update(tempat)
        elif sel["value-type"] == "percentage" or self._berformat_persen(awal):
            format_sel.persen.update(tempat)
        elif self._tampak_lain():
            format_sel.tampak.update(dict.fromkeys(tempat, self._tulisan.strip()))

    def _tampak_lain(self) -> bool:
        """Tell whether the text of the number just read is another number than it stores."""
        angka = self._sel["value-type"] in {"float", "currency"} and self._berparagraf
        return angka and tampak_lain(self._tulisan, float(self._sel.get("value", "nan")))

    def _tanpa_hasil(self) -> bool:
        """Tell whether the formula just read has no result, or one that may stand for none."""
        if self._menunggu and self._sel.get("value") == "0":
            return True
        return not self._sel["value-type"] and not self._tulisan

    def _catat_rias(self, tempat: Iterable[Sel], gaya: Gaya) -> None:
        """Note the cells that hold the text just read, where it or the cell is struck out or raised."""
        if gaya.coret or gaya.geser or not self._rias.polos:
            for sel in tempat:
                self._rias.catat(self._format_sel, sel)
                if gaya.coret:
                    self._format_sel.coret(sel)
                if gaya.geser:
                    self._format_sel.geser(sel)

    def _nama_gaya(self, kolom: int) -> str | None:
        """Return the cell's own style, or its column's where it has none."""
        gaya = self._sel.get("style-name")
        if gaya is not None:
            return gaya
        return next((gaya for awal, akhir, gaya in self._gaya_kolom if awal <= kolom < akhir), None)

    def _format_samar(self, kolom: int) -> bool:
        """Tell whether the format of the number just read hides it."""
        if self._sel["value-type"] not in {"float", "currency", "percentage"}:
            return False
        return self._gaya.format_samar(self._nama_gaya(kolom), float(self._sel.get("value", "nan")))

    def _berformat_persen(self, kolom: int) -> bool:
        """Tell whether the number just read shows as a percentage by its format alone; Gnumeric says nothing of it beside the number."""
        if self._sel["value-type"] != "float":
            return False
        return self._gaya.format_persen(self._nama_gaya(kolom), float(self._sel.get("value", "nan")))

    def _catat_gabungan(self, awal: int) -> None:
        tinggi = _banyak(self._sel, "number-rows-spanned")
        lebar = _banyak(self._sel, "number-columns-spanned")
        if tinggi > 1 or lebar > 1:
            self._format_sel.gabungan.append((self._baris, awal, self._baris + tinggi - 1, awal + lebar - 1))


def _lembar_tanpa_nol(arsip: Arsip) -> set[str]:
    """Return the sheets that show zeros as blanks, `""` where the whole workbook does; settings.xml says so."""
    hasil = set[str]()
    lembar = [""]

    def buka(nama: str, atribut: dict[str, str]) -> None:
        if nama == "config-item-map-entry":
            lembar[0] = atribut.get("config:name", "")
        lembar[1:] = [lembar[0]] if atribut.get("config:name") == "ShowZeroValues" else []

    def teks(isi: str) -> None:
        if len(lembar) > 1 and isi.strip() == "false":
            hasil.add(lembar[1])

    def tutup(nama: str) -> None:
        if nama == "config-item-map-entry":
            lembar[0] = ""

    if "settings.xml" in arsip and b"ShowZeroValues" in arsip.baca("settings.xml"):
        urai_xml([arsip.baca("settings.xml")], buka=buka, tutup=tutup, teks=teks)
    return hasil


def _banyak(atribut: Mapping[str, str], kunci: str) -> int:
    """Return how often something is repeated or spanned.

    Raises:
        ValueError: no whole number from 1 on; the rows would not go downwards then.
    """
    banyak = int(atribut.get(kunci, "1"))
    if banyak < 1:
        raise ValueError(kunci)
    return banyak
