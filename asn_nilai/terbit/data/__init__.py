"""Results as data: `csv_hasil` and `csv_rekap` for spreadsheets and programs, `manifes` what came from what."""
