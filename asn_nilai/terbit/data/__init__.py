"""Results as data.

`csv_hasil` and `csv_rekap` for spreadsheets and programs, `csv_perubahan` what changed, `csv_akar` many cities, `sel_csv`
their cells, `manifes` what came from what.
"""
