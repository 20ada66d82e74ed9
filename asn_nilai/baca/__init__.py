"""Read a unit's workbooks into tables whose every value keeps its cell.

Each room uses those before it: `berkas/` opens bytes safely · `format_sel/` what the cells of a sheet hold and show, a
module for each kind of file · `buku` a workbook and its sheets · `tabel/` which cells are header, row, number, NIP ·
`setoran/` what a unit submitted, whose and for when · `skema/` the registers ·
`daftar/` lists that an office has anyway, for a new skema
"""

from asn_nilai.baca.setoran.isian import baca_isian
from asn_nilai.baca.skema.buku_skema import baca_skema

__all__ = ["baca_isian", "baca_skema"]
