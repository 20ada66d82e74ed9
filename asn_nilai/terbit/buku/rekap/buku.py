"""rekap.xlsx: the city at a glance, what lies behind it, and one sheet for each unit.

Formulas run from Ringkasan through Peringkat to the units' sheets and carry their values: recalculating changes
nothing, and correcting a score on a unit's sheet moves means, ranks and counts. The same input gives the same bytes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.terbit.buku.gaya import KEPALA, LATAR, MASUKAN, PUDAR, Lembar
from asn_nilai.terbit.buku.rekap.lembar.belum_setor import tulis_belum_setor
from asn_nilai.terbit.buku.rekap.lembar.distribusi import tulis_distribusi
from asn_nilai.terbit.buku.rekap.lembar.indikator import tulis_indikator
from asn_nilai.terbit.buku.rekap.lembar.keadilan import tulis_keadilan
from asn_nilai.terbit.buku.rekap.lembar.kredit import tulis_angka_kredit
from asn_nilai.terbit.buku.rekap.lembar.peringkat import tulis_peringkat
from asn_nilai.terbit.buku.rekap.lembar.ringkasan import tulis_ringkasan
from asn_nilai.terbit.buku.rekap.lembar.tren import tulis_tren
from asn_nilai.terbit.buku.rekap.lembar.unit import tulis_unit
from asn_nilai.terbit.buku.rekap.lembar.usulan import tulis_pembinaan, tulis_penghargaan
from asn_nilai.terbit.buku.rekap.tata_letak import LEMBAR, TataLetakRekap
from asn_nilai.terbit.buku.wadah import buku_terbuka

_TULIS: dict[str, tuple[str, Callable[[Lembar, TataLetakRekap], None]]] = {
    "Ringkasan": (KEPALA, tulis_ringkasan),
    "Peringkat": (KEPALA, tulis_peringkat),
    "Penghargaan": (MASUKAN, tulis_penghargaan),
    "Pembinaan": (MASUKAN, tulis_pembinaan),
    "Indikator": (PUDAR, tulis_indikator),
    "Tren": (PUDAR, tulis_tren),
    "Distribusi": (PUDAR, tulis_distribusi),
    "Keadilan": (PUDAR, tulis_keadilan),
    "Angka Kredit": (PUDAR, tulis_angka_kredit),
    "Belum Setor": (MASUKAN, tulis_belum_setor),
}
"""The colour of each sheet's tab, and who writes it."""


def tulis_buku_rekap(tujuan: Path | BinaryIO, rekap: Rekap) -> None:
    """Write the recap workbook.

    Args:
        tujuan: a file to write, or an open binary stream.
        rekap: what it says.

    Raises:
        OSError: the file cannot be written.
    """
    tata_letak = TataLetakRekap.susun(rekap)
    judul = f"Rekap kinerja ASN, {rekap.periode.label} ({tata_letak.cakupan})"
    subjek = rekap.aturan.profil.peraturan
    with buku_terbuka(tujuan, judul, rekap.instansi, subjek=subjek) as lembar:
        for nama in LEMBAR:
            warna, tulis = _TULIS[nama]
            tulis(lembar(nama, warna), tata_letak)
        for unit in tata_letak.urutan:
            tulis_unit(lembar(tata_letak.lembar_unit[unit.ringkas.kode], LATAR), tata_letak, unit)
