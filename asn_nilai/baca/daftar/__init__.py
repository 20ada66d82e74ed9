"""Lists that an office has anyway, whoever made them: people, units and indicators, for a new skema.

- `lembar_daftar`: which sheets of a file hold such a list; `teks_berpemisah`: .csv as one sheet
- `daftar_pegawai`, `daftar_unit`, `daftar_indikator`: their rows, typed; what could not be taken is a finding at its cell
"""

from asn_nilai.baca.daftar.daftar_indikator import baca_daftar_indikator
from asn_nilai.baca.daftar.daftar_pegawai import baca_daftar_pegawai
from asn_nilai.baca.daftar.daftar_unit import baca_daftar_unit
from asn_nilai.baca.daftar.lembar_daftar import DaftarTidakTerbacaError, KolomDaftar

__all__ = [
    "DaftarTidakTerbacaError",
    "KolomDaftar",
    "baca_daftar_indikator",
    "baca_daftar_pegawai",
    "baca_daftar_unit",
]
