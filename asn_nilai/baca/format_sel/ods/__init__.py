"""Sheets of .ods.

`ods` what their cells show · `gaya_ods` the styles that say so · `awalan` the prefixes of its XML · `rapatkan` that XML without what
lays it out
"""

from asn_nilai.baca.format_sel.ods.ods import buka

__all__ = ["buka"]
