"""Turn tables into scores: pure, vectorised, exact at every threshold."""

from asn_nilai.hitung.hasil import hitung_unit
from asn_nilai.hitung.pindah import gabungkan_pindah, unit_berpindah

__all__ = ["gabungkan_pindah", "hitung_unit", "unit_berpindah"]
