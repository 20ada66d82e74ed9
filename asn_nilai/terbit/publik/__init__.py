"""The publication set as texts: page, CSV files and their dictionary."""

from asn_nilai.terbit.publik.berkas import berkas_publik

__all__ = ["berkas_publik"]
