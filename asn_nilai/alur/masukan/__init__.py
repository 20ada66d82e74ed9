"""What a unit's result rests on.

- `pemeriksaan`: its submission, read and checked · `masukan_unit`: the files, so that a change is noticed
- `capaian_lalu`: its earlier months, to compare with · `bulan_lalu`: earlier results, for criteria that look back
"""
