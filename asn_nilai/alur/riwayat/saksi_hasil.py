"""Results as witnesses that a register was begun: `hitung` writes its manifest last, so where one is there, a register was.

A run that is killed leaves a register without a manifest, never the reverse. Whoever takes the registers away and leaves the
results is seen by this; whoever takes both leaves a work folder that was never computed.
"""

from collections.abc import Iterator
from pathlib import Path

from asn_nilai.acuan.riwayat.kata_perubahan import AWALAN_TARGET
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes


def lenyap(ruang: RuangKerja, nama: str) -> str:
    """Return that a register of which nothing is left was there once, as the end of a sentence; blank where nothing tells so.

    Args:
        ruang: the work folder.
        nama: the register's name: a period's folder, or `target-<TAHUN>`, which each run enters that scores anybody.
    """
    saksi = next(_saksi(ruang, nama), None)
    return "" if saksi is None else f"tidak ada lagi, padahal {ruang.relatif(saksi)} ditulis sesudahnya"


def periode_bersaksi(ruang: RuangKerja) -> Iterator[str]:
    """Yield the folders' names of the periods that were computed."""
    hasil = ruang.akar / ruang.berkas.hasil
    yield from (nama for nama in sorted(ruang.nama_folder_hasil()) if (hasil / nama / NAMA_MANIFES).is_file())


def _saksi(ruang: RuangKerja, nama: str) -> Iterator[Path]:
    tahun = nama.removeprefix(AWALAN_TARGET)
    setahun = tahun != nama
    semua = (ini for ini in periode_bersaksi(ruang) if ini.startswith(tahun))
    for periode in semua if setahun else (nama,):
        berkas = ruang.akar / ruang.berkas.hasil / periode / NAMA_MANIFES
        manifes = Manifes.baca(berkas)
        ringkas = [catatan.ringkas for catatan in manifes.unit.values()] if manifes else []
        if any(ini.get("dinilai") for ini in ringkas) if setahun else ringkas:
            yield berkas
