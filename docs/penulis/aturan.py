"""docs/aturan/: every figure of each rule profile, with its basis and how sure it is."""

from pathlib import Path

from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.naskah_aturan import naskah_aturan
from penulis.tempat import DOKUMEN


def halaman() -> dict[Path, str]:
    """Return one page per profile."""
    return {DOKUMEN / "aturan" / f"{kode}.md": naskah_aturan(muat_aturan(kode)) for kode in profil_bawaan()}
