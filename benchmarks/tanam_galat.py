"""Plant small faults in a room, one at a time, and see which of them its tests let through.

    python benchmarks/tanam_galat.py hitung [--benih 1] [--banyak 60] [--uji tests/hitung tests/alur/test_jelaskan.py]
        [--jejak BERKAS] [--paralel 1] [--detik 600] [--akar FOLDER]

A room is a folder or a module below asn_nilai/ (`baca`, `terbit/tandai`, `acuan/rumus/pita.py`); its tests are the paths after
`--uji`, by default tests/<room>. What can be planted is in `tanam_ragam`. All happens in copies of the tree; the checkout
is only read. Each fault first meets the test files that import its module, then those of the folders that mirror its own, then
the others; where one finds it, that ends. With `--jejak` the tests run once unspoilt, noting in that file which goes through
which line (pytest-cov); each fault then meets the 20 tests through its line that see least of the rest, then 130 more, the
others, the whole files of those that met it in a fixture, and, where the line runs on import, all tests: quicker for many
faults, and a list of tests long or short is traced once for all rooms. A fault that never ends counts as found. Where the time
limit cuts a later lot short, that is said (TAK SELESAI) and counts as not found. `--lot 1 --uji tests` asks only whoever imports
the module, in minutes: what survives that is worth a look, not yet a hole.

The same seed and number plant the same faults in the same source. What survives is a hole, or a fault that changes
nothing: a reader must tell which. The exit code is 1 where any survived.
"""

import argparse
import ast
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from coverage import CoverageData
from tanam_ragam import PAKET, Galat, pilih

AKAR = Path(__file__).resolve().parent.parent
_PERTAMA, _KEDUA, _KENDALI = 20, 150, 1
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


class Jejak:
    """Which tests go through which line, `file::test|phase`, and how many lines each sees."""

    def __init__(self, berkas: Path, uji: list[str]) -> None:
        self.uji = uji
        data = CoverageData(str(berkas))
        data.read()
        self.pada: dict[str, dict[int, list[str]]] = {}
        self.luas: Counter[str] = Counter()
        for jalur in data.measured_files():
            kunci = f"{PAKET}/" + Path(jalur).as_posix().rpartition(f"/{PAKET}/")[2]
            self.pada[kunci] = data.contexts_by_lineno(jalur)
            self.luas.update(nama for konteks in self.pada[kunci].values() for nama in konteks)
        if not any(self.luas):
            sys.exit(f"Jejak {berkas} tidak menyebut satu uji pun: pytest-cov tidak mencatatnya.")

    def urutan(self, galat: Galat) -> list[list[str]]:
        """Return the tests to ask about a fault, in lots, those likeliest to notice it first."""
        baris = self.pada.get(galat.berkas.as_posix(), {})
        konteks = {nama for nomor in range(galat.awal, galat.akhir + 1) for nama in baris.get(nomor, ())}
        impor = not any(konteks)
        if impor:
            konteks = {nama for semua in baris.values() for nama in semua}
        melalui = {nama.rsplit("|", 1)[0] for nama in konteks if nama}
        urut = sorted(melalui, key=lambda nama: (self.luas[f"{nama}|run"], nama))
        dikenal = {nama.split("::")[0] for nama in self.luas}
        luas = {nama.split("::")[0] for nama in konteks if nama.endswith("|setup")}
        luas |= (
            set(self.uji)
            if impor
            else {jalur for jalur in self.uji if jalur.endswith(".py") and jalur not in dikenal}
        )
        sisa = [nama for nama in urut[_KEDUA:] if not nama.startswith(tuple(luas))]
        return [
            bagian for bagian in (urut[:_PERTAMA], urut[_PERTAMA:_KEDUA], [*sorted(luas), *sisa]) if bagian
        ]


class Cermin:
    """Which test files stand nearest to a module: those that import it, then those in the folders that mirror its own."""

    def __init__(self, akar: Path, uji: list[str]) -> None:
        semua = (jalur for nama in uji for jalur in _berkas_uji(akar / nama.partition("::")[0]))
        self.impor = {
            jalur.relative_to(akar).as_posix(): set(_yang_diimpor(jalur)) for jalur in dict.fromkeys(semua)
        }

    def urutan(self, galat: Galat) -> list[list[str]]:
        """Return the tests to ask about a fault, in lots, those likeliest to notice it first."""
        modul = galat.berkas.with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
        cermin = Path("tests", *galat.berkas.parent.parts[1:]).as_posix()
        pertama = [nama for nama, impor in self.impor.items() if modul in impor]
        kedua = [nama for nama in self.impor if nama.startswith(f"{cermin}/")]
        sebelumnya = dict.fromkeys([*pertama, *kedua])
        lot = [pertama, [nama for nama in kedua if nama not in pertama]]
        return [
            bagian for bagian in (*lot, [nama for nama in self.impor if nama not in sebelumnya]) if bagian
        ]


def _berkas_uji(jalur: Path) -> list[Path]:
    return sorted(jalur.rglob("test_*.py")) if jalur.is_dir() else [jalur]


def _yang_diimpor(jalur: Path) -> Iterator[str]:
    """Yield the modules that a file of tests imports, and whatever of them could be one."""
    for simpul in ast.walk(ast.parse(jalur.read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.ImportFrom) and simpul.module:
            yield simpul.module
            yield from (f"{simpul.module}.{nama.name}" for nama in simpul.names)
        elif isinstance(simpul, ast.Import):
            yield from (nama.name for nama in simpul.names)


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
            return Jejak(simpan, uji)
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
        return Jejak(simpan, uji)

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
    galat = pilih(p.akar, p.ruang, p.benih, p.banyak)
    uji = p.uji or [f"tests/{p.ruang.split('/')[0]}"]
    lolos = cari_lolos(p.akar, galat, uji, p.jejak, Batas(p.paralel, p.detik, p.lot))
    print(f"\n{p.ruang}, benih {p.benih}: {len(galat) - len(lolos)} dari {len(galat)} galat ditemukan")
    print("".join(f"  {lewat}\n" for lewat in lolos), end="")
    return 1 if lolos else 0


if __name__ == "__main__":
    sys.exit(main())
