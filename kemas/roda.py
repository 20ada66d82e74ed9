"""Wheels for Windows: fetched by their hashes, our own built, and unpacked without what nobody runs."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

VERSI_PYTHON = "3.13"
"""The Python whose wheels are locked."""
_DI_SINI = Path(__file__).resolve().parent
KUNCI, KUNCI_UJI = _DI_SINI / "roda.txt", _DI_SINI / "roda_uji.txt"
_KENDALA = str(_DI_SINI / "kendala.txt")
_TAK_DIPAKAI = {".c", ".h", ".lib", ".pxd", ".pxi", ".pyi", ".pyx"}
"""Kinds of file that only compilers and type checkers read."""
_BERUJI = {"numpy", "pandas"}
"""Packages that bring their own tests, in folders of that name: 24 MB."""
_KATA_LISENSI = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def pip(*argumen: str) -> None:
    """Run pip, silent unless it fails; what it builds with is bound by kendala.txt.

    Raises:
        subprocess.CalledProcessError: pip failed; it has said why.
    """
    # Older versions of pip know only the first of the two, newer ones heed only the second.
    lingkungan = {**os.environ, "PIP_CONSTRAINT": _KENDALA, "PIP_BUILD_CONSTRAINT": _KENDALA}
    perintah = [sys.executable, "-m", "pip", *argumen, "--quiet", "--disable-pip-version-check"]
    subprocess.run(perintah, env=lingkungan, check=True)


def unduh(daftar: Path, tujuan: Path, *, bersidik: bool = True) -> Sequence[Path]:
    """Fetch the wheels for Windows that a list names; `bersidik`: only those with the hash that stands there."""
    pip(
        "download", "--no-deps", "--only-binary", ":all:", "--platform", "win_amd64", "--python-version", VERSI_PYTHON,
        *(["--require-hashes"] if bersidik else []), "--requirement", str(daftar), "--dest", str(tujuan),
    )  # fmt: skip
    return sorted(tujuan.glob("*.whl"))


def bangun(proyek: Path, tujuan: Path) -> Path:
    """Build our own wheel with the locked build program."""
    pip("wheel", "--no-deps", "--wheel-dir", str(tujuan), str(proyek))
    (roda,) = tujuan.glob("asn_nilai-*.whl")
    return roda


def isi_roda(roda: Path) -> Mapping[PurePosixPath, bytes]:
    """Return what of a wheel goes into the package, by its place there."""
    with zipfile.ZipFile(roda) as arsip:
        return {
            tempat: arsip.read(anggota)
            for anggota in arsip.infolist()
            if not anggota.is_dir() and (tempat := _tempat(PurePosixPath(anggota.filename))) is not None
        }


def _tempat(anggota: PurePosixPath) -> PurePosixPath | None:
    """Return where a member of a wheel goes, or None for what is left out."""
    ruas = anggota.parts
    if ruas[0].endswith(".data"):
        if ruas[1] not in {"purelib", "platlib"}:
            return None
        ruas = ruas[2:]
    if ruas[0].endswith(".dist-info"):
        # METADATA and licences stay; RECORD would list what was left out.
        return PurePosixPath(*ruas) if _keterangan(ruas) else None
    if anggota.suffix in _TAK_DIPAKAI or (ruas[0] in _BERUJI and "tests" in ruas):
        return None
    return PurePosixPath(*ruas)


def _keterangan(ruas: Sequence[str]) -> bool:
    return ruas[-1] == "METADATA" or any(kata in "/".join(ruas[1:]).upper() for kata in _KATA_LISENSI)
