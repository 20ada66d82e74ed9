"""How much text the cells of an .xlsx sheet show together, before anything is loaded.

A text that many cells share stands once in the file and once per cell in memory: one of a million characters, named by ten
thousand cells, packs to a few kilobytes and unpacks to ten gigabytes. So texts are counted as often as they are shown.
An ordinary file is settled by its sizes alone.
"""

from functools import cached_property
from posixpath import basename

from asn_nilai.acuan.batas import MEGA
from asn_nilai.baca.rupa import periksa_teks
from asn_nilai.baca.urai import tolak_dtd, urai_xml
from asn_nilai.baca.wadah import Arsip

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
        if any(b"<!DOCTYPE" in satu for satu in data):
            tolak_dtd()
        self._terpanjang = max(map(_teks_terpanjang, data), default=0)

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
        for nomor in self._nomor(bagian):
            huruf += self._panjang[nomor] if 0 <= nomor < len(self._panjang) else 0
        periksa_teks(huruf, nama_lembar, self._arsip.batas)

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

    def _nomor(self, bagian: str) -> list[int]:
        """Return which text each cell of a sheet shows."""
        hasil: list[int] = []
        dalam = [False, False]

        def buka(nama: str, atribut: dict[str, str]) -> None:
            if nama == "c":
                dalam[0] = atribut.get("t") == "s"
            dalam[1] = nama == "v" and dalam[0]

        def tutup(_: str) -> None:
            dalam[1] = False

        def teks(isi: str) -> None:
            if dalam[1] and isi.strip().isdecimal():
                hasil.append(int(isi))

        urai_xml(self._arsip.alirkan(bagian), buka=buka, tutup=tutup, teks=teks)
        return hasil


def _teks_terpanjang(data: bytes) -> int:
    """Return how many bytes the longest text of a part has at most."""
    kepala, *teks = data.split(b"<si")
    # What stands before the first text is no text, unless texts bear a prefix.
    return max(map(len, (*teks, kepala) if b":si" in kepala else teks), default=0)
