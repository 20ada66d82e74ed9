"""What a unit submitted: whose it is, for which time, and the tables in it.

`isian` the forms of a unit and period · `capaian_lalu` earlier months, to compare with · `identitas` the block above a table,
`saksi` the other witnesses of time: titles, the name of the sheet, columns · `lembar_lain` sheets that hold the form once more ·
`ekspor_bkn` the exports of e-Kinerja, `ekspor_polos` one that nobody touched ·
`asal_unit` whose file a stray one is · `asal_templat` which template it was made from ·
`cuplikan` one ASN's rows · `kiriman_lepas` one workbook by itself, wherever it lies
"""
