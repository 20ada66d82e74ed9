"""The commands: a module each, that leads one command through the stages and gives back what the door shows.

- a month: `templat`, `validasi` with `terbit_validasi` and `tandai`, `hitung`, `rekap` · a score: `jelaskan`, `kartu`, `simulasi`
- the year: `mulai`, `semua`, `tahun` · what is kept: `kunci`, `verifikasi` · many cities: `banyak_ruang`
- beside others: `banding`, `cocokkan` · on paper: `dokumen` with `isi_surat`, `keberatan` with `diterima`
"""
