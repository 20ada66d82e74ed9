"""A unit's page, and the card of one ASN: the same working on both.

- `ringkasan`: the page · `asn`: its table of ASN · `kartu`: one A4 page for one ASN
- `kerja`: the working of each capaian · `sel`: where its figures stand
"""
