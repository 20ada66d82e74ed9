"""What is kept outside hasil/: the registers of changes, the locked versions, and the proof that both are whole.

- `tempat`: the folder, listed, and files read once · `baca_riwayat`: all registers of a work folder · `register`: registers on disk · `isi_register`: what they tell of each unit · `perubahan`: what a run of `hitung` adds to a period's register
- `keadaan_awal`: first states on disk · `sidik`: each register's last hash · `kiriman_lalu`: what a unit now sends otherwise
- `target_tahun`: the year's targets as they were first read · `saksi_hasil`: results as witnesses of a register that is gone · `versi`: locked versions on disk · `tahun_semula`: what is otherwise than when the year began · `asn_hilang`: who is not on the register of people any more · `koreksi_kemudian`: what was corrected within a locked period since · `keutuhan`: whether all of it is whole
"""
