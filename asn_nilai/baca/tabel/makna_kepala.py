"""What a header says beyond its label: sub-labels on a second storey, and words in brackets.

`Realisasi` over `Bulan Lalu | Bulan Ini` is read by the sub-label that can only be meant. Words in brackets are fine where they
name the asked month, a column number or the unit of measure; any other may make the figures below mean something else.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from asn_nilai.acuan.isian.formulir import EKOR_WAKTU, KUNCI_BULAN, Formulir, JenisIsi, lipat_label
from asn_nilai.acuan.isian.skema import Indikator
from asn_nilai.acuan.isian.tabel import Tabel
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.angka import lipat_satuan
from asn_nilai.baca.tabel.baris import baris_nomor_kolom
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala import Kepala, kenali_baris
from asn_nilai.baca.tabel.kolom_lain import periksa_kolom_lain
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
_NOMOR = re.compile(r"\s*(?:kol(?:om)?\b\W*)?(?:\d{1,2}\s*[a-z]?|[a-z]|[ivx]{2,5})\s*(?:=.*)?", re.IGNORECASE)
_SERATUS = re.compile(r"\s*(?:total|jumlah|maks\w*)?\W*(?:0\s*[-–]\s*)?100\s*%?\s*", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]+")
_BAGIAN = re.compile(r"(?:[a-z]+\s?)?[a-z]+\W*(?:ke\W*)?[ivx\d]+", re.IGNORECASE)
"""A quarter or a half, and nothing else."""
_SKALA = re.compile(
    r"\bdalam\s+(?:ratusan|ribu|ribuan|juta|jutaan|mil[iy]ar|mil[iy]aran|triliun|triliunan)\b|\bx\s*1[.,]?000\b"
    r"|\bsatuan\W+(?:ribuan|jutaan|mil[iy]aran)\b|\b(?:realisasi|angka|nilai|data)\b[^.]*\b(?:ak|k)umulasi\b|\b(?:realisasi|angka|nilai|data)\b[^.]*\bkumulatif\b",
    re.IGNORECASE,
)
_REALISASI = re.compile(r"\b(?:realisasi|capaian)\b", re.IGNORECASE)
_BARIS_KETERANGAN = 30
"""How far below a table its notes may stand."""
_KELIPATAN = re.compile(r"\b(?:ratus|ribu|juta|mil[iy]ar|triliun)|\bx\s*1", re.IGNORECASE)
_BUKAN = re.compile(
    r"\blalu\b|\bsebelum|\bs\s*[./]?\s*d\b|\bs(?:am)?pa?i\b|kumulatif|\bsemula\b|\blama\b|\bawal\b|\bmurni\b|\bmandiri\b|\bdiri\b|\bpegawai\b"
    r"|\busulan\b|\brekan|\bsejawat\b|\bbawahan\b|\brencana\b|\bselisih\b|\btahunan\b|\bsetahun\b",
    re.IGNORECASE,
)
_DIMAKSUD = re.compile(
    r"\b(?:bulan|bln)\s+(?:ini|berjalan|pelaporan)\b|\bmenjadi\b|\bbaru\b|\brevisi\b|\b(?:se(?:te|su)dah|setelah)\b|\batasan\b|\bpimpinan\b"
    r"|\bpenilai\b|\bbulanan\b",
    re.IGNORECASE,
)
_SKALA_NILAI = re.compile(
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
_JANGKAR = ("no", "nip", "nama", "kode_indikator", "kode_unit", "indikator")
_DINILAI = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_BARIS_DILIHAT = 200
_KATA_LEBIH = "kepala-meragukan"


def uraikan_tingkat(
    kisi: Kisi,
    gabungan: Collection[tuple[int, int, int, int]],
    kepala: Kepala,
    formulir: Formulir,
    waktu: Waktu | None,
) -> None:
    """Move each scored column of a header to its sub-label; where several may be meant, name them all.

    Args:
        kisi: the sheet.
        gabungan: its merged ranges.
        kepala: the header; changed in place.
        formulir: the form.
        waktu: the asked time, None where there is none.
    """
    _pilih_menurut_waktu(kisi, kepala, formulir, waktu)
    induk = _calon_induk(kisi, kepala, formulir)
    melebar = {
        (atas, kiri): (bawah, kanan) for atas, kiri, bawah, kanan in gabungan if kanan > kiri or bawah > atas
    }
    anak_bawah = _baris_anak(kisi, kepala)
    if not anak_bawah and not any(
        kepala.awal <= atas <= kepala.baris and kanan > kiri for atas, kiri, _, kanan in gabungan
    ):
        # The row below is somebody's: only labels above the last row of the header may have sub-labels.
        induk = {kunci: sel for kunci, sel in induk.items() if sel[0] < kepala.baris}
    milik = {kolom: kunci for kunci, sel in kepala.sel.items() for _, kolom in sel}
    for kunci, (baris, kolom) in induk.items():
        bawah, kanan = melebar.get((baris, kolom), (baris, kolom))
        anak = (
            _anak(kisi, kepala, formulir, (bawah + 1, kolom, kanan), milik)
            if bawah < kepala.baris or anak_bawah
            else []
        )
        if any(formulir.kenali_kolom(teks) not in {None, kunci} for _, teks in anak):
            continue  # a title over columns of their own
        if not anak and kunci in kepala.sel:
            kedua = _berisi(kisi, bawah, range(kolom + 1, kanan + 1))
            kepala.sel[kunci] = [(baris, kolom), *((baris, lain) for lain in kedua)]
        elif anak:
            if len(anak) == 1:
                kepala.kata.append((kunci, *anak[0]))
            kepala.kata.append((kunci, (baris, kolom), teks_kepala(kisi[baris][kolom])))
            kepala.induk[kunci] = kolom
            kepala.sel[kunci] = _pilih_anak(anak, kunci, formulir, waktu)
    kepala.baris = max(kepala.baris, *(sel[0] for tempat in kepala.sel.values() for sel in tempat))


def _pilih_menurut_waktu(kisi: Kisi, kepala: Kepala, formulir: Formulir, waktu: Waktu | None) -> None:
    """Let columns of other months go: of `Realisasi April` and `Realisasi Mei` the asked one alone is meant."""
    for kunci, sel in kepala.sel.items():
        if len(sel) > 1:
            kepala.sel[kunci] = _pilih_anak(
                [(s, teks_kepala(kisi[s[0]][s[1]])) for s in sel], kunci, formulir, waktu
            )
    for kunci, sel in kepala.kalah.items():
        teks = {s: teks_kepala(kisi[s[0]][s[1]]) for s in sel}
        kepala.kalah[kunci] = [
            s for s in sel if "%" not in teks[s] and _golongan(teks[s], kunci, formulir, waktu) is not False
        ]


def _calon_induk(kisi: Kisi, kepala: Kepala, formulir: Formulir) -> dict[str, Sel]:
    """Return the cells that may stand over sub-labels: the scored columns, and labels right above the header that it lacks."""
    dinilai = {kolom.kunci for kolom in formulir.kolom if kolom.jenis in _DINILAI}
    induk = {kunci: sel[0] for kunci, sel in kepala.sel.items() if kunci in dinilai and len(sel) == 1}
    if kepala.baris > 0:
        for kunci, sel in kenali_baris(kisi, kepala.baris - 1, formulir).items():
            if kunci in dinilai and kunci not in kepala.sel and len(sel) == 1:
                induk[kunci] = sel[0]
    return induk


def _pilih_anak(
    anak: Sequence[tuple[Sel, str]], kunci: str, formulir: Formulir, waktu: Waktu | None
) -> list[Sel]:
    """Return the cell of the sub-label that alone can be meant, else all of them."""
    golongan = [_golongan(teks, kunci, formulir, waktu) for _, teks in anak]
    dipilih = [sel for (sel, _), dimaksud in zip(anak, golongan, strict=True) if dimaksud]
    return dipilih if len(dipilih) == 1 and None not in golongan else [sel for sel, _ in anak]


def _anak(
    kisi: Kisi, kepala: Kepala, formulir: Formulir, tempat: tuple[int, int, int], milik: Mapping[int, str]
) -> list[tuple[Sel, str]]:
    """Return the sub-labels below a label (row, first and last column) with their cells."""
    baris, kolom, kanan = tempat
    if baris >= len(kisi):
        return []
    sel = kisi[baris]
    if kanan == kolom:
        while (
            kanan + 1 < len(sel) and kanan + 1 not in milik and kisi[baris - 1][kanan + 1] == "" and teks_kepala(sel[kanan + 1])
            and (baris > kepala.baris or formulir.kenali_kolom(teks_kepala(sel[kanan + 1])) is None)
        ):  # fmt: skip
            kanan += 1
    return [
        ((baris, k), teks) for k in range(kolom, min(kanan + 1, len(sel))) if (teks := teks_kepala(sel[k]))
    ]


def _baris_anak(kisi: Kisi, kepala: Kepala) -> bool:
    """Tell whether the row below the header may hold sub-labels: it is nobody's, and numbers no columns."""
    if kepala.baris + 1 >= len(kisi):
        return False
    sel, kolom = kisi[kepala.baris + 1], kepala.kolom
    milik = [sel[kolom[kunci]] for kunci in _JANGKAR if kunci in kolom]
    return not any(isi != "" and str(isi).strip() for isi in milik) and not baris_nomor_kolom(sel)


