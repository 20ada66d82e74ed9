"""Groups and assessors beside each other: is anyone scored lower for what they are?

- `keadilan`: what is compared, and the verdicts · `cliff`: the measure and its interval
- `kelompok_asn`: whom a group holds · `perilaku_penilai`: how assessors rate
"""
