"""rekap.xlsx: the workbook that the head of the personnel agency hands to the regional secretary."""

from asn_nilai.terbit.buku.rekap.buku import tulis_buku_rekap

__all__ = ["tulis_buku_rekap"]
