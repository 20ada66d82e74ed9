"""All registers of a work folder, or those that one period rests on."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from asn_nilai.acuan.kata.nama_salinan import bernama_salinan, tanpa_kata_salinan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.riwayat.kata_perubahan import asli_register, urutan_register
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.organisasi import unit_tidak_dikenal
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.saksi_hasil import periode_bersaksi
from asn_nilai.alur.riwayat.sidik import NAMA_SIDIK, baca_sidik
from asn_nilai.alur.riwayat.tempat import isi_riwayat, sidik_tersimpan
from asn_nilai.alur.riwayat.versi import folder_salinan
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


def semua_salinan(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield a finding for each second copy of a register that is there, and of what lies beside the registers."""
    ada = nama_register(ruang)
    for nama in (nama for nama in ada if asli_register(nama) in ada):
        yield from Register(ruang, nama).baca().temuan
    yield from salinan_lain(ruang)


def salinan_lain(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield a finding for each second copy of what lies beside the registers: the file of their hashes, and a register's folder."""
    induk, sidik = ruang.folder_riwayat.name, ruang.folder_riwayat / NAMA_SIDIK
    for isi in isi_riwayat(ruang):
        if isi.is_dir() and folder_salinan(ruang, isi):
            asli, kata = f"{induk}/{asli_register(isi.name)}/", "Program hanya membaca yang di sana"
            yield temuan(
                "riwayat-bersalinan", Letak(f"{induk}/{isi.name}/"), asli=asli, isi=kata, apa="folder"
            )
        elif isi.suffix == sidik.suffix and sidik.is_file() and _salinan_sidik(isi.stem, sidik.stem):
            sama = sidik_tersimpan(isi) == sidik_tersimpan(sidik)
            kata = "Isinya sama" if sama else "Isinya lain daripada yang di sana"
            yield temuan(
                "riwayat-bersalinan", Letak(f"{induk}/{isi.name}"), asli=f"{induk}/{sidik.name}", isi=kata
            )


def salinan_di_samping(folder: Path, nama: Iterable[str]) -> list[Temuan]:
    """Return the findings of second copies that tell of these registers: of the file of all hashes, and of their own folders.

    Raises:
        PenggunaanError: no work folder.
    """
    ruang = buka_ruang(folder)
    milik = {f"{ruang.folder_riwayat.name}/{ini}/" for ini in nama}
    sidik = f"{ruang.folder_riwayat.name}/{NAMA_SIDIK}"
    return [salinan for salinan in salinan_lain(ruang) if dict(salinan.isi)["asli"] in {sidik, *milik}]


def _salinan_sidik(nama: str, asli: str) -> bool:
    milik = tanpa_kata_salinan(nama)
    return nama != asli and (milik == asli or bernama_salinan(milik, asli))


def _nama_semua(ruang: RuangKerja) -> list[str]:
    """Return these names, and those of the registers that results tell of."""
    return sorted({*nama_register(ruang), *periode_bersaksi(ruang)}, key=urutan_register)
