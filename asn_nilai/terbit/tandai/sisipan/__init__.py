"""What marking adds to a package beside cell styles.

- `lembar_temuan`: the sheet of all findings, put first · `komentar`: a comment at each cell · `vml`: the boxes they stand in
- `catatan_tanda`: the record by which all of it is taken off to the last byte
"""
