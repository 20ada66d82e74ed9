"""skema.xlsx, which becomes the registers.

- `berkas_skema`: which workbook it is · `buku_skema`: its sheets · `baris_skema`: the rows of one, `baris_pegawai` and `baris_indikator`: a row as an object
- `daftar_pegawai`: the rows of the sheet Pegawai as people · `silang`: what rows say of each other, `rantai_atasan`: who rates whom
- `kredit_pegawai`: what they say of angka kredit
"""
