"""The storeys of a header: `Realisasi` over `Bulan Lalu | Bulan Ini` is read by the sub-label that can only be meant."""

import re
from collections.abc import Collection, Mapping, Sequence

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, Formulir, JenisIsi, lipat_label
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.arti_sel import baris_nomor_kolom
from asn_nilai.baca.tabel.kepala.kepala import Kepala, hanya_persentase, kenali_baris
from asn_nilai.baca.tabel.sel import Kisi, berupa_angka, teks_kepala
from asn_nilai.baca.tabel.waktu import Waktu, bulan_bernama, tahun_disebut, tahun_waktu

BUKAN = pola_tunda(
    r"\blalu\b|\bsebelum|\bs\s*[./]?\s*d\b|\bs(?:am)?pa?i\b|kumulatif|\bsemula\b|\blama\b|\bawal\b|\bmurni\b|\bmandiri\b|\bdiri\b|\bpegawai\b"
    r"|\busulan\b|\brekan|\bsejawat\b|\bbawahan\b|\brencana\b|\bselisih\b|\btahunan\b|\bsetahun\b",
    re.IGNORECASE,
)
"""Words by which figures are another month's, another person's or a plan."""
_DIMAKSUD = pola_tunda(
    r"\b(?:bulan|bln)\s+(?:ini|berjalan|pelaporan)\b|\bmenjadi\b|\bbaru\b|\brevisi\b|\b(?:se(?:te|su)dah|setelah)\b|\batasan\b|\bpimpinan\b"
    r"|\bpenilai\b|\bbulanan\b",
    re.IGNORECASE,
)
_JANGKAR = ("no", "nip", "nama", "kode_indikator", "kode_unit", "indikator")
_DINILAI = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_BARIS_DILIHAT = 200


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
    if not _baris_anak(kisi, kepala, kepala.baris) and not any(
        kepala.awal <= atas <= kepala.baris and kanan > kiri for atas, kiri, _, kanan in gabungan
    ):
        # The row below is somebody's: only labels above the last row of the header may have sub-labels.
        induk = {kunci: sel for kunci, sel in induk.items() if sel[0] < kepala.baris}
    milik = {kolom: kunci for kunci, sel in kepala.sel.items() for _, kolom in sel}
    for kunci, (baris, kolom) in induk.items():
        bawah, kanan = melebar.get((baris, kolom), (baris, kolom))
        anak = (
            _anak(kisi, kepala, formulir, (bawah + 1, kolom, kanan), milik)
            if bawah < kepala.baris or _baris_anak(kisi, kepala, bawah)
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
            s
            for s in sel
            if not hanya_persentase(kunci, teks[s])
            and _golongan(teks[s], kunci, formulir, waktu) is not False
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


def _baris_anak(kisi: Kisi, kepala: Kepala, bawah: int) -> bool:
    """Tell whether the row below a label that reaches down to row `bawah` may hold sub-labels: it is nobody's, and numbers no columns."""
    if bawah + 1 >= len(kisi):
        return False
    sel, kolom = kisi[bawah + 1], kepala.kolom
    milik = [sel[kolom[kunci]] for kunci in _JANGKAR if kunci in kolom]
    return not any(isi != "" and str(isi).strip() for isi in milik) and not baris_nomor_kolom(sel)


def _berisi(kisi: Kisi, baris: int, kolom: range) -> list[int]:
    """Return the columns of a wide label that hold figures of their own."""
    return [
        k
        for k in kolom
        if any(berupa_angka(sel[k]) for sel in kisi[baris + 1 : baris + _BARIS_DILIHAT] if k < len(sel))
    ]


def bulan_kolom(kunci: str, waktu: Waktu | None) -> int | None:
    """Return the month that a column is for."""
    if kunci in KUNCI_BULAN:
        return KUNCI_BULAN.index(kunci) + 1
    return waktu.bulan if isinstance(waktu, Bulan) else None


def _golongan(teks: str, kunci: str, formulir: Formulir, waktu: Waktu | None) -> bool | None:
    """Tell whether a sub-label is the one meant; None where it may be."""
    bernama, bulan, tahun = bulan_bernama(teks), bulan_kolom(kunci, waktu), tahun_disebut(teks)
    if waktu is not None and tahun and tahun != {tahun_waktu(waktu)}:
        return False
    if BUKAN.search(teks) or (bernama and bernama != {bulan}):
        return False
    if formulir.nama == "Target" and lipat_label(teks) in {"target", "realisasi"}:
        return lipat_label(teks) == "target"
    if _DIMAKSUD.search(teks) or formulir.kenali_kolom(teks) == kunci or bernama or tahun:
        return True
    return None
