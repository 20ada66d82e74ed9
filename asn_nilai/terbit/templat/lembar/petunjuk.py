"""Writes a sheet of guidance from top to bottom: sections, numbered sentences, tables of two columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from asn_nilai.terbit.buku.gaya import tinggi_baris
from asn_nilai.terbit.templat.lembar.lembar import LembarTemplat

_LEBAR = (4.0, 24.0, 62.0)


@dataclass(slots=True)
class Petunjuk:
    """Writes from top to bottom; `baris` is the next free row, 0-based."""

    lembar: LembarTemplat
    baris: int = 0

    def judul(self, teks: str, bawah: str) -> None:
        """Write the title and the line below it."""
        self.lembar.dalam.set_row(0, 26)
        self.lembar.teks(0, 0, teks, self.lembar.gaya("judul"))
        self.lembar.teks(1, 0, bawah, self.lembar.gaya("pudar"))
        self.baris = 3

    def bagian(self, teks: str) -> None:
        """Begin a section."""
        self.lembar.dalam.set_row(self.baris, 22)
        self.lembar.judul_bagian(self.baris, teks, len(_LEBAR), "anak_judul")
        self.lembar.dalam.set_row(self.baris + 1, 5)
        self.baris += 2

    def langkah(self, kalimat: Sequence[str]) -> None:
        """Write numbered sentences."""
        for nomor, teks in enumerate(kalimat, 1):
            self.lembar.dalam.set_row(self.baris, tinggi_baris(teks, 1.1 * (_LEBAR[1] + _LEBAR[2])))
            self.lembar.angka(self.baris, 0, nomor, self.lembar.gaya("tebal", "lipat", "tengah"))
            self.lembar.dalam.merge_range(self.baris, 1, self.baris, 2, teks, self.lembar.gaya("lipat"))
            self.baris += 1
        self.baris += 1

    def pasangan(self, isi: Sequence[tuple[str, str]]) -> int:
        """Write a table of two columns; return its first row."""
        awal = self.baris
        for kiri, kanan in isi:
            self.lembar.dalam.set_row(self.baris, tinggi_baris(kanan, 1.1 * _LEBAR[2]))
            self.lembar.teks(self.baris, 1, kiri, self.lembar.gaya("teks", "tebal"))
            self.lembar.teks(self.baris, 2, kanan, self.lembar.gaya("teks"))
            self.baris += 1
        self.baris += 1
        return awal

    def selesai(self, kaki: tuple[str, str]) -> None:
        """Set up the page, and protect it; `kaki` is what stands at the left and right of the footer."""
        for kolom, lebar in enumerate(_LEBAR):
            self.lembar.dalam.set_column(kolom, kolom, lebar)
        self.lembar.siapkan_cetak(0, self.baris, len(_LEBAR) - 1, kaki)
        self.lembar.dalam.set_portrait()
        self.lembar.kunci()
