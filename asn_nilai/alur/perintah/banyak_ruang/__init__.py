"""Many work folders under one root: the cities of a province, each with its own settings, register and rule.

One city at a time is in memory, and a city that cannot be computed is said and stops no other.

- `isi_akar`: which work folders of which year lie there · `hitung`: all of them scored
- `rekap`: what they reached, from the records of their results, never an ASN
"""

from asn_nilai.alur.perintah.banyak_ruang.hitung import KotaTerhitung, hitung_akar
from asn_nilai.alur.perintah.banyak_ruang.isi_akar import cari_ruang_kerja
from asn_nilai.alur.perintah.banyak_ruang.rekap import HasilRekapAkar, rekap_akar, tulis_rekap_akar

__all__ = [
    "HasilRekapAkar",
    "KotaTerhitung",
    "cari_ruang_kerja",
    "hitung_akar",
    "rekap_akar",
    "tulis_rekap_akar",
]
