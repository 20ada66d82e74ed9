"""What a sheet that is filled in looks like, and the table that comes of it.

- `formulir`: what a form is: columns, labels, synonyms, kinds · `daftar_formulir`: each form once
- `tabel`: a form's table as it was submitted, column by column
- `jenis_jabatan`, `ya_tidak`: what the text in a closed column says · `rencana_kerja`: what a row of targets is for
"""
