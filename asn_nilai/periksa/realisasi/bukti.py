"""Checks of evidence: there where the indicator asks for it, and behind the best that can be reached.

A capaian at the ceiling is the figure that pays most and is asked about first; a lone dash beside it is no answer.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING, Any

from asn_nilai.acuan.impor_tunda import tunda
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.indikator.rasio import kolom_angka
from asn_nilai.acuan.kata.tanpa_isi import berkata
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.temuan import Temuan, Tingkat, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import BahanPeriksa, BarisCapaian, sebut_indikator

if TYPE_CHECKING:
    import numpy as np
else:
    np = tunda("numpy")

BUKTI = "bukti_dukung"
"""Key of the column that holds the evidence."""


def jelas_berbukti(isi: str, indikator: Indikator) -> bool:
    """Tell whether `periksa_bukti` has nothing to say whatever the figure: of evidence that says anything, or is not asked for."""
    return berkata(isi) if isi else not indikator.wajib_bukti


def periksa_bukti(
    bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator, target: float | None, angka: float
) -> Iterator[Temuan]:
    """Yield what is missing behind a figure.

    Args:
        bahan: what the unit submitted.
        baris: the row of the month.
        indikator: its indicator.
        target: the month's target, None where it could not be read.
        angka: the month's realisasi.
    """
    tabel, posisi = baris.tabel, baris.posisi
    isi = str(tabel.isi[BUKTI][posisi] or "")
    if not (indikator.wajib_bukti or isi) or _berbukti(bahan, baris):
        return
    sel, di_realisasi = tabel.letak(BUKTI, posisi), tabel.letak(kolom_angka(indikator), posisi)
    sebut = sebut_indikator(indikator)
    puncak = target is not None and _di_plafon(bahan, indikator, target, angka)
    plafon = tulis_angka(bahan.aturan.capaian.plafon.nilai)
    if indikator.wajib_bukti:
        if (BUKTI, posisi) in tabel.cacat:
            sebut += ", yang isi sel buktinya tidak terbaca,"
        if puncak:
            sebut += f", yang capaiannya mencapai plafon {plafon} (realisasi di {di_realisasi.sel}),"
        kosong = temuan(
            "bukti-kosong", sel if sel.sel else di_realisasi, unit=bahan.kode_unit, nip=baris.nip, indikator=sebut,
        )  # fmt: skip
        yield replace(kosong, tingkat_khusus=bahan.bukti)
    elif puncak:
        yield temuan(
            "plafon-tanpa-bukti", sel, unit=bahan.kode_unit, nip=baris.nip, indikator=sebut, teks=isi, sel=sel.sel,
            plafon=plafon, sel_realisasi=di_realisasi.sel,
        )  # fmt: skip


def _berbukti(bahan: BahanPeriksa, baris: BarisCapaian) -> bool:
    """Tell whether an evidence cell that is asked for, or filled in, says anything; a lone dash does not, nor `belum ada`.

    A sheet without that column is told of once; but where evidence is a condition, leaving the column out must not help. A cell that
    shows an error, or a formula that nobody has calculated, was read as blank: it says nothing either.
    """
    tabel, posisi = baris.tabel, baris.posisi
    if BUKTI not in tabel.kolom:
        return bahan.bukti is not Tingkat.GALAT
    return berkata(str(tabel.isi[BUKTI][posisi] or ""))


def _di_plafon(bahan: BahanPeriksa, indikator: Indikator, target: float, angka: float) -> bool:
    """Tell whether the month's capaian reaches the rule's ceiling, exact."""
    rumus = bahan.aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek)
    if rumus is None:
        return False
    terburuk = indikator.nilai_terburuk
    t, r, w = (
        _satu(x) for x in (pecahan(target), pecahan(angka), nan if terburuk is None else pecahan(terburuk))
    )
    if not rumus.bermakna(t, w)[0]:
        return False
    persen = rumus.angka(t, r, w, bahan.aturan.parameter(pecahan))[0]
    return bool(persen >= pecahan(bahan.aturan.capaian.plafon.nilai))


def _satu(angka: Any) -> Larik:  # noqa: ANN401 - a Fraction, or NaN where there is none
    return np.array([angka], dtype=object)
