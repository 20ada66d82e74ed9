"""Turn tables into scores: pure, vectorised, exact at every threshold.

Whole columns inside, frozen rows at the door. `nilai/` scores · `penjelasan/` why · `perubahan/` what would change it ·
`rekap/`, `keadilan/`, `publik/`, `pencocokan` from results read back
"""

from asn_nilai.hitung.nilai.distribusi import periksa_distribusi, periksa_distribusi_unit
from asn_nilai.hitung.nilai.nilai_unit import hitung_unit
from asn_nilai.hitung.nilai.pindah import gabungkan_pindah
from asn_nilai.hitung.nilai.tindak_lanjut import susun_tindak_lanjut
from asn_nilai.hitung.penjelasan.penjelasan_asn import susun_penjelasan, urai_unit

__all__ = [
    "gabungkan_pindah", "hitung_unit", "periksa_distribusi", "periksa_distribusi_unit", "susun_penjelasan", "susun_tindak_lanjut",
    "urai_unit",
]  # fmt: skip
