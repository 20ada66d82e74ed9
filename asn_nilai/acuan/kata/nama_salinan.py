"""The names that a copy gets which nobody meant to work in: from a program that synchronises, a download, Explorer."""

import re

from asn_nilai.acuan.pola_tunda import pola_tunda

_DI_DEPAN = pola_tunda(
    r"(?:copy|salinan|salin|kopi|duplikat)(?: \(\d+\))?(?:[ _-]+(?:of|dari))?[ _-]+", re.IGNORECASE
)
"""What programs put before a name: `Copy of …`, `Copy (2) of …`, `Salinan …`, `Salinan dari …`."""


def tanpa_kata_salinan(nama: str) -> str:
    """Return a name without the words before it by which a program calls it a copy."""
    cocok = _DI_DEPAN.match(nama)
    return nama[cocok.end() :] if cocok else nama


def bernama_salinan(nama: str, asli: str) -> bool:
    """Tell whether a name, without its ending, is another's with something apart from it: `skema (1)`, `skema-LAPTOP`, `Copy of skema`.

    A word that merely begins alike (`skemata`) is none.
    """
    kecil, milik = nama.casefold(), asli.casefold()
    sesudah, sebelum = kecil.removeprefix(milik), kecil.removesuffix(milik)
    return (sesudah not in {"", kecil} and not sesudah[0].isalnum()) or (
        sebelum not in {"", kecil} and not sebelum[-1].isalnum()
    )
