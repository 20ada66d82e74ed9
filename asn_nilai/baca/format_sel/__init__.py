"""What the cells of a sheet hold and show, for each kind of workbook: percentages, errors, what is hidden or merged.

`lembar` a sheet as it was read, and what every kind must tell · `buku_calamine` its cells · `xlsx`, `xls`, `xlsb`, `ods` what
they show, kind by kind · `saringan_xlsx` the glance that settles a clean sheet · `kode_format`, `rias`, `warna`, `bersyarat`,
`bersyarat_xls`, `gaya_ods`, `susunan_xlsx`, `teks_bersama` what that is read from
"""
