"""ringkasan.html and index.html: pages a head of unit reads on a screen, a phone or paper, without a network.

Both functions are pure: they return the page as text, and whoever calls them writes it to disk whole or not at all.
Each page is one file: style and charts inside, no script, and a Content-Security-Policy that forbids loading
anything.
"""

from asn_nilai.terbit.halaman.index import halaman_index
from asn_nilai.terbit.halaman.ringkasan import halaman_ringkasan

__all__ = ["halaman_index", "halaman_ringkasan"]
