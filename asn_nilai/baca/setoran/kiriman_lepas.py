"""One workbook by itself, wherever it lies: the forms that it holds, as tables, and what its sheets say of unit and time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir, JenisIsi
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.setoran.identitas import baca_identitas
from asn_nilai.baca.setoran.lembar_lain import catat_lembar_lain
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.kolom.kolom_campuran import ketik_campuran
from asn_nilai.baca.tabel.kolom.kolom_nip import ketik_nip
from asn_nilai.baca.tabel.sel import teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah, baca_tabel

_FORMULIR = (FORMULIR["Target"], FORMULIR["Capaian"], FORMULIR["Perilaku"])


@dataclass(slots=True)
class KirimanLepas:
    """What one workbook holds.

    Attributes:
        berkas: the file as it was named.
        tabel: its tables by form; of a cell that could not be read the text stands in `teks_kosong`.
        identitas: what its sheets say of unit, period and year, label and value.
        temuan: why a form could not be read, and what in it could not be read with certainty.
    """

    berkas: str
    tabel: dict[str, Tabel] = field(default_factory=dict)
    identitas: dict[str, str] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)


def baca_kiriman(berkas: Path, indikator: Mapping[str, Indikator]) -> KirimanLepas:
    """Read a workbook apart from any work folder.

    Args:
        berkas: the file.
        indikator: the register, for what is percent; empty where there is none.

    Returns:
        The forms found. Never raises for what stands in the file.
    """
    kiriman, catatan = KirimanLepas(berkas.as_posix()), Catatan(berkas.as_posix())
    try:
        buku = buka_buku(berkas)
        for formulir in _FORMULIR:
            _baca_formulir(kiriman, buku, formulir, indikator)
    except BukuTidakTerbacaError as galat:
        catatan.tambah(galat.kode, fakta=galat.isi)
        kiriman.temuan += catatan.temuan
    return kiriman


def _baca_formulir(
    kiriman: KirimanLepas, buku: Buku, formulir: Formulir, indikator: Mapping[str, Indikator]
) -> None:
    nama = buku.cari_lembar(formulir)
    if nama is None:
        return
    catatan = Catatan(kiriman.berkas, lembar=nama)
    wajib = [kunci for kunci in formulir.wajib if kunci in {"nip", "kode_indikator"}]
    lembar = buku.lembar(nama)
    mentah = baca_tabel(lembar, formulir, catatan, wajib)
    catat_lembar_lain(buku, lembar, formulir, wajib, None, catatan)
    if mentah is None:
        kiriman.temuan += catatan.temuan
        return
    ketik_nip(mentah, catatan, None)
    if formulir.nama == "Perilaku":
        ketik_campuran(mentah, catatan)
    else:
        _ketik_angka(mentah, formulir, catatan, indikator)
    _ingat_teks(mentah)
    for kunci, baris in baca_identitas(mentah.lembar.sel, formulir, mentah.kepala.awal).items():
        kiriman.identitas.setdefault(formulir.label(kunci), teks_sel(baris.isi))
    kiriman.tabel[formulir.nama] = mentah.tabel
    kiriman.temuan += catatan.temuan


def _ketik_angka(
    mentah: TabelMentah, formulir: Formulir, catatan: Catatan, indikator: Mapping[str, Indikator]
) -> None:
    angka = KolomAngka.untuk(mentah, catatan, indikator)
    for kolom in formulir.kolom:
        if kolom.jenis is JenisIsi.ANGKA and kolom.kunci in mentah.tabel.kolom:
            angka.ketik(kolom.kunci, persen=True if kolom.kunci == "bobot" else None)
        elif kolom.jenis is JenisIsi.ANGKA:
            mentah.tabel.isi[kolom.kunci] = [None] * len(mentah.tabel)


def _ingat_teks(mentah: TabelMentah) -> None:
    """Keep what stands in each cell that could not be read: two of them may still differ."""
    tabel = mentah.tabel
    for kunci, posisi in tabel.cacat:
        baris, kolom = mentah.sel_asal(kunci, posisi)
        tabel.teks_kosong[kunci, posisi] = teks_sel(mentah.lembar.sel[baris][kolom])
