"""Columns that the form does not read, beside those it does: legends, and columns which may be the ones that count."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir, JenisIsi, lipat_label
from asn_nilai.acuan.isian.formulir.tabel import Tabel, nama_sel
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.tulisan import sebut_beberapa
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kepala import Kepala
from asn_nilai.baca.tabel.sel import Isi, Kisi, berupa_angka, kutip, teks_kepala

_PENGGANTI = pola_tunda(
    r"\b(?:revisi|perbaikan|koreksi|pembetulan|ralat|final|menjadi|seharusnya|sebenarnya|terbaru|baru|(?:ter|di)?validasi|valid|(?:ter|di)?verifikasi|(?:ter|di)?kalibrasi"
    r"|terkoreksi|dikoreksi|diperbaiki|disetujui|disepakati|disahkan|hasil|(?:se(?:te|su)dah)|setelah|perubahan|akhir|atasan|pimpinan|penilai|bulan|ini)\b",
    re.IGNORECASE,
)
"""Words by which a further column says that it holds what counts."""
_BERLAKU_SENDIRI = pola_tunda(
    r"\b(?:revisi|perbaikan|koreksi|pembetulan|ralat|final|seharusnya|sebenarnya|verifikasi|validasi|kalibrasi|disetujui|disepakati|disahkan)\b",
    re.IGNORECASE,
)
"""Those that say so without the column's name: `Seharusnya`, `Hasil Verifikasi`, over figures or ratings."""
_OLEH_ATASAN = pola_tunda(r"\b(?:atasan|pimpinan|penilai)\b", re.IGNORECASE)
"""Whose rating of behaviour counts."""
_DIGANTI = {"Capaian": "realisasi", "Perilaku": "rating_perilaku"}
"""What such a column stands for; among targets for the column before it."""
_RATING = pola_tunda(r"(?:di\s*atas|sesuai|di\s*bawah)\s+ekspektasi", re.IGNORECASE)
_SEBUTAN = {
    "Target": pola_tunda(r"\btarget\b", re.IGNORECASE),
    "Perilaku": pola_tunda(r"\b(?:rating|penilaian|nilai)\b", re.IGNORECASE),
}
"""Words of a label that say no more than the form does."""
_KATA = re.compile(r"[^\W\d_]+")
_CATATAN = pola_tunda(
    r"(?:no|nomor)?\.?(?:\s*urut)?$|(?:periksa|asal)$|(?:catatan|keterangan|ket)\b", re.IGNORECASE
)
"""What a column is called that is plainly a remark, a number of the row, or the check and the source that our own template has."""
_DAFTAR = [FORMULIR[nama] for nama in ("Unit", "Pegawai", "Indikator", "Daftar Pegawai", "Daftar Unit")]
"""Whose columns a register may repeat for the reader (`Unit Kerja` beside the code); those of submissions are read there alone."""
_DISEBUT = 8
"""So many columns that no form knows are named; an export of the personnel's system has forty."""
_JANGKAR = ("nip", "kode_indikator", "kode_unit")
_BARIS_DILIHAT = 200
"""So many rows below a header tell what its columns hold."""


def singkirkan_legenda(kisi: Kisi, kepala: Kepala, formulir: Formulir) -> None:
    """Let labels beside the table go that stand over a legend: past a blank column, and over few cells.

    Where it is one of figures or ratings, `kepala.kalah` keeps it, to be said.
    """
    jangkar = next((kepala.kolom[kunci] for kunci in _JANGKAR if kunci in kepala.sel), None)
    if jangkar is None or all(len(sel) < 2 for sel in kepala.sel.values()):
        return
    isi = kisi[kepala.awal : kepala.baris + _BARIS_DILIHAT]
    terisi = [sum(sel != "" for sel in kolom) for kolom in zip(*isi, strict=False)]
    akhir = next((kolom for kolom in range(jangkar, len(terisi)) if not terisi[kolom]), len(terisi))
    angka = {kolom.kunci for kolom in formulir.kolom if kolom.jenis is JenisIsi.ANGKA}
    for kunci, sel in kepala.sel.items():
        luar = [s for s in sel if s[1] > akhir and 2 * (terisi[s[1]] - 1) < terisi[jangkar] - 1]
        if not luar or len(luar) == len(sel):
            continue
        kepala.sel[kunci] = [s for s in sel if s not in luar]
        disebut = [s for s in luar if kunci not in angka or any(berupa_angka(baris[s[1]]) for baris in isi)]
        kepala.kalah.setdefault(kunci, []).extend(disebut)


