"""How a run begins: the work folder opened, its registers and its rule read, and what was typed for the period and the units understood."""

from collections.abc import Sequence
from pathlib import Path

from asn_nilai.acuan import jam
from asn_nilai.acuan.isian.register.sebutan_unit import kenali_unit, sebab_bukan_unit
from asn_nilai.acuan.kata.ketikan_periode import baca_periode
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_berlaku
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.asing.berkas import temuan_asing
from asn_nilai.alur.asing.folder import temuan_folder
from asn_nilai.alur.kata_perintah import perintah_periode
from asn_nilai.alur.konteks import Konteks, PenggunaanError, dihitung_sementara
from asn_nilai.alur.organisasi import organisasi_tidak_sah
from asn_nilai.baca import baca_skema
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError


def buka_ruang(folder: Path) -> RuangKerja:
    """Open a work folder for what needs neither period nor rule.

    Raises:
        PenggunaanError: it is none.
    """
    try:
        return RuangKerja.buka(folder)
    except RuangKerjaTidakSahError as galat:
        raise PenggunaanError(str(galat)) from galat


def siapkan(
    folder: Path,
    periode: str | None = None,
    aturan: str | None = None,
    *,
    sementara: bool | None = None,
    target_saja: bool = False,
) -> Konteks:
    """Open a work folder for a period and a rule profile.

    Args:
        folder: the work folder.
        periode: a period as somebody typed it; None for the newest month that has capaian files.
        aturan: code or file of a profile; None for the work folder's own.
        sementara: whether months that are still to come are left out; None for as the period's results were computed.
        target_saja: whether targets alone are looked at: a rule of a part of the period will do.

    Raises:
        PenggunaanError: anything that makes the run impossible.
    """
    ruang = buka_ruang(folder)
    try:
        dipilih = _pilih_periode(ruang, periode)
        profil = muat_aturan(aturan or ruang.aturan, Path() if aturan else ruang.akar).pada(dipilih)
        skema, temuan_skema = baca_skema(ruang)
    except (RuangKerjaTidakSahError, AturanTidakSahError) as galat:
        raise PenggunaanError(str(galat)) from galat
    bagian = [bulan.periode for bulan in dipilih.bulan] if target_saja else [dipilih]
    if not any(map(profil.berlaku_pada, bagian)):
        # most commands have no option for another rule than the work folder's own
        di_sini = f"Tulis aturan lain di {NAMA_PENGATURAN}, atau hitung periode ini dengan --aturan KODE"
        cara = "Pilih aturan lain dengan --aturan" if aturan else di_sini
        raise PenggunaanError(
            f"Aturan {profil.profil.nama} berlaku {profil.profil.masa_berlaku}; {dipilih.label} di luar masa itu. "
            f"{cara}; yang berlaku: {', '.join(profil_berlaku(dipilih)) or 'tidak ada'}."
        )
    if keliru := organisasi_tidak_sah(ruang, profil):
        raise PenggunaanError(keliru)
    asing = tuple(temuan_asing(ruang, skema, dipilih))
    if sementara is None:
        sementara = dihitung_sementara(ruang, dipilih)
    return Konteks(
        ruang, skema.pada(dipilih), dipilih, profil, tuple(temuan_skema), asing,
        sementara=sementara, target_saja=target_saja,
    )  # fmt: skip


def asing_kini(tahun: Konteks, periode: Periode) -> tuple[Temuan, ...]:
    """Return the findings of stray files of a period of a year, as a run of that period has them."""
    return tuple(temuan_asing(tahun.ruang, tahun.skema, periode))


def siapkan_tahun(folder: Path) -> Konteks:
    """Open a work folder for its whole year, for who looks at results alone: stray files are not searched.

    Raises:
        PenggunaanError: the folder, its settings, its registers or its rule cannot be used.
    """
    ruang = buka_ruang(folder)
    try:
        skema, temuan_skema = baca_skema(ruang)
        profil = muat_aturan(ruang.aturan, ruang.akar)
    except (RuangKerjaTidakSahError, AturanTidakSahError) as galat:
        raise PenggunaanError(str(galat)) from galat
    return Konteks(ruang, skema, Periode.setahun(ruang.tahun), profil, tuple(temuan_skema))


def pilih_unit(konteks: Konteks, kata: Sequence[str]) -> list[str]:
    """Return the units asked for, in the register's order; all of them where none is named.

    Args:
        konteks: the run's common ground.
        kata: codes or full names of units as typed, perhaps several in one word, parted by commas.

    Raises:
        PenggunaanError: a word that is no unit's code or name.
    """
    diminta, asing = kenali_unit(konteks.skema, kata)
    if asing:
        raise PenggunaanError(sebab_bukan_unit(konteks.skema, asing))
    return [unit for unit in konteks.skema.unit if not kata or unit in diminta]


def periode_diketik(teks: str, tahun: int) -> Periode:
    """Read a period as somebody types it today; `tahun` is meant where none is named.

    Raises:
        PenggunaanError: it can mean no period, or more than one.
    """
    try:
        return baca_periode(teks, tahun, jam.kini().date())
    except PeriodeTidakSahError as galat:
        raise PenggunaanError(str(galat)) from galat


def _pilih_periode(ruang: RuangKerja, periode: str | None) -> Periode:
    if periode is None:
        terbaru = ruang.bulan_terbaru()
        if terbaru is None:
            keliru = "".join(f" {ini.letak}: {ini.pesan} {ini.saran}" for ini in temuan_folder(ruang))
            raise PenggunaanError(
                f"Belum ada berkas capaian di {ruang.akar / ruang.berkas.capaian}. "
                f"Taruh berkas unit di dalam folder bulannya (misalnya {ruang.tahun}-06), atau tulis --periode."
                + (
                    keliru
                    or f" Buku isiannya: {perintah_periode('templat capaian', ruang, Bulan(ruang.tahun, 1).periode)}"
                )
            )
        return terbaru
    dipilih = periode_diketik(periode, ruang.tahun)
    if dipilih.bulan[0].tahun != ruang.tahun:
        disini = dipilih.kode.replace(str(dipilih.bulan[0].tahun), str(ruang.tahun))
        raise PenggunaanError(
            f"{dipilih.label} bukan tahun {ruang.tahun}, tahun ruang kerja {ruang.akar}. Tiap tahun mempunyai ruang kerja sendiri: "
            f"tulis --periode {disini}, atau pakai ruang kerja tahun {dipilih.bulan[0].tahun}."
        )
    return dipilih
