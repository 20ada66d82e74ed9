"""Why a score is what it is: from the frozen rows alone, for page, card and `jelaskan` alike.

- `penjelasan_asn`: the whole of it · `uraian_baris`: one indicator's working
- `langkah`: the steps from the mean to the predikat · `sumber_perilaku`: where the behaviour comes from
- `perilaku_tertulis`: the months' behaviour rows as they were written
"""
