"""Build the guide as a site that opens from a folder: `python docs/bangun_situs.py FOLDER`, with the extra `situs`.

A dead link or anchor stops it. Only pages, pictures and slides go in, not the scripts that lie among them.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_DOKUMEN = Path(__file__).resolve().parent
_SITUS = _DOKUMEN / "situs"
_ISI = ("*.md", "*.html", "*.png")
_PINTU = """<!doctype html>
<html lang="id">
<meta charset="utf-8">
<title>Panduan asn-nilai</title>
<meta http-equiv="refresh" content="0; url=panduan/index.html">
<a href="panduan/index.html">Panduan asn-nilai</a>
"""
"""The page that someone opens who opens the folder."""


def main(tujuan: Path) -> int:
    """Build into a folder, which is replaced; returns the builder's exit status."""
    with tempfile.TemporaryDirectory() as sementara:
        ruang = Path(sementara)
        _susun(ruang)
        perintah = [sys.executable, "-m", "zensical", "build", "--strict"]
        selesai = subprocess.run(perintah, cwd=ruang, check=False)
        if selesai.returncode == 0:
            shutil.rmtree(tujuan, ignore_errors=True)
            shutil.copytree(ruang / "situs", tujuan)
            tujuan.joinpath("index.html").write_text(_PINTU, encoding="utf-8")
        return selesai.returncode


def _susun(ruang: Path) -> None:
    """Lay out what the site is built from."""
    dokumen = ruang / "docs"
    shutil.copyfile(_SITUS / "zensical.toml", ruang / "zensical.toml")
    for pola in _ISI:
        for berkas in _DOKUMEN.rglob(pola):
            tempat = dokumen / berkas.relative_to(_DOKUMEN)
            tempat.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(berkas, tempat)
    for berkas in (*_SITUS.glob("*.js"), *_SITUS.glob("*.css")):
        shutil.copyfile(berkas, dokumen / berkas.name)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
