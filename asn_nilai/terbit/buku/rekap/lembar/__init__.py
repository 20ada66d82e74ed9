"""The sheets of rekap.xlsx, a module each.

- `ringkasan`: one page for a reader in a hurry · `peringkat`: units by mean NHK · `tren`: units × months
- `distribusi`: predikat beside the guide · `indikator`: what the city reached · `belum_setor`: who has not submitted
- `keadilan`: groups and assessors · `usulan`: Penghargaan and Pembinaan · `kredit`: angka kredit
- `unit`: one sheet for each unit, from which the others count
"""
