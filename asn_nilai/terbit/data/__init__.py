"""Results as data.

`csv_hasil` and `csv_rekap` for spreadsheets and programs, `csv_perubahan` what changed, `csv_akar` many cities,
`catatan_akar` how far their registers went, `sel_csv` cells of a CSV, `manifes` what came from what.
"""
