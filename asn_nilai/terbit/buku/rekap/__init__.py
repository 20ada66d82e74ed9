"""rekap.xlsx: the workbook that the head of the personnel agency hands to the regional secretary.

- `buku`: the workbook, sheet after sheet · `lembar/`: the sheets · `bagan`: the native charts
- `tata_letak`: where everything stands, decided first · `kolom`: the columns that others count from
- `nama_lembar`: a sheet's name for each unit · `keterangan_bulan`: what is said of missing and stale months
"""

from asn_nilai.terbit.buku.rekap.buku import tulis_buku_rekap

__all__ = ["tulis_buku_rekap"]
