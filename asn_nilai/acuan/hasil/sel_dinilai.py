"""The cells that one score rests on, named: what the form of an objection lists and the extract marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from asn_nilai.acuan.hasil.kata_penjelasan import tulis_bilangan
from asn_nilai.acuan.hasil.penjelasan import AngkaBulan, BarisPenjelasan, Penjelasan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran

_IDE = "ide_baru"


@dataclass(frozen=True, slots=True)
class SelDinilai:
    """A cell of a submission: where, what it is, what stands there; `temuan` for one that a finding is about."""

    letak: Letak
    apa: str
    isi: str
    temuan: bool = False


def sel_dinilai(penjelasan: Penjelasan) -> Iterator[SelDinilai]:
    """Yield the cells of an explanation: figures indicator by indicator, behaviour, last those with findings."""
    for bagian in penjelasan.bagian:
        for baris in bagian.baris:
            for bulan in baris.bulan:
                yield from _angka(baris, bulan)
    for tertulis in penjelasan.perilaku:
        for sel in (*tertulis.aspek, tertulis.pimpinan, tertulis.catatan):
            if sel.teks:
                yield SelDinilai(sel.sel, f"{sel.kolom}, {tertulis.bulan.label}", sel.teks)
    for temuan in (*penjelasan.halangan, *penjelasan.catatan):
        if temuan.letak.sel:
            yield SelDinilai(temuan.letak, f"Temuan: {temuan.pesan}", "", temuan=True)


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
        kepala = next((s for s in lembar.sel if s.peran is Peran.KEPALA and s.kunci == _IDE), None)
        if kepala is None or lembar.bulan is None:
            continue
        isi = {sel.baris: sel.isi for sel in lembar.sel if sel.peran is Peran.ISI and sel.kunci == _IDE}
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
