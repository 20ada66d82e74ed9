"""Where a typed figure comes from that is a formula: from the target that it should be held against, or from another file.

A realisasi is measured. One that is the target, or a bit more, is always reached; one that another file gives nobody can look up here.
A formula that only asks whether there is a target (`IF(G9="","",K9)`) takes nothing from it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO, lipat_label
from asn_nilai.acuan.isian.formulir.tabel import indeks_kolom
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import kutip
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah

_CAPAIAN, _TARGET = FORMULIR["Capaian"], "target"
_DIUKUR = ("realisasi", *KUNCI_RASIO)
_LUAR = pola_tunda(r"\[\d+\]|\[[^\[\]]*\.(?:xls|ods|csv)|file:", re.IGNORECASE)
_HANYA_DITANYA = pola_tunda(
    r'(?:ISBLANK|ISNUMBER|LEN|COUNTA?|COUNTBLANK)\([^()]*\)|\$?[A-Z]{1,3}\$?\d+\s*(?:=|<>|>)\s*(?:""|0)(?![\d.])'
)
_TEKS = re.compile(r'"[^"]*"')
_RUJUKAN = pola_tunda(
    r"(?:('[^']+'|[^\W\d][\w.]*)!)?(?<![\w.])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(.])"
    r"|(?<![\w.])\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\w(])"
)
_BARIS_TERAKHIR = 1_048_576


class _Rujukan(NamedTuple):
    """A cell or range that a formula names, 0-based and inclusive; `lembar` is blank for its own sheet."""

    lembar: str
    awal: Sel
    akhir: Sel


def sebut_rumus(mentah: TabelMentah, catatan: Catatan) -> None:
    """Note each figure of a capaian table that its target gives, and how many come from another file."""
    rumus, tabel = mentah.lembar.format_sel.rumus, mentah.tabel
    dari_luar: list[tuple[Sel, str]] = []
    for kunci in _DIUKUR if rumus else ():
        for posisi, angka in enumerate(tabel.isi[kunci]) if kunci in tabel.kolom else ():
            sel = mentah.sel_asal(kunci, posisi)
            if not isinstance(angka, float) or sel not in rumus:
                continue
            dari_target, luar = _asal(rumus, sel, mentah)
            if dari_target:
                catatan.tambah(
                    "rumus-dari-target", sel, nip=str(tabel.isi["nip"][posisi]), kolom=_CAPAIAN.label(kunci),
                    kode_indikator=tabel.isi["kode_indikator"][posisi], teks=kutip(f"={rumus[sel]}"), dibaca=tulis_angka(angka),
                )  # fmt: skip
            elif luar:
                dari_luar.append((sel, rumus[sel]))
    if dari_luar:
        sel, teks = min(dari_luar)
        catatan.tambah("rumus-dari-luar", sel, banyak=tulis_angka(len(dari_luar)), teks=kutip(f"={teks}"))


def _asal(rumus: Mapping[Sel, str], sel: Sel, mentah: TabelMentah) -> tuple[bool, bool]:
    """Tell whether a cell's formula takes a target, and whether it takes anything from another file; through helping cells, too."""
    antre, dilihat, luar = [sel], set[Sel](), False
    while antre:
        ini = antre.pop()
        if ini in dilihat or ini not in rumus:
            continue
        dilihat.add(ini)
        teks = _TEKS.sub("", _HANYA_DITANYA.sub("", rumus[ini]))
        if f"[{_CAPAIAN.label(_TARGET)}]".casefold() in teks.casefold():
            return True, luar  # a column of an Excel table, by its name
        luar = luar or _LUAR.search(teks) is not None
        for rujukan in _rujukan(teks):
            if _mengambil_target(rujukan, mentah):
                return True, luar
            if not rujukan.lembar and rujukan.awal == rujukan.akhir:
                antre.append(rujukan.awal)
    return False, luar


def _mengambil_target(rujukan: _Rujukan, mentah: TabelMentah) -> bool:
    if lipat_label(rujukan.lembar) not in {"", lipat_label(mentah.lembar.nama)}:
        return lipat_label(rujukan.lembar).startswith(_TARGET)
    kolom = mentah.tabel.kolom.get(_TARGET, -1)
    return rujukan.awal[1] <= kolom <= rujukan.akhir[1] and rujukan.akhir[0] > mentah.kepala.baris


def _rujukan(teks: str) -> Iterator[_Rujukan]:
    for lembar, awal, baris_awal, akhir, baris_akhir, kolom_awal, kolom_akhir in _RUJUKAN.findall(teks):
        if kolom_awal:
            yield _Rujukan("", (0, indeks_kolom(kolom_awal)), (_BARIS_TERAKHIR, indeks_kolom(kolom_akhir)))
        else:
            pertama = (int(baris_awal) - 1, indeks_kolom(awal))
            terakhir = (int(baris_akhir) - 1, indeks_kolom(akhir)) if akhir else pertama
            yield _Rujukan(lembar.strip("'"), pertama, terakhir)
