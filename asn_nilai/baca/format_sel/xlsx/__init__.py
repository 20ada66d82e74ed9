"""Sheets of .xlsx and .xlsm.

`xlsx` what their cells show · `saringan_xlsx` the glance that settles a clean sheet, `penelusur_xlsx` the walk through any other ·
`susunan_xlsx` a workbook's parts and styles · `teks_bersama` texts that cells share · `gabungan_di_muka` a sheet as calamine has least work with
it · `lembar_polos` a small sheet that nobody dressed, read by a pattern; `susunan_polos` which books have one
"""

from asn_nilai.baca.format_sel.xlsx.xlsx import buka

__all__ = ["buka"]
