"""What of one sheet of a submission is one ASN's: the rows, header and identity around them, each cell in its own place."""

from dataclasses import dataclass
from enum import StrEnum

from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan


class Peran(StrEnum):
    """What a cell is to the sheet."""

    IDENTITAS = "identitas"
    KEPALA = "kepala"
    ISI = "isi"


@dataclass(frozen=True, slots=True)
class SelCuplikan:
    """A cell as it stands in the submission.

    Attributes:
        baris, kolom: its place on the sheet, 0-based.
        isi: what is seen there: a number as a float, all else as text.
        kunci: the column's key; blank in the identity block.
        persen: whether the number is shown as a percentage.
    """

    baris: int
    kolom: int
    peran: Peran
    isi: str | float
    kunci: str = ""
    persen: bool = False


@dataclass(frozen=True, slots=True)
class Cuplikan:
    """One ASN's part of a sheet.

    Attributes:
        berkas, lembar: the submission and its sheet.
        formulir: the form, `Target`, `Capaian` or `Perilaku`.
        bulan: the month of a capaian workbook; None of a target workbook, which is the year's.
    """

    berkas: str
    lembar: str
    formulir: str
    bulan: Bulan | None
    sel: tuple[SelCuplikan, ...]

    def letak(self, sel: SelCuplikan) -> Letak:
        """Return the place of a cell in the submission."""
        return Letak(self.berkas, self.lembar, nama_sel(sel.baris, sel.kolom))
