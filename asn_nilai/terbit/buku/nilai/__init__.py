"""nilai.xlsx of one unit: the document that its head signs, with every score as a live formula.

- `buku`: the workbook, sheet after sheet · `tata_letak`: where everything stands, decided first
- `kolom`: which columns the rule asks for
- `lembar_nilai`, `lembar_rincian`, `lembar_perilaku`, `lembar_temuan`, `lembar_perubahan`,
  `lembar_tindak_lanjut`, `lembar_aturan`: a sheet each · `ringkas_sel`: the places of a figure, for a cell of Rincian
- `lembar_aturan_isian`: what may be typed into the open cells of the last
"""

from asn_nilai.terbit.buku.nilai.buku import tulis_buku_nilai
from asn_nilai.terbit.buku.nilai.tata_letak import sel_predikat

__all__ = ["sel_predikat", "tulis_buku_nilai"]
