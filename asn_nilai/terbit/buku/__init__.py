"""Workbooks people open, sign and send.

`nilai/` of one unit, `rekap/` of the city, `rekap_akar` of many cities, `simulasi` of another rule, `cocokkan` beside
e-Kinerja BKN, `cuplikan` of one objection.

They share `wadah` opening and closing, `gaya` styles and writing, `tata` columns, `lembar_cepat` the fast path of a sheet, `bagian` parts, `blok` flowing text.
"""
