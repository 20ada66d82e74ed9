"""What a city's results say over units and months, as values that workbook, page, terminal and data all show.

- `bahan`: the results it is drawn from, what is missing and stale · `baris`: rows of units, ASN, indicators
- `rekap`: the whole recap · `sorotan`: who leads, who needs help, what the reader must know
- `kedudukan`: where a unit stands, and how firmly · `kata_kedudukan`: its words
- `keadaan_tahun`: where the year stands, and the next sensible command
- `keadilan`: groups and assessors beside each other · `publik`: what may be published
"""
