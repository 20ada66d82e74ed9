"""What a recap, and a set for publication, recorded of themselves: which files they wrote, and from which results."""

from collections.abc import Iterator
from pathlib import Path

from asn_nilai.alur.kata_perintah import perintah_periode
from asn_nilai.alur.konteks import Konteks, menurut_ruang
from asn_nilai.ruang_kerja import MANIFES_PUBLIK, MANIFES_REKAP
from asn_nilai.terbit.data.manifes import Manifes, sha256_berkas


def rekap_tercatat(konteks: Konteks) -> Iterator[tuple[Path, Manifes]]:
    """Yield the record of the period's recap and that of its set for publication, where there is one, each with the folder of its files."""
    folder = konteks.ruang.folder_hasil(konteks.periode)
    samaran = konteks.ruang.folder_publik(konteks.periode)
    for tempat, nama in ((folder, MANIFES_REKAP), (samaran, MANIFES_PUBLIK)):
        if rekap := Manifes.baca(folder / nama):
            yield tempat, rekap


def rekap_tertinggal(konteks: Konteks) -> Iterator[str]:
    """Yield a sentence for a recap, or a set for publication, that tells of other results than those that stand there now.

    Nobody touched it: it is whole, and old.
    """
    ruang, samaran = konteks.ruang, konteks.ruang.folder_publik(konteks.periode)
    for tempat, rekap in rekap_tercatat(konteks):
        lain = [nama for nama, sha in rekap.masukan.items() if _berubah(ruang.akar / nama, sha)]
        if lain:
            yield (
                f"{'Yang untuk umum' if tempat == samaran else 'Rekap'} di {ruang.relatif(tempat)} disusun dari hasil yang lain daripada "
                f"sekarang ({', '.join(lain)}). {_susun_kembali(konteks, '--samarkan' if tempat == samaran else '')}"
            )


def _susun_kembali(konteks: Konteks, pilihan: str) -> str:
    """Return the command that draws it up anew, where it would: what another rule gave is not handed on."""
    if not menurut_ruang(konteks):
        return "Hasil menurut aturan lain daripada yang tertulis di asn-nilai.toml tidak direkap."
    perintah = perintah_periode("rekap", konteks.ruang, konteks.periode)
    return f"Susun kembali: {' '.join(filter(None, (perintah, pilihan)))}"


def _berubah(berkas: Path, sha: str) -> bool:
    """Tell whether figures that a recap read are others now.

    A record beside them changes with what touches no figure, and a month whose results were deleted says nothing else.
    """
    return berkas.suffix == ".csv" and berkas.is_file() and sha256_berkas(berkas) != sha
