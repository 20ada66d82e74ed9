"""Read and check a whole period without scoring: the findings, and each unit's state of submission.

At the start of a year, before any unit has submitted a month, it is the skema and the year's targets that are checked.

Earlier months are read to compare with, which `hitung` never does: plausibility is asked while a unit can still mend, and costs the
scoring nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.riwayat.keadaan import Beda
from asn_nilai.acuan.riwayat.riwayat import TargetTerbaca
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.pesan.akar_temuan import dengan_menunggu, lipat
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.setoran.status import BERKAS_HILANG
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.asing.berkas import temuan_salah_bulan
from asn_nilai.alur.asing.salinan import temuan_salinan
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.masukan.ketepatan import ketepatan_periode
from asn_nilai.alur.masukan.target_layak import temuan_tahun_lalu, temuan_target_layak
from asn_nilai.alur.organisasi import pertanyaan_diubah
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel, proses_paralel
from asn_nilai.alur.riwayat.kiriman_lalu import berubah_sejak_dihitung
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.target_tahun import baca_target, buka_target, catat_target, menurut_kode
from asn_nilai.alur.siapkan import buka_ruang, siapkan
from asn_nilai.alur.temuan_penempatan import temuan_penempatan
from asn_nilai.baca.setoran.asal_templat import baca_identitas_templat
from asn_nilai.baca.setoran.capaian_lalu import baca_capaian_lalu
from asn_nilai.periksa import periksa_kewajaran
from asn_nilai.ruang_kerja import FolderDilihat
from asn_nilai.terbit.berkas import tulis_masing


def siapkan_validasi(folder: Path, periode: str | None) -> Konteks:
    """Open a work folder for checking; without a period and without any capaian, for the year's targets alone.

    Raises:
        PenggunaanError: anything that makes the run impossible.
    """
    ruang = buka_ruang(folder)
    if periode is None and ruang.bulan_terbaru() is None:
        return siapkan(folder, str(ruang.tahun), target_saja=True)
    return siapkan(folder, periode)


class HasilValidasi(NamedTuple):
    """Each unit's submission, in the register's order, the findings that belong to no unit, and how many people do not.

    `gagal` says what could not be written to the register of targets; `berubah` in what the books of a unit (by its code) that has
    sent again differ from those last computed.
    """

    unit: list[SetoranUnit]
    umum: list[Temuan]
    tanpa_unit: int
    gagal: tuple[str, ...]
    berubah: Mapping[str, tuple[Beda, ...]]

    @property
    def temuan(self) -> list[Temuan]:
        """Return all findings, general ones first."""
        return [*self.umum, *(butir for unit in self.unit for butir in unit.temuan)]


class UnitDiperiksa(NamedTuple):
    """A unit's findings, what its target workbook adds to the register of the year's targets, and what it sent otherwise before."""

    kode: str
    temuan: list[Temuan]
    target: TargetTerbaca | None = None
    berubah: tuple[Beda, ...] = ()


class PemeriksaanKota(NamedTuple):
    """The check of a city while it runs: its units by their codes, and each one's findings as they come."""

    konteks: Konteks
    dipilih: Sequence[str]
    berjalan: Iterator[UnitDiperiksa]

    def tunggu(self, lapor: Lapor) -> HasilValidasi:
        """Wait until all is checked.

        What follows from the skema is counted there and reaches no unit. What rests on no unit's books is done before them.
        """
        skema, periode = self.konteks.skema, self.konteks.periode
        jumlah = {kode: skema.jumlah_asn(kode, periode) for kode in (*self.dipilih, TANPA_UNIT.kode)}
        menurut: dict[str, list[Temuan]] = {kode: [] for kode in self.dipilih}
        umum = [
            *self.konteks.temuan_pengaturan,
            *pertanyaan_diubah(self.konteks.ruang),
            *temuan_tahun_lalu(self.konteks.ruang),
            *temuan_salinan(self.konteks.ruang),
            *self.konteks.temuan_riwayat,
            *self.konteks.temuan_skema,
            *temuan_penempatan(skema, periode),
            *self.konteks.temuan_bkn,
        ]
        target: list[TargetTerbaca | None] = []
        berubah: dict[str, tuple[Beda, ...]] = {}
        for asing in self.konteks.asing:
            if asing.unit in menurut:
                menurut[asing.unit].append(asing)
            elif not asing.unit:
                umum.append(asing)
        for diperiksa in self.berjalan:
            menurut[diperiksa.kode] += diperiksa.temuan
            target.append(diperiksa.target)
            berubah[diperiksa.kode] = diperiksa.berubah
            lapor(diperiksa.kode)
        menunggu: Counter[str] = Counter()
        unit, ketepatan = [], ketepatan_periode(self.konteks.ruang, skema, periode)
        for kode in self.dipilih:
            sendiri, banyak = lipat(menurut[kode])
            menunggu.update(banyak)
            unit.append(SetoranUnit(self.konteks.unit(kode), jumlah[kode], tuple(sendiri), ketepatan))
        gagal = tuple(tulis_masing([partial(catat_target, self.konteks, menurut_kode(target))]))
        return HasilValidasi(unit, dengan_menunggu(umum, menunggu), jumlah[TANPA_UNIT.kode], gagal, berubah)


