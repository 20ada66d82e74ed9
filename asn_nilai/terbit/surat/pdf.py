"""The same letters as PDF, through LibreOffice where it is: a hundred at a start, for a command line has an end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_NAMA = ("soffice", "libreoffice")
_DI_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_DETIK_PER_SURAT, _DETIK_MULAI = 10, 90
_SEKALI, _HURUF = 100, 24_000
"""So many letters a start, and characters of their names: Windows takes 32,767 in a command line."""
_AKHIR_PDF = b"%%EOF"


def cari_libreoffice() -> str | None:
    """Return LibreOffice's program, None where it is not installed."""
    ada = next(filter(None, map(shutil.which, _NAMA)), None)
    if ada is None and os.name == "nt":
        ada = next((jalan for jalan in _DI_WINDOWS if Path(jalan).is_file()), None)
    return ada


@contextmanager
def pdf_dari(surat: Sequence[Path]) -> Iterator[Iterator[tuple[Path, Path | None]]]:
    """Give each letter with its PDF, None where it could not be made; the files last as long as the block.

    Where LibreOffice Writer is not there, nothing is given.
    """
    program = cari_libreoffice()
    if program is None:
        yield iter(())
        return
    with tempfile.TemporaryDirectory(prefix="asn-nilai-pdf-", ignore_cleanup_errors=True) as nama:
        yield _semua(program, surat, Path(nama))


def _semua(program: str, surat: Sequence[Path], sementara: Path) -> Iterator[tuple[Path, Path | None]]:
    bekerja = True
    for bagian in _berombongan(surat):
        if bekerja:
            _ubah(program, bagian, sementara)
        jadi = {berkas: sementara / f"{berkas.stem}.pdf" for berkas in bagian}
        utuh = {berkas: pdf if _utuh(pdf) else None for berkas, pdf in jadi.items()}
        # Who could do nothing with a hundred letters is not asked again, a quarter of an hour each.
        bekerja = bekerja and any(utuh.values())
        yield from utuh.items()


def _berombongan(surat: Sequence[Path]) -> Iterator[list[Path]]:
    rombongan: list[Path] = []
    huruf = 0
    for berkas in surat:
        if rombongan and (len(rombongan) == _SEKALI or huruf + len(str(berkas)) > _HURUF):
            yield rombongan
            rombongan, huruf = [], 0
        rombongan.append(berkas)
        huruf += len(str(berkas)) + len('"" ')
    if rombongan:
        yield rombongan


def _ubah(program: str, surat: Sequence[Path], sementara: Path) -> None:
    """Let LibreOffice write these letters as PDF; what it has finished when its time is up stays."""
    # A profile of its own: a LibreOffice that is open already would take the work and answer nothing.
    perintah = [
        program, f"-env:UserInstallation={(sementara / 'profil').as_uri()}", "--headless", "--norestore", "--convert-to", "pdf",
        "--outdir", str(sementara), *map(str, surat),
    ]  # fmt: skip
    with suppress(OSError, subprocess.SubprocessError):
        # To nowhere, not into a pipe: a child that outlives its time would hold that open.
        subprocess.run(  # noqa: S603 - LibreOffice itself, on files that were just written
            perintah, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=_DETIK_MULAI + _DETIK_PER_SURAT * len(surat),
        )  # fmt: skip


def _utuh(pdf: Path) -> bool:
    """Tell whether a PDF is there, to its end: who was stopped may have been writing it."""
    return pdf.is_file() and pdf.read_bytes().rstrip().endswith(_AKHIR_PDF)
