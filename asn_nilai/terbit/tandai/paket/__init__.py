"""The workbook's package while it is being edited: what need not change stays as it is packed.

- `paket`: its parts, read, replaced, added, dropped · `naskah`: the text of one part, spliced in place
- `hubungan`: how parts find each other
- `buku_sunting`: the list of sheets · `lembar_sunting`: a sheet's cells · `gaya_paket`: cell styles
"""
