"""The same letters as PDF, through LibreOffice where it is; all of a run in one start."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_NAMA = ("soffice", "libreoffice")
_DI_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_DETIK_PER_SURAT, _DETIK_MULAI = 10, 90


def cari_libreoffice() -> str | None:
    """Return LibreOffice's program, None where it is not installed."""
    ada = next(filter(None, map(shutil.which, _NAMA)), None)
    if ada is None and os.name == "nt":
        ada = next((jalan for jalan in _DI_WINDOWS if Path(jalan).is_file()), None)
    return ada


def tulis_pdf(surat: Sequence[Path]) -> list[Path]:
    """Write each letter as PDF beside it; return those that were written, none where LibreOffice Writer is not there."""
    program = cari_libreoffice()
    if program is None or not surat:
        return []
    with tempfile.TemporaryDirectory(prefix="asn-nilai-pdf-", ignore_cleanup_errors=True) as nama:
        sementara = Path(nama)
        # A profile of its own: a LibreOffice that is open already would take the work and answer nothing.
        perintah = [
            program, f"-env:UserInstallation={(sementara / 'profil').as_uri()}", "--headless", "--norestore", "--convert-to", "pdf",
            "--outdir", str(sementara), *map(str, surat),
        ]  # fmt: skip
        try:
            subprocess.run(  # noqa: S603 - LibreOffice itself, on files that were just written
                perintah, check=False, capture_output=True, stdin=subprocess.DEVNULL,
                timeout=_DETIK_MULAI + _DETIK_PER_SURAT * len(surat),
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            return []
        return [
            hasil
            for berkas in surat
            if (hasil := _ambil(sementara / f"{berkas.stem}.pdf", berkas.with_suffix(".pdf")))
        ]


def _ambil(jadi: Path, tujuan: Path) -> Path | None:
    """Put a finished PDF in its place in one step; None where it was not made or the old one is open elsewhere."""
    if not jadi.is_file():
        return None
    dekat = tujuan.with_name(f".{tujuan.name}.{os.urandom(4).hex()}.sementara")
    try:
        shutil.copyfile(jadi, dekat)
        dekat.replace(tujuan)
    except OSError:
        dekat.unlink(missing_ok=True)
        return None
    return tujuan
