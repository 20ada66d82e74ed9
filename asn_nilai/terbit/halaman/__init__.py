"""The pages people read on a screen, a phone or paper, without a network; one module for each.

Each function is pure: it returns the page as text, and whoever calls it writes it to disk whole or not at all. Each page
is one file: style and charts inside, and a Content-Security-Policy that forbids loading anything. None has a script but
rekap.html and the page of a large unit, whose policies admit by hash the one that they carry.

- `index`: all units · `unit/`: one unit, and the card of one ASN · `validasi`, `simulasi`, `cocokkan`: of these commands
- `rekap`: the city's · `peta`: its heat map · `rekap_akar`: many cities'
- `bagan`: the numbers behind charts · `temuan`: findings as shown · `templat`: templates become pages · `templat_jadi`: templates kept compiled
"""
