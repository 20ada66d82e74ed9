"""The steps of an explanation after the capaian: weighted mean, ratings, behaviour, final score and predikat."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isnan

import numpy as np

from asn_nilai.acuan.hasil.nilai import BERPREDIKAT, PINDAH, NilaiAsn
from asn_nilai.acuan.hasil.penjelasan import BagianUnit, Langkah
from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.pecahan import bulatkan_cetak
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import SYARAT, cara_antarbulan
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku, Perilaku
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.nilai.predikat import putuskan_satu
from asn_nilai.hitung.penjelasan.sumber_perilaku import dasar_gabungan, sumber_perilaku

_PREDIKAT = "Predikat"
_ANTARBULAN = "Bulan menjadi satu angka"
_HASIL_KEPALA = {
    "kepala-dari-capaian-unit": "dari {banyak} indikator milik unit saja; {lain} indikator lainnya tidak ikut",
    "kepala-tanpa-indikator-unit": "tidak memikul indikator milik unit, jadi dari {lain} indikatornya sendiri",
}
"""What each finding about a head's indicators is as a step."""
_DESIMAL, _DESIMAL_UTUH = 10, 13
"""Decimals shown of a mean before it is rounded; all of them that mean something."""


def susun_langkah(
    asn: NilaiAsn, bagian: Sequence[BagianUnit], aturan: Aturan, catatan: Sequence[Temuan] = ()
) -> Iterator[Langkah]:
    """Yield the steps from the weighted mean on, as far as the ASN came; of who moved on, this unit's mean alone.

    Args:
        asn: the ASN's row.
        bagian: what each unit gives.
        aturan: the rule profile.
        catatan: what else was noticed about the ASN: it says of a unit's head which figures the rule left out.
    """
    desimal = aturan.nhk.desimal
    yield from _bukan_baginya(asn, aturan)
    yield from _hasil_kepala(catatan, aturan)
    agregasi = {Agregasi(baris.agregasi) for milik in bagian for baris in milik.baris if len(baris.bulan) > 1}
    if agregasi:
        cara = cara_antarbulan(aturan.capaian, agregasi)
        sementara = f". Nilai ini sementara, {asn.kata_sementara}" if asn.kata_sementara else ""
        yield Langkah(_ANTARBULAN, f"{cara.isi}{sementara}", cara.dasar, cara.status)
    tunggal = not asn.pindah_ke and all(milik.kode_unit == asn.penempatan.kode_unit for milik in bagian)
    for milik in bagian:
        if not isnan(milik.nhk):
            yield _nhk(milik, aturan, tunggal=tunggal)
    if asn.status == PINDAH:
        return
    if not tunggal and not isnan(asn.nhk):
        suku = " + ".join(
            f"{tulis_tetap(b.nhk, desimal.nilai)} × {b.bulan_dihitung} bulan ({b.kode_unit})" for b in bagian
        )
        semua = sum(milik.bulan_dihitung for milik in bagian)
        isi = f"({suku}) ÷ {semua} bulan = {tulis_tetap(asn.nhk, desimal.nilai)}"
        yield Langkah("NHK periode, sesudah pindah unit", isi, *dasar_gabungan(aturan.nhk.pindah, desimal))
    if asn.rating_hasil and aturan.rating_hasil:
        pita = next(p for p in aturan.rating_hasil.pita if p.label == asn.rating_hasil)
        isi = f"{tulis_tetap(asn.nhk, desimal.nilai)} masuk rentang {pita.rentang}: {asn.rating_hasil}"
        yield Langkah("Rating hasil kerja", isi, pita.dasar, pita.status)
    dihitung = {angka.bulan for milik in bagian for baris in milik.baris for angka in baris.bulan}
    hanya_ide = _hanya_ide(asn)
    perilaku = PembacaPerilaku(aturan).antarbulan(asn.perilaku.bulan) if hanya_ide else asn.perilaku
    yield from sumber_perilaku(perilaku, aturan, dihitung)
    if aturan.nilai_akhir and not isnan(asn.nilai_akhir):
        yield _nilai_akhir(asn, aturan)
    if asn.status in BERPREDIKAT:
        yield _predikat_pita(asn, aturan) if aturan.predikat.tangga else _predikat_matriks(asn, aturan)
    elif not isnan(asn.nhk):
        yield _menunggu_ide(asn, perilaku, aturan) if hanya_ide else _menunggu(asn, aturan)


def _bukan_baginya(asn: NilaiAsn, aturan: Aturan) -> Iterator[Langkah]:
    """Yield that the rule is not for this kind of ASN: whoever asks for the ground of a score reads it first."""
    bagi, jenis = aturan.berlaku_bagi, asn.penempatan.jenis_asn
    if bagi and not aturan.bagi(jenis) and not isnan(asn.nhk):
        isi = f"{' dan '.join(bagi.nilai)}, sedangkan ASN ini {jenis}: nilai ini pembanding saja"
        yield Langkah(bagi.judul, isi, bagi.dasar, bagi.status)


def _hasil_kepala(catatan: Sequence[Temuan], aturan: Aturan) -> Iterator[Langkah]:
    """Yield which of a head's indicators count where the rule takes the unit's own: the others were promised, too."""
    for temuan in catatan:
        if aturan.kepala and temuan.kode in _HASIL_KEPALA:
            hasil = aturan.kepala.hasil_kerja
            isi = _HASIL_KEPALA[temuan.kode].format_map(dict(temuan.isi))
            yield Langkah(hasil.judul, isi, hasil.dasar, hasil.status)


