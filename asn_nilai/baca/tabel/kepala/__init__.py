"""What a header means.

`kepala` where it stands and its labels · `tingkat_kepala` its storeys · `makna_kepala` what it says beyond its labels · `kolom_lain` the
columns beside it
"""
