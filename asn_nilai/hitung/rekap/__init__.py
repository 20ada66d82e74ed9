"""Draw up a recap from results read back.

- `rekap`: the whole · `gerak`: who rose and fell · `indikator`: each indicator over units · `daftar`: the lists of ASN
- `peringkat`: ranks, and how firm they are · `angka_unit`: a unit's own figures · `usulan_organisasi`: what these propose
- `sorotan`: who leads, who needs help · `catatan`: what the reader must know before believing a figure
"""
