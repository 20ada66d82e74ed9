"""Lead submissions through the four stages: one module a command, and what commands share.

- commands: `kota` (hitung: a period through all its units), `validasi`, `penjelasan` (jelaskan), `rekap`, `simulasi`,
  `tandai`, `templat`
- one unit: `pemeriksaan` read and checked, `unit` scored and written, `terbit_validasi` its page of findings
- a run: `konteks` what its units share, `proses_paralel` one process per core, `kunci_periode` one run at a time
- files: `masukan_unit` what a result depends on, `asing` strays, `hasil_lalu` and `hasil_terbit` results read back,
  `pembanding` earlier submissions, `kunci_samaran` the secret of pseudonyms
"""
