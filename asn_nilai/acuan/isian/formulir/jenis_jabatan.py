"""Whether a kind of post is one that exists, in the writings met in registers.

The kinds are those of UU 20/2023 tentang ASN: managerial posts (pimpinan tinggi utama, madya and pratama, administrator, pengawas)
and others (fungsional, pelaksana); older registers also say eselon and struktural.
"""

from functools import lru_cache

from asn_nilai.acuan.isian.formulir.formulir import lipat_label

_MEMUAT = (
    "pimpinantinggi",
    "administrator",
    "pengawas",
    "fungsional",
    "pelaksana",
    "struktural",
    "eselon",
    "manajerial",
)
_SINGKATAN = frozenset({"jpt", "jptutama", "jptmadya", "jptpratama", "ja", "jp", "jf", "jft", "jfu"})


@lru_cache(maxsize=1_024)
def jenis_jabatan_ada(teks: str) -> bool:
    """Tell whether a text names a kind of post; a blank one or a dash says nothing wrong."""
    lipat = lipat_label(teks)
    return not lipat or lipat in _SINGKATAN or any(kata in lipat for kata in _MEMUAT)
