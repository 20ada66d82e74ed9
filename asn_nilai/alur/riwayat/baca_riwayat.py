"""All registers of a work folder, or those that one period rests on."""

from pathlib import Path

from asn_nilai.acuan.riwayat.kata_perubahan import asli_register, urutan_register
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.organisasi import unit_tidak_dikenal
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.saksi_hasil import periode_bersaksi
from asn_nilai.alur.riwayat.sidik import baca_sidik
from asn_nilai.alur.riwayat.tempat import isi_riwayat
from asn_nilai.alur.siapkan import buka_ruang, periode_diketik
from asn_nilai.baca import baca_skema
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError


def baca_riwayat(folder: Path, periode: str | None = None) -> dict[str, Riwayat]:
    """Return registers by their names: of one period, or all that are there or ought to be.

    Raises:
        PenggunaanError: no work folder, or no period.
    """
    ruang = buka_ruang(folder)
    nama = [periode_diketik(periode, ruang.tahun).nama_folder] if periode else _nama_semua(ruang)
    semua = {ini: Register(ruang, ini).baca() for ini in nama}
    return {ini: riwayat for ini, riwayat in semua.items() if riwayat.rantai.sidik or riwayat.rusak}


def temuan_pengaturan(folder: Path) -> tuple[Temuan, ...]:
    """Return a finding for each key and unit in the settings that nobody knows; the skema is read only where units are named.

    Raises:
        PenggunaanError: no work folder.
    """
    ruang = buka_ruang(folder)
    if not ruang.unit:
        return ruang.temuan
    try:
        skema, _ = baca_skema(ruang)
    except RuangKerjaTidakSahError:  # whoever needs it says so
        return ruang.temuan
    return (*ruang.temuan, *unit_tidak_dikenal(ruang, skema))


def nama_register(ruang: RuangKerja) -> list[str]:
    """Return the names of the registers that are there, and of those whose hash says that they were."""
    ada = {berkas.stem for berkas in isi_riwayat(ruang) if berkas.suffix == ".jsonl"}
    return sorted(ada | baca_sidik(ruang.folder_riwayat).keys())


def salinan_register(ruang: RuangKerja) -> list[str]:
    """Return the files that are second copies of registers which are there, relative to the work folder."""
    ada = nama_register(ruang)
    return [f"{ruang.folder_riwayat.name}/{nama}.jsonl" for nama in ada if asli_register(nama) in ada]


def _nama_semua(ruang: RuangKerja) -> list[str]:
    """Return these names, and those of the registers that results tell of."""
    return sorted({*nama_register(ruang), *periode_bersaksi(ruang)}, key=urutan_register)