def catat_kolom_asing(kisi: Kisi, kepala: Kepala, tabel: Tabel, formulir: Formulir, catatan: Catatan) -> None:
    """Note the filled columns of a register that no form knows, all of them together: one may be a column of the form, under another name.

    What is plainly a remark is none, nor what stands past a blank column, nor anything where no column of the form is missing.
    """
    hilang = [kolom.label for kolom in formulir.kolom if kolom.kunci not in kepala.sel]
    milik = {kolom for semua in (*kepala.sel.values(), *kepala.kalah.values()) for _, kolom in semua}
    disebut = {temuan.letak.sel for temuan in catatan.temuan}
    asing: dict[Sel, str] = {}
    for kolom, isi in enumerate(kisi[kepala.baris]):
        if kolom in milik:
            continue
        teks, sel = teks_kepala(isi), (kepala.baris, kolom)
        berisi = any(kisi[baris][kolom] != "" for baris in tabel.baris)
        if kolom > max(milik) and not teks and not berisi:
            break
        dikenal = _CATATAN.match(teks) or any(lain.kenali_kolom(teks) for lain in _DAFTAR)
        if teks and berisi and not dikenal and nama_sel(*sel) not in disebut:
            asing[sel] = f"'{kutip(teks)}' ({nama_sel(*sel)})"
    if asing and hilang:
        fakta = {
            "kolom": sebut_beberapa(asing.values(), _DISEBUT),
            "belum": sebut_beberapa(hilang, len(hilang)),
        }
        catatan.tambah("kolom-tidak-dikenal", min(asing), fakta=fakta)


def periksa_kolom_lain(
    kisi: Kisi,
    kepala: Kepala,
    tabel: Tabel,
    formulir: Formulir,
    dinilai: AbstractSet[str],
    waktu: str,
    catatan: Catatan,
) -> bool:
    """Note filled columns that may be meant: those which correct the one that is read, and those which alone bear its label.

    Args:
        kisi: the sheet.
        kepala: its header.
        tabel: its rows.
        formulir: the form.
        dinilai: the keys of the columns that a score rests on.
        waktu: the asked time, as findings write it.
        catatan: takes the findings.

    Returns:
        Whether every scored column whose label is there was found.
    """
    pasti = True
    milik = {kolom for semua in (*kepala.sel.values(), *kepala.kalah.values()) for _, kolom in semua}
    sebelum = {semua[0][1] + 1: kunci for kunci, semua in kepala.sel.items() if formulir.nama == "Target"}
    for kolom, isi in enumerate(kisi[kepala.baris]):
        teks = "" if kolom in milik else teks_kepala(isi)
        if not teks or formulir.kenali_kolom(teks) or all(kisi[baris][kolom] == "" for baris in tabel.baris):
            continue
        sel = (kepala.baris, kolom)
        pokok = _PENGGANTI.sub(" ", teks)
        inti = sebutan.sub(" ", pokok) if (sebutan := _SEBUTAN.get(formulir.nama)) else pokok
        kunci = formulir.kenali_kolom(inti if formulir.nama == "Target" else pokok)
        if not lipat_label(inti) and _berlaku_sendiri(teks, formulir):
            kunci = _DIGANTI.get(formulir.nama, sebelum.get(kolom))
            kunci = kunci if _serupa(kunci, [kisi[baris][kolom] for baris in tabel.baris]) else None
        if kunci in dinilai and kunci in kepala.sel:
            dibaca = nama_sel(*kepala.sel[kunci][0])
            catatan.tambah(
                "kolom-diabaikan", sel, kolom=formulir.label(kunci), judul_lain=teks, sel_dibaca=dibaca
            )
        isi_kolom = (kisi[baris][kolom] for baris in tabel.baris)
        for hilang, kata in _mungkin_kolom(teks, isi_kolom, dinilai - kepala.sel.keys(), formulir):
            catatan.tambah("kepala-meragukan", sel, kata=kata, kolom=formulir.label(hilang), untuk=waktu)
            pasti = False
    return pasti


def _berlaku_sendiri(teks: str, formulir: Formulir) -> bool:
    """Tell whether a label without a column's name says that what counts stands below it."""
    if formulir.nama == "Target":
        return _PENGGANTI.search(teks) is not None
    oleh_atasan = formulir.nama == "Perilaku" and _OLEH_ATASAN.search(teks)
    return bool(oleh_atasan or _BERLAKU_SENDIRI.search(teks))


def _serupa(kunci: str | None, isi: Iterable[Isi]) -> bool:
    """Tell whether cells hold what a column does: ratings, else figures; 0 and 1 are marks."""
    if kunci == "rating_perilaku":
        return any(isinstance(nilai, str) and _RATING.fullmatch(nilai.strip()) for nilai in isi)
    return any(berupa_angka(nilai) and nilai not in {0, 1} for nilai in isi)


def _mungkin_kolom(
    teks: str, isi: Iterable[Isi], hilang: AbstractSet[str], formulir: Formulir
) -> Iterator[tuple[str, str]]:
    """Yield the missing columns that a column of another label may be, with the words by which it differs.

    A column of ratings is the one of ratings, whatever it is called; any other must bear all words of the label.
    """
    rating_dicari = formulir.nama == "Perilaku" and "rating_perilaku" in hilang
    if rating_dicari and any(isinstance(nilai, str) and _RATING.fullmatch(nilai.strip()) for nilai in isi):
        yield "rating_perilaku", teks
        return
    kata = _KATA.findall(teks)
    for kunci in sorted(hilang):
        label = {bagian.casefold() for bagian in _KATA.findall(formulir.label(kunci))}
        if label <= {bagian.casefold() for bagian in kata}:
            yield kunci, " ".join(bagian for bagian in kata if bagian.casefold() not in label) or teks
