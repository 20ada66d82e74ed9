"""What earlier runs wrote of a unit whose code the skema has no more: it was renamed, or taken out.

Nothing writes that unit's folder again, and nothing that is written names it; but it looks as results do.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.terbitan.unit_terbit import NAMA_BERKAS_UNIT


def unit_tertinggal(konteks: Konteks) -> Iterator[str]:
    """Yield the folders among the period's results that hold the files of a unit which is not in the skema, as `hasil/2026-05/A/`."""
    for folder in folder_lain(konteks):
        if any((folder / nama).is_file() for nama in NAMA_BERKAS_UNIT):
            yield f"{konteks.ruang.relatif(folder)}/"


def folder_lain(konteks: Konteks) -> Iterator[Path]:
    """Yield the folders among the period's results that are no unit's of the skema."""
    hasil = konteks.ruang.folder_hasil(konteks.periode)
    dikenal = {kode.casefold() for kode in konteks.skema.unit}
    for isi in sorted(hasil.iterdir() if hasil.is_dir() else ()):
        if isi.is_dir() and isi.name.casefold() not in dikenal:
            yield isi


def nama_unit_tertinggal(konteks: Konteks) -> list[str]:
    """Return the names of these folders, which are the codes that the units had."""
    return [PurePosixPath(folder).name for folder in unit_tertinggal(konteks)]


def kalimat_unit_tertinggal(konteks: Konteks) -> str:
    """Return the sentence that names them, blank where there are none."""
    return kalimat_tertinggal("Di folder itu", nama_unit_tertinggal(konteks))


def kalimat_tertinggal(tempat: str, nama: Iterable[str]) -> str:
    """Return the sentence that names such folders, of one period by their names or of a year by their places; blank without any."""
    disebut = ", ".join(nama)
    return (
        f"{tempat} masih ada buku dan halaman unit yang tidak ada lagi di skema: {disebut}. Isinya dari hitungan terdahulu dan "
        "tidak ikut diperbarui; hapus foldernya agar tidak disangka hasil yang sekarang."
        if disebut
        else ""
    )
