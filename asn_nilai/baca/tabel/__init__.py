"""What a header and a row mean: a sheet becomes a form's table, its cells numbers, NIPs and texts.

`tabel_mentah` the table before its values are typed · `kepala/` what its header means · `baris` which rows are data, `nama_saja`
which only name somebody · `gabungan` figures in merged ranges · `sel` what a cell holds, `arti_sel` what it says of its row ·
`kolom/` whole columns, typed · `asal_rumus` figures that a formula takes from elsewhere · `angka`, `tanggal` the doors for numbers and dates as people type them · `waktu` the month a text
names · `catatan` the findings on the way
"""
