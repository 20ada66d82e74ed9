"""The registers of units and people, asked: who is meant, who signs, who moves, what others may see.

- `cari_asn`, `sebutan_unit`: who or which unit is meant by what somebody typed · `sebutan_atasan`: whom a list means by a superior
- `anggota`: who belongs to a unit
- `penandatangan`: who signs for a unit, and for its head · `perpindahan`: who moves between units
- `tirai`: texts for one person's eyes
- `identitas_templat`: whose and for when a template was made, and whether it is outdated
- `daftar_kantor`: lists that an office has, and the registers they come to · `usulan_unit`: what a unit's name tells
"""
