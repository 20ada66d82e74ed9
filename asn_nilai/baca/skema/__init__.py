"""skema.xlsx, which becomes the registers.

- `buku_skema`: its sheets · `baris_skema`: a row as an object, or the findings that say why not
- `daftar_pegawai`: the rows of the sheet Pegawai as people · `silang`: what rows say of each other
"""