@contextmanager
def mulai_periksa(
    konteks: Konteks, dipilih: Sequence[str], *, paralel: Paralel = None
) -> Iterator[PemeriksaanKota]:
    """Start to check the submissions of the units named by their codes, or their targets alone.

    Other processes read at once, so that whoever asked can make ready meanwhile what the answer needs; they end beside what is made of it
    before this is left.
    """
    riwayat = register_periode(konteks).baca()
    konteks = buka_target(replace(konteks, riwayat=riwayat, lihat=FolderDilihat()))
    with proses_paralel(konteks, paralel, len(dipilih), sekali=True) as pekerja:
        yield PemeriksaanKota(konteks, dipilih, pekerja.jalankan(periksa_aman, dipilih, _mati))


def periksa_aman(konteks: Konteks, kode: str) -> UnitDiperiksa:
    """Check a unit. A fault of the program itself becomes a finding of this unit alone."""
    try:
        with pemeriksaan.tanpa_pemulung():
            return _periksa(konteks, kode)
    except PenggunaanError:  # what all units rest on: a register that cannot be read
        raise
    except Exception as galat:  # noqa: BLE001 - one unit never stops the others
        return UnitDiperiksa(kode, [pemeriksaan.program_gagal(kode, galat)])


def _mati(_: Konteks, kode: str) -> UnitDiperiksa:
    return UnitDiperiksa(kode, [pemeriksaan.proses_mati(kode)])


def _periksa(konteks: Konteks, kode: str) -> UnitDiperiksa:
    """Check a unit, plausibility last: figures that are wrong come before those that are odd."""
    unit = pemeriksaan.susun(konteks, kode)
    semua = pemeriksaan.periksa(konteks, unit)
    if konteks.target_saja:  # nobody waits for a month yet
        semua = [t for t in semua if t.kode != BERKAS_HILANG or t.bulan is None]
    semua += _templat_usang(konteks, unit.isian)
    belum_setor = [bulan for bulan in konteks.periode.bulan if not unit.isian.setoran[bulan]]
    semua += temuan_salah_bulan(konteks.ruang, konteks.skema, konteks.unit(kode), belum_setor)
    if unit.target and unit.isian.capaian:
        semua += periksa_kewajaran(unit, _capaian_lalu(konteks, kode), konteks.ruang.kewajaran)
    semua += temuan_target_layak(konteks, unit.isian, unit.tahun)
    berubah = berubah_sejak_dihitung(konteks, unit.isian)
    return UnitDiperiksa(kode, semua, baca_target(konteks, unit.isian), berubah)


def _capaian_lalu(konteks: Konteks, kode: str) -> Mapping[Bulan, Tabel]:
    """Read a unit's capaian tables of the months before the period, as many as the settings say."""
    awal = konteks.periode.bulan[0]
    terawal = max(1, awal.bulan - konteks.ruang.kewajaran.bulan_dibaca)
    bulan = (Bulan(awal.tahun, nomor) for nomor in range(terawal, awal.bulan))
    return baca_capaian_lalu(konteks.ruang, konteks.unit(kode), bulan, konteks.skema, konteks.lihat)


def _templat_usang(konteks: Konteks, isian: IsianUnit) -> Iterator[Temuan]:
    """Yield each file that was made from a template older than the unit's registers; nobody knows while these are faulty."""
    if konteks.skema.bercacat:
        return
    akar = konteks.ruang.akar
    for nama in chain.from_iterable(isian.setoran.values()):
        identitas = isian.templat[nama] if nama in isian.templat else baca_identitas_templat(akar / nama)
        if identitas is not None and not identitas.masih_berlaku(konteks.skema):
            yield temuan("templat-usang", Letak(nama), unit=isian.unit.kode)
