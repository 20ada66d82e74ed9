"""Many work folders under one root: the cities of a province, each with its own settings, register and rule.

One city at a time is in memory, and a city that cannot be computed is said and stops no other.

- `isi_akar`: which work folders of which year lie there · `hitung`: all of them scored
- `rekap`: what they reached, from the records of their results, never an ASN
"""
