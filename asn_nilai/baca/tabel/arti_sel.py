"""What a single cell says of its row: a NIP or a code, a figure, a word of totals, a legend's opening, or that nothing is there."""

import re
from collections.abc import Iterable
from itertools import pairwise

from asn_nilai.acuan.isian.formulir.formulir import JenisIsi, KolomFormulir, lipat_label
from asn_nilai.acuan.isian.orang.nip import normalkan
from asn_nilai.baca.tabel.angka import baca_angka
from asn_nilai.baca.tabel.sel import (
    RUMUS_KOSONG,
    TERTUTUP,
    Isi,
    SelRusak,
    berupa_angka,
    kenali_rusak,
    teks_sel,
)

_JUMLAH = re.compile(
    r"(?:sub|grand)?(?:jumlah|total|jml|ratarata|rerata)(?:sub|jumlah|total|bobot|nilai|capaian|target|realisasi|keseluruhan|semua|persen|seluruh"
    r"|nya|asn|pegawai|orang|unit|kerja|kinerja|indikator|baris|perilaku|skor|bulan|ini)*\d*(?:asn|orang|pegawai|indikator)?"
)
_AWAL_JUMLAH = re.compile(r"(?:sub|grand)?[\s-]*(?:jumlah|total|jml|rata[\s-]*rata|rerata)\b", re.IGNORECASE)
_NOMOR_KOLOM = re.compile(r"\(?-?(?:(\d{1,2})\s*([a-zA-Z]?)|([a-zA-Z]))\)?\.?(?:\s*=.*)?")
TANDA_TANGAN = re.compile(r"nip\b|nip[.:]", re.IGNORECASE)
ANGKA_NIP_PALING_SEDIKIT, ANGKA_NIP_UTUH = 9, 18
_TERBESAR = 1e15
"""A larger stored number is no figure but a NIP."""


def isi_teguh(kunci: str, isi: Isi) -> bool:
    """Tell whether a cell is what its column is for: a NIP, or a code."""
    if not isinstance(isi, str) or (
        kunci == "nip" and isi.isdecimal() and len(isi) >= ANGKA_NIP_PALING_SEDIKIT
    ):
        return True
    if hampa(isi) or TANDA_TANGAN.match(isi.strip()) or (kata_jumlah(isi) and not serupa_kode(kunci, isi)):
        return False
    if kunci == "kode_indikator" and pembuka_legenda(isi):
        return False
    if kunci == "kode_indikator" and len(isi) >= ANGKA_NIP_UTUH:
        nomor = normalkan(isi)
        if len(nomor) == ANGKA_NIP_UTUH and nomor.isdecimal():
            return False  # somebody who signs beside the one in the column of NIPs
    return kunci != "nip" or jumlah_angka(isi) >= ANGKA_NIP_PALING_SEDIKIT


def baris_nomor_kolom(sel: Iterable[Isi]) -> bool:
    """Tell whether a row only numbers the columns: `(1) (2) (3)`, also as Excel mistakes it: -1, -2, -3; `a b c`, `4a 4b`."""
    urutan: list[tuple[int, str]] = []
    for isi in sel:
        if isi == "" or hampa(isi):
            continue
        cocok = _NOMOR_KOLOM.fullmatch(teks_sel(isi))
        if cocok is None:
            return False
        urutan.append((int(cocok[1]), cocok[2].casefold()) if cocok[1] else (ord(cocok[3].casefold()), ""))
    # A number may stand twice, or split into 4a and 4b, but the columns go on.
    return len({nomor for nomor, _ in urutan}) >= 3 and all(
        0 <= b[0] - a[0] <= 1 and a <= b for a, b in pairwise(urutan)
    )


def hampa(isi: Isi) -> bool:
    """Tell whether a cell is blank, blanks counting for nothing."""
    return isinstance(isi, str) and not isi.strip()


def memuat_angka(isi: Isi, kolom: KolomFormulir) -> bool:
    """Tell whether a cell holds a number, or is damaged where one stood."""
    if isinstance(isi, SelRusak):
        # In a column that nobody must fill it only waits to be calculated: a template's Target Tahunan.
        return isi.kode != RUMUS_KOSONG or kolom.jenis is not JenisIsi.ANGKA or kolom.wajib
    if isinstance(isi, str):
        return isi != "" and len(normalkan(isi)) < 18 and baca_angka(isi).nilai is not None
    return berupa_angka(isi) and abs(isi) < _TERBESAR


def jumlah_angka(isi: Isi) -> int:
    """Return how many digits a cell shows."""
    return sum(map(str.isdigit, teks_sel(isi)))


def kata_jumlah(isi: Isi) -> bool:
    """Tell whether a cell says nothing but that a total stands here."""
    if not isinstance(isi, str) or not 0 < len(isi) < 60 or isi.isdecimal():
        return False
    return _JUMLAH.fullmatch(lipat_label(isi)) is not None


def awal_jumlah(isi: Isi) -> bool:
    """Tell whether a cell begins as a total does."""
    return isinstance(isi, str) and _AWAL_JUMLAH.match(isi.strip()) is not None


def serupa_kode(kunci: str, isi: Isi) -> bool:
    """Tell whether what begins like a total is a code: `JML-08`."""
    return kunci != "nip" and isinstance(isi, str) and len(isi.split()) == 1 and jumlah_angka(isi) > 0


def pembuka_legenda(isi: Isi) -> bool:
    """Tell whether a cell only opens a legend: `Keterangan:`, an asterisk."""
    teks = teks_sel(isi)
    return teks != "" and (teks.endswith(":") or not any(map(str.isalnum, teks)))


def tiada(isi: Isi) -> bool:
    """Tell whether a cell says that nothing is there: blank, zero, or a formula that has found nothing."""
    if isinstance(isi, SelRusak):
        return isi.kode != TERTUTUP
    return hampa(isi) or isi in (0, "0", "-") or kenali_rusak(isi) is not None
