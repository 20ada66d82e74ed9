"""What is filled in: the forms, the registers, and tables whose every value knows its cell.

- `formulir`: each form once: columns, labels, synonyms, kinds
- `indikator`: what is measured, and how · `skema`: units, ASN with their placements, indicators: the registers as objects
- `katalog`: indicators to choose from, by the kind of work
- `daftar_kantor`: lists of people and units, and the registers they come to · `usulan_unit`: what a unit's name tells
- `perpindahan`: who moves between units
- `penandatangan`: who signs for a unit, and for its head
- `tabel`: a form's table as it was submitted, column by column
- `rasio`: what a ratio of a month is made of
- `nip`, `golongan`, `jenis_jabatan`, `ya_tidak`: what such a text says
- `identitas_templat`: whose and for when a template was made, and whether it is outdated
"""
