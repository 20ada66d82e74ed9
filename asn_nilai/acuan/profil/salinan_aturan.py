"""A profile as a copy for an instansi to change: each figure that is its own choice is marked by a comment."""

import re

from asn_nilai.acuan.profil.muat_aturan import profil_bawaan

TANDA = "# KEBIJAKAN INSTANSI: boleh diubah menurut keputusan sendiri; sebut keputusannya pada dasar."
"""Stands above each table whose figures are the instansi's choice."""
_PILIHAN = re.compile(r'^status = "kebijakan"$', re.MULTILINE)
_PEMBUKA = """\
# Salinan aturan {kode} milik ruang kerja ini; asn-nilai.toml menunjuk berkas ini.
# Yang boleh dipilih sendiri diawali baris KEBIJAKAN INSTANSI. Bila ada angka yang diubah, ganti juga kode dan nama di [profil],
# supaya hasilnya tidak disangka menurut aturan aslinya. Periksa sesudahnya: asn-nilai aturan periksa {berkas}
# Aslinya: asn-nilai aturan {kode}. Perbedaannya: asn-nilai aturan banding {kode} {berkas}

"""


def salinan_aturan(kode: str, berkas: str) -> str:
    """Return the text of a profile's copy.

    Args:
        kode: the profile, one that comes with the program.
        berkas: where the copy will lie, as commands take it in the work folder.
    """
    bagian = re.split(r"\n{2,}", profil_bawaan()[kode].strip("\n"))
    bertanda = (f"{TANDA}\n{isi}" if _PILIHAN.search(isi) else isi for isi in bagian)
    return _PEMBUKA.format(kode=kode, berkas=berkas) + "\n\n".join(bertanda) + "\n"
