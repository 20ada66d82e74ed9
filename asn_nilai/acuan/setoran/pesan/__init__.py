"""What is said of a submission, and to whom.

- `akar_temuan`: findings folded under their causes
- `kelompok_temuan`: which findings belong together, in which order, how many are shown: for terminal, page and message
- `pesan_unit`: the text that a unit gets · `pesan_pengelola`: the text for whoever keeps the skema
"""
