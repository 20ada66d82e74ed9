"""What letters were when they were written: what people add to them by hand is never written over.

Their hashes are written down together when all letters are done, and before that each in a line of its own, right before its letter
gets its name: a run that is killed has not forgotten which letters are its own.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.riwayat.tempat import baca_tersimpan
from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.manifes import sha256_berkas, sidik_tertulis

_BARU = "_baru"
"""Ends the name of a letter that stands beside one that somebody has changed."""
_NAMA, _MENYUSUL = ".sidik-surat.json", ".sidik-surat.jsonl"


class SidikSurat:
    """The letters of one folder by SHA-256, as this program last wrote them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tersimpan = _baca(folder / _NAMA)
        self._sidik = self._tersimpan | _baca_menyusul(folder)
        self._belum: dict[str, str] = {}
        self._disebut: set[str] = set()
        self._dipakai: set[Path] = set()
        self._di_samping: set[Path] = set()

    def tempat(self, nama: str) -> Path:
        """Return where a letter goes: under its own name, or beside what was changed there since it was written.

        Two people whose NIP cannot be read have letters of one name; each has a file.
        """
        sebutan = next(calon for calon in _bernomor(nama) if calon not in self._disebut)
        self._disebut.add(sebutan)
        return self._tempat(sebutan, ".docx")

    def tempat_pdf(self, surat: Path) -> Path:
        """Return where a letter's PDF goes: beside the letter under its name, and never over one that was signed."""
        return self._tempat(surat.stem, ".pdf")

    def di_samping(self, berkas: Path) -> bool:
        """Tell whether a file stands beside one that somebody has changed."""
        return berkas in self._di_samping

    def _tempat(self, nama: str, akhiran: str) -> Path:
        semua = (self._folder / f"{calon}{akhiran}" for calon in chain((nama,), _bernomor(f"{nama}{_BARU}")))
        tujuan = next(calon for calon in semua if calon not in self._dipakai and not self._diubah(calon))
        self._dipakai.add(tujuan)
        if tujuan.stem != nama:
            self._di_samping.add(tujuan)
        return tujuan

    def _diubah(self, berkas: Path) -> bool:
        return berkas.is_file() and sha256_berkas(berkas) != self._sidik.get(berkas.name)

    def akan_ditulis(self, tujuan: Path, sementara: Path) -> None:
        """Note a letter that is about to get its name.

        Raises:
            OSError: it cannot be noted, so it must not be written either.
        """
        sha = sidik_tertulis(sementara)
        baris = json.dumps([tujuan.name, sha], ensure_ascii=False)
        with (self._folder / _MENYUSUL).open("a", encoding="utf-8", newline="") as catatan:
            catatan.write(f"{baris}\n")
        self._belum[tujuan.name] = sha

    def ingat(self, berkas: Path) -> None:
        """Remember a letter that has its name now."""
        self._sidik[berkas.name] = self._belum.pop(berkas.name)

    def simpan(self) -> None:
        """Write down what is remembered, where that is new.

        Raises:
            BerkasTerkunciError, TulisGagalError: it cannot be written.
        """
        # Ctrl+C may have come between a letter's name and its being remembered.
        self._sidik |= _seperti_tercatat(self._folder, self._belum.items())
        if self._sidik != self._tersimpan:
            teks = json.dumps(self._sidik, ensure_ascii=False, indent=1, sort_keys=True)
            tulis_teks(self._folder / _NAMA, teks + "\n")
        with suppress(OSError):
            (self._folder / _MENYUSUL).unlink()


def _bernomor(nama: str) -> Iterator[str]:
    """Yield a name, then the same with 2, 3, … behind it."""
    yield nama
    yield from (f"{nama}_{ke}" for ke in count(2))


def _baca(berkas: Path) -> dict[str, str]:
    """Return what was remembered; nothing where it is damaged: then every letter there counts as changed.

    Raises:
        PenggunaanError: it is there and must not be read.
    """
    try:
        isi = json.loads(baca_tersimpan(berkas) or b"{}")
    except PenggunaanError:
        raise
    except (ValueError, RecursionError):
        return {}
    return {str(nama): str(sha) for nama, sha in isi.items()} if isinstance(isi, dict) else {}


def _baca_menyusul(folder: Path) -> dict[str, str]:
    """Return the letters that a killed run noted and that are as it wrote them; of its last line there may be a part only.

    Raises:
        PenggunaanError: the notes are there and must not be read.
    """
    tercatat: list[tuple[str, str]] = []  # of one letter all: the last may never have got its name
    for baris in (baca_tersimpan(folder / _MENYUSUL) or b"").splitlines():
        with suppress(ValueError, TypeError):
            nama, sha = json.loads(baris)
            tercatat.append((nama, sha))
    return _seperti_tercatat(folder, tercatat)


def _seperti_tercatat(folder: Path, tercatat: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {nama: sha for nama, sha in tercatat if sha and sha256_berkas(folder / nama) == sha}
