"""Whether submissions came by the deadline that the office set, as far as the dates of files tell.

They tell little, and every face says so: a file that was copied, or mended and sent again, bears a later date than the first
that came. Where all files of a month bear one date they were copied together, and nobody is called late.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asn_nilai.acuan.pengaturan import PengaturanTenggat
from asn_nilai.acuan.periode import Bulan, tulis_tanggal
from asn_nilai.acuan.setoran.status import BELUM_SETOR

BUKTI_LEMAH = "Menurut tanggal berkas, bukti yang lemah: berkas yang disalin, atau diperbaiki lalu dikirim lagi, bertanggal lebih baru."
"""What is said wherever somebody is called late."""
_DISALIN = 3
"""From so many files on, one date for all of them is no chance."""


class Ketepatan(NamedTuple):
    """A month beside its deadline.

    Attributes:
        tanggal: the date of each unit's file by the unit's code, of those who submitted.
        terlambat: by how many working days it is after the deadline, of those whose file is.
        disalin: the one date that all files bear, long after the deadline; None where they do not.
    """

    bulan: Bulan
    tenggat: date
    tanggal: Mapping[str, date]
    terlambat: Mapping[str, int]
    disalin: date | None = None

    def tentang(self, kode: str, status: str) -> str:
        """Return what a unit is told of its own file, by the state of its submission; blank where nothing."""
        tenggat = tulis_tanggal(self.tenggat.isoformat())
        if status == BELUM_SETOR:
            return f"Tenggatnya {tenggat}."
        if kode not in self.terlambat:
            return ""
        tanggal = tulis_tanggal(self.tanggal[kode].isoformat())
        return (
            f"Berkasnya bertanggal {tanggal}, {self.terlambat[kode]} hari kerja sesudah tenggat {tenggat}. Tanggal berkas bukti yang "
            "lemah; bila keliru, beri tahu kami."
        )


class UnitTerlambat(NamedTuple):
    """A unit that was late: in which months by how many working days, of how many months in which it submitted by a deadline."""

    kode: str
    bulan: tuple[tuple[Bulan, int], ...]
    dari: int

    @property
    def kata(self) -> str:
        """Return it in words: `2 dari 6 bulan: Mei 1, Jun 4 hari kerja`."""
        semua = ", ".join(f"{bulan.singkatan} {hari}" for bulan, hari in self.bulan)
        return f"{len(self.bulan)} dari {self.dari} bulan: {semua} hari kerja"


def susun_ketepatan(
    bulan: Bulan, pengaturan: PengaturanTenggat, tanggal: Mapping[str, date]
) -> Ketepatan | None:
    """Return a month beside its deadline; None where none is asked for.

    Args:
        bulan: the month.
        pengaturan: gives the deadline and the days off.
        tanggal: the date of each unit's file, by the unit's code.
    """
    tenggat = pengaturan.pada(bulan)
    if tenggat is None:
        return None
    lambat = {kode: pengaturan.terlambat(tenggat, hari) for kode, hari in tanggal.items() if hari > tenggat}
    hari = set(tanggal.values())
    if lambat and len(tanggal) >= _DISALIN and len(hari) == 1:
        return Ketepatan(bulan, tenggat, tanggal, {}, hari.pop())
    return Ketepatan(bulan, tenggat, tanggal, lambat)


def unit_terlambat(semua: Sequence[Ketepatan], kode_unit: Iterable[str]) -> list[UnitTerlambat]:
    """Return the units that were late in any of the months, who was so most often first, then in the order given."""
    dinilai = [ketepatan for ketepatan in semua if ketepatan.disalin is None]
    hasil = [
        UnitTerlambat(
            kode,
            tuple((ini.bulan, ini.terlambat[kode]) for ini in dinilai if kode in ini.terlambat),
            sum(kode in ini.tanggal for ini in dinilai),
        )
        for kode in kode_unit
    ]
    return sorted((unit for unit in hasil if unit.bulan), key=lambda unit: -len(unit.bulan))


def kalimat_disalin(semua: Sequence[Ketepatan]) -> str:
    """Return the months whose files all bear one date, as a sentence; blank where there are none."""
    bulan = [f"{ini.bulan.label} ({tulis_tanggal(ini.disalin.isoformat())})" for ini in semua if ini.disalin]
    if not bulan:
        return ""
    return f"Ketepatan tidak dapat dilihat: semua berkas bertanggal sama, mungkin disalin sekaligus: {', '.join(bulan)}."
