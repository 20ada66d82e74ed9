"""Marked copies: a unit gets its own workbook back with the mistakes marked in it, mends them there and sends it again.

`tandai_paket` changes inside the package only what must change: cell styles, comments and their drawings, the added sheet,
and the lists that name these. Every other part stays as it is packed. A workbook that cannot carry marks (.ods, .xls,
.xlsb, locked, damaged) gets a list instead: `buku_daftar`.

- `pasang`: marks put on and taken off · `daftar`: the list in place of a marked copy
- `paket/`: the package under edit · `sisipan/`: what marking adds · `bekas/`: what earlier marks left
- `tanda`: what a mark is · `galat`: the one way in which marking fails
"""

from asn_nilai.terbit.tandai.daftar import buku_daftar
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.pasang import masih_utuh, tandai_paket

__all__ = ["TidakDapatDitandaiError", "buku_daftar", "masih_utuh", "tandai_paket"]
