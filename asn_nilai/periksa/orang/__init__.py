"""Who stands in the sheets.

`asn` whether they are known and placed here · `kelengkapan` who should stand there and does not · `ganda` what is written twice ·
`penempatan` who has targets while placed nowhere · `kepala` whose figures make the head's result
"""
