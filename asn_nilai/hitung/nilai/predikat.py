"""From a printed NHK and the behaviour to the predikat, by the bands, the weights and the matrix of the aturan."""

from dataclasses import dataclass
from math import lcm

import numpy as np

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.nilai.pembulatan import bulatkan, di_tepi


@dataclass(frozen=True, slots=True)
class Putusan:
    """What scores and behaviour come to, one value per ASN: rating hasil kerja, final score (or NaN), predikat."""

    rating_hasil: Larik
    nilai_akhir: Larik
    predikat: Larik


def putuskan(nhk: Larik, rating: Larik, angka: Larik, ide_baru: Larik, aturan: Aturan) -> Putusan:
    """Decide on rating, final score and predikat.

    Args:
        nhk: nilai hasil kerja as printed, or NaN.
        rating: behaviour ratings, blank without one.
        angka: behaviour numbers, NaN without one.
        ide_baru: whether the ASN brought a new idea.
        aturan: the rule profile.
    """
    hasil = (
        aturan.rating_hasil.beri_label(nhk) if aturan.rating_hasil else np.full(len(nhk), "", dtype=object)
    )
    akhir = _nilai_akhir(nhk, angka, aturan)
    if aturan.predikat.tangga:
        label = aturan.predikat.tangga.beri_label(akhir, ide_baru)
        return Putusan(hasil, akhir, np.where(label == "", BELUM_DINILAI, label).astype(object))
    return Putusan(hasil, akhir, _dari_matriks(hasil, rating, aturan))


def putuskan_satu(nhk: Larik, perilaku: Perilaku, aturan: Aturan) -> Putusan:
    """Decide what each NHK comes to beside one behaviour."""
    banyak = len(nhk)
    return putuskan(
        nhk,
        np.full(banyak, perilaku.rating, dtype=object),
        np.full(banyak, perilaku.angka),
        np.full(banyak, perilaku.ide_baru),
        aturan,
    )


def _nilai_akhir(nhk: Larik, angka: Larik, aturan: Aturan) -> Larik:
    """Return the weighted sum of the printed figures, exact, rounded as it is printed; NaN where one is missing."""
    if aturan.nilai_akhir is None:
        return np.full(len(nhk), np.nan)
    bobot, desimal = aturan.nilai_akhir.dipakai.nilai, aturan.desimal
    jumlah = bobot.hasil_kerja * nhk + bobot.perilaku * angka
    akhir = bulatkan(jumlah, desimal)
    w, v = pecahan(bobot.hasil_kerja), pecahan(bobot.perilaku)
    pembagi, skala = lcm(w.denominator, v.denominator), 10**desimal
    a, b = int(w * pembagi), int(v * pembagi)
    for nomor in np.flatnonzero(di_tepi(jumlah, desimal)):
        # Both are printed figures: whole numbers once their decimals are shifted away, and then nothing is lost.
        tepat = a * round(float(nhk[nomor]) * skala) + b * round(float(angka[nomor]) * skala)
        akhir[nomor] = (2 * tepat + pembagi) // (2 * pembagi) / skala
    return akhir


def _dari_matriks(hasil: Larik, perilaku: Larik, aturan: Aturan) -> Larik:
    """Return the predikat of each pair of ratings; `Belum Dinilai` where one of them is blank."""
    matriks = aturan.predikat.matriks.nilai if aturan.predikat.matriks else {}
    pasangan = zip(hasil, perilaku, strict=True)
    return np.array([matriks[h][p] if h and p else BELUM_DINILAI for h, p in pasangan], dtype=object)
