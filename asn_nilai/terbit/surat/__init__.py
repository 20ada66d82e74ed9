"""Letters and forms to print, sign and send: what the results say, in the instansi's own paper.

`naskah` fills a letter's template · `kop` what head and foot of every letter say · `kota` letters about the whole instansi ·
`unit` those about one unit · `asn` those for one ASN, `keberatan` an objection's · `pdf` the same as PDF, where LibreOffice is
"""

from asn_nilai.terbit.surat.naskah import Surat, TemplatSuratError

__all__ = ["Surat", "TemplatSuratError"]
