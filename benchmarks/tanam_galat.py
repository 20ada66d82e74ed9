"""Plant small faults in a room, one at a time, and see which of them its tests let through.

    python benchmarks/tanam_galat.py hitung [--benih 1] [--banyak 60] [--uji tests/hitung tests/alur/test_jelaskan.py]
        [--jejak BERKAS] [--paralel 1] [--detik 600] [--akar FOLDER]

A room is a folder or a module below asn_nilai/ (`baca`, `terbit/tandai`, `acuan/rumus/pita.py`); its tests are the paths after
`--uji`, by default tests/<room>. What can be planted is in `tanam_ragam`, which tests are asked about it in `tanam_urutan`. All
happens in copies of the tree; the checkout is only read. Each fault first meets the test files that import its module, then those
of the folders that mirror its own, then the others; where one finds it, that ends. With `--jejak` the tests run once unspoilt,
noting in that file which goes through which line (pytest-cov); each fault then meets the 20 tests through its line that see least
of the rest, then 130 more, the others, and the whole files of those that met it in a fixture. A line that runs on import is
nobody's: there the lines count that use what it names, and all tests come last. So it is quicker for many faults, and a list of
tests long or short is traced once for all rooms; a trace that workers made (`pytest -n 2 --cov-context=test`) will do. A fault that
never ends counts as found. Where the time limit cuts a later lot short, that is said (TAK SELESAI) and counts as not found.
`--lot 1 --uji tests` asks only whoever imports the module, in minutes: what survives that is worth a look, not yet a hole.

The same seed and number plant the same faults in the same source. What survives is a hole, or a fault that changes
nothing: a reader must tell which. The exit code is 1 where any survived, 2 where a room or a test is not there.
"""

import argparse
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from tanam_ragam import PAKET, Galat, pilih
from tanam_urutan import Cermin, Jejak

AKAR = Path(__file__).resolve().parent.parent
_KENDALI = 1
DITEMUKAN, LOLOS, TAK_SELESAI = "ditemukan", "LOLOS", "TAK SELESAI"
_LULUS, _TANPA_UJI = 0, 5
"""pytest's own exit codes; a module that no longer imports gives others."""

_PILIHAN = ("-xq", "-n0", "--dist=no", "-pno:cacheprovider")
_KONTEKS = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else None
)
_KONTEKS.set_forkserver_preload(["pytest", "pandas", "openpyxl", "pydantic", "jinja2", "rich", "xlsxwriter"])
"""Libraries load once, and each run of tests forks from there; where that cannot be, each loads them anew."""


def _uji(akar: Path, daftar: list[str]) -> None:
    """Run tests in a process of its own, in a copy of the tree."""
    import pytest  # noqa: PLC0415 - in that process

    multiprocessing.set_start_method(None, force=True)  # tests shall start processes as they do elsewhere
    os.chdir(akar)
    os.environ["PYTHONPATH"] = str(akar)
    sys.path.insert(0, str(akar))
    with (akar / "keluaran.txt").open("w", encoding="utf-8", errors="replace") as keluaran:
        for aliran in (1, 2):
            os.dup2(keluaran.fileno(), aliran)
        sys.exit(pytest.main([*_PILIHAN, *daftar]))


