"""What the cells of a sheet hold and show, for each kind of workbook: percentages, errors, what is hidden or merged.

`lembar` a sheet as it was read, and what every kind must tell · `buku_calamine` its cells (of an .xls: `xls/buku_xls`) · `xlsx/`, `xls/`,
`xlsb` (its records: `rekaman_xlsb`), `ods/` what they show, kind by kind · `corak/` what a cell's dress means · `rias` digits struck
through or raised · `rumus` what was typed as a formula · `banding_buku` two workbooks cell by cell
"""
