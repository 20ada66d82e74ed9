"""What scoring gives: frozen rows, and values drawn from them.

- `nilai`: an ASN and the indicators that count, every figure with its cells, every reason a finding
- `hasil_unit`: one unit and period · `ringkas`: the same in one line, and the totals over units
- `kata_keadaan`: what is said of results that are older than their inputs, or cannot be read
- `penjelasan`: one score laid out as on paper, with `perubahan_predikat`: what would change it · `kata_penjelasan`: its words
- `tindak_lanjut`: recognition, support, angka kredit · `simulasi`: the same data under two rules
- `setahun`: one ASN's year · `sel_dinilai`: the cells that one score rests on · `entri_hasil`: scores as entries of the register
- `pencocokan`: what e-Kinerja BKN says otherwise · `ringkas_kota`: one city of many in one line
"""
