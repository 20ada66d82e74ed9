"""What was reached.

`realisasi` the figure of a month · `rasio` what a ratio counts · `nilai_unit` a figure of the unit, the same for all who carry it ·
`bukti` what stands behind it
"""
