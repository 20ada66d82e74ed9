"""What earlier runs left in hasil/, and what of it still stands.

- `hasil_lama`: for `hitung`, the units that need not be computed again · `hasil_terbit`: results read back for a recap · `hasil_utuh`: whether they are whole · `nilai_terbit`: scores, to hold explanations against
- `cari_usang`: which of them are older than their inputs · `rekap_tercatat`: what recaps were made from, and whether that is so still
- `beda_keluaran`: in what a file differs from the same one computed anew
- `asing_tercatat`: stray files as the record of results names them, and which came or went since
- `unit_terbit`: a unit whose results are on disk · `unit_tertinggal`: results of units that are in the skema no more
- `titipan`: what is long of it, until all units are done
- `pemilik_hasil`: whether another work folder writes there too
- `kunci_samaran`: the local secret of pseudonyms · `sidik_surat`: letters as they were written
"""
