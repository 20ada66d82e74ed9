"""What a unit's submission came to, before anything is scored: its state, its findings by cause, the text it gets.

Terminal, page and chat text all speak from here, so that a unit hears one story.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import PurePosixPath

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.setoran.ketepatan import Ketepatan
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import KelompokTemuan, kelompokkan_sebab
from asn_nilai.acuan.setoran.pesan.pesan_unit import SUDAH_DATANG, pesan_unit
from asn_nilai.acuan.setoran.status import BERKAS_HILANG, status_unit
from asn_nilai.acuan.temuan import Temuan, Tingkat


@baris_ringan
class SetoranUnit:
    """A unit's submission for a period.

    Attributes:
        unit: the unit.
        jumlah_asn: ASN placed there in the period.
        temuan: every finding, those of its files under a wrong name too.
        ketepatan: the month beside its deadline; None where none is asked for, or the period has several months.
    """

    unit: Unit
    jumlah_asn: int
    temuan: tuple[Temuan, ...] = ()
    ketepatan: Ketepatan | None = None

    @cached_property
    def status(self) -> str:
        """Return `lengkap`, `ada galat`, `belum setor` or `tak terbaca`."""
        return status_unit(self.temuan)

    @cached_property
    def galat(self) -> int:
        """Return the number of findings that keep something from being scored."""
        return sum(temuan.tingkat is Tingkat.GALAT for temuan in self.temuan)

    @cached_property
    def peringatan(self) -> int:
        """Return the number of findings that ask for a look."""
        return sum(temuan.tingkat is Tingkat.PERINGATAN for temuan in self.temuan)

    @cached_property
    def kelompok(self) -> list[KelompokTemuan]:
        """Return the findings by cause, in the order of mending; of a file that came under another name only that."""
        return kelompokkan_sebab(self.tanpa_yang_datang)

    @property
    def mulai(self) -> KelompokTemuan | None:
        """Return what to mend first; None where nothing is more than worth knowing."""
        return next((k for k in self.kelompok if k.jenis.tingkat is not Tingkat.INFO), None)

    def pesan(self, periode: str) -> str:
        """Return the text for the unit; `periode` as people call it, `Juni 2026`."""
        status = status_unit(self.tanpa_yang_datang)
        tenggat = self.ketepatan.tentang(self.unit.kode, status) if self.ketepatan else ""
        return pesan_unit(self.unit, periode, status, self.kelompok, tenggat)

    @cached_property
    def tanpa_yang_datang(self) -> list[Temuan]:
        """Return the findings but for missing files that lie elsewhere or under another name: nobody need ask the unit for those."""
        datang = sudah_datang(self.temuan)
        return [temuan for temuan in self.temuan if not datang(temuan.kode, temuan.letak.berkas)]

    def sebagai_dict(self) -> dict[str, object]:
        """Return it with the keys of the contract."""
        return {
            "kode_unit": self.unit.kode,
            "status": self.status,
            "galat": self.galat,
            "peringatan": self.peringatan,
        }


def sudah_datang(semua: Iterable[Temuan]) -> Callable[[str, str], bool]:
    """Return what tells by a finding's kind and file whether it misses a file that has come, as `semua` say, under another name or elsewhere."""
    tujuan = {_tanpa_akhiran(dict(temuan.isi)["tujuan"]) for temuan in semua if temuan.kode in SUDAH_DATANG}
    return lambda kode, berkas: kode == BERKAS_HILANG and _tanpa_akhiran(berkas) in tujuan


def _tanpa_akhiran(berkas: str) -> PurePosixPath:
    return PurePosixPath(berkas).with_suffix("")
