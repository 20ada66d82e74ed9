"""Results as witnesses that a register was begun: `hitung` writes its manifest last, so where one is there, a register was.

A run that is killed leaves a register without a manifest, never the reverse. Whoever takes the registers away and leaves the
results is seen by this, and whoever puts an older copy of them in their place: results tell how many lines there were, and under
which lock. Whoever takes both leaves a work folder that was never computed. Results of a version of the program that kept no
registers yet are no witnesses.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from asn_nilai.acuan.periode import Periode, PeriodeTidakSahError
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import Rantai
from asn_nilai.acuan.riwayat.kata_perubahan import AWALAN_TARGET
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.alur.riwayat.sidik import menyusul
from asn_nilai.alur.riwayat.versi import baca_versi, sedang_dikunci
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, baca_saksi, sebelum_register


def lenyap(ruang: RuangKerja, nama: str) -> str:
    """Return that a register of which nothing is left was there once, as the end of a sentence; blank where nothing tells so.

    Args:
        ruang: the work folder.
        nama: the register's name: a period's folder, or `target-<TAHUN>`, which each run enters that scores anybody.
    """
    saksi = next(_saksi(ruang, nama), None)
    return "" if saksi is None else f"tidak ada lagi, padahal {ruang.relatif(saksi)} ditulis sesudahnya"


def terpotong(ruang: RuangKerja, nama: str, rantai: Rantai) -> str:
    """Return that a period's register has fewer lines than its results were written after, likewise."""
    berkas = _manifes(ruang, nama)
    harus = baca_saksi(berkas)[0]
    if harus <= rantai.banyak or nama in menyusul(ruang.folder_riwayat):
        return ""
    return (
        f"terpotong, atau dikembalikan dari salinan lama: {ruang.relatif(berkas)} ditulis sesudah {tulis_angka(harus)} catatan, di "
        f"dalamnya {tulis_angka(rantai.banyak)}"
    )


def kunci_asing(ruang: RuangKerja, nama: str) -> str:
    """Return that a period's results bear the code of a lock that nobody knows, and that no run is just making, likewise."""
    if nama.startswith(AWALAN_TARGET):
        return ""
    berkas = _manifes(ruang, nama)
    kode = baca_saksi(berkas)[1]
    if not kode or nama in menyusul(ruang.folder_riwayat):
        return ""
    periode = Periode.dari_folder(nama)
    if kode in {sedang_dikunci(ruang, periode), *(versi.kode for versi in baca_versi(ruang, periode))}:
        return ""
    return f"tidak mengenal kunci berkode {kode} yang dimuat {ruang.relatif(berkas)}: mungkin dikembalikan dari salinan sebelum dikunci"


def _manifes(ruang: RuangKerja, nama: str) -> Path:
    return ruang.akar / ruang.berkas.hasil / nama / NAMA_MANIFES


def periode_bersaksi(ruang: RuangKerja) -> Iterator[str]:
    """Yield the folders' names of the periods that were computed.

    What else lies beside them tells of no register of this work folder: a copy under a name of its own, another year's results.
    """
    for nama in sorted(ruang.nama_folder_hasil()):
        with suppress(PeriodeTidakSahError):
            periode = Periode.dari_folder(nama)
            milik = periode.nama_folder == nama and periode.bulan[0].tahun == ruang.tahun
            if milik and _manifes(ruang, nama).is_file():
                yield nama


def _saksi(ruang: RuangKerja, nama: str) -> Iterator[Path]:
    tahun = nama.removeprefix(AWALAN_TARGET)
    setahun = tahun != nama
    semua = (ini for ini in periode_bersaksi(ruang) if ini.startswith(tahun))
    for periode in semua if setahun else (nama,):
        berkas = _manifes(ruang, periode)
        manifes = Manifes.baca(berkas)
        if manifes and manifes.program != PROGRAM and sebelum_register(berkas):
            continue
        ringkas = [catatan.ringkas for catatan in manifes.unit.values()] if manifes else []
        if any(ini.get("dinilai") for ini in ringkas) if setahun else ringkas:
            yield berkas
