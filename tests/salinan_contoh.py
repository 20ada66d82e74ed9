"""The example city of the repository, and copies of it where tests may write."""

import shutil
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
CONTOH = AKAR / "examples" / "bukittinggi"
TULISAN_PROGRAM = ("hasil", "riwayat", "dokumen", "templat", "simulasi", ".kunci-samaran")
"""What runs of the program leave in a work folder: whoever tried the README has it in the example, and no test may see it."""


def salin_contoh(tujuan: Path, *tanpa: str) -> Path:
    """Copy the example without what earlier runs wrote there, nor files and folders of the names given (may hold `*`)."""
    return Path(shutil.copytree(CONTOH, tujuan, ignore=shutil.ignore_patterns(*TULISAN_PROGRAM, *tanpa)))
