"""The names that a copy gets which nobody meant to work in: from a program that synchronises, a download, Explorer."""


def bernama_salinan(nama: str, asli: str) -> bool:
    """Tell whether a name, without its ending, is another's with something apart from it: `skema (1)`, `skema-LAPTOP`, `Copy of skema`.

    A word that merely begins alike (`skemata`) is none.
    """
    kecil, milik = nama.casefold(), asli.casefold()
    sesudah, sebelum = kecil.removeprefix(milik), kecil.removesuffix(milik)
    return (sesudah not in {"", kecil} and not sesudah[0].isalnum()) or (
        sebelum not in {"", kecil} and not sebelum[-1].isalnum()
    )
