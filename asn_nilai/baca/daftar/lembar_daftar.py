"""Finds the sheets that hold a list: each visible one of a workbook under whose header the needed columns stand; a text is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import muat_berkas, teks_biasa
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.daftar.teks_berpemisah import lembar_teks
from asn_nilai.baca.format_sel.lembar import LembarTerbaca
from asn_nilai.baca.skema.baris_skema import BarisSkema
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import kutip
from asn_nilai.baca.tabel.tabel_mentah import baca_tabel


class DaftarTidakTerbacaError(ValueError):
    """A list cannot be read; the message, in Indonesian, says why and what to do."""


@dataclass(frozen=True, slots=True)
class KolomDaftar:
    """A column of a list: what it becomes (blank: it is not taken), what stands above it there, and in which cell."""

    lembar: str
    label: str
    judul: str
    sel: str


@dataclass(frozen=True, slots=True)
class LembarDaftar:
    """A sheet with a list: its rows, and what is noted about them."""

    baris: BarisSkema
    catatan: Catatan

    @property
    def kolom(self) -> Iterator[KolomDaftar]:
        """Yield the columns that are taken, in the form's order, then the others with a heading."""
        kepala, lembar = self.baris.mentah.kepala, self.baris.mentah.lembar
        for kolom in self.baris.formulir.kolom:
            if kolom.kunci in kepala.sel and kolom.kunci != "no":
                baris, lajur = kepala.sel[kolom.kunci][0]
                yield KolomDaftar(
                    lembar.nama, kolom.label, kutip(lembar.sel[baris][lajur]), nama_sel(baris, lajur)
                )
        dipakai = {lajur for sel in kepala.sel.values() for _, lajur in sel}
        for lajur, isi in enumerate(lembar.sel[kepala.baris]):
            if lajur not in dipakai and (judul := kutip(isi)):
                yield KolomDaftar(lembar.nama, "", judul, nama_sel(kepala.baris, lajur))


def cari_lembar_daftar(berkas: Path, nama_formulir: str) -> list[LembarDaftar]:
    """Return the sheets of a file that hold a list.

    Args:
        berkas: a workbook of any kind that is read, or a text whose columns are parted by a character (.csv).
        nama_formulir: what the list is, a key of FORMULIR.

    Raises:
        DaftarTidakTerbacaError: the file cannot be read, or no sheet has the needed columns.
    """
    if not berkas.is_file():
        apa = "adalah folder; tulis berkas daftarnya" if berkas.is_dir() else "tidak ada. Periksa ketikannya"
        raise DaftarTidakTerbacaError(f"{berkas} {apa}.")
    formulir = FORMULIR[nama_formulir]
    hasil: list[LembarDaftar] = []
    gagal: list[Temuan] = []
    tertutup: list[str] = []
    try:
        for lembar in _semua_lembar(berkas):
            catatan = Catatan(berkas.name, lembar=lembar.nama)
            mentah = baca_tabel(lembar, formulir, catatan)
            if mentah is not None and len(mentah.tabel):
                if lembar.format_sel.tersembunyi:
                    tertutup.append(lembar.nama)
                else:
                    hasil.append(LembarDaftar(BarisSkema(mentah, catatan), catatan))
            elif mentah is None:
                gagal += (temuan for temuan in catatan.temuan if temuan.tingkat is Tingkat.GALAT)
    except BukuTidakTerbacaError as galat:
        catatan = Catatan(berkas.name)
        catatan.tambah(galat.kode, fakta=galat.isi)
        (sebab,) = catatan.temuan
        raise DaftarTidakTerbacaError(f"{berkas}: {sebab.pesan} {sebab.saran}") from galat
    if hasil:
        hasil[0].catatan.abaikan(tertutup)
    elif tertutup:
        nama = ", ".join(f"'{ini}'" for ini in tertutup)
        raise DaftarTidakTerbacaError(
            f"{berkas}: daftarnya di lembar tersembunyi ({nama}). Tampilkan lembarnya, lalu jalankan lagi."
        )
    else:
        perlu = " dan ".join(formulir.label(kunci) for kunci in formulir.wajib)
        rinci = " ".join(f"{temuan.letak}: {temuan.pesan}" for temuan in gagal[:3])
        raise DaftarTidakTerbacaError(
            f"{berkas}: tidak ada lembar yang tabelnya berkolom {perlu}. {rinci}".rstrip()
            + f" Beri judul kolomnya {perlu}, lalu jalankan lagi."
        )
    return hasil


def _semua_lembar(berkas: Path) -> Iterator[LembarTerbaca]:
    data = muat_berkas(berkas)
    if teks_biasa(data):
        yield lembar_teks(data, berkas.stem)
        return
    buku = Buku(data)
    yield from map(buku.lembar, buku.nama_lembar)
