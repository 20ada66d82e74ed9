"""From tables and findings to scores: whole columns inside, frozen rows at the door.

- `nilai_unit`: one unit and period · `pindah`: the ASN who moved, settled over units
- `masukan`: who is scored on which rows · `agregasi`: months become one figure · `capaian`: formula, conversion, mean
- `pembulatan`: floats rounded as on paper, and which of them need exact fractions · `predikat`: bands, weights, matrix
- `alasan`: which findings keep whom from being scored
- `tindak_lanjut`: recognition, support, angka kredit · `distribusi`: the spread of predikat beside its guide
"""
