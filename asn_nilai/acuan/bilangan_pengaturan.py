"""Whole numbers that a table of asn-nilai.toml may set: read once, for every table that holds nothing else."""

from collections.abc import Iterable, Mapping


def baca_bilangan(
    tabel: str, isi: object, kunci: Iterable[str], terkecil: Mapping[str, int], galat: type[ValueError]
) -> dict[str, int]:
    """Return the numbers that a table sets, by the names they have in Python.

    Args:
        tabel: the table's name, for messages.
        isi: what the file holds there.
        kunci: the names that may be set; in the file each is written with `-` for `_`.
        terkecil: the smallest number for some of them, by name; 1 for the others.
        galat: what to raise.

    Raises:
        ValueError: of the kind `galat`: no table, a key nobody knows, or no whole number within its bounds.
    """
    if not isinstance(isi, Mapping):
        raise galat(f"[{tabel}] harus berisi nama = angka.")
    dikenal = {satu.replace("_", "-"): satu for satu in kunci}
    for tulisan, nilai in isi.items():
        if tulisan not in dikenal:
            raise galat(f"[{tabel}] {tulisan} tidak dikenal; yang dikenal: {', '.join(dikenal)}.")
        batas = terkecil.get(dikenal[tulisan], 1)
        if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < batas:
            raise galat(f"[{tabel}] {tulisan} harus bilangan bulat mulai dari {batas}.")
    return {dikenal[tulisan]: nilai for tulisan, nilai in isi.items()}
