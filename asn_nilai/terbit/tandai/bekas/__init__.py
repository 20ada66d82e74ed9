"""What earlier marks left, after another program has saved the workbook and the record no longer holds.

- `bersihkan`: marks taken off by what they look like · `bekas_komentar`: our comments · `bekas_lembar`: the sheet Temuan
"""
