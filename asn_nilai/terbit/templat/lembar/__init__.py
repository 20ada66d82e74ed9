"""The sheets of a template.

- `lembar`: what all share · `batas`: what an indicator lets a cell hold · `isi_target`: what a filled target sheet comes to
- `lembar_target`, `lembar_indikator`, `lembar_capaian`, `lembar_perilaku`, `lembar_ringkasan`, `lembar_petunjuk`: a sheet each
- `petunjuk`: how a guide is written
"""
