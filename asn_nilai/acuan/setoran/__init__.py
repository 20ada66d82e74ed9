"""What one unit submitted, before anything is scored.

- `isian_unit`: its tables, by month · `irisan_skema`: what of the registers its result rests on
- `perilaku`: what a row of a Perilaku sheet says · `perilaku_unit`: what the sheets of a period give each ASN
- `perilaku_bulan`: a month's row as it was written, with its cells
- `ekspor_bkn`: what exports of e-Kinerja say · `perilaku_bkn`: behaviour from them, where no Perilaku sheet is
- `status`: the state of the submission · `setoran_unit`: the submission with its findings
- `ketepatan`: whether it came by the deadline, as far as dates of files tell
- `banding_kiriman`: two submissions side by side · `cuplikan`: what of a sheet is one ASN's
- `pesan/`: what is said of it, and to whom
"""
