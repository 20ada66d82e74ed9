"""Write the lock files anew: which wheels the Windows package holds, to the byte.

`python kemas/kunci.py` asks uv, which knows what Windows needs while it runs on Linux (pip would judge by the machine it runs
on), and notes of each wheel the hash of the one file that is taken. Needed when pyproject.toml asks for something new, or when
kendala.txt allows something newer; what is written is read and committed.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from roda import KUNCI, KUNCI_UJI, VERSI_PYTHON, unduh

_DI_SINI = Path(__file__).resolve().parent
_PROYEK = _DI_SINI.parent / "pyproject.toml"
_UJI = ("defusedxml", "hypothesis", "openpyxl", "pytest", "pyyaml", "xlwt")
"""What the tests need under Windows that need neither browser nor LibreOffice."""
_BUTIR = re.compile(r"^(?P<nama>[a-z0-9-]+)==(?P<versi>[^\s\\]+)", re.MULTILINE)


def main() -> int:
    """Write both lock files."""
    dengan_uji = _sematkan((str(_PROYEK), "-"), "\n".join(_UJI))
    program = _sematkan((str(_PROYEK),), "")
    sidik = _sidik(dengan_uji)
    _tulis(KUNCI, "What the Windows package holds beside Python and our own wheel.", program, sidik)
    uji = {nama: versi for nama, versi in dengan_uji.items() if nama not in program}
    _tulis(KUNCI_UJI, "What the tests need under Windows beside the package.", uji, sidik)
    return 0


def _sematkan(sumber: Iterable[str], masukan: str) -> Mapping[str, str]:
    perintah = [
        sys.executable, "-m", "uv", "pip", "compile", *sumber, "--quiet", "--no-header", "--no-annotate",
        "--constraint", str(_DI_SINI / "kendala.txt"), "--only-binary", ":all:",
        "--python-platform", "x86_64-pc-windows-msvc", "--python-version", VERSI_PYTHON,
    ]  # fmt: skip
    jawaban = subprocess.run(perintah, input=masukan, capture_output=True, text=True, check=True)
    return {butir["nama"]: butir["versi"] for butir in _BUTIR.finditer(jawaban.stdout)}


def _sidik(butir: Mapping[str, str]) -> Mapping[str, str]:
    """Return the hash of the wheel that Windows takes of each distribution."""
    with tempfile.TemporaryDirectory() as sementara:
        daftar = Path(sementara) / "daftar.txt"
        daftar.write_text("\n".join(f"{nama}=={versi}" for nama, versi in butir.items()), encoding="utf-8")
        roda = unduh(daftar, Path(sementara) / "roda", bersidik=False)
        return {
            re.sub(r"[-_.]+", "-", berkas.name.split("-")[0]).lower(): hashlib.sha256(
                berkas.read_bytes()
            ).hexdigest()
            for berkas in roda
        }


def _tulis(tujuan: Path, isi: str, butir: Mapping[str, str], sidik: Mapping[str, str]) -> None:
    baris = [
        f"# {isi}",
        "# Written by `python kemas/kunci.py` (needs `pip install uv`); kendala.txt says what binds it.",
    ]
    baris += [f"{nama}=={versi} --hash=sha256:{sidik[nama]}" for nama, versi in sorted(butir.items())]
    tujuan.write_text("\n".join(baris) + "\n", encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