def _berisi(kisi: Kisi, baris: int, kolom: range) -> list[int]:
    """Return the columns of a wide label that hold figures of their own."""
    return [
        k
        for k in kolom
        if any(isinstance(sel[k], float) for sel in kisi[baris + 1 : baris + _BARIS_DILIHAT] if k < len(sel))
    ]


def _bulan_kolom(kunci: str, waktu: Waktu | None) -> int | None:
    """Return the month that a column is for."""
    if kunci in KUNCI_BULAN:
        return KUNCI_BULAN.index(kunci) + 1
    return waktu.bulan if isinstance(waktu, Bulan) else None


def _golongan(teks: str, kunci: str, formulir: Formulir, waktu: Waktu | None) -> bool | None:
    """Tell whether a sub-label is the one meant; None where it may be."""
    bernama, bulan, tahun = bulan_bernama(teks), _bulan_kolom(kunci, waktu), tahun_disebut(teks)
    if waktu is not None and tahun and tahun != {tahun_waktu(waktu)}:
        return False
    if _BUKAN.search(teks) or (bernama and bernama != {bulan}):
        return False
    if formulir.nama == "Target" and lipat_label(teks) in {"target", "realisasi"}:
        return lipat_label(teks) == "target"
    if _DIMAKSUD.search(teks) or formulir.kenali_kolom(teks) == kunci or bernama or tahun:
        return True
    return None


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
        bulan, bernama, tahun = _bulan_kolom(kunci, waktu), bulan_bernama(kata), tahun_disebut(kata)
        lain = (bernama and bernama != {bulan}) or (
            waktu is not None and tahun and tahun != {tahun_waktu(waktu)}
        )
        if lain or _BUKAN.search(kata) or (formulir.nama == "Target" and _REALISASI.search(kata)):
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
            if isi and isinstance(isi, str) and (cocok := _SKALA.search(isi)):
                yield (nomor, kolom), cocok[0]


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
                yield from ((kunci, (baris, kolom), kata) for kata in _kata_lebih(teks, kunci, formulir))


