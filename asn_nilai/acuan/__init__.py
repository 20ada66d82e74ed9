"""What things mean: forms, registers, rules, submissions, scores, recaps as values. Pure.

The ground floor. Everything above imports it; it imports nothing of the house, opens no workbook and prints nothing.
Source of the words: docs/ISTILAH.md. Each room uses those before it:

- on the ground `letak` a place · `jam` the clock · `periode` months · `temuan` a finding, its kinds in katalog_temuan.toml · `tulisan` how
  numbers are written · `pecahan` exact numbers · `rata` the one mean of scores · `pengaturan` what asn-nilai.toml says ·
  `impor_tunda` a library that loads when first used, `pola_tunda` a pattern,
  `bentuk_tunda` what reads a value by its type · `baris_ringan` values that are light to make ·
  `program` what the program calls itself
- `kata/` words from outside, and what they mean to a user
- `isian/` forms, registers, tables · `rumus/` formulas and bands · `profil/` rule profiles · `setoran/` what a unit
  submitted · `riwayat/` the register of changes · `hasil/` scores as rows that nothing changes, and why they are what they are · `rekap/` what a
  city's results say
"""
