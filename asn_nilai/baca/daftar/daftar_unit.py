"""A list of units: names, and codes, kinds and heads where it has them."""

from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.isian.register.daftar_kantor import UnitDaftar
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.daftar.lembar_daftar import KolomDaftar, LembarDaftar, cari_lembar_daftar


@dataclass(frozen=True, slots=True)
class DaftarUnit:
    """The units of a list, its columns, and what could not be taken, each at its cell."""

    unit: tuple[UnitDaftar, ...]
    kolom: tuple[KolomDaftar, ...]
    temuan: tuple[Temuan, ...]


def baca_daftar_unit(berkas: Path) -> DaftarUnit:
    """Read a list of units.

    Raises:
        DaftarTidakTerbacaError: the file cannot be read, or no sheet has units.
    """
    semua = cari_lembar_daftar(berkas, "Daftar Unit")
    return DaftarUnit(
        tuple(unit for lembar in semua for unit in _baca(lembar)),
        tuple(kolom for lembar in semua for kolom in lembar.kolom),
        tuple(temuan for lembar in semua for temuan in lembar.catatan.temuan),
    )


def _baca(lembar: LembarDaftar) -> list[UnitDaftar]:
    baris = lembar.baris
    baris.ketik_nip("nip_kepala", wajib=False)
    kunci = ("unit_kerja", "kode_unit", "jenis_unit", "nip_kepala")
    isi = (UnitDaftar(*(" ".join(baris.teks(k, posisi).split()) for k in kunci)) for posisi in baris.posisi)
    return [unit for unit in isi if unit.nama or unit.kode]
