"""Whether targets are worth reaching: a year's target workbook looked at as somebody would who knows the work.

Nothing here is wrong, and nothing keeps anybody from being scored: each finding asks a question that the unit can answer. So
they run in `validasi` alone; what counts as worth asking is said in `acuan.pengaturan` ([kewajaran]), each kind with its switch.

- `layak`: the family · `baris_setahun`: a row of the workbook over its year, and what was reached · `lebih_mudah`: which is easier
- `rancangan`: what the workbook alone shows · `kecenderungan`: targets eased through the year · `tercapai`: beside results
"""
