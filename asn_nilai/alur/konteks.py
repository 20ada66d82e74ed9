"""What every unit of a run shares: work folder, registers, period and rule profile, read and checked once."""

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.skema import TANPA_UNIT, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.riwayat.riwayat import Riwayat, TargetTahun
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.organisasi import organisasi_tidak_dipakai, unit_tidak_dikenal
from asn_nilai.alur.temuan_aturan import temuan_aturan
from asn_nilai.alur.temuan_penempatan import temuan_penempatan
from asn_nilai.ruang_kerja import LihatFolder, RuangKerja, buku_kerja, menurut_nama
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes

if TYPE_CHECKING:
    from asn_nilai.acuan.setoran.ekspor_bkn import EksporBkn


class PenggunaanError(ValueError):
    """The command cannot run as asked; the message, in Indonesian, says what to do. Exit status 2."""


@baris_ringan
class Konteks:
    """A run's common ground.

    Attributes:
        temuan_skema: findings of the skema.
        asing: findings of files under a wrong name or in a wrong place; `unit` is the one they seem to belong to.
        riwayat: the period's register of changes; one without a file for a run that neither adds to it nor shows it.
        target: the register of the year's targets; None for such a run.
        versi: the locked version that the results are to be; None before a lock.
        tujuan: where results are written; None for their place in the work folder.
        sementara: whether months that are still to come are left out of scores, which are provisional then.
        dikoreksi: whether a locked period is being corrected: it looks at other months as they are now, not as the lock knew them.
        ruang_register: the work folder whose year's register tells what targets first were; None for `ruang`. A lock's copy of the
            inputs is a work folder without registers.
        target_saja: whether nothing is scored, and targets alone are looked at.
        baris_lain: by NIP the rows that stand in the book of a unit which is not the ASN's, as far as they are known.
        lihat: looks into the folders of submissions when units are read; a run over many units looks once for all of them.
    """

    ruang: RuangKerja
    skema: Skema
    periode: Periode
    aturan: Aturan
    temuan_skema: tuple[Temuan, ...] = ()
    asing: tuple[Temuan, ...] = ()
    riwayat: Riwayat = field(default_factory=lambda: Riwayat(""))
    target: TargetTahun | None = None
    versi: VersiTerkunci | None = None
    tujuan: Path | None = None
    sementara: bool = False
    dikoreksi: bool = False
    ruang_register: RuangKerja | None = None
    target_saja: bool = False
    baris_lain: Mapping[str, tuple[Temuan, ...]] = field(default_factory=dict)
    lihat: LihatFolder = menurut_nama

    @property
    def kode_kunci(self) -> str:
        """Return the short code of the locked version, blank before a lock."""
        return self.versi.kode if self.versi else ""

    @property
    def folder(self) -> Path:
        """Return the folder to which the period's results are written."""
        return self.tujuan or self.ruang.folder_hasil(self.periode)

    @property
    def temuan_umum(self) -> tuple[Temuan, ...]:
        """Return the findings that belong to no unit's result: a stray file is nobody's until it has its name."""
        return (
            *temuan_aturan(self.aturan, self.skema, self.periode),
            *organisasi_tidak_dipakai(self.ruang, self.aturan),
            *self.temuan_pengaturan,
            *self.temuan_riwayat,
            *self.temuan_skema,
            *temuan_penempatan(self.skema, self.periode),
            *self.temuan_bkn,
            *(replace(asing, unit="") for asing in self.asing),
        )

    @cached_property
    def ekspor_bkn(self) -> "Mapping[Bulan, EksporBkn]":
        """Return the exports of e-Kinerja BKN of the period's months; none where behaviour is not taken from them."""
        if not self.ruang.bkn.perilaku:
            return {}
        from asn_nilai.baca.setoran.ekspor_bkn import baca_ekspor  # noqa: PLC0415 - most cities take none

        return {bulan: baca_ekspor(self.ruang, bulan.periode, self.skema) for bulan in self.periode.bulan}

    @property
    def berkas_bkn(self) -> list[Path]:
        """Return the files from which behaviour may be taken."""
        if not self.ruang.bkn.perilaku:
            return []
        return [f for bulan in self.periode.bulan for f in buku_kerja(self.ruang.folder_bkn(bulan.periode))]

    @property
    def temuan_bkn(self) -> tuple[Temuan, ...]:
        """Return the findings of the exports from which behaviour is taken."""
        return tuple(temuan for ekspor in self.ekspor_bkn.values() for temuan in ekspor.temuan)

    @property
    def temuan_pengaturan(self) -> tuple[Temuan, ...]:
        """Return a finding for each key and each unit in the settings that nobody knows."""
        return (*self.ruang.temuan, *unit_tidak_dikenal(self.ruang, self.skema))

    @property
    def temuan_riwayat(self) -> tuple[Temuan, ...]:
        """Return the findings of registers of changes that are not whole, and of indicators that the year's says were others."""
        target = (*self.target.riwayat.temuan, *self.target.diubah) if self.target else ()
        return (*self.riwayat.temuan, *target)

    @property
    def kode_hasil(self) -> list[str]:
        """Return the codes of all units; last the blank one, where the register does not say somebody's unit."""
        tanpa = self.skema.jumlah_asn(TANPA_UNIT.kode, self.periode)
        return [*self.skema.unit, *([TANPA_UNIT.kode] if tanpa else [])]

    def pada(self, periode: Periode) -> Self:
        """Return the same ground for another period of the year, without what was found of stray files."""
        skema, aturan = self.skema.pada(periode), self.aturan.pada(periode)
        lain = replace(self, skema=skema, periode=periode, aturan=aturan, asing=(), dikoreksi=False)
        return replace(lain, sementara=dihitung_sementara(self.ruang, periode))

    def unit(self, kode: str) -> Unit:
        """Return a unit by its code; blank is that of the people whose unit the register does not say."""
        return self.skema.unit_atau_tanpa(kode)

    def berkas_unit(self, kode: str, lihat: LihatFolder = menurut_nama) -> list[Path]:
        """Return the files that a unit submitted for the period, also one that the skema no longer has."""
        semua = self.skema.unit[kode].semua_kode if kode in self.skema.unit else (kode,)
        waktu = (None, *self.periode.bulan)
        return [f for bulan in waktu for f in self.ruang.berkas_setoran(bulan, *semua, lihat=lihat)]


def dengan_aturan_ruang(konteks: Konteks) -> Konteks | None:
    """Return the same ground under its work folder's own rule; None where that cannot be used."""
    try:
        return replace(konteks, aturan=muat_aturan(konteks.ruang.aturan, konteks.ruang.akar))
    except AturanTidakSahError:
        return None


def menurut_ruang(konteks: Konteks) -> bool:
    """Tell whether a run scores by its work folder's own rule: what another gives is neither locked nor handed on."""
    sendiri = dengan_aturan_ruang(konteks)
    return sendiri is not None and sendiri.aturan.sha256 == konteks.aturan.sha256


def catatan_hasil(ruang: RuangKerja, periode: Periode) -> Manifes | None:
    """Return the record of a period's results as they stand in hasil/; None before a computation, or where it is none of ours."""
    return Manifes.baca(ruang.folder_hasil(periode) / NAMA_MANIFES)


def dihitung_sementara(ruang: RuangKerja, periode: Periode) -> bool:
    """Tell whether the results of a period, as they stand, hold provisional scores; those of one month never do."""
    if len(periode.bulan) == 1:
        return False
    manifes = catatan_hasil(ruang, periode)
    return manifes is not None and manifes.sementara
