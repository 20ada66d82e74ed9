"""A unit's page, and the card of one ASN: the same working on both.

- `ringkasan`: the page · `asn`: its table of ASN · `kartu`: one A4 page for one ASN
- `hitungan`: the working of each ASN, open in the page or packed in that of a large unit
- `kerja`: the working of each capaian · `perilaku`: the behaviour rows · `sel`: where its figures stand
"""
