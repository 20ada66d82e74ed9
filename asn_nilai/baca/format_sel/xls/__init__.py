"""Sheets of .xls: `xls` what their cells show, `buku_xls` what they hold, `bersyarat_xls` formats that hang on a condition."""

from asn_nilai.baca.format_sel.xls.xls import buka

__all__ = ["buka"]
