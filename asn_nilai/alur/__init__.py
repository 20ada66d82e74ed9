"""Lead submissions through the stages: one module a command, and what commands share.

- commands: `hitung` a period unless it is locked, `semua` the year in order, `tahun` where it stands, `validasi`, `rekap`,
  `jelaskan`, `simulasi`, `templat`, `tandai`, `kunci`, `verifikasi`
- `kota` a period through all units · `kerja_unit` the units to compute, through the pool · `unit` one unit scored and published ·
  `unit_terbit` its results as they lie on disk · `terkunci` what a lock allows
- `konteks` what a run shares · `berkas_asing`, `folder_asing` what is nobody's · `terbit_validasi` the page of findings
- `masukan/` what a unit's result rests on · `terbitan/` results read back, to be published · `riwayat/` the register of changes ·
  `proses/` processes, locks
"""
