"""Which small faults can be planted in a module, read from its syntax tree.

A comparison turned or its limit moved, + for −, `and` for `or`, a `not` dropped, a figure one off, True for False, a result
replaced by nothing, a condition negated, a letter of a sentence lost, an element or a filter dropped, `min` for `max`.
Left alone is what cannot matter: docstrings, annotations, decorators, `__all__`, imports, lines that no test need cover.
"""

import ast
import copy
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAKET = "asn_nilai"
_TEPI = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_BALIK = {ast.Lt: ast.GtE, ast.Gt: ast.LtE, ast.Eq: ast.NotEq, ast.In: ast.NotIn, ast.Is: ast.IsNot}
_BALIK |= {sesudah: sebelum for sebelum, sesudah in _BALIK.items()}
_TUKAR = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And}
_NAMA = {"min": "max", "max": "min", "any": "all", "all": "any"}
_KATA = re.compile(r"[A-Za-z]{2,}")
_KALIMAT = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}")
_DERET = (ast.JoinedStr, ast.Tuple, ast.List, ast.ListComp)
_BUKAN_JALANNYA = {"annotation", "returns", "decorator_list", "format_spec", "bases"}
_PENJAGA = {"strict", "frozen", "slots", "kw_only", "eq", "order", "maxsize"}
"""Keywords that guard against mistakes or bound what is remembered, and change no result."""
_WADAH = {"dict", "frozenset", "list", "set", "tuple", "type"}
_PANJANG = 160


@dataclass(frozen=True)
class Galat:
    """A planted fault: in which lines, the changed piece before and after, and the whole file with it."""

    berkas: Path
    awal: int
    akhir: int
    sebelum: str
    sesudah: str
    isi: str

    def __str__(self) -> str:
        """Return file, line, and what became of it."""
        return f"{self.berkas.as_posix()}:{self.awal}  {self.sebelum}  →  {self.sesudah}"


def ragam(s: ast.AST, acak: random.Random) -> Iterator[ast.AST]:  # noqa: C901, PLR0912 - one kind of fault a case
    """Yield what a node would be with each kind of fault that fits it."""

    def lain(**ubahan: object) -> ast.AST:
        baru = copy.copy(s)
        for nama, isi in ubahan.items():
            setattr(baru, nama, isi)
        return baru

    match s:
        case ast.Compare(ops=ops):
            n = acak.randrange(len(ops))
            for peta in (_BALIK, _TEPI):
                if type(ops[n]) in peta:
                    yield lain(ops=[*ops[:n], peta[type(ops[n])](), *ops[n + 1 :]])
        case ast.BoolOp(op=op):
            yield lain(op=_TUKAR[type(op)]())
        case ast.BinOp(left=kiri, op=op, right=kanan) if type(op) in _TUKAR:
            if not any(isinstance(sisi, _DERET) or _teks(sisi) for sisi in (kiri, kanan)):
                yield lain(op=_TUKAR[type(op)]())
        case ast.UnaryOp(op=ast.Not(), operand=isi):
            yield isi
        case ast.Constant(value=bool(isi)):
            yield lain(value=not isi)
        case ast.Constant(value=int(isi) | float(isi)):
            yield lain(value=isi + acak.choice([-1, 1]))
        case ast.Constant(value=str(isi)) if _KALIMAT.search(isi):
            akhir = acak.choice(list(_KATA.finditer(isi))).end()
            yield lain(value=isi[: akhir - 1] + isi[akhir:])
        case ast.Return(value=ast.expr() as isi) if not (isinstance(isi, ast.Constant) and isi.value is None):
            yield lain(value=ast.Constant("" if isinstance(isi, ast.JoinedStr) else None))
        case ast.If(test=syarat) | ast.While(test=syarat) | ast.IfExp(test=syarat):
            yield lain(test=ast.UnaryOp(ast.Not(), syarat))
        case ast.comprehension(ifs=[_, *_] as syarat):
            n = acak.randrange(len(syarat))
            yield lain(ifs=[*syarat[:n], *syarat[n + 1 :]])
        case (
            ast.Tuple(elts=[_, _, *_] as isi)
            | ast.List(elts=[_, _, *_] as isi)
            | ast.Set(elts=[_, _, *_] as isi)
        ):
            n = acak.randrange(len(isi))
            if not isinstance(getattr(s, "ctx", None), ast.Store):
                yield lain(elts=[*isi[:n], *isi[n + 1 :]])
        case ast.Call(func=ast.Name(id=nama)) if nama in _NAMA:
            yield lain(func=ast.Name(_NAMA[nama]))


