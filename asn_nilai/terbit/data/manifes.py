"""manifes.json: which inputs gave which outputs, under which rule and program, by their SHA-256.

The record by which a later run knows what need not be computed again, and by which anyone can prove that nothing
was changed. It holds no time of day, so that the same inputs give the same bytes.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from asn_nilai.acuan.bentuk_tunda import bentuk_tunda
from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.terbit.berkas import TulisGagalError

NAMA_MANIFES = "manifes.json"
_BARIS_BUTIR = "\n  "
"""How a line begins at which an entry does, a file or a unit's record."""
_PROGRAM = pola_tunda(rb' "program": (".*"),?')
"""The line in which a manifest says which program wrote it; records of units are indented more."""
_SAKSI = pola_tunda(rb' "(catatan_register|kode_kunci)": (.*?),?')
"""The lines of a manifest that tell of its register; records of units are indented more."""
TemuanTercatat = list[list[Any]]
"""Findings as a manifest keeps them: kind, file, sheet, cell, unit, NIP and facts of each; the sentences follow from these."""
Sha = Callable[[Path], str]
"""`sha256_berkas`, or what remembers its answers: several look at the same file."""
_NOMOR = pola_tunda(r"asn-nilai (\d+(?:\.\d+)*)")
"""A program as it names itself, with its version."""
_sebaris = json.JSONEncoder(ensure_ascii=False).encode


def lebih_baru(program: str) -> bool:
    """Tell whether what names itself so is a newer version of the program than this one."""
    kini, lain = _NOMOR.match(PROGRAM), _NOMOR.match(program)
    if kini is None or lain is None:
        return False
    nomor_lain, nomor_kini = ([int(angka) for angka in ini[1].split(".")] for ini in (lain, kini))
    return nomor_lain > nomor_kini


@dataclass(slots=True)
class CatatanUnit:
    """What one unit's results came from and are.

    Attributes:
        masukan: the unit's own files → SHA-256.
        keluaran: its outputs → SHA-256.
        ringkas: its line of the overview.
        sidik: fingerprints of what it takes from what all units share, by name (see `alur.masukan.masukan_unit`).
        sebutan: what its books name (`acuan.setoran.irisan_skema.Sebutan`): by this the fingerprints can be taken again.
        lengkap: whether all of it could be computed and written; if not, the next run may well do better.
        asing: findings of rows in its books that are another unit's (`alur.masukan.baris_unit_lain`).
        di_unit_lain: those of its own people's rows in other units' books that its page tells of.
    """

    masukan: dict[str, str]
    keluaran: dict[str, str]
    ringkas: dict[str, object]
    sidik: dict[str, str] = field(default_factory=dict)
    sebutan: dict[str, object] = field(default_factory=dict)
    lengkap: bool = True
    asing: TemuanTercatat = field(default_factory=list)
    di_unit_lain: TemuanTercatat = field(default_factory=list)

    @property
    def tak_terbaca(self) -> set[str]:
        """Return the unit's files that could not be read when it was computed: another program held them."""
        return {nama for nama, sha in self.masukan.items() if not sha}


@dataclass(slots=True)
class Manifes:
    """The record of a period. Inputs are relative to the work folder, outputs to the period's results.

    `kode_kunci` is the short code of the locked version that the results are, blank before a lock; `sementara` tells whether scores
    in them do without months that are still to come; `catatan_register` counts the register's lines as the results were written;
    `asing` are the findings of stray files. The units' records may be fetched as they are asked for: a city's are many.
    """

    periode: str
    aturan: str
    sha256_aturan: str
    masukan: dict[str, str] = field(default_factory=dict)
    keluaran: dict[str, str] = field(default_factory=dict)
    unit: Mapping[str, CatatanUnit] = field(default_factory=dict)
    program: str = PROGRAM
    kode_kunci: str = ""
    sementara: bool = False
    catatan_register: int = 0
    asing: TemuanTercatat = field(default_factory=list)

    def sebagai_teks(self) -> Iterator[str]:
        """Yield the manifest as JSON, keys in order, entry by entry: all at once it would be a city's largest text in memory."""
        pemisah = "{"
        for nama, isi in sorted(_ruas(self).items()):
            yield f"{pemisah}\n {_sebaris(nama)}: "
            yield from _berangsur(isi)
            pemisah = ","
        yield "\n}\n"

    @classmethod
    def baca(cls, berkas: Path) -> "Manifes | None":
        """Return an earlier manifest, None where there is none or it is not one of ours.

        What a newer version of the program says besides is passed over.
        """
        try:
            isi = berkas.read_bytes()  # most that is asked for is not there yet
            return bentuk_tunda(cls).validate_json(isi, strict=True)
        except (OSError, ValueError):
            return None


