"""A table as it was submitted: tidy columns whose every value knows its cell.

Columns are plain lists, one value per data row, because a unit's table has hundreds of rows, not millions, and
a check reads best as a loop over them. Addresses are computed only when somebody asks for them.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import cast

from asn_nilai.acuan.letak import Letak

NilaiSel = str | float | bool | None


@cache
def nama_kolom(indeks: int) -> str:
    """Return a column's letters for its 0-based index: 0 → `A`, 27 → `AB`."""
    huruf = ""
    nomor = indeks + 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def indeks_kolom(huruf: str) -> int:
    """Return a column's 0-based index for its letters, large or small: `A` → 0, `ab` → 27."""
    nomor = 0
    for h in huruf.upper():
        nomor = nomor * 26 + ord(h) - 64
    return nomor - 1


def nama_sel(baris: int, kolom: int) -> str:
    """Return the A1 address of a cell for its 0-based row and column on the sheet."""
    return f"{nama_kolom(kolom)}{baris + 1}"


@dataclass(slots=True)
class Tabel:
    """One form's table on one sheet.

    Attributes:
        formulir: the form's name, `Target`, `Capaian`, `Perilaku`, `Unit`, `Pegawai` or `Indikator`.
        berkas: the file, relative to the work folder, with `/` between its parts.
        lembar: the sheet's name as it stands in the file.
        kolom: for each column found, by its key (see `acuan.isian.formulir.daftar_formulir`), its 0-based index on the sheet.
        baris: for each data row its 0-based index on the sheet.
        isi: for each key of the form (also of an absent optional column, and of `no`, which stays blank) one value per data row. Texts are
            trimmed and never None (blank is `""`); numbers are floats as typed, None where the cell is blank or could
            not be read.
        cacat: (key, row position) → code of the finding, for each cell whose text could not become a value.
        teks_kosong: (key, row position) → the text of a number cell that says there is no number, such as `-` or
            `belum ada`; the value is None then.
        asal: (key, row position) → 0-based row on the sheet where the value stands, for a value that a merged cell
            gives to the rows below its first.
        luar: (key, row position) → the cell, for a value that stands in another workbook than the table's.
        rupa: (key, row position) → the dress, for a rating whose dress says that it may not count: `dicoret`.
    """

    formulir: str
    berkas: str
    lembar: str
    kolom: dict[str, int]
    baris: list[int]
    isi: dict[str, list[NilaiSel]]
    cacat: dict[tuple[str, int], str] = field(default_factory=dict)
    teks_kosong: dict[tuple[str, int], str] = field(default_factory=dict)
    asal: dict[tuple[str, int], int] = field(default_factory=dict)
    luar: dict[tuple[str, int], Letak] = field(default_factory=dict)
    rupa: dict[tuple[str, int], str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.baris)

    def teks(self, kunci: str) -> list[str]:
        """Return a text column, one string per data row: the column itself, not to be changed."""
        return cast("list[str]", self.isi[kunci])

    def angka(self, kunci: str) -> list[float | None]:
        """Return a number column, one float or None per data row: the column itself, not to be changed."""
        return cast("list[float | None]", self.isi[kunci])

    def sel(self, kunci: str, posisi: int) -> str:
        """Return the A1 address of the cell of column `kunci` in data row `posisi` (0-based), blank if absent."""
        kolom = self.kolom.get(kunci)
        if kolom is None:
            return ""
        baris = self.baris[posisi]
        return nama_sel(self.asal.get((kunci, posisi), baris) if self.asal else baris, kolom)

    def semua_sel(self, kunci: str) -> list[str]:
        """Return what `sel` gives for each data row."""
        if kunci not in self.kolom or self.asal:
            return [self.sel(kunci, posisi) for posisi in range(len(self))]
        huruf = nama_kolom(self.kolom[kunci])
        return [f"{huruf}{baris + 1}" for baris in self.baris]

    def semua_tempat(self, kunci: str) -> list[str]:
        """Return the places of a column's cells in words, one for each data row."""
        if self.luar:
            return [str(self.letak(kunci, posisi)) for posisi in range(len(self))]
        return [f"{self.berkas} › {self.lembar} › {sel}" for sel in self.semua_sel(kunci)]

    def letak(self, kunci: str, posisi: int) -> Letak:
        """Return the place of a cell for a finding."""
        luar = self.luar.get((kunci, posisi)) if self.luar else None
        return luar or Letak(self.berkas, self.lembar, self.sel(kunci, posisi))

    def semua_letak(self, kunci: str) -> list[Letak]:
        """Return what `letak` gives for each data row."""
        if self.luar:
            return [self.letak(kunci, posisi) for posisi in range(len(self))]
        return [Letak(self.berkas, self.lembar, sel) for sel in self.semua_sel(kunci)]
