"""The cells that one score rests on, named: what the form of an objection lists and the extract marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isnan

from asn_nilai.acuan.hasil.kata_penjelasan import tulis_bilangan
from asn_nilai.acuan.hasil.penjelasan import AngkaBulan, BarisPenjelasan, Penjelasan, PerilakuTertulis
from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE


@dataclass(frozen=True, slots=True)
class SelDinilai:
    """A cell of a submission: where, what it is, what stands there; `temuan` for one that a finding is about."""

    letak: Letak
    apa: str
    isi: str
    temuan: bool = False


def sel_dinilai(penjelasan: Penjelasan, *, perilaku_terakhir: bool = False) -> Iterator[SelDinilai]:
    """Yield the cells of an explanation: figures indicator by indicator, behaviour, last those with findings.

    Args:
        penjelasan: the explanation.
        perilaku_terakhir: whether of several months the last that has a rating stands for all.
    """
    for bagian in penjelasan.bagian:
        for baris in bagian.baris:
            for bulan in _bulan_dipakai(baris):
                yield from _angka(baris, bulan)
    for tertulis in _perilaku_dipakai(penjelasan.perilaku) if perilaku_terakhir else penjelasan.perilaku:
        for sel in (*tertulis.aspek, tertulis.pimpinan, tertulis.catatan):
            if sel.teks:
                yield SelDinilai(sel.sel, f"{sel.kolom}, {tertulis.bulan.label}", sel.teks)
    for temuan in (*penjelasan.halangan, *penjelasan.catatan):
        if temuan.letak.sel:
            yield SelDinilai(temuan.letak, f"Temuan: {temuan.pesan}", "", temuan=True)


def _bulan_dipakai(baris: BarisPenjelasan) -> Sequence[AngkaBulan]:
    """Return the months whose figures a row's result is made of: all, also where one that is missing keeps it from having any."""
    terakhir = baris.agregasi == Agregasi.NILAI_AKHIR and not isnan(baris.realisasi)
    return baris.bulan[-1:] if terakhir else baris.bulan


def _perilaku_dipakai(semua: Sequence[PerilakuTertulis]) -> Sequence[PerilakuTertulis]:
    """Return the last month that has a rating; all where none has, for there is what is missing."""
    return [tertulis for tertulis in semua if tertulis.rating][-1:] or semua


def _angka(baris: BarisPenjelasan, bulan: AngkaBulan) -> Iterator[SelDinilai]:
    siapa = f"{baris.kode} {baris.indikator}, {bulan.bulan.label}"
    yield SelDinilai(bulan.sel_target, f"Target {siapa}", tulis_bilangan(bulan.target))
    if bulan.rasio:
        for kata, letak, angka in (
            ("Pembilang", bulan.rasio.sel_pembilang, bulan.rasio.pembilang),
            ("Penyebut", bulan.rasio.sel_penyebut, bulan.rasio.penyebut),
        ):
            if letak:
                yield SelDinilai(letak, f"{kata} {siapa}", tulis_bilangan(angka))
    elif bulan.sel_realisasi:
        yield SelDinilai(bulan.sel_realisasi, f"Realisasi {siapa}", tulis_bilangan(bulan.realisasi))


def sel_ide(cuplikan: Sequence[Cuplikan]) -> Iterator[SelDinilai]:
    """Yield the cell of each month that says whether there was a new idea, an empty one as well: for a rule whose predikat asks for it."""
    for lembar in cuplikan:
        kepala = next((s for s in lembar.sel if s.peran is Peran.KEPALA and s.kunci == KUNCI_IDE), None)
        if kepala is None or lembar.bulan is None:
            continue
        isi = {sel.baris: sel.isi for sel in lembar.sel if sel.peran is Peran.ISI and sel.kunci == KUNCI_IDE}
        for baris in sorted({sel.baris for sel in lembar.sel if sel.peran is Peran.ISI}):
            letak = lembar.letak(replace(kepala, baris=baris))
            yield SelDinilai(letak, f"{kepala.isi}, {lembar.bulan.label}", str(isi.get(baris) or "kosong"))


def sel_bobot(cuplikan: Sequence[Cuplikan], dinilai: Sequence[SelDinilai]) -> Iterator[SelDinilai]:
    """Yield the weights in the rows of a target sheet of which a target counts."""
    dipakai = {sel.letak for sel in dinilai if not sel.temuan}
    for lembar in cuplikan:
        baris = {sel.baris for sel in lembar.sel if lembar.letak(sel) in dipakai}
        milik = {(sel.baris, sel.kunci): sel for sel in lembar.sel if sel.peran is Peran.ISI}
        for (nomor, kunci), sel in milik.items():
            if kunci == "bobot" and nomor in baris:
                kode = milik.get((nomor, "kode_indikator"))
                isi = tulis_bilangan(sel.isi) if isinstance(sel.isi, float) else sel.isi
                yield SelDinilai(lembar.letak(sel), f"Bobot {kode.isi if kode else ''}".strip(), isi)