def _teks(simpul: ast.AST) -> bool:
    return isinstance(simpul, ast.Constant) and isinstance(simpul.value, str | bytes)


@dataclass(frozen=True)
class Calon:
    """A fault that could be planted: a node of a module and what it would be instead."""

    modul: "Modul"
    induk: ast.AST
    ruas: str
    nomor: int
    lama: ast.AST
    baru: ast.AST
    baris: tuple[int, int]

    def tanam(self) -> Galat:
        """Return the module with the fault; the module itself stays as it is."""
        sebelum = _sebut(self.induk, self.lama)
        self._pasang(self.baru)
        sesudah, isi = _sebut(self.induk, self.baru), ast.unparse(ast.fix_missing_locations(self.modul.pohon))
        self._pasang(self.lama)
        return Galat(self.modul.berkas, *self.baris, sebelum, sesudah, f"{isi}\n")

    def _pasang(self, simpul: ast.AST) -> None:
        tempat = getattr(self.induk, self.ruas)
        if isinstance(tempat, list):
            tempat[self.nomor] = simpul
        else:
            setattr(self.induk, self.ruas, simpul)


class Modul:
    """A module whose nodes can be changed one by one."""

    def __init__(self, berkas: Path, teks: str) -> None:
        self.berkas, self.baris, self.pohon = berkas, teks.splitlines(), ast.parse(teks)

    def calon(self, acak: random.Random) -> Iterator[Calon]:
        """Yield every fault that could be planted, past what cannot matter."""
        yield from self._dalam(self.pohon, (1, 1), acak)

    def _dalam(self, induk: ast.AST, rentang: tuple[int, int], acak: random.Random) -> Iterator[Calon]:
        for ruas, isi in ast.iter_fields(induk):
            if ruas in _BUKAN_JALANNYA or (isinstance(induk, ast.keyword) and induk.arg in _PENJAGA):
                continue
            for nomor, anak in enumerate(isi if isinstance(isi, list) else [isi]):
                if isinstance(anak, ast.AST) and not self._lewati(anak):
                    baris = _baris(anak) or rentang
                    for baru in ragam(anak, acak):
                        yield Calon(self, induk, ruas, nomor, anak, baru, baris)
                    yield from self._dalam(anak, baris, acak)

    def _lewati(self, simpul: ast.AST) -> bool:
        match simpul:
            case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
                return True
            case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Assign(targets=[ast.Name(id="__all__")]):
                return True
            case ast.Call(func=ast.Name(id="cast" | "TypeVar")):
                return True
            case ast.Assign(value=ast.Subscript(value=ast.Name(id=nama))) if nama[:1].isupper():
                return True  # a name for a type
            case ast.Subscript(value=ast.Name(id=nama)) if nama in _WADAH:
                return True  # a type
        return isinstance(simpul, ast.stmt) and "pragma: no cover" in self.baris[simpul.lineno - 1]


def _baris(simpul: ast.AST) -> tuple[int, int] | None:
    """Return the lines that run when a node does; of a statement with a body those of its head."""
    if not hasattr(simpul, "lineno"):
        return None
    badan = getattr(simpul, "body", None)
    akhir = badan[0].lineno - 1 if isinstance(badan, list) else simpul.end_lineno
    return simpul.lineno, max(simpul.lineno, akhir)


def _sebut(induk: ast.AST, simpul: ast.AST) -> str:
    inti = getattr(simpul, "test", simpul) if isinstance(simpul, ast.stmt) else simpul
    semua = [" ".join(ast.unparse(ast.fix_missing_locations(bagian)).split()) for bagian in (induk, inti)]
    return semua[0] if isinstance(induk, ast.expr) and len(semua[0]) <= _PANJANG else semua[1][:_PANJANG]


def pilih(akar: Path, ruang: str, benih: int, banyak: int) -> list[Galat]:
    """Return the faults that a seed plants in a room: random lines, one fault in each."""
    pangkal, acak = akar / PAKET / ruang, random.Random(benih)
    calon: dict[tuple[Path, int], list[Calon]] = defaultdict(list)
    for jalur in sorted(pangkal.rglob("*.py")) if pangkal.is_dir() else [pangkal]:
        for mungkin in Modul(jalur.relative_to(akar), jalur.read_text(encoding="utf-8")).calon(acak):
            calon[mungkin.modul.berkas, mungkin.baris[0]].append(mungkin)
    return [acak.choice(calon[k]).tanam() for k in acak.sample(sorted(calon), min(banyak, len(calon)))]
