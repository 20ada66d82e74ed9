"""Results as data: `csv_hasil` and `csv_rekap` for spreadsheets and programs, `sel_csv` their cells, `manifes` what came from what."""
