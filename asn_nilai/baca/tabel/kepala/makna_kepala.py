"""What a header says beyond its labels: words in brackets and behind them, over several columns, and beside the table.

They are fine where they name the asked month, a column number or the unit of measure; any other may make the figures below mean
something else.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import EKOR_WAKTU, KUNCI_BULAN, Formulir, JenisIsi, lipat_label
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.angka import lipat_satuan
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kepala import Kepala
from asn_nilai.baca.tabel.kepala.kolom_lain import periksa_kolom_lain
from asn_nilai.baca.tabel.kepala.tingkat_kepala import BUKAN, bulan_kolom
from asn_nilai.baca.tabel.sel import Kisi, teks_kepala
from asn_nilai.baca.tabel.waktu import (
    Waktu,
    bagian_tahun,
    bulan_bernama,
    bulan_disebut,
    sebut_waktu,
    tahun_disebut,
    tahun_waktu,
)

_KURUNG = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_NOMOR = pola_tunda(r"\s*(?:kol(?:om)?\b\W*)?(?:\d{1,2}\s*[a-z]?|[a-z]|[ivx]{2,5})\s*(?:=.*)?", re.IGNORECASE)
_SERATUS = pola_tunda(r"\s*(?:total|jumlah|maks\w*)?\W*(?:0\s*[-–]\s*)?100\s*%?\s*", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]+")
_BAGIAN = pola_tunda(r"(?:[a-z]+\s?)?[a-z]+\W*(?:ke\W*)?[ivx\d]+", re.IGNORECASE)
"""A quarter or a half, and nothing else."""
_SKALA = re.compile(
    r"\bdalam\s+(?:ratusan|ribu|ribuan|juta|jutaan|mil[iy]ar|mil[iy]aran|triliun|triliunan)\b|\bx\s*1[.,]?000\b"
    r"|\bsatuan\W+(?:ribuan|jutaan|mil[iy]aran)\b|\b(?:realisasi|angka|nilai|data)\b[^.]*\b(?:ak|k)umulasi\b|\b(?:realisasi|angka|nilai|data)\b[^.]*\bkumulatif\b",
    re.IGNORECASE,
)
_REALISASI = pola_tunda(r"\b(?:realisasi|capaian)\b", re.IGNORECASE)
_BARIS_KETERANGAN = 30
"""How far below a table its notes may stand."""
_KELIPATAN = pola_tunda(r"\b(?:ratus|ribu|juta|mil[iy]ar|triliun)|\bx\s*1", re.IGNORECASE)
_SKALA_NILAI = pola_tunda(
    r"\s*(?:skala|angka|nilai)?\s*[01]\s*(?:-|–|s\s*[./]?\s*d\.?|sampai)\s*1[0-2]0\s*", re.IGNORECASE
)
"""The scale of behaviour in numbers; a shorter one would make every number mean something else."""
_WAKTU = frozenset({"bulan", "bln", "periode", "tahun", "thn", "ta", "per"})
_PETUNJUK = frozenset(
    _KATA.findall(
        "wajib diisi isi oleh unit atasan langsung pejabat penilai kinerja pimpinan angka dalam bilangan opsional jika bila ada sesuai satuan bulan "
        "bulanan ini berjalan"
    )
)
"""Words that only tell who fills a column in, and how."""
_RATING = frozenset(
    _KATA.findall(
        "sangat di atas bawah diatas dibawah sesuai ekspektasi baik cukup kurang butuh perbaikan istimewa atau dan de se be ae"
    )
)
_SETAHUN = frozenset(
    _KATA.findall(
        "total jumlah tahun tahunan setahun satu bulan jan januari des desember s d sd sampai dengan"
    )
)
_DINILAI = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_KATA_LEBIH = "kepala-meragukan"


def periksa_kata_kepala(
    kisi: Kisi, kepala: Kepala, tabel: Tabel, formulir: Formulir, wajib: Collection[str], waktu: Waktu | None,
    indikator: Mapping[str, Indikator], catatan: Catatan,
) -> bool:  # fmt: skip
    """Note words of the header, or above it, by which the figures may mean something else; tell whether there are none."""
    dinilai = {
        kolom.kunci for kolom in formulir.kolom
        if kolom.jenis in _DINILAI and (kolom.kunci in wajib or formulir.nama != "Target")
    }  # fmt: skip
    sebutan = sebut_waktu(waktu) if waktu is not None else "isian ini"
    satuan: set[str] | None = None
    pasti = True
    for kunci, sel, kata in _semua_kata(kisi, kepala, formulir):
        if kunci not in dinilai or _wajar(kata, kunci, formulir, waktu):
            continue
        if waktu is None and _KELIPATAN.search(kata) is None:
            continue  # the registers belong to no month, and their bounds may be explained at will
        satuan = _satuan_tabel(tabel, indikator) if satuan is None else satuan
        if _satuan_kata(kata) and {_satuan_kata(kata)} == (satuan if kunci != "bobot" else {"%"}):
            continue
        catatan.tambah(_KATA_LEBIH, sel, kata=kata, kolom=formulir.label(kunci), untuk=sebutan)
        pasti = False
    pasti = periksa_kolom_lain(kisi, kepala, tabel, formulir, dinilai, sebutan, catatan) and pasti
    for kunci, sel, kata in _spanduk(kisi, kepala, dinilai):
        bulan, bernama, tahun = bulan_kolom(kunci, waktu), bulan_bernama(kata), tahun_disebut(kata)
        lain = (bernama and bernama != {bulan}) or (
            waktu is not None and tahun and tahun != {tahun_waktu(waktu)}
        )
        if lain or BUKAN.search(kata) or (formulir.nama == "Target" and _REALISASI.search(kata)):
            catatan.tambah(_KATA_LEBIH, sel, kata=kata, kolom=formulir.label(kunci), untuk=sebutan)
            pasti = False
    if dinilai:
        for sel, kata in _keterangan(kisi, kepala, tabel):
            catatan.tambah(_KATA_LEBIH, sel, kata=kata, kolom=formulir.lembar, untuk=sebutan)
            pasti = False
    return pasti


def _spanduk(kisi: Kisi, kepala: Kepala, dinilai: Collection[str]) -> Iterator[tuple[str, Sel, str]]:
    """Yield the words that stand over several columns, right above their labels, once with a scored column below."""
    nip = kepala.kolom.get("nip", -1)
    sel_label = {tempat for semua in kepala.sel.values() for tempat in semua} | {
        sel for _, sel, _ in kepala.kata
    }
    kolom_dinilai = {kepala.kolom[kunci]: kunci for kunci in dinilai if kunci in kepala.sel}
    for baris in range(max(kepala.awal - 1, 0), kepala.baris):
        kini: tuple[int, str] | None = None
        tercatat = set[int]()
        for kolom, isi in enumerate(kisi[baris]):
            if teks := teks_kepala(isi):
                kini = None if (baris, kolom) in sel_label or kolom <= nip else (kolom, teks)
            if (
                kini
                and kolom in kolom_dinilai
                and kini[0] not in tercatat
                and kepala.sel[kolom_dinilai[kolom]][0][0] > baris
            ):
                tercatat.add(kini[0])
                yield kolom_dinilai[kolom], (baris, kini[0]), kini[1]


def _keterangan(kisi: Kisi, kepala: Kepala, tabel: Tabel) -> Iterator[tuple[Sel, str]]:
    """Yield the words above or below a table by which all of its figures mean something else: `dalam ribuan`."""
    bawah = tabel.baris[-1] + 1 if tabel.baris else kepala.baris + 1
    for nomor in (*range(kepala.awal), *range(bawah, min(len(kisi), bawah + _BARIS_KETERANGAN))):
        for kolom, isi in enumerate(kisi[nomor]):
            if isi and isinstance(isi, str) and (kata := kata_skala(isi)):
                yield (nomor, kolom), kata


@lru_cache(maxsize=4096)
def kata_skala(teks: str) -> str:
    """Return the words of a note by which figures are in thousands, or added up; blank without any."""
    cocok = _SKALA.search(teks)
    return cocok[0] if cocok else ""


def _semua_kata(kisi: Kisi, kepala: Kepala, formulir: Formulir) -> Iterator[tuple[str, Sel, str]]:
    """Yield key, cell and words of each bracket and of each sub-label that stands alone."""
    for kunci, sel, teks in kepala.kata:
        kurung = _KURUNG.findall(teks)
        if formulir.kenali_kolom(teks) is None and (pokok := _KURUNG.sub(" ", teks).strip()):
            yield kunci, sel, pokok
        yield from ((kunci, sel, a or b) for a, b in kurung)
    for kunci, semua in kepala.sel.items():
        for baris, kolom in semua:
            teks = teks_kepala(kisi[baris][kolom])
            if (kunci, (baris, kolom), teks) not in kepala.kata:
                yield from ((kunci, (baris, kolom), kata) for kata in _kata_lebih(teks, kunci, formulir.nama))


@lru_cache(maxsize=4096)
def _kata_lebih(teks: str, kunci: str, nama_formulir: str) -> tuple[str, ...]:
    """Return what a label says beyond the column's name: `%`, a month behind it, words in brackets."""
    formulir, hasil = FORMULIR[nama_formulir], list[str]()
    tanpa_kurung = _KURUNG.sub(" ", teks)
    if "%" in tanpa_kurung:
        hasil.append("%")
    if kunci not in KUNCI_BULAN and (cocok := EKOR_WAKTU.search(tanpa_kurung)):
        hasil.append(cocok[0].strip())
    if "(" in teks or "[" in teks:
        tanpa_tanda = EKOR_WAKTU.sub("", teks.translate({ord(tanda): " " for tanda in "()[]"}))
        for a, b in _KURUNG.findall(teks):
            bernama = lipat_label(a or b) and formulir.kenali_kolom(tanpa_tanda) == kunci
            if not bernama or bulan_bernama(a or b) or tahun_disebut(a or b):
                hasil.append((a or b).strip())
    return tuple(hasil)