@dataclass
class Pohon:
    """A copy of the tree in which the tests run."""

    akar: Path
    detik: float

    @classmethod
    def salin(cls, asal: Path, tujuan: Path, detik: float) -> "Pohon":
        """Copy a tree without what tools leave in it."""
        shutil.copytree(asal, tujuan, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        return cls(tujuan.resolve(), detik)

    def jalankan(self, daftar: list[str]) -> int | None:
        """Run tests and return pytest's exit code, None where the time ran out."""
        proses = _KONTEKS.Process(target=_uji, args=(self.akar, daftar))
        proses.start()
        proses.join(self.detik)
        if proses.is_alive():
            proses.kill()
            proses.join()
            return None
        return proses.exitcode

    def telusuri(self, uji: list[str], simpan: Path) -> Jejak:
        """Run the tests unspoilt and note where each goes, or read the note of an earlier run."""
        if simpan.exists():
            return Jejak(simpan, uji, self.akar)
        perintah = [
            sys.executable,
            "-m",
            "pytest",
            *_PILIHAN,
            f"--cov={PAKET}",
            "--cov-context=test",
            "--cov-report=",
        ]
        lingkungan = {**os.environ, "PYTHONPATH": str(self.akar)}
        hasil = subprocess.run(
            [*perintah, *uji], cwd=self.akar, env=lingkungan, capture_output=True, check=False
        )
        if hasil.returncode != _LULUS:
            sys.exit("Tanpa galat pun ujinya gagal:\n" + hasil.stdout.decode(errors="replace")[-3000:])
        shutil.copy(self.akar / ".coverage", simpan)
        return Jejak(simpan, uji, self.akar)

    def menemukan(self, galat: Galat, urutan: list[list[str]]) -> str:
        """Plant a fault, let the tests look for it, take it out again, and return what came of it."""
        jalur = self.akar / galat.berkas
        asli = jalur.read_text(encoding="utf-8")
        try:
            self._tulis(jalur, galat.isi)
            akhir = LOLOS
            for nomor, daftar in enumerate(urutan):
                kode = self.jalankan(daftar)
                if kode is None and nomor:
                    akhir = TAK_SELESAI
                elif kode not in {_LULUS, _TANPA_UJI}:
                    return DITEMUKAN
            return akhir
        finally:
            self._tulis(jalur, asli)

    def _tulis(self, jalur: Path, isi: str) -> None:
        """Write a module and drop its compiled form: a fault may keep its size, and two may fall into one second."""
        jalur.write_text(isi, encoding="utf-8")
        for berkas in (jalur.parent / "__pycache__").glob(f"{jalur.stem}.*.pyc"):
            berkas.unlink()


class Batas(NamedTuple):
    """How many faults at a time, how long each lot of tests may take, and how many lots a fault meets (None: all)."""

    paralel: int
    detik: float
    lot: int | None


def cari_lolos(
    akar: Path, galat: list[Galat], uji: list[str], simpan: Path | None, batas: Batas
) -> list[Galat]:
    """Let the tests look for each fault, say what came of it, and return those that survive."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as sementara:
        bebas: SimpleQueue[Pohon] = SimpleQueue()
        for nomor in range(batas.paralel):
            bebas.put(Pohon.salin(akar, Path(sementara) / f"pohon-{nomor}", batas.detik))
        pertama = bebas.get()
        jejak = pertama.telusuri(uji, simpan) if simpan else Cermin(akar, uji)
        for ini in galat[:_KENDALI]:
            if any(pertama.jalankan(daftar) not in {_LULUS, _TANPA_UJI} for daftar in jejak.urutan(ini)[:1]):
                keluaran = (pertama.akar / "keluaran.txt").read_text(encoding="utf-8")
                sys.exit(f"Tanpa galat pun ujinya gagal:\n{keluaran[-3000:]}")
        bebas.put(pertama)

        def periksa(ini: Galat) -> bool:
            pohon = bebas.get()
            akhir = pohon.menemukan(ini, jejak.urutan(ini)[: batas.lot])
            bebas.put(pohon)
            print(f"{akhir:<11} {ini}", flush=True)
            return akhir == DITEMUKAN

        with ThreadPoolExecutor(batas.paralel) as kolam:
            return [g for g, temu in zip(galat, kolam.map(periksa, galat), strict=True) if not temu]


def main() -> int:
    """Plant, look, and say what survived."""
    urai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    urai.add_argument("ruang")
    urai.add_argument("--uji", nargs="+")
    urai.add_argument("--jejak", type=Path)
    urai.add_argument("--akar", type=Path, default=AKAR)
    urai.add_argument("--lot", type=int)
    for nama, semula in (("--benih", 1), ("--banyak", 60), ("--paralel", 1), ("--detik", 600)):
        urai.add_argument(nama, type=int, default=semula)
    p = urai.parse_args()
    uji = p.uji or [f"tests/{p.ruang.split('/')[0]}"]
    tempat = [f"{PAKET}/{p.ruang}", *(nama.partition("::")[0] for nama in uji)]
    if tiada := [nama for nama in tempat if not (p.akar / nama).exists()]:
        urai.error(f"tidak ada: {', '.join(tiada)}")
    galat = pilih(p.akar, p.ruang, p.benih, p.banyak)
    lolos = cari_lolos(p.akar, galat, uji, p.jejak, Batas(p.paralel, p.detik, p.lot))
    print(f"\n{p.ruang}, benih {p.benih}: {len(galat) - len(lolos)} dari {len(galat)} galat ditemukan")
    print("".join(f"  {lewat}\n" for lewat in lolos), end="")
    return 1 if lolos else 0


if __name__ == "__main__":
    sys.exit(main())
