"""Templates: the workbooks that units and HR fill in, prefilled and hard to fill in wrongly.

- `bahan`: what goes in · `buku_templat`: the bytes, and the seal that tells an untouched one
- `lembar/`: its sheets · `skema/`: skema.xlsx as a form · `pengaturan_baru`: asn-nilai.toml of a new work folder
"""

from asn_nilai.terbit.templat.bahan import BahanCapaian, BahanTarget, BarisTugas, TargetTerisi
from asn_nilai.terbit.templat.buku_templat import templat_capaian, templat_target

__all__ = ["BahanCapaian", "BahanTarget", "BarisTugas", "TargetTerisi", "templat_capaian", "templat_target"]
