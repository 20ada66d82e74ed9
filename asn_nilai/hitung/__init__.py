"""Turn tables into scores: pure, vectorised, exact at every threshold.

Whole columns inside, frozen rows at the door. `nilai/` scores · `penjelasan/` why · `perubahan/` what would change it ·
`rekap/`, `keadilan/`, `publik/`, `pencocokan` from results read back

What is asked for here loads when it is: whoever draws up a recap scores nobody.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asn_nilai.hitung.nilai.distribusi import periksa_distribusi, periksa_distribusi_unit
    from asn_nilai.hitung.nilai.nilai_unit import hitung_unit
    from asn_nilai.hitung.nilai.pindah import gabungkan_pindah
    from asn_nilai.hitung.nilai.tindak_lanjut import susun_tindak_lanjut
    from asn_nilai.hitung.penjelasan.penjelasan_asn import susun_penjelasan, urai_unit

__all__ = [
    "gabungkan_pindah", "hitung_unit", "periksa_distribusi", "periksa_distribusi_unit", "susun_penjelasan", "susun_tindak_lanjut",
    "urai_unit",
]  # fmt: skip
_TEMPAT = {
    "periksa_distribusi": "nilai.distribusi",
    "periksa_distribusi_unit": "nilai.distribusi",
    "hitung_unit": "nilai.nilai_unit",
    "gabungkan_pindah": "nilai.pindah",
    "susun_tindak_lanjut": "nilai.tindak_lanjut",
    "susun_penjelasan": "penjelasan.penjelasan_asn",
    "urai_unit": "penjelasan.penjelasan_asn",
}


def __getattr__(nama: str) -> object:
    if nama not in _TEMPAT:
        raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
    return getattr(import_module(f"{__name__}.{_TEMPAT[nama]}"), nama)
