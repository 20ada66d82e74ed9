"""Computing a period: what the commands share that score.

- `unit`: one unit through the four stages · `kerja_unit`: units in the pool, those tied by a mover together
- `di_memori`: a period scored, and nothing written
- `temuan_antarunit`: findings about units side by side
- `kota`: the whole period · `berkas_kota`: its files and its record · `hasil_kota`: what a run leaves
- `terkunci`: which version is in force, and whether it still holds · `kunci_versi`: results become the next one
"""
