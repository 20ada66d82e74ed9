"""Which tests are asked about a planted fault, and in which order: by a trace of an unspoilt run, or by what they import."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from coverage import CoverageData
from tanam_ragam import PAKET, Galat

_PERTAMA, _KEDUA = 20, 150


class Jejak:
    """Which tests go through which line, `file::test|phase`, and how many lines each sees."""

    def __init__(self, berkas: Path, uji: list[str], akar: Path) -> None:
        self.uji, self.pemakai = uji, Pemakai(akar)
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
            konteks = {
                nama
                for berkas, nomor in self.pemakai.baris(galat)
                for nama in self.pada.get(berkas, {}).get(nomor, ())
            } or {nama for semua in baris.values() for nama in semua}
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


class Pemakai:
    """Which lines use what a module names when it is imported: a constant's own line runs in no test."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar

    @cached_property
    def pohon(self) -> dict[str, ast.Module]:
        """Return the tree of each module."""
        semua = (self.akar / PAKET).rglob("*.py")
        return {
            jalur.relative_to(self.akar).as_posix(): ast.parse(jalur.read_text(encoding="utf-8"))
            for jalur in semua
        }

    def baris(self, galat: Galat) -> Iterator[tuple[str, int]]:
        """Yield module and line of each use, also of what is named after it on import."""
        sendiri = galat.berkas.as_posix()
        dicari = [
            nama
            for pernyataan in self.pohon[sendiri].body
            if pernyataan.lineno <= galat.awal <= (pernyataan.end_lineno or 0)
            for nama in _dinamai(pernyataan, galat.awal)
        ]
        for nama in dicari:  # grows on the way
            for berkas, pohon in self.pohon.items():
                if nama.startswith("_") and berkas != sendiri:
                    continue
                for pernyataan in pohon.body:
                    for simpul in ast.walk(pernyataan):
                        if nama in {getattr(simpul, "id", None), getattr(simpul, "attr", None)}:
                            yield from (
                                (berkas, nomor) for nomor in range(simpul.lineno, simpul.end_lineno + 1)
                            )
                            dicari += [lain for lain in _dinamai(pernyataan) if lain not in dicari]


def _dinamai(pernyataan: ast.stmt, baris: int | None = None) -> list[str]:
    """Return the names that a statement of a module gives; of a class only what stands in the line, of a function its own."""
    match pernyataan:
        case ast.Assign(targets=sasaran):
            return [
                simpul.id for ruas in sasaran for simpul in ast.walk(ruas) if isinstance(simpul, ast.Name)
            ]
        case ast.AnnAssign(target=ast.Name(id=nama)):
            return [nama]
        case ast.ClassDef(body=badan) if baris is not None:
            return [
                nama
                for dalam in badan
                if dalam.lineno <= baris <= (dalam.end_lineno or 0)
                for nama in _dinamai(dalam, baris)
            ]
        case ast.FunctionDef(name=nama) if baris is not None:
            return [nama]
    return []


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
