"""The program for other programs: a work folder opened, checked, scored and explained, with frozen rows as answers.

What `asn_nilai` itself exports is kept stable; docs/API.md describes it, and a test runs its examples. Everything else in the
package may change with any version.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import NilaiAsn, NilaiIndikator
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.alur.dikatakan import dikatakan
from asn_nilai.alur.hitungan.di_memori import HasilNilai
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.proses.papan import diam
from asn_nilai.alur.siapkan import buka_ruang, pilih_unit, siapkan, siapkan_tahun
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError

__all__ = [
    "Bulan", "HasilNilai", "HasilPeriksa", "HasilTerbit", "HasilUnit", "Letak", "NilaiAsn", "NilaiIndikator", "PenggunaanError",
    "Penjelasan", "Periode", "RuangTerbuka", "SetoranUnit", "Temuan", "Tingkat", "Unit", "buka_ruang_kerja",
]  # fmt: skip


@contextmanager
def _dikatakan() -> Iterator[None]:
    """Let whatever a person can mend come out as one kind of error: what the system refuses as well, in Indonesian."""
    try:
        with dikatakan():
            yield
    except TulisGagalError as galat:
        raise PenggunaanError(str(galat)) from galat


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What checking a period found.

    Attributes:
        periode: the period.
        unit: each unit's submission with its state and findings, in the register's order.
        umum: findings that belong to no unit.
    """

    periode: Periode
    unit: tuple[SetoranUnit, ...]
    umum: tuple[Temuan, ...]

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """Return all findings, those that belong to no unit first."""
        return (*self.umum, *(temuan for unit in self.unit for temuan in unit.temuan))


@dataclass(frozen=True, slots=True)
class HasilTerbit:
    """What publishing a period wrote.

    Attributes:
        periode: the period.
        folder: where the results are.
        gagal: what could not be written, as Indonesian sentences; the old files stay.
    """

    periode: Periode
    folder: Path
    gagal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuangTerbuka:
    """A work folder, open. Its files are read anew by each call; a period is typed as on the command line.

    Attributes:
        ruang: the folder and its settings.
    """

    ruang: RuangKerja

    @property
    def folder(self) -> Path:
        """Return the folder, absolute."""
        return self.ruang.akar

    @property
    def instansi(self) -> str:
        """Return whose work folder it is."""
        return self.ruang.instansi

    @property
    def tahun(self) -> int:
        """Return its year."""
        return self.ruang.tahun

    @property
    @_dikatakan()
    def bulan(self) -> tuple[Bulan, ...]:
        """Return the months that have submissions, in order.

        Raises:
            PenggunaanError: their folder cannot be looked into.
        """
        from asn_nilai.alur.masukan.keadaan_hasil import bulan_bersetoran

        return bulan_bersetoran(self.ruang)

    @property
    @_dikatakan()
    def unit(self) -> tuple[Unit, ...]:
        """Return the units of the register.

        Raises:
            PenggunaanError: the skema or the rule cannot be used.
        """
        return tuple(siapkan_tahun(self.folder).skema.unit.values())

    @_dikatakan()
    def periksa(
        self, periode: str | None = None, *, unit: str | Sequence[str] = (), paralel: int = 1
    ) -> HasilPeriksa:
        """Check submissions, as `asn-nilai validasi` does; only the year's register of targets is written to.

        Args:
            periode: the period, None for the newest month that has submissions.
            unit: code or name of a unit, or several of them; none for all.
            paralel: number of processes; more than one needs `if __name__ == "__main__":` in a script.

        Raises:
            PenggunaanError: it cannot be done; the message, in Indonesian, says what to do.
        """
        from asn_nilai.alur.perintah.validasi import mulai_periksa

        konteks = siapkan(self.folder, periode)
        dipilih = pilih_unit(konteks, [unit] if isinstance(unit, str) else unit)
        with mulai_periksa(konteks, dipilih, paralel=paralel) as pemeriksaan:
            hasil = pemeriksaan.tunggu(diam)
        return HasilPeriksa(konteks.periode, tuple(hasil.unit), tuple(hasil.umum))

    @_dikatakan()
    def nilai(
        self,
        periode: str | None = None,
        *,
        aturan: str | None = None,
        sementara: bool = False,
        paralel: int = 1,
    ) -> HasilNilai:
        """Score a period in memory; nothing is written.

        Args:
            periode: the period, None for the newest month that has submissions.
            aturan: code or file of a rule, None for the work folder's own.
            sementara: whether months that are still to come are left out.
            paralel: number of processes; more than one needs `if __name__ == "__main__":` in a script.

        Raises:
            PenggunaanError: it cannot be done; the message, in Indonesian, says what to do.
        """
        from asn_nilai.alur.hitungan.di_memori import nilai_semua

        konteks = siapkan(self.folder, periode, aturan, sementara=sementara)
        return nilai_semua(konteks, konteks.kode_hasil, diam, paralel=paralel)

    @_dikatakan()
    def jelaskan(self, asn: str, periode: str | None = None, *, aturan: str | None = None) -> Penjelasan:
        """Explain one ASN's score.

        Args:
            asn: a NIP, or a name that one ASN alone bears.
            periode: the period, None for the newest month that has submissions.
            aturan: code or file of a rule, None for the work folder's own.

        Raises:
            PenggunaanError: it cannot be done; the message, in Indonesian, says what to do.
        """
        from asn_nilai.alur.perintah.jelaskan import jelaskan, tentukan_asn

        konteks = siapkan(self.folder, periode, aturan)
        return jelaskan(konteks, tentukan_asn(konteks, asn)[0])

    @_dikatakan()
    def terbitkan(self, periode: str | None = None, *, paksa: bool = False, paralel: int = 1) -> HasilTerbit:
        """Score a period and write workbooks, pages and data, as `asn-nilai hitung` does.

        Args:
            periode: the period, None for the newest month that has submissions.
            paksa: compute also what did not change.
            paralel: number of processes; more than one needs `if __name__ == "__main__":` in a script.

        Raises:
            PenggunaanError: it cannot be done, or the period is locked; the message, in Indonesian, says what to do.
        """
        from asn_nilai.alur.perintah.hitung import hitung_kota

        konteks = siapkan(self.folder, periode)
        hasil = hitung_kota(konteks, list(konteks.skema.unit), diam, paralel=paralel, paksa=paksa)
        return HasilTerbit(konteks.periode, hasil.folder, tuple(hasil.pesan))


@_dikatakan()
def buka_ruang_kerja(folder: str | PathLike[str]) -> RuangTerbuka:
    """Open a work folder.

    Raises:
        PenggunaanError: no work folder, or settings that cannot be used; the message, in Indonesian, says what to do.
    """
    return RuangTerbuka(buka_ruang(Path(folder)))
