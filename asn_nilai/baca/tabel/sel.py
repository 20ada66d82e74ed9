"""What a single cell says as text, and the cells that say nothing usable."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeGuard

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import tanpa_pengarah
from asn_nilai.acuan.periode import NAMA_BULAN
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.galat import tidak_terbaca
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel, SelMentah

SEL_GALAT, RUMUS_KOSONG = "sel-galat", "rumus-tanpa-nilai"
TERTUTUP, GABUNGAN = "sel-tertutup", "sel-gabungan"
_TEKS_GALAT = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA",
     "#ERROR!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!"}
)  # fmt: skip
_PALING_PANJANG = 80


@baris_ringan
class SelRusak:
    """A cell that holds an error, a formula without a result, or part of a merged range: its finding's code, what it shows."""

    kode: str
    teks: str = ""


Isi = SelMentah | SelRusak
Kisi = Sequence[Sequence[Isi]]
"""A sheet's cells, row by row from A1 on."""


def tandai_rusak(sel: list[list[SelMentah]], format_sel: FormatSel) -> list[list[Isi]]:
    """Return the cells with their damage in place: errors and uncalculated formulas, and what a merged range hides.

    Raises:
        BukuTidakTerbacaError: merged ranges lie upon one another.
    """
    kisi: list[list[Isi]] = sel  # type: ignore[assignment]  # widened in place; nobody else holds the list
    rusak = {
        **_tertutup(sel, format_sel),
        **dict.fromkeys(format_sel.rumus_kosong, SelRusak(RUMUS_KOSONG)),
        **{tempat: SelRusak(SEL_GALAT, teks) for tempat, teks in format_sel.galat.items()},
    }
    for (baris, kolom), isi in rusak.items():
        while baris >= len(kisi):
            kisi.append([""] * (len(kisi[0]) if kisi else 0))
        if kolom >= len(kisi[baris]):
            kisi[baris].extend([""] * (kolom + 1 - len(kisi[baris])))
        kisi[baris][kolom] = isi
    return kisi


def _tertutup(sel: list[list[SelMentah]], format_sel: FormatSel) -> dict[Sel, SelRusak]:
    """Return the cells that a merged range hides and that hold something all the same; Excel empties such cells.

    Raises:
        BukuTidakTerbacaError: ranges lie upon one another.
    """
    tinggi, lebar = len(sel), len(sel[0]) if sel else 0
    rentang = [
        (range(atas, min(bawah + 1, tinggi)), range(kiri, min(kanan + 1, lebar)))
        for atas, kiri, bawah, kanan in format_sel.gabungan
    ]
    # Ranges that do not overlap never hold more cells than there are; a hundred thousand tall ones would take for ever.
    if sum(len(baris) * len(kolom) for baris, kolom in rentang) > tinggi * lebar:
        raise tidak_terbaca("sel-sel gabungannya bertumpuk")
    return {
        (b, k): SelRusak(TERTUTUP, kutip(sel[b][k]))
        for baris, kolom in rentang
        for b in baris
        for k in kolom
        if sel[b][k] != "" and (b, k) != (baris.start, kolom.start)
    }


def kenali_rusak(isi: Isi) -> SelRusak | None:
    """Return the damage of a cell, also where an error's name was pasted as text."""
    if isinstance(isi, SelRusak):
        return isi
    if isinstance(isi, str) and "#" in isi and isi.strip().upper() in _TEKS_GALAT:
        return SelRusak(SEL_GALAT, isi.strip().upper())
    return None


def berupa_angka(isi: Isi) -> TypeGuard[int | float]:
    """Tell whether a cell stores a number; calamine hands some whole numbers of .xls over as integers."""
    return isinstance(isi, int | float) and not isinstance(isi, bool)


@lru_cache(maxsize=4096, typed=True)
def teks_sel(isi: Isi) -> str:
    """Return a cell as trimmed text: whole numbers without decimals, dates as 2026-03-31; blank for damage."""
    if isinstance(isi, str):
        return isi.strip()
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, (int, float)):
        return f"{isi:.0f}" if float(isi).is_integer() else f"{isi:.15g}"
    if isinstance(isi, dt.datetime):
        return isi.date().isoformat() if isi.time() == dt.time() else isi.isoformat(" ")
    return "" if isinstance(isi, SelRusak) else str(isi)


def teks_kepala(isi: Isi) -> str:
    """Return a header cell's words; a date that Excel has made of a month is that month."""
    if isinstance(isi, dt.date):
        return f"{NAMA_BULAN[isi.month - 1]} {isi.year}"
    return isi.strip() if isinstance(isi, str) else ""


def kutip(isi: Isi) -> str:
    """Return a cell as a finding quotes it: one line, not too long, numbers with a decimal comma."""
    teks = teks_sel(isi)
    if isinstance(isi, float) and not isi.is_integer():
        teks = teks.replace(".", ",")
    teks = " ".join(tanpa_pengarah(teks).split())
    return teks if len(teks) <= _PALING_PANJANG else f"{teks[: _PALING_PANJANG - 1]}…"


HAPUS_FORMAT = "Hapus format selnya (Clear Formats), lalu ketik"
"""How a cell comes to show what it holds: typed anew it keeps its format."""
DIGESER = "dinaikkan atau diturunkan"
"""What a cell is that is superscript or subscript as a whole."""


def fakta_tampak(tampak: str, isi: float | str) -> dict[str, str]:
    """Return the facts of `angka-meragukan` for a cell that shows something else than the number or the words it stores."""
    apa = "isi" if isinstance(isi, str) else "angka"
    sebab = f"; itulah {apa} yang tersimpan, sedangkan yang tampak dibentuk oleh format selnya"
    dibaca = kutip(isi) if isinstance(isi, str) else polos(isi)
    cara = f"{HAPUS_FORMAT} ulang isinya bila maksudnya lain"
    return {"teks": kutip(tampak) or "(tidak tampak)", "dibaca": dibaca, "sebab": sebab, "cara": cara}


def polos(angka: float) -> str:
    """Return a number without dots for thousands, so that nobody reads it two ways again."""
    return tulis_angka(angka).replace(".", "")


def rias_angka(format_sel: FormatSel, sel: Sel, isi: Isi) -> str:
    """Return what about a cell's dress keeps its digits from counting as they stand, blank where nothing does."""
    if sel not in format_sel.berias:
        return ""
    if sel in format_sel.digeser and sel not in format_sel.dicoret:
        return f"angkanya {DIGESER} (superscript, subscript)"
    return (
        "sebagian angkanya dicoret, dinaikkan, atau tidak tampak"
        if isinstance(isi, str)
        else "angkanya dicoret"
    )
