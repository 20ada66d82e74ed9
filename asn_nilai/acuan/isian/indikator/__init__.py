"""What is measured, and how.

- `indikator`: one indicator as the register has it · `rasio`: what a ratio of a month is made of
- `katalog`, `katalog_indikator/*.toml`: indicators to choose from, by the kind of work
"""
