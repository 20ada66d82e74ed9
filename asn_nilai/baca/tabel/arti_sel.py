"""What a single cell says of its row: a NIP or a code, a figure, a word of totals, a legend's opening, or that nothing is there."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from asn_nilai.acuan.isian.formulir.formulir import JenisIsi, KolomFormulir, lipat_label
from asn_nilai.acuan.isian.orang.nip import normalkan
from asn_nilai.acuan.pola_tunda import pola_tunda
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
_AWAL_JUMLAH = pola_tunda(r"(?:sub|grand)?[\s-]*(?:jumlah|total|jml|rata[\s-]*rata|rerata)\b", re.IGNORECASE)
_NOMOR_KOLOM = re.compile(
    r"[(\[]?\s*(?:kol(?:om)?\b\.?\s*)?-?(?:(?P<angka>\d{1,2})\s*(?P<bagian>[a-z]?)|(?P<huruf>[a-z]|[ivx]{2,6}))-?\s*[)\]]?\.?(?:\s*=.*)?",
    re.IGNORECASE,
)
_SATUAN_ROMAWI = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAWI_KOLOM = {
    "x" * puluhan + satuan: 10 * puluhan + ke
    for puluhan in range(4)
    for ke, satuan in enumerate(_SATUAN_ROMAWI)
}
_SEDIKITNYA = 3
"""So many columns at least a row numbers."""
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
    return _teks_teguh(kunci, isi)


@lru_cache(maxsize=1024)
def _teks_teguh(kunci: str, isi: str) -> bool:
    """Tell the same of a text that is no NIP at first glance: as a rule of one of a city's codes."""
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
    """Tell whether a row only numbers the columns: `(1) (2) (3)`, also as Excel mistakes it: -1, -2, -3; `a b c`, `I II III`, `4a 4b`."""
    semua: list[re.Match[str]] = []
    for isi in sel:
        if isi == "" or hampa(isi):
            continue
        cocok = _NOMOR_KOLOM.fullmatch(teks_sel(isi))
        if cocok is None:
            return False
        semua.append(cocok)
    romawi = any(len(cocok["huruf"] or "") > 1 for cocok in semua)
    urutan = [_urutan_kolom(cocok, romawi=romawi) for cocok in semua]
    # A number may stand twice, or split into 4a and 4b, but the columns go on; of many one may have been taken away.
    langkah = [b[0] - a[0] if a <= b else -1 for a, b in pairwise(urutan)]
    loncat = [lebar for lebar in langkah if lebar not in {0, 1}]
    banyak = len({nomor for nomor, _ in urutan})
    return banyak >= _SEDIKITNYA and (not loncat or (loncat == [2] and banyak >= 2 * _SEDIKITNYA))


def _urutan_kolom(cocok: re.Match[str], *, romawi: bool) -> tuple[int, str]:
    """Return where a column's number stands in a row of them, and the letter behind it."""
    if cocok["angka"]:
        return int(cocok["angka"]), cocok["bagian"].casefold()
    huruf = cocok["huruf"].casefold()
    return (_ROMAWI_KOLOM.get(huruf, -1) if romawi else ord(huruf)), ""


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
