"""Sheets of .xlsx and .xlsm.

`xlsx` what their cells show · `saringan_xlsx` the glance that settles a clean sheet · `susunan_xlsx` a workbook's styles ·
`teks_bersama` texts that cells share · `lembar_polos` a small sheet that nobody dressed, read by a pattern; `susunan_polos` which books
have one
"""

from asn_nilai.baca.format_sel.xlsx.xlsx import buka

__all__ = ["buka"]
