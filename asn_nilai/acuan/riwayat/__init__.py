"""The register of changes: what a period's scores rested on and came to, entry by entry, and every change of it since.

A ledger: entries are added, never rubbed out; what stands now is the first state with all entries worked in.

- `keadaan`: what is compared, entry by entry, and how two states differ · `entri_masukan`: inputs as entries
- `bulanan`: how figures by month are written · `kata_perubahan`: changes in words
- `versi`: a locked version and its short code · `catatan`: one line of the register, the chain of lines · `riwayat`: a period's register as a run of `hitung` needs it
"""
