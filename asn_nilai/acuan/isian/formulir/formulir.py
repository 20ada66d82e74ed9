"""What a form is, and how the words of a sheet find its columns; every form stands in `daftar_formulir`.

Synonyms match whole, after folding (see `lipat_label`), never by likeness.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from asn_nilai.acuan.periode import NAMA_BULAN, Bulan
from asn_nilai.acuan.pola_tunda import pola_tunda

_PENGARAH = pola_tunda("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_GARIS = re.compile("[‐‑‒–—−]")
_POLA_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_KURUNG = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOMOR_DEPAN = re.compile(r"\s*\(?(?:\d{1,2}|[a-l])\s?[.)]\s+", re.IGNORECASE)
"""What numbers a label and says nothing else: `1. Akuntabel`, `b) Kode Unit`."""
EKOR_WAKTU = re.compile(
    rf"\s(?:bulan\s+)?(?:{'|'.join(f'{nama}|{nama[:3]}' for nama in NAMA_BULAN)})\.?(?:\s+(?:19|20)\d{{2}})?\s*$",
    re.IGNORECASE,
)
"""A month behind a label: `Realisasi Mei 2026`. It names the column all the same; whether the month is the right one is asked later."""
KUNCI_BULAN = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
"""The keys of the month columns of the form Target, January first."""
KUNCI_RASIO = ("pembilang", "penyebut")
"""The keys of the columns of the form Capaian that hold what a ratio is made of."""
KUNCI_RENCANA = ("rencana_hasil_kerja", "rencana_atasan", "jenis")
"""The keys of the columns of the form Target that say what a row is for."""
KUNCI_ASPEK = (
    "berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif",
)  # fmt: skip
"""The keys of the seven behaviour aspects of the form Perilaku (BerAKHLAK)."""


def kunci_bulan(bulan: Bulan) -> str:
    """Return the key of a month's column in the form Target."""
    return KUNCI_BULAN[bulan.bulan - 1]


class JenisIsi(StrEnum):
    """What the cells of a column hold; CAMPURAN is a rating or a number, kept as it was typed."""

    TEKS = "teks"
    NIP = "nip"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    CAMPURAN = "campuran"


class KolomFormulir(NamedTuple):
    """A column (or a line of the identity block): key, printed label, content, whether needed, other names."""

    kunci: str
    label: str
    jenis: JenisIsi = JenisIsi.TEKS
    wajib: bool = False
    sinonim: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Formulir:
    """A form; there is one of each.

    Attributes:
        nama: its name, the key in `daftar_formulir.FORMULIR`.
        lembar: the name of its sheet; blank where any sheet may hold it. A list that an office has anyway may lie on any.
        sinonim_lembar: other names of the sheet.
        identitas: the lines of the block above the table: label in one cell, value in the next.
        kolom: the columns, in the order of the printed form.
    """

    nama: str
    lembar: str
    sinonim_lembar: tuple[str, ...]
    identitas: tuple[KolomFormulir, ...]
    kolom: tuple[KolomFormulir, ...]

    @property
    def kunci(self) -> tuple[str, ...]:
        """Return the keys of the columns, in order."""
        return tuple(kolom.kunci for kolom in self.kolom)

    @property
    def wajib(self) -> tuple[str, ...]:
        """Return the keys of the columns without which the form cannot be read."""
        return tuple(kolom.kunci for kolom in self.kolom if kolom.wajib)

    def label(self, kunci: str) -> str:
        """Return the printed label of a column, or of a line of the identity block.

        Raises:
            KeyError: the form has no such key.
        """
        return _label(self)[kunci]

    def kenali_kolom(self, label: str) -> str | None:
        """Return the key of the column that a header cell names, or None."""
        return _kenali(self, label, kolom=True)

    def kenali_identitas(self, label: str) -> str | None:
        """Return the key of the identity line that a cell names, or None."""
        return _kenali(self, label, kolom=False)


@lru_cache(maxsize=1024)  # labels come again with each book; names, folded likewise, only grow with the city
def lipat_label(teks: str) -> str:
    """Return a label, or another text, folded for comparison: letters and digits only, small; `N I P` and `NIP.` are one."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", teks).casefold()))


@cache
def _label(formulir: Formulir) -> Mapping[str, str]:
    return {kolom.kunci: kolom.label for kolom in (*formulir.identitas, *formulir.kolom)}


@lru_cache(maxsize=8192)
def lipat_kode(teks: str) -> str:
    """Return a code folded for comparison: small letters, no blanks, one kind of dash; `1.1.1` and `11.1` stay two."""
    return _GARIS.sub("-", "".join(tanpa_tak_tampak(teks.casefold()).split()))


def tanpa_tak_tampak(teks: str) -> str:
    """Return a text without what shows nothing: signs of no width, soft hyphens, marks of direction."""
    if teks.isascii():
        return teks
    return "".join(huruf for huruf in teks if unicodedata.category(huruf) != "Cf")


def tanpa_pengarah(teks: str) -> str:
    """Return a text without marks of direction: pasted with a name, they turn the figures and words after it wherever it is shown."""
    return teks if teks.isascii() else _PENGARAH.sub("", teks)


def rapikan_kode(teks: str) -> str:
    """Return a code as it is seen: without what shows nothing, blanks of every kind as blanks."""
    return teks if teks.isascii() else " ".join(tanpa_tak_tampak(teks).split())


@lru_cache(maxsize=1024)
def _kenali(formulir: Formulir, label: str, *, kolom: bool) -> str | None:
    menurut_label = _menurut_label(formulir, kolom=kolom)
    kunci = menurut_label.get(lipat_label(label))
    if kunci is None and ("(" in label or "[" in label):
        kunci = menurut_label.get(lipat_label(_KURUNG.sub(" ", label)))
    if kunci is None and (nomor := _NOMOR_DEPAN.match(label)):
        kunci = menurut_label.get(lipat_label(label[nomor.end() :]))
    if kunci is None and (tahun := _POLA_TAHUN.search(label)):
        bulan = menurut_label.get(lipat_label(label.replace(tahun[0], " ")))
        kunci = bulan if bulan in KUNCI_BULAN else None
    if kunci is None and kolom and (pokok := EKOR_WAKTU.sub("", label)) != label:
        kunci = None if (tanpa := _kenali(formulir, pokok, kolom=True)) in KUNCI_BULAN else tanpa
    return kunci


@cache
def _menurut_label(formulir: Formulir, *, kolom: bool) -> Mapping[str, str]:
    hasil: dict[str, str] = {}
    for dikenal in formulir.kolom if kolom else formulir.identitas:
        for label in (dikenal.label, *dikenal.sinonim):
            hasil.setdefault(lipat_label(label), dikenal.kunci)
    return hasil
