"""What a unit's result rests on.

- `pemeriksaan`: its submission, read and checked · `masukan_unit`: files and fingerprints, so that a change is noticed
- `ide_diragukan`: whether an unreadable Ide Baru may make another predikat
- `keadaan_hasil`: whether a period's results still stand · `periode_lain`: what it means to other periods of the year ·
  `kelengkapan_bulan`: months without any submission
- `ketepatan`: the dates of its files, beside the deadline
- `baris_unit_lain`: rows of its people in other units' books
- `target_layak`: what is worth asking about targets, held against what was reached
- `setahun_asn`: each ASN's year, read back from hasil/
- `bulan_lalu`: earlier results, for criteria that look back
"""
