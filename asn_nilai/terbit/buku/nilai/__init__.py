"""nilai.xlsx of one unit: the document that its head signs, with every score as a live formula."""

from asn_nilai.terbit.buku.nilai.buku import tulis_buku_nilai

__all__ = ["tulis_buku_nilai"]
