"""ringkasan.html, index.html, rekap.html and others: pages that people read on a screen, a phone or paper, without a network.

The functions are pure: they return the page as text, and whoever calls them writes it to disk whole or not at all.
Each page is one file: style and charts inside, and a Content-Security-Policy that forbids loading anything. None has a
script but rekap.html, whose policy admits by hash the one that it carries. The pages that `hitung` writes are named here;
the others are imported by the commands that need them.
"""

from asn_nilai.terbit.halaman.index import halaman_index
from asn_nilai.terbit.halaman.ringkasan import halaman_ringkasan

__all__ = ["halaman_index", "halaman_ringkasan"]
