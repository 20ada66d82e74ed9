"""Sheets of .xls: `xls` what their cells show, `bersyarat_xls` formats that hang on a condition."""

from asn_nilai.baca.format_sel.xls.xls import buka

__all__ = ["buka"]
