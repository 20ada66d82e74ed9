"""Templates: the workbooks that units fill in, prefilled and hard to fill in wrongly.

`bahan` says what goes in, `buku` makes the bytes, one module per sheet writes what people see.
"""

from asn_nilai.terbit.templat.bahan import BahanCapaian, BahanTarget, BarisTugas
from asn_nilai.terbit.templat.buku_templat import templat_capaian, templat_target

__all__ = ["BahanCapaian", "BahanTarget", "BarisTugas", "templat_capaian", "templat_target"]