def _kata_lebih(teks: str, kunci: str, formulir: Formulir) -> Iterator[str]:
    """Yield what a label says beyond the column's name: `%`, a month behind it, words in brackets."""
    tanpa_kurung = _KURUNG.sub(" ", teks)
    if "%" in tanpa_kurung:
        yield "%"
    if kunci not in KUNCI_BULAN and (cocok := EKOR_WAKTU.search(tanpa_kurung)):
        yield cocok[0].strip()
    if "(" in teks or "[" in teks:
        tanpa_tanda = EKOR_WAKTU.sub("", teks.translate({ord(tanda): " " for tanda in "()[]"}))
        for a, b in _KURUNG.findall(teks):
            bernama = lipat_label(a or b) and formulir.kenali_kolom(tanpa_tanda) == kunci
            if not bernama or bulan_bernama(a or b):
                yield (a or b).strip()


def _wajar(kata: str, kunci: str, formulir: Formulir, waktu: Waktu | None) -> bool:
    """Tell whether words leave a column what its label says: its month, its number, who fills it in."""
    skala = formulir.nama == "Perilaku" and _SKALA_NILAI.fullmatch(kata)
    if (not lipat_label(kata) and "%" not in kata) or _NOMOR.fullmatch(kata) or skala:
        return True
    if kunci == "bobot" and "100" in kata:
        return _SERATUS.fullmatch(kata) is not None
    bulan, bernama, tahun = _bulan_kolom(kunci, waktu), bulan_bernama(kata), tahun_disebut(kata)
    kecil = {k.casefold() for k in _KATA.findall(kata)}
    if kunci == "target_tahunan" and kecil <= _SETAHUN:
        return True
    if (tunggal := bulan_disebut(kata)) and not bernama:
        bernama, tahun = {tunggal[1]}, {tunggal[0]} - {None} or tahun  # type: ignore[assignment]
    if bernama or tahun:
        sisa = {k for k in kecil - _WAKTU if not bulan_bernama(k)}
        tahun_sah = kunci in KUNCI_BULAN or waktu is None or tahun <= {tahun_waktu(waktu)}
        return (
            not sisa and bernama <= {bulan} and tahun_sah
        )  # another year of a month column is told by the year's own check
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
