"""Sheets of a workbook that hold its form once more under a name of their own: `Revisi`, `Final`, `Sheet1`.

Which sheet is read its name alone decides. But whoever has corrected a copy believes that the copy counts, so a sheet that has the
form's header and other figures of somebody below it is told of, whatever it is called; not where its name is another month's.
"""

from collections.abc import Collection, Sequence

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir, JenisIsi, lipat_label
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.lembar import LembarTerbaca, SelMentah
from asn_nilai.baca.setoran.saksi import lembar_waktu_lain
from asn_nilai.baca.tabel.arti_sel import isi_teguh
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kepala import Kepala, cari_kepala
from asn_nilai.baca.tabel.waktu import Waktu

_PENANDA = frozenset({"nip", "kode_indikator"})
"""By which a row is whose it is, and what about."""
_BERANGKA = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_BUKAN_ISIAN = ("petunjuk", "ringkasan", "indikator", "temuan")
"""How sheets begin that the program itself adds to a form."""
_LEMBAR_DILIHAT = 20
"""So many sheets at most are opened for it."""
_FORMULIR_SETORAN = ("Target", "Capaian", "Perilaku")


def catat_lembar_lain(
    buku: Buku,
    dibaca: LembarTerbaca,
    formulir: Formulir,
    wajib: Collection[str],
    waktu: Waktu | None,
    catatan: Catatan,
) -> None:
    """Note the sheets that may be the form beside the one that is read: by their names, or filled in otherwise than that one.

    Args:
        buku: the workbook.
        dibaca: the sheet that is read.
        formulir: the form.
        wajib: the columns that such a table must have.
        waktu: its month or year, None where any will do; a sheet named after another is an earlier one, kept.
        catatan: takes the finding.
    """
    serupa = buku.lembar_serupa(formulir, dibaca.nama)
    calon = _calon(buku, {dibaca.nama, *serupa}, waktu)
    serupa += [nama for nama in calon if _berisi(buku, nama, dibaca, formulir, wajib)]
    catatan.abaikan(serupa)


def catat_bernama_lain(buku: Buku, formulir: Formulir, waktu: Waktu, catatan: Catatan) -> None:
    """Note that a workbook without a form's sheet has it, filled in, under a name that says nothing (`Sheet2`)."""
    if any(_bertabel(buku, nama, formulir) for nama in _calon(buku, (), waktu)):
        catatan.tambah("lembar-hilang", lembar=formulir.lembar, ada=", ".join(buku.nama_lembar))


def _calon(buku: Buku, kecuali: Collection[str], waktu: Waktu | None) -> list[str]:
    """Return the sheets whose names are no form's, no addition of the program's, and no other month's."""
    milik = {
        lipat_label(nama)
        for lain in _FORMULIR_SETORAN
        for nama in (FORMULIR[lain].lembar, *FORMULIR[lain].sinonim_lembar)
    }
    calon = [
        nama
        for nama in buku.nama_lembar
        if nama not in kecuali
        and (lipat := lipat_label(nama)) not in milik
        and not lipat.startswith(_BUKAN_ISIAN)
        and not (waktu is not None and lembar_waktu_lain(nama, waktu))
    ]
    return calon[:_LEMBAR_DILIHAT]


def _bertabel(buku: Buku, nama: str, formulir: Formulir) -> bool:
    """Tell whether a sheet has a form's header, and below it a row that is somebody's; one that cannot be read has not."""
    try:
        kisi = buku.lembar(nama).sel
    except BukuTidakTerbacaError:
        return False
    kepala = cari_kepala(kisi, formulir)
    if kepala is None or not kepala.sel.keys() >= set(formulir.wajib):
        return False
    berangka = {k.kunci for k in formulir.kolom if k.jenis in _BERANGKA}
    terisi = sorted(berangka & kepala.kolom.keys())
    return bool(_isian(kisi, kepala, terisi, terisi))


def _berisi(buku: Buku, nama: str, dibaca: LembarTerbaca, formulir: Formulir, wajib: Collection[str]) -> bool:
    """Tell whether a sheet has a form's header, and below it a row that is somebody's and says other than what is read.

    A copy or an extract, as a list of all ratings, has none; a sheet that cannot be read neither.
    """
    try:
        kisi = buku.lembar(nama).sel
    except BukuTidakTerbacaError:
        return False
    if kisi == dibaca.sel:
        return False
    kepala, asal = cari_kepala(kisi, formulir), cari_kepala(dibaca.sel, formulir)
    if kepala is None or asal is None or not kepala.sel.keys() >= set(wajib):
        return False
    berangka = {k.kunci for k in formulir.kolom if k.jenis in _BERANGKA and k.kunci != "target"}
    kunci = sorted((_PENANDA | berangka) & kepala.kolom.keys() & asal.kolom.keys())
    terisi = sorted(berangka.intersection(kunci))
    return not _isian(kisi, kepala, kunci, terisi) <= _isian(dibaca.sel, asal, kunci, terisi)


def _isian(
    kisi: Sequence[Sequence[SelMentah]], kepala: Kepala, kunci: Sequence[str], terisi: Sequence[str]
) -> set[tuple[SelMentah, ...]]:
    """Return what rows with a NIP and a figure say in these columns."""
    kolom = kepala.kolom
    return {
        tuple(baris[kolom[k]] for k in kunci)
        for baris in kisi[kepala.baris + 1 :]
        if isi_teguh("nip", baris[kolom["nip"]]) and any(baris[kolom[k]] not in {"", None} for k in terisi)
    }
