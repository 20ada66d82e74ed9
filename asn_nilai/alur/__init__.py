"""Lead submissions through the stages.

`perintah/` a module a command · `hitungan/` a period through all units, and its locks · `terbitan/` results as they lie on disk ·
`masukan/` what a unit's result rests on · `riwayat/` registers of changes and locked versions · `proses/` the pool · `konteks`
what every unit of a run shares, `siapkan` how a run comes to it · `dikatakan` what this computer refuses, said · `organisasi` what
the settings tell of the organisation and its units · `kata_perintah` commands that sentences name · `temuan_aturan` what is to be
known of a rule · `temuan_penempatan` what placements leave out · `asing/` what is nobody's submission
"""
