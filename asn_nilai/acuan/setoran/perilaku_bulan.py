"""What one month's row of a Perilaku sheet says of an ASN: every cell as it was written, and what it comes to.

Faces show it as it stands here, so that whoever is rated sees the seven aspects, the leader's word and the reason for it.
"""

from math import nan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.kata.tanpa_isi import berkata
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan


@baris_ringan
class IsiPerilaku:
    """One cell.

    Attributes:
        teks: what stands there as a reader sees it; blank where nothing does, or nothing that can be read.
        letak: the cell, without an address where the sheet has no such column.
        skor: the score or number that it means, NaN where it means none.
    """

    teks: str
    letak: Letak
    skor: float = nan


@baris_ringan
class SimpulanPerilaku:
    """What cells come to.

    Attributes:
        rating: the behaviour rating, blank without one; where the rule stays with numbers, the number.
        angka: the number where the rule asks for one, else NaN.
        tingkat: the level: the rating, or of a number the highest rating that it reaches; blank where there is none.
    """

    rating: str = ""
    angka: float = nan
    tingkat: str = ""


@baris_ringan
class PerilakuBulan:
    """One month's row.

    Attributes:
        bulan: the month of the sheet.
        aspek: the seven aspects in the form's order.
        pimpinan: the cell of the leader's word (`Rating Perilaku`).
        ide: the cell that says whether there was a new idea; `ide_baru` whether it says so.
        catatan: the cell of the note.
        hasil: what the row gives: the leader's word where there is one, else what the aspects give.
        menurut_aspek: what the seven aspects give by themselves.
        kode_unit: the unit whose sheet it is.
        dari_bkn: whether `pimpinan` stands in an export of e-Kinerja BKN, and not on a sheet of the unit.
        mustahil: whether some aspects are blank, and the others could not give `hasil`'s level whatever stood in those.
    """

    bulan: Bulan
    aspek: tuple[IsiPerilaku, ...]
    pimpinan: IsiPerilaku
    ide: IsiPerilaku
    ide_baru: bool
    catatan: IsiPerilaku
    hasil: SimpulanPerilaku
    menurut_aspek: SimpulanPerilaku
    kode_unit: str = ""
    dari_bkn: bool = False
    mustahil: bool = False

    @property
    def bertentangan(self) -> bool:
        """Tell whether the leader's word is another level than the seven aspects give, or than those that say something could."""
        if not (self.pimpinan.teks and self.hasil.tingkat):
            return False
        return self.mustahil or self.menurut_aspek.tingkat not in {"", self.hasil.tingkat}

    @property
    def bercatatan(self) -> bool:
        """Tell whether the note says anything; a lone dash does not, nor `n/a`."""
        return berkata(self.catatan.teks)