def _nhk(bagian: BagianUnit, aturan: Aturan, *, tunggal: bool) -> Langkah:
    desimal = aturan.nhk.desimal
    apa = "nilai" if aturan.capaian.konversi else "capaian"
    isi = (
        f"Jumlah (bobot × {apa}) ÷ jumlah bobot = {tulis_angka(bagian.hasil_kali, 6)} ÷ {tulis_angka(bagian.jumlah_bobot)} = "
        f"{_persis(bagian, desimal.nilai)}; dibulatkan {desimal.nilai} desimal: {tulis_tetap(bagian.nhk, desimal.nilai)}"
    )
    judul = "Nilai hasil kerja (NHK)" if tunggal else f"NHK di {bagian.kode_unit}"
    return Langkah(judul, isi, *dasar_gabungan(aturan.nhk.gabungan, desimal))


def _persis(bagian: BagianUnit, desimal: int) -> str:
    """Return the mean before rounding; a hair beside a boundary it is printed whole, for cut short it would seem to lie on it."""
    tepi = bulatkan_cetak(round(bagian.nhk_persis, _DESIMAL), desimal) != bagian.nhk
    return tulis_angka(bagian.nhk_persis, _DESIMAL_UTUH if tepi else _DESIMAL)


def _nilai_akhir(asn: NilaiAsn, aturan: Aturan) -> Langkah:
    bobot, desimal = aturan.nilai_akhir.dipakai, aturan.desimal  # type: ignore[union-attr]
    suku = " + ".join(
        f"{tulis_angka(share)} × {tulis_tetap(angka, desimal)}"
        for share, angka in (
            (bobot.nilai.hasil_kerja, asn.nhk),
            (bobot.nilai.perilaku, asn.perilaku.angka),
        )
    )
    isi = f"{suku}, dibulatkan {desimal} desimal = {tulis_tetap(asn.nilai_akhir, desimal)}"
    return Langkah("Nilai akhir", isi, bobot.dasar, bobot.status)


def _predikat_matriks(asn: NilaiAsn, aturan: Aturan) -> Langkah:
    matriks = aturan.predikat.matriks
    isi = f"Baris hasil kerja {asn.rating_hasil}, kolom perilaku {asn.rating_perilaku}: {asn.predikat}"
    return Langkah(_PREDIKAT, isi, matriks.dasar, matriks.status)  # type: ignore[union-attr]


def _predikat_pita(asn: NilaiAsn, aturan: Aturan) -> Langkah:
    """Return the band into which the final score falls, and the better one that only its condition kept shut."""
    semua, label = aturan.predikat.pita, asn.predikat
    angka = tulis_tetap(asn.nilai_akhir, aturan.desimal)
    pita = next(p for p in semua if p.label == label)
    isi = f"Nilai akhir {angka} masuk rentang {pita.rentang}"
    if pita.syarat:
        isi += f", {SYARAT[pita.syarat]}"
    for atas, bawah in pairwise(semua):
        if (
            atas.syarat
            and bawah.label == label
            and _cukup(asn.nilai_akhir, atas.dari, termasuk=atas.dari_termasuk)
        ):
            isi = (
                f"Nilai akhir {angka} cukup untuk {atas.label} ({atas.rentang}), tetapi syaratnya, {SYARAT[atas.syarat]}, "
                "tidak terpenuhi; dinilai menurut pita di bawahnya"
            )
    return Langkah(_PREDIKAT, f"{isi}: {label}", pita.dasar, pita.status)


def _cukup(angka: float, batas: float | None, *, termasuk: bool) -> bool:
    return batas is not None and (angka >= batas if termasuk else angka > batas)


def _hanya_ide(asn: NilaiAsn) -> bool:
    """Tell whether nothing but a new idea's cell that cannot be read keeps a predikat waiting."""
    ide = {ini.ide.letak for ini in asn.perilaku.bulan}
    return bool(asn.alasan) and all(temuan.letak in ide for temuan in asn.alasan)


def _menunggu_ide(asn: NilaiAsn, perilaku: Perilaku, aturan: Aturan) -> Langkah:
    """Return what a new idea, and none, would make of results and behaviour."""
    ada, tidak = (
        putuskan_satu(np.array([asn.nhk]), replace(perilaku, ide_baru=ide), aturan).predikat[0]
        for ide in (True, False)
    )
    pita = aturan.predikat.pita[0]
    isi = f"Menunggu Ide Baru: bila ada menjadi {ada}, bila tidak ada menjadi {tidak}"
    return Langkah(_PREDIKAT, isi, pita.dasar, pita.status)


def _menunggu(asn: NilaiAsn, aturan: Aturan) -> Langkah:
    """Return what each behaviour rating, or the word or number for it, would make of an NHK without one."""
    bagian, nhk = aturan.perilaku, np.array([asn.nhk])
    ide = asn.perilaku.ide_baru
    setara = bagian.setara.nilai if bagian.setara else {}
    pilihan = []
    for label in reversed(aturan.rating_perilaku):
        angka = float(setara.get(label, np.nan))
        perilaku = Perilaku(rating=label, angka=angka, ide_baru=ide)
        sebut = label if isnan(angka) else f"{label} ({tulis_angka(angka)})"
        if bagian.tangga and not isnan(angka):
            perilaku = Perilaku(rating=str(bagian.tangga.beri_label(np.array([angka]))[0]), angka=angka)
        pilihan.append(f"{sebut} menjadi {putuskan_satu(nhk, perilaku, aturan).predikat[0]}")
    sumber = aturan.predikat.matriks or aturan.predikat.pita[0]
    isi = f"Menunggu {'nilai' if aturan.perilaku_angka else 'rating'} perilaku: {'; '.join(pilihan) or 'belum ada'}"
    return Langkah(_PREDIKAT, isi, sumber.dasar, sumber.status)
