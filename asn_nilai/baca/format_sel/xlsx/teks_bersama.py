"""The texts that cells of an .xlsx share: how much of it a sheet shows, and which show other digits than they hold.

A text that many cells share stands once in the file and once per cell in memory: one of a million characters, named by ten
thousand cells, packs to a few kilobytes and unpacks to ten gigabytes. So texts are counted as often as they are shown.
An ordinary file is settled by its sizes alone.
"""

from functools import cached_property
from posixpath import basename

from asn_nilai.acuan.pengaturan import MEGA
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.urai_xml import tolak_dtd, urai_xml
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel, periksa_teks, sel_dari_nama
from asn_nilai.baca.format_sel.rias import PendengarRias, TeksBerias, ada_tanda_rias

_NAMA = "sharedstrings.xml"


class TeksBersama:
    """The shared texts of one workbook."""

    def __init__(self, arsip: Arsip) -> None:
        """Look at the texts without taking them apart.

        Raises:
            BukuTidakTerbacaError: too large, damaged, or with a document type.
        """
        self._arsip = arsip
        # Whatever the relations say: the part has this name in every folder.
        self._bagian = [nama for nama in arsip.nama if basename(nama) == _NAMA]
        data = [arsip.baca(nama) for nama in self._bagian]
        if any(b"<!DOCTYPE" in isi for isi in data):
            tolak_dtd()
        self._terpanjang = max(map(_teks_terpanjang, data), default=0)
        self._berias = any(map(ada_tanda_rias, data))

    def periksa(self, bagian: str, nama_lembar: str, terisi: int) -> None:
        """Refuse a sheet whose cells show too much shared text.

        Args:
            bagian: the sheet's part.
            nama_lembar: its name, for the message.
            terisi: how many cells hold a value at most.

        Raises:
            BukuTidakTerbacaError: more than the limit.
        """
        if terisi * self._terpanjang <= self._arsip.batas.teks_mb * MEGA:
            return
        huruf = 0
        for _, nomor in self._sel(bagian):
            huruf += self._panjang[nomor] if 0 <= nomor < len(self._panjang) else 0
        periksa_teks(huruf, nama_lembar, self._arsip.batas)

    def catat_berias(self, bagian: str, format_sel: FormatSel) -> None:
        """Note the cells of a sheet that are not read as they look: struck out, raised behind other digits, or written for nobody to see."""
        if not self._berias:
            return
        pembaca = _PembacaRias()
        for nama in self._bagian[:1]:
            urai_xml(self._arsip.alirkan(nama), buka=pembaca.buka, tutup=pembaca.tutup, teks=pembaca.teks)
        for sel, nomor in self._sel(bagian):
            if nomor in pembaca.berias:
                pembaca.berias[nomor].catat(format_sel, sel)

    @cached_property
    def _panjang(self) -> list[int]:
        """Return the number of characters of each text."""
        hasil: list[int] = []

        def buka(nama: str, _: dict[str, str]) -> None:
            if nama == "si":
                hasil.append(0)

        def teks(isi: str) -> None:
            if hasil:
                hasil[-1] += len(isi)

        for nama in self._bagian[:1]:
            urai_xml(self._arsip.alirkan(nama), buka=buka, teks=teks)
        return hasil

    def _sel(self, bagian: str) -> list[tuple[Sel, int]]:
        """Return the cells of a sheet that show a shared text, and which; one without an address stands right of the one before it."""
        hasil: list[tuple[Sel, int]] = []
        baris = kolom = -1
        bersama = dalam = False

        def buka(nama: str, atribut: dict[str, str]) -> None:
            nonlocal baris, kolom, bersama, dalam
            if nama == "row":
                baris, kolom = int(atribut["r"]) - 1 if "r" in atribut else baris + 1, -1
            elif nama == "c":
                bersama = atribut.get("t") == "s"
                alamat = atribut.get("r")
                baris, kolom = sel_dari_nama(alamat) if alamat else (baris, kolom + 1)
            dalam = nama == "v" and bersama

        def tutup(_: str) -> None:
            nonlocal dalam
            dalam = False

        def teks(isi: str) -> None:
            if dalam and isi.strip().isdecimal():
                hasil.append(((baris, kolom), int(isi)))

        urai_xml(self._arsip.alirkan(bagian), buka=buka, tutup=tutup, teks=teks)
        return hasil


class _PembacaRias(PendengarRias):
    """Listens to the shared texts; `berias` are those that do not show what they hold, by their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.berias: dict[int, TeksBerias] = {}
        self._nomor = -1

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "si":
            self._nomor += 1
            self.mulai()
        super().buka(nama, atribut)

    def tutup(self, nama: str) -> None:
        super().tutup(nama)
        if nama == "si" and not self.teks_berias.polos:
            self.berias[self._nomor] = self.teks_berias


def _teks_terpanjang(data: bytes) -> int:
    """Return how many bytes the longest text of a part has at most."""
    kepala, *teks = data.split(b"<si")
    # What stands before the first text is no text, unless texts bear a prefix.
    return max(map(len, (*teks, kepala) if b":si" in kepala else teks), default=0)
