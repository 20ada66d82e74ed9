"""How a number comes about and what it is called, with the same arithmetic for every face: numbers, a live cell, words.

Which formula applies, and the figures inside it, are the rule profile's business (`acuan/profil/`).

- `angka_berdasar`: what every figure says of itself: legal basis, how sure, since when
- `rumus`: from target and realisasi to capaian
- `konversi`: from capaian to nilai, by straight pieces
- `pita`: bands, from a number to its label
- `skala`, `skala/*.toml`: named scales for reports of units; they decide no predikat
- `angka_kredit`, `angka_kredit.toml`: credit of functional posts
- `galat_aturan`: a file of figures read strictly, and what is wrong with it as Indonesian sentences
"""
