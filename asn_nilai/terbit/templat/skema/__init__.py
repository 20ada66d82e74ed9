"""skema.xlsx as a form: the registers of units, ASN and indicators, with drop-downs, hints and a column that says what is missing.

- `bahan`: what goes in · `buku_skema`: the bytes · `arti_kolom`: what each column holds, for hints and guide alike
- `lembar_daftar`: what the three sheets share · `lembar_unit`, `lembar_pegawai`, `lembar_indikator`: a sheet each: rows, drop-downs,
  the check of a row as a formula and as its value now
- `lembar_petunjuk`: the guide
"""

from asn_nilai.terbit.templat.skema.bahan import BahanSkema
from asn_nilai.terbit.templat.skema.buku_skema import buku_skema

__all__ = ["BahanSkema", "buku_skema"]
