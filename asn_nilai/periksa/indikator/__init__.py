"""What the rows measure.

`indikator` whether the code is known and meant for the unit, `beda_nama` whether the name says another, `senama` whether somebody
carries one under two codes.
"""