def catat_temuan(semua: Iterable[Temuan]) -> TemuanTercatat:
    """Return findings as a manifest keeps them."""
    return [[t.kode, t.letak.berkas, t.letak.lembar, t.letak.sel, t.unit, t.nip, dict(t.isi)] for t in semua]


def temuan_tercatat(tercatat: TemuanTercatat) -> tuple[Temuan, ...]:
    """Return the findings that a manifest keeps; none where one of them is not ours."""
    try:
        semua = tuple(
            temuan(kode, Letak(berkas, lembar, sel), unit=unit, nip=nip, **isi)
            for kode, berkas, lembar, sel, unit, nip, isi in tercatat
        )
        return semua if all(ini.sebagai_dict() for ini in semua) else ()
    except (TypeError, ValueError, KeyError):
        return ()


def baca_saksi(berkas: Path) -> tuple[int, str]:
    """Return what a manifest tells of its register: its lines, and the code of the lock; 0 and blank where there is none.

    Each look at a register asks.
    """
    try:
        isi = {baris[1]: json.loads(baris[2]) for baris in _baris(berkas, _SAKSI)}
        return int(isi.get(b"catatan_register", 0)), str(isi.get(b"kode_kunci", ""))
    except (OSError, ValueError, TypeError, OverflowError):
        return 0, ""


def baca_program(berkas: Path) -> str:
    """Return which program a manifest says that it is of, blank where none does; without its units, as `baca_saksi`."""
    try:
        return next((str(json.loads(baris[1])) for baris in _baris(berkas, _PROGRAM)), "")
    except (OSError, ValueError):
        return ""


def sebelum_register(berkas: Path) -> bool:
    """Tell whether a manifest is of a version of the program that kept no registers yet: it knows nothing of locks either."""
    try:
        return not any(_baris(berkas, _SAKSI))
    except OSError:
        return False


def _baris(berkas: Path, pola: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """Yield a manifest's lines of a form. Whole, a city's is a megabyte.

    Raises:
        OSError: it cannot be read.
    """
    with berkas.open("rb") as sumber:
        for baris in sumber:
            if cocok := pola.fullmatch(baris.removesuffix(b"\n")):
                yield cocok


def _berangsur(isi: object) -> Iterator[str]:
    """Yield what a name of a manifest stands for, of a mapping entry by entry."""
    if not isinstance(isi, Mapping) or not isi:
        yield _json(isi, "\n ")
        return
    pemisah = "{"
    for kunci in sorted(isi):
        butir = isi[kunci]
        milik = _ruas(butir) if isinstance(butir, CatatanUnit) else butir
        yield f"{pemisah}{_BARIS_BUTIR}{_sebaris(kunci)}: {_json(milik, _BARIS_BUTIR)}"
        pemisah = ","
    yield "\n }"


def _json(isi: object, baris: str) -> str:
    """Return what `json.dumps` would with sorted keys, a line each, indented by one below `baris`.

    That one leaves cycles of functions behind, two kilobytes a call; a city calls once a unit.
    """
    dalam = f"{baris} "
    if isinstance(isi, Mapping) and isi:
        bagian = (f"{dalam}{_sebaris(kunci)}: {_json(isi[kunci], dalam)}" for kunci in sorted(isi))
        return f"{{{','.join(bagian)}{baris}}}"
    if isinstance(isi, list | tuple) and isi:
        return f"[{','.join(dalam + _json(butir, dalam) for butir in isi)}{baris}]"
    return _sebaris(isi)


def _ruas(catatan: Manifes | CatatanUnit) -> dict[str, object]:
    return {nama: getattr(catatan, nama) for nama in catatan.__slots__}


def sha256_berkas(berkas: Path) -> str:
    """Return a file's SHA-256 in hexadecimal, blank where it cannot be read."""
    try:
        with berkas.open("rb") as sumber:
            return hashlib.file_digest(sumber, "sha256").hexdigest()
    except OSError:
        return ""


def sidik_tertulis(berkas: Path) -> str:
    """Return the SHA-256 of a file that has just been written, as a record names it: a blank one would never be it again.

    Raises:
        TulisGagalError: it cannot be read back; a virus scanner may hold what is new.
    """
    try:
        with berkas.open("rb") as sumber:
            return hashlib.file_digest(sumber, "sha256").hexdigest()
    except OSError as galat:
        raise TulisGagalError(
            f"{berkas} sudah ditulis, tetapi tidak dapat dibaca kembali ({sebab_os(galat)}). {saran_os(galat, str(berkas))}"
        ) from galat
