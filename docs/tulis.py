"""Write the pages of docs/ that say what the program says: `python docs/tulis.py`. Tests hold them together."""

import tempfile
from pathlib import Path

from penulis import aturan, katalog, kolom, pengaturan, perintah, salindia, sisipan, temuan

_LENGKAP = (aturan, temuan, katalog, kolom, pengaturan, perintah)
"""Modules whose pages are written whole."""


def main() -> None:
    """Write every page anew: first what stands alone, then what is written between marks, then the slides from it."""
    for bagian in _LENGKAP:
        _simpan(bagian.halaman())
    with tempfile.TemporaryDirectory() as folder:
        _simpan(sisipan.halaman(sisipan.siapkan_kota(Path(folder))))
    _simpan(salindia.halaman())


def _simpan(halaman: dict[Path, str]) -> None:
    for berkas, teks in halaman.items():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(teks, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
