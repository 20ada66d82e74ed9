"""What is filled in: the forms, the registers, and tables whose every value knows its cell.

- `formulir/`: each form once, and a table as it was submitted · `indikator/`: what is measured, and how
- `orang/`: what a text says of a person
- `skema`: units, ASN with their placements, indicators: the registers as objects · `register/`: what is asked of them
"""
