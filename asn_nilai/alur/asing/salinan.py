"""Copies of the skema and of the settings that lie beside them: nobody reads these, and somebody may work in one.

OneDrive and its like leave `skema-LAPTOP.xlsx` where two computers saved at once. No result tells of them, unlike of stray
submissions: they are none of its inputs, and one such file would make the proof of a whole year's results fail.
"""

from collections.abc import Iterator
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.kata.nama_salinan import bernama_salinan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import buka_buku
from asn_nilai.baca.skema.berkas_skema import berkas_skema
from asn_nilai.ruang_kerja import RuangKerja, buku_kerja

_LEMBAR = ("Unit", "Pegawai", "Indikator")


def temuan_salinan(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield a finding for each file that is a copy of the skema or of the settings by its name."""
    pengaturan = ruang.akar / NAMA_PENGATURAN
    for berkas in sorted(ruang.akar.glob("*.toml")):
        if berkas != ruang.akar / ruang.aturan and bernama_salinan(berkas.stem, pengaturan.stem):
            yield _temuan(ruang, berkas, pengaturan)
    skema = berkas_skema(ruang)
    for berkas in buku_kerja(skema.parent):
        senama = berkas.stem.casefold() == skema.stem.casefold() and not berkas.samefile(skema)
        if (senama or bernama_salinan(berkas.stem, skema.stem)) and _berisi_daftar(ruang, berkas):
            yield _temuan(ruang, berkas, skema)


def _berisi_daftar(ruang: RuangKerja, berkas: Path) -> bool:
    """Tell whether a workbook has one of the registers; one that cannot be read may have."""
    try:
        buku = buka_buku(berkas, ruang.batas)
        return any(buku.cari_lembar(FORMULIR[nama]) for nama in _LEMBAR)
    except BukuTidakTerbacaError:
        return True


def _temuan(ruang: RuangKerja, berkas: Path, asli: Path) -> Temuan:
    return temuan("salinan-tidak-dibaca", Letak(ruang.relatif(berkas)), asli=ruang.relatif(asli))
