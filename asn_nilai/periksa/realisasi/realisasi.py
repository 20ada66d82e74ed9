"""Checks of what was reached: there where it is due, within bounds, with its evidence, and beside the right target."""

from collections.abc import Iterator
from itertools import chain

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO, kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator
from asn_nilai.acuan.isian.indikator.rasio import kolom_angka, realisasi_bulan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import periksa_angka, sama, wajar
from asn_nilai.periksa.bahan import BahanPeriksa, BarisCapaian, BarisTarget, sebut_indikator
from asn_nilai.periksa.nip_asing import sebab_tidak_ada
from asn_nilai.periksa.realisasi.bukti import BUKTI, jelas_berbukti, periksa_bukti
from asn_nilai.periksa.realisasi.rasio import (
    NIHIL,
    TAK_TERUKUR,
    periksa_bukan_rasio,
    periksa_rasio,
    sebut_rasio,
)

_TAK_DIUKUR = "nol, ketik 0, dan bila tidak diukur, kosongkan targetnya di buku target"


def periksa_realisasi(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield what is wrong with the realisasi; without a target workbook nothing is due, and its absence is told once."""
    tabel = bahan.isian.target
    if tabel is None:
        return
    for bulan in bahan.capaian:
        yield from _sebulan(bahan, tabel, bulan)
    for bulan in bahan.capaian:
        yield from _tanpa_baris(bahan, tabel, bulan)


def _sebulan(bahan: BahanPeriksa, tabel_target: Tabel, bulan: Bulan) -> Iterator[Temuan]:
    """Look at the rows of a month; nearly all are clear, and what their sheet knows for all of them is asked once."""
    tabel, target_bulan = bahan.isian.capaian[bulan], tabel_target.angka(kunci_bulan(bulan))
    realisasi, salinan, bukti = tabel.angka("realisasi"), tabel.angka("target"), tabel.teks(BUKTI)
    tanpa_rasio = tabel.kolom.keys().isdisjoint(KUNCI_RASIO)
    for baris in chain.from_iterable(bahan.capaian_asn[bulan].values()):
        indikator, target = baris.indikator, baris.target
        if indikator is None:
            continue
        if target is None or not bahan.ditagih(target, bulan):
            yield from _tanpa_target(bahan, tabel_target, baris, indikator)
            continue
        posisi, berlaku = baris.posisi, target_bulan[target.posisi]
        if not (tanpa_rasio and _jelas_wajar(indikator, realisasi[posisi], bukti[posisi])):
            yield from _angka(bahan, baris, indikator, berlaku)
        if berlaku is not None and salinan[posisi] != berlaku:
            yield from _salinan_target(bahan, tabel_target, baris, target)


def _jelas_wajar(indikator: Indikator, angka: float | None, bukti: str) -> bool:
    """Tell whether `_angka` has nothing to say for certain: of a figure that can be true, with its evidence, and no ratio."""
    return (
        angka is not None
        and angka >= 0
        and not indikator.rasio
        and wajar(angka, indikator)
        and jelas_berbukti(bukti, indikator)
    )


def _angka(
    bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator, target: float | None
) -> Iterator[Temuan]:
    """What is reached in a month with a target is there, can be true, and has its evidence.

    Where the target is None it could not be read: all the same the unit hears at once of what is wrong beside it.
    """
    angka = realisasi_bulan(baris.tabel, baris.posisi, indikator)
    if indikator.rasio:
        yield from periksa_rasio(bahan, baris, indikator)
    elif not baris.tabel.kolom.keys().isdisjoint(KUNCI_RASIO):
        yield from periksa_bukan_rasio(bahan, baris, indikator)
    if angka is None and not indikator.rasio:
        yield from _kosong(bahan, baris, indikator, target)
    if angka is None:
        return
    if not wajar(angka, indikator):
        yield from _tidak_wajar(bahan, baris, indikator, angka)
    elif target is not None and angka < 0 <= target:
        yield temuan(
            "realisasi-negatif", baris.tabel.letak(kolom_angka(indikator), baris.posisi), unit=bahan.kode_unit, nip=baris.nip,
            indikator=sebut_indikator(indikator), teks=tulis_angka(angka), target=tulis_angka(target),
        )  # fmt: skip
    yield from periksa_bukti(bahan, baris, indikator, target, angka)


def _tidak_wajar(
    bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator, angka: float
) -> Iterator[Temuan]:
    return periksa_angka(
        baris.tabel,
        kolom_angka(indikator),
        baris.posisi,
        angka,
        indikator,
        unit=bahan.kode_unit,
        nip=baris.nip,
        teks=sebut_rasio(baris) if indikator.rasio else "",
    )


def _bila_kosong(indikator: Indikator, target: object) -> str:
    """Return what a blank realisasi may mean: nought, or that there was nothing to measure.

    A nought that the bounds refuse is no advice, and a mean of nothing is no nought: of waiting times it would be the best there is.
    Where the target is None nobody can read whether the month is measured.
    """
    if not indikator.memuat(0):
        return TAK_TERUKUR
    return _TAK_DIUKUR if target is None or indikator.agregasi is Agregasi.RATA_RATA else NIHIL


def _kosong(
    bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator, target: float | None
) -> Iterator[Temuan]:
    """A month with a target needs a realisasi."""
    tabel, posisi = baris.tabel, baris.posisi
    ganda = len(bahan.capaian[baris.bulan][baris.nip, baris.kode]) > 1
    if ganda or ("realisasi", posisi) in tabel.cacat:
        return
    teks = tabel.teks_kosong.get(("realisasi", posisi))
    yield temuan(
        "realisasi-kosong", tabel.letak("realisasi", posisi), unit=bahan.kode_unit, nip=baris.nip,
        indikator=sebut_indikator(indikator), periode=baris.bulan.label, teks=f" (tertulis '{teks}')" if teks else "",
        nihil=_bila_kosong(indikator, target),
    )  # fmt: skip


def _tanpa_target(
    bahan: BahanPeriksa, tabel_target: Tabel, baris: BarisCapaian, indikator: Indikator
) -> Iterator[Temuan]:
    """A realisasi in a month without a target does not count, and whoever wrote it should know.

    It is not told where a row that reading could not give to the ASN may hold the target.
    """
    target = baris.target
    if target is None and bahan.mungkin_bertarget(tabel_target, baris.nip):
        return
    if realisasi_bulan(baris.tabel, baris.posisi, indikator) is not None:
        yield temuan(
            "indikator-tanpa-target", baris.tabel.letak(kolom_angka(indikator), baris.posisi), unit=bahan.kode_unit, nip=baris.nip,
            akar=sebab_tidak_ada(bahan.asing(tabel_target), baris.nip, bahan.nama(baris.nip), baris.kode),
            indikator=sebut_indikator(indikator), periode=baris.bulan.label,
        )  # fmt: skip
    elif target is not None:
        yield from _salinan_target(bahan, tabel_target, baris, target)


def _salinan_target(
    bahan: BahanPeriksa, tabel_target: Tabel, baris: BarisCapaian, target: BarisTarget
) -> Iterator[Temuan]:
    """The target shown beside the realisasi must be the one that counts; a blank copy is fine."""
    kunci = kunci_bulan(baris.bulan)
    salinan = baris.tabel.isi["target"][baris.posisi]
    berlaku = tabel_target.isi[kunci][target.posisi]
    if not isinstance(salinan, float) or (isinstance(berlaku, float) and sama(salinan, berlaku)):
        return
    yield temuan(
        "target-berubah", baris.tabel.letak("target", baris.posisi), unit=bahan.kode_unit, nip=baris.nip,
        teks=tulis_angka(salinan), target=tulis_angka(berlaku) if isinstance(berlaku, float) else "kosong",
        sel_target=tabel_target.letak(kunci, target.posisi),
    )  # fmt: skip


def _tanpa_baris(bahan: BahanPeriksa, tabel_target: Tabel, bulan: Bulan) -> Iterator[Temuan]:
    """A target of the month without any row on the capaian sheet, for an ASN who has other rows there."""
    ada, tabel, kunci = bahan.capaian[bulan], bahan.isian.capaian[bulan], kunci_bulan(bulan)
    if bahan.target.keys() <= ada.keys():
        return
    hadir = {
        nip
        for nip, semua in bahan.capaian_asn[bulan].items()
        if not bahan.samar(tabel, nip)
        and not (tabel.cacat and any(("kode_indikator", baris.posisi) in tabel.cacat for baris in semua))
    }
    for (nip, kode), (pertama, *_) in bahan.target.items():
        indikator = pertama.indikator
        if indikator is None or (nip, kode) in ada or nip not in hadir or not bahan.ditagih(pertama, bulan):
            continue
        yield temuan(
            "realisasi-kosong", tabel_target.letak(kunci, pertama.posisi), unit=bahan.kode_unit, nip=nip,
            akar=sebab_tidak_ada(bahan.asing(tabel), nip, bahan.nama(nip), kode),
            indikator=sebut_indikator(indikator), periode=bulan.label,
            teks=f": indikator ini tidak ada barisnya di {tabel.berkas}",
            cara="Tambahkan baris indikator ini di buku capaian, lalu isi realisasi",
            nihil=_bila_kosong(indikator, tabel_target.isi[kunci][pertama.posisi]),
        )  # fmt: skip
