"""Turn tables into scores: pure, vectorised, exact at every threshold."""

from asn_nilai.hitung.distribusi import periksa_distribusi
from asn_nilai.hitung.hasil import hitung_unit
from asn_nilai.hitung.penjelasan import susun_penjelasan, urai_unit
from asn_nilai.hitung.pindah import gabungkan_pindah, unit_berpindah
from asn_nilai.hitung.tindak_lanjut import bulan_dilihat, susun_tindak_lanjut

__all__ = [
    "bulan_dilihat", "gabungkan_pindah", "hitung_unit", "periksa_distribusi", "susun_penjelasan", "susun_tindak_lanjut",
    "unit_berpindah", "urai_unit",
]  # fmt: skip