def _wajar(kata: str, kunci: str, formulir: Formulir, waktu: Waktu | None) -> bool:
    """Tell whether words leave a column what its label says: its month, its number, who fills it in."""
    skala = formulir.nama == "Perilaku" and _SKALA_NILAI.fullmatch(kata)
    if (not lipat_label(kata) and "%" not in kata) or _NOMOR.fullmatch(kata) or skala:
        return True
    if kunci == "bobot" and "100" in kata:
        return _SERATUS.fullmatch(kata) is not None
    bulan, bernama, tahun = bulan_kolom(kunci, waktu), bulan_bernama(kata), tahun_disebut(kata)
    kecil = {k.casefold() for k in _KATA.findall(kata)}
    if kunci == "target_tahunan" and kecil <= _SETAHUN:
        return True
    if (tunggal := bulan_disebut(kata)) and not bernama:
        bernama, tahun = {tunggal[1]}, {tunggal[0]} - {None} or tahun  # type: ignore[assignment]
    if bernama or tahun:
        sisa = {k for k in kecil - _WAKTU if not bulan_bernama(k)}
        tahun_sah = waktu is None or tahun <= {tahun_waktu(waktu)}
        return not sisa and bernama <= {bulan} and tahun_sah
    if kunci in KUNCI_BULAN and bulan in (bagian := bagian_tahun(kata)) and len(bagian) < 7:
        return _BAGIAN.fullmatch(kata.strip()) is not None
    boleh = _PETUNJUK | (_RATING if formulir.nama == "Perilaku" else frozenset())
    boleh |= {"target"} if formulir.nama == "Target" else frozenset()
    return bool(kecil) and kecil <= boleh and not any(huruf.isdigit() or huruf == "%" for huruf in kata)


def _satuan_kata(kata: str) -> str:
    """Return the unit of measure that words name: `dalam persen`, `Rp`, `%`."""
    return lipat_satuan(re.sub(r"^\s*(?:dalam|dlm|satuan)\b\s*:?\s*", "", kata, flags=re.IGNORECASE))


def _satuan_tabel(tabel: Tabel, indikator: Mapping[str, Indikator]) -> set[str]:
    """Return the units of measure of a table's rows, as the register has them, else as the sheet does."""
    if "kode_indikator" not in tabel.isi:
        return set()
    pasangan = set(zip(tabel.teks("kode_indikator"), tabel.teks("satuan"), strict=True))
    return {
        lipat_satuan(indikator[kode].satuan if kode in indikator else tertulis) for kode, tertulis in pasangan
    }
