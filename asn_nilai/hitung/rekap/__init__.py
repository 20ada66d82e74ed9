"""Draw up a recap from results read back.

- `rekap`: the whole · `gerak`: who rose and fell · `indikator`: each indicator over units · `daftar`: the lists of ASN
- `sorotan`: who leads, who needs help · `catatan`: what the reader must know before believing a figure
"""
