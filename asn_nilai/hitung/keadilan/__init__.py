"""Groups and assessors beside each other: is anyone scored lower for what they are?

- `keadilan`: what is compared, and the verdicts · `cliff`: the measure and its interval
- `kelompok_asn`: whom a group holds · `perilaku_penilai`: how assessors rate
- `kebetulan`: what chance alone makes of two means · `simpulan`: the verdict in one sentence
- `belum_berpola`: whether a unit leaves its weak ASN unscored
"""
