"""Lead submissions through the stages: one module a command, and what commands share.

- commands: `hitung` a period through all units, `validasi`, `rekap`, `jelaskan`, `simulasi`, `templat`, `tandai`
- `konteks` what a run shares · `berkas_asing` files that are nobody's · `unit` one unit scored and published ·
  `terbit_validasi` the page of findings
- `masukan/` what a unit's result rests on · `terbitan/` results read back, to be published · `proses/` processes, locks
"""
