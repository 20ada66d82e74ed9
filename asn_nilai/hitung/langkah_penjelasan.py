"""The steps of an explanation after the capaian: weighted mean, ratings, behaviour, final score and predikat."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum, isnan
from typing import Any

import numpy as np

from asn_nilai.acuan.hasil import DINILAI, IsianUnit
from asn_nilai.acuan.penjelasan import BagianUnit, Langkah
from asn_nilai.acuan.perilaku import Perilaku
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import SYARAT
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.andai import putuskan
from asn_nilai.hitung.sumber_perilaku import sumber_perilaku

Nilai = Mapping[str, Any]
"""A row of the result."""
_PREDIKAT = "Predikat"


def perilaku_asn(nilai: Nilai) -> Perilaku:
    """Return the behaviour that stands in a row of the result."""
    return Perilaku(
        rating=str(nilai["rating_perilaku"]),
        angka=float(nilai["angka_perilaku"]),
        ide_baru=bool(nilai["ide_baru"]),
    )


def susun_langkah(
    nip: str,
    nilai: Nilai,
    bagian: Sequence[BagianUnit],
    isian: Sequence[IsianUnit],
    periode: Periode,
    aturan: Aturan,
) -> Iterator[Langkah]:
    """Yield the steps from the weighted mean on, as far as the ASN came."""
    nhk, rating, desimal = nilai["nilai_hasil_kerja"], nilai["rating_hasil_kerja"], aturan.nhk.desimal
    for satu in bagian:
        if not isnan(satu.nhk):
            yield _nhk(satu, aturan, tunggal=len(bagian) == 1)
    if len(bagian) > 1 and not isnan(nhk):
        suku = " + ".join(
            f"{tulis_tetap(b.nhk, desimal.nilai)} × {b.bulan_dihitung} bulan ({b.kode_unit})" for b in bagian
        )
        semua = sum(satu.bulan_dihitung for satu in bagian)
        isi = f"({suku}) ÷ {semua} bulan = {tulis_tetap(nhk, desimal.nilai)}"
        yield Langkah("NHK periode, sesudah pindah unit", isi, desimal.dasar, desimal.status)
    if rating and aturan.rating_hasil:
        pita = next(satu for satu in aturan.rating_hasil.pita if satu.label == rating)
        isi = f"{tulis_tetap(nhk, desimal.nilai)} masuk rentang {pita.rentang}: {rating}"
        yield Langkah("Rating hasil kerja", isi, pita.dasar, pita.status)
    yield from sumber_perilaku(nip, perilaku_asn(nilai), isian, periode, aturan)
    if aturan.nilai_akhir and not isnan(nilai["nilai_akhir"]):
        yield _nilai_akhir(nilai, aturan)
    if nilai["status"] == DINILAI:
        yield _predikat_pita(nilai, aturan) if aturan.predikat.tangga else _predikat_matriks(nilai, aturan)
    elif not isnan(nhk):
        yield from _menunggu(nilai, aturan)


def _nhk(bagian: BagianUnit, aturan: Aturan, *, tunggal: bool) -> Langkah:
    desimal = aturan.nhk.desimal
    apa = "nilai" if aturan.capaian.konversi else "capaian"
    hasil_kali = fsum(satu.bobot * satu.nilai_capaian for satu in bagian.baris)
    isi = (
        f"Jumlah (bobot × {apa}) ÷ jumlah bobot = {tulis_angka(hasil_kali, 6)} ÷ {tulis_angka(bagian.jumlah_bobot)} = "
        f"{tulis_angka(bagian.nhk_persis)}; dibulatkan {desimal.nilai} desimal: {tulis_tetap(bagian.nhk, desimal.nilai)}"
    )
    judul = "Nilai hasil kerja (NHK)" if tunggal else f"NHK di {bagian.kode_unit}"
    return Langkah(judul, isi, desimal.dasar, desimal.status)


def _nilai_akhir(nilai: Nilai, aturan: Aturan) -> Langkah:
    bobot, desimal = aturan.nilai_akhir.dipakai, aturan.nhk.desimal.nilai  # type: ignore[union-attr]
    suku = " + ".join(
        f"{tulis_angka(share)} × {tulis_tetap(angka, desimal)}"
        for share, angka in (
            (bobot.nilai.hasil_kerja, nilai["nilai_hasil_kerja"]),
            (bobot.nilai.perilaku, nilai["angka_perilaku"]),
        )
    )
    isi = f"{suku}, dibulatkan {desimal} desimal = {tulis_tetap(nilai['nilai_akhir'], desimal)}"
    return Langkah("Nilai akhir", isi, bobot.dasar, bobot.status)


def _predikat_matriks(nilai: Nilai, aturan: Aturan) -> Langkah:
    matriks = aturan.predikat.matriks
    isi = (
        f"Baris hasil kerja {nilai['rating_hasil_kerja']}, kolom perilaku {nilai['rating_perilaku']}: "
        f"{nilai['predikat']}"
    )
    return Langkah(_PREDIKAT, isi, matriks.dasar, matriks.status)  # type: ignore[union-attr]


def _predikat_pita(nilai: Nilai, aturan: Aturan) -> Langkah:
    """Return the band into which the final score falls, and the better one that only its condition kept shut."""
    semua, label = aturan.predikat.pita, nilai["predikat"]
    angka = tulis_tetap(nilai["nilai_akhir"], aturan.nhk.desimal.nilai)
    pita = next(satu for satu in semua if satu.label == label)
    isi = f"Nilai akhir {angka} masuk rentang {pita.rentang}"
    if pita.syarat:
        isi += f", {SYARAT[pita.syarat]}"
    for atas, bawah in pairwise(semua):
        if (
            atas.syarat
            and bawah.label == label
            and _cukup(nilai["nilai_akhir"], atas.dari, termasuk=atas.dari_termasuk)
        ):
            isi = (
                f"Nilai akhir {angka} cukup untuk {atas.label} ({atas.rentang}), tetapi syaratnya, {SYARAT[atas.syarat]}, "
                "tidak terpenuhi; dinilai menurut pita di bawahnya"
            )
    return Langkah(_PREDIKAT, f"{isi}: {label}", pita.dasar, pita.status)


def _cukup(angka: float, batas: float | None, *, termasuk: bool) -> bool:
    return batas is not None and (angka >= batas if termasuk else angka > batas)


def _menunggu(nilai: Nilai, aturan: Aturan) -> Iterator[Langkah]:
    """Yield what each behaviour rating, or the word or number for it, would make of an NHK without one."""
    bagian, nhk = aturan.perilaku, np.array([nilai["nilai_hasil_kerja"]])
    ide = bool(nilai["ide_baru"])
    setara = bagian.setara.nilai if bagian.setara else {}
    pilihan = []
    for label in reversed(aturan.rating_perilaku):
        angka = float(setara.get(label, np.nan))
        perilaku = Perilaku(rating=label, angka=angka, ide_baru=ide)
        sebut = label if isnan(angka) else f"{label} ({tulis_angka(angka)})"
        if bagian.tangga and not isnan(angka):
            perilaku = Perilaku(rating=str(bagian.tangga.beri_label(np.array([angka]))[0]), angka=angka)
        pilihan.append(f"{sebut} menjadi {putuskan(nhk, perilaku, aturan).predikat[0]}")
    sumber = aturan.predikat.matriks or aturan.predikat.pita[0]
    isi = f"Menunggu {'nilai' if aturan.perilaku_angka else 'rating'} perilaku: {'; '.join(pilihan) or 'belum ada'}"
    yield Langkah(_PREDIKAT, isi, sumber.dasar, sumber.status)
