"""The publication set as texts: `halaman` the page, `berkas` the CSV files, `kamus` what each column means."""

from asn_nilai.terbit.publik.berkas import berkas_publik

__all__ = ["berkas_publik"]
