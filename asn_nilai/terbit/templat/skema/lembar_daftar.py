"""What the three sheets of the skema share: a table that people keep, with room below, hints, drop-downs and a live check.

The sheets are not protected: whoever keeps the registers sorts, deletes and pastes. So a check reads its own row and whole
columns, and stays right when rows move.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import JenisIsi
from asn_nilai.acuan.isian.formulir.tabel import nama_kolom
from asn_nilai.terbit.buku.gaya import tinggi_baris
from asn_nilai.terbit.buku.tata import Kolom, Tata
from asn_nilai.terbit.templat.lembar.lembar import LENGKAP, LembarTemplat, kolom_formulir
from asn_nilai.terbit.templat.skema.arti_kolom import ARTI_KOLOM, WAJIB
from asn_nilai.terbit.templat.skema.bahan import BahanSkema

Isi = str | float | dt.date | None
Baris = Mapping[str, Isi]
"""A row's values by column; blank ones may be missing."""
KEPALA_DAFTAR = 4
"""0-based row of a table's header: title, instansi, advice, how many rows are complete."""
_HARI_NOL = dt.date(1899, 12, 30)
_PERIKSA = Kolom("periksa", "Periksa", 27)
_BEKU = 3
"""Columns that stay in sight: the check, and the two that say whose row it is."""
_SEHALAMAN = 15
"""Columns that a page holds legibly; wider tables print over two."""
_SARAN = "Kolom berjudul gelap wajib diisi, yang terang boleh kosong. Kolom Periksa menyebut yang kurang. Lihat lembar Petunjuk."


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What a drop-down offers: words, or a defined name; `tertutup` refuses anything else."""

    sumber: Sequence[str] | str
    tertutup: bool = True


T = TypeVar("T")
"""What a row of a sheet is: a unit, a placement, an indicator."""


@dataclass(frozen=True, slots=True)
class Keluhan(Generic[T]):
    """What can be wrong with a row, once for the live formula and for the value stored with it.

    Attributes:
        kata: what the check then says.
        syarat: the formula's condition; `{kunci}` is the row's cell in that column, `{kunci_semua}` the whole column.
        kena: whether it holds, given the row and whether the text of its first column stood in an earlier one; None where
            no row that the program writes can be so.
    """

    kata: str
    syarat: str
    kena: Callable[[T, bool], bool] | None = None


@dataclass(frozen=True, slots=True)
class DaftarSkema:
    """One sheet.

    Attributes:
        nama: the form, a key of FORMULIR.
        judul: the title.
        tata: its columns.
        baris: the rows that are known.
        cadangan: how many rows more are ready.
        pilihan: the columns with a drop-down.
        aturan: the columns with another validation: XlsxWriter's own words, and the sentence with which it refuses.
        keluhan: what the check of a row may say, the first that holds.
        periksa: what it says, for each row.
    """

    nama: str
    judul: str
    tata: Tata
    baris: Sequence[Baris]
    cadangan: int
    pilihan: Mapping[str, Pilihan]
    aturan: Mapping[str, tuple[Mapping[str, object], str]]
    keluhan: Sequence[Keluhan[Any]]
    periksa: Sequence[str]

    @property
    def awal(self) -> int:
        """Return the 0-based first row of the table."""
        return KEPALA_DAFTAR + 1

    @property
    def akhir(self) -> int:
        """Return the 0-based last row that is ready."""
        return KEPALA_DAFTAR + len(self.baris) + self.cadangan

    def kolom_penuh(self, kunci: str) -> str:
        """Return a column of the table as formulas take it."""
        return self.tata.rentang_tetap(kunci, self.awal, self.akhir)


def susun_tata(nama: str, lebar: Mapping[str, float], tambahan: Sequence[Kolom] = ()) -> Tata:
    """Lay out a form's columns in the order of their widths behind the check, which stays in sight however wide the table."""
    return Tata.susun((_PERIKSA, *kolom_formulir(nama, lebar, tambahan)))


def berulang(kunci: str) -> str:
    """Return the condition that a cell's text stood in an earlier row. MATCH takes eighteen digits for the text they are."""
    return f"MATCH({{{kunci}}},{{{kunci}_semua}},0)<ROW()-{KEPALA_DAFTAR + 1}"


def rumus_periksa(daftar: DaftarSkema, baris: int) -> str:
    """Return the check of a 0-based row as a formula."""
    huruf = daftar.tata.huruf
    sel = {kunci: f"${kolom}{baris + 1}" for kunci, kolom in huruf.items()}
    semua = {f"{kunci}_semua": daftar.kolom_penuh(kunci) for kunci in huruf}
    isi = f'"{LENGKAP}"'
    for keluhan in reversed(daftar.keluhan):
        isi = f'IF({keluhan.syarat.format(**sel, **semua)},"{keluhan.kata}",{isi})'
    pertama, *_, terakhir = (kolom for kolom in daftar.tata.kolom if kolom.kunci in ARTI_KOLOM[daftar.nama])
    return f'IF(COUNTA({sel[pertama.kunci]}:{sel[terakhir.kunci]})=0,"",{isi})'


def periksa(semua: Iterable[T], kunci: Callable[[T], str], keluhan: Sequence[Keluhan[T]]) -> list[str]:
    """Return what the check says of each row; `kunci` gives the text by which rows repeat each other."""
    sudah: set[str] = set()
    hasil: list[str] = []
    for isi in semua:
        lipat = kunci(isi).casefold()
        kena = (ini.kata for ini in keluhan if ini.kena and ini.kena(isi, lipat in sudah))
        hasil.append(next(kena, LENGKAP))
        sudah.add(lipat)
    return hasil


def tulis_daftar(lembar: LembarTemplat, daftar: DaftarSkema, bahan: BahanSkema) -> None:
    """Write a sheet."""
    tata, dalam = daftar.tata, lembar.dalam
    dalam.set_row(0, 24)
    lembar.teks(0, 0, daftar.judul, lembar.gaya("judul"))
    lembar.teks(1, 0, f"{bahan.instansi} · tahun {bahan.tahun}", lembar.gaya("pudar"))
    dalam.set_row(2, 20)
    lembar.teks(2, 0, _SARAN, lembar.gaya("saran"))
    _ringkas(lembar, daftar)
    _kepala(lembar, daftar)
    corak = _corak(lembar, daftar)
    for nomor in range(daftar.awal, daftar.akhir + 1):
        ke = nomor - daftar.awal
        _tulis_baris(lembar, daftar, nomor, daftar.baris[ke] if ke < len(daftar.baris) else {}, corak)
        lembar.rumus(
            nomor, tata.nomor["periksa"], rumus_periksa(daftar, nomor), corak["periksa"],
            daftar.periksa[ke] if ke < len(daftar.periksa) else "",
        )  # fmt: skip
    _validasi(lembar, daftar)
    lembar.warnai_periksa(daftar.awal, daftar.akhir, tata.nomor["periksa"])
    for lajur in _lajur(daftar, JenisIsi.ANGKA):
        lembar.ribuan((daftar.awal, lajur), (daftar.akhir, lajur))
    dalam.freeze_panes(daftar.awal, _BEKU)
    dalam.autofilter(KEPALA_DAFTAR, 0, daftar.akhir, len(tata.kolom) - 1)
    lembar.tanpa_sudut_hijau(nip=_rentang_nip(daftar), rumus=f"A{daftar.awal + 1}:A{daftar.akhir + 1}")
    cetak = daftar.awal + max(len(daftar.baris), 10) - 1
    ulang = _BEKU if len(tata.kolom) > _SEHALAMAN else 0
    lembar.siapkan_cetak(KEPALA_DAFTAR, cetak, len(tata.kolom) - 1, bahan.kaki, ulang_kolom=ulang)


def _lajur(daftar: DaftarSkema, jenis: JenisIsi) -> list[int]:
    """Return the 0-based columns that hold one kind of value."""
    return [daftar.tata.nomor[kolom.kunci] for kolom in FORMULIR[daftar.nama].kolom if kolom.jenis is jenis]


def _rentang_nip(daftar: DaftarSkema) -> str:
    """Return the ranges of NIPs, parted by blanks."""
    huruf = map(nama_kolom, _lajur(daftar, JenisIsi.NIP))
    return " ".join(f"{kolom}{daftar.awal + 1}:{kolom}{daftar.akhir + 1}" for kolom in huruf)


def _ringkas(lembar: LembarTemplat, daftar: DaftarSkema) -> None:
    """Say in one living sentence how many rows are complete."""
    kolom = daftar.kolom_penuh("periksa")
    lengkap = sum(isi == LENGKAP for isi in daftar.periksa)
    perlu = sum(isi not in {"", LENGKAP} for isi in daftar.periksa)
    rumus = (
        f'"Lengkap: "&COUNTIF({kolom},"{LENGKAP}")&" baris · perlu dilengkapi: "'
        f'&SUMPRODUCT(({kolom}<>"")*({kolom}<>"{LENGKAP}"))&" baris"'
    )
    lembar.rumus(
        3, 0, rumus, lembar.gaya("tebal"), f"Lengkap: {lengkap} baris · perlu dilengkapi: {perlu} baris"
    )


def _kepala(lembar: LembarTemplat, daftar: DaftarSkema) -> None:
    """Write the header: what each row needs is dark, the rest light; NIP columns are texts down to the sheet's end."""
    lembar.kepala_tabel(KEPALA_DAFTAR, daftar.tata.kolom, 34)
    nip = _lajur(daftar, JenisIsi.NIP)
    for nomor, kolom in enumerate(daftar.tata.kolom):
        if kolom.kunci not in WAJIB[daftar.nama]:
            gaya = lembar.gaya("kepala", "kepala_bantu")
            lembar.dalam.write_string(KEPALA_DAFTAR, nomor, kolom.judul, gaya)
        if nomor in nip:
            lembar.dalam.set_column(nomor, nomor, kolom.lebar, lembar.gaya("isian_teks"))


def _corak(lembar: LembarTemplat, daftar: DaftarSkema) -> dict[str, Any]:
    """Return the cell style of each column."""
    menurut_jenis = {
        JenisIsi.NIP: ("nip",), JenisIsi.ANGKA: ("umum", "tengah", "susut"), JenisIsi.TANGGAL: ("tanggal",), JenisIsi.TEKS: ("teks",),
    }  # fmt: skip
    corak = {kolom.kunci: lembar.gaya(*menurut_jenis[kolom.jenis]) for kolom in FORMULIR[daftar.nama].kolom}
    lain = {
        kolom.kunci: lembar.gaya("teks", "periksa") for kolom in daftar.tata.kolom if kolom.kunci not in corak
    }
    return {**corak, **lain}


def _tulis_baris(
    lembar: LembarTemplat, daftar: DaftarSkema, nomor: int, isi: Baris, corak: Mapping[str, Any]
) -> None:
    tinggi = 18.0
    for lajur, kolom in enumerate(daftar.tata.kolom[1:], 1):
        nilai = isi.get(kolom.kunci)
        if isinstance(nilai, dt.date):
            nilai = float((nilai - _HARI_NOL).days)
        if isinstance(nilai, str) and nilai:
            tinggi = max(tinggi, tinggi_baris(nilai, kolom.lebar - 1))
            lembar.teks(nomor, lajur, nilai, corak[kolom.kunci])
        else:
            lembar.angka(nomor, lajur, nilai or None if isinstance(nilai, str) else nilai, corak[kolom.kunci])
    if isi:
        lembar.dalam.set_row(nomor, tinggi)


def _validasi(lembar: LembarTemplat, daftar: DaftarSkema) -> None:
    """Lay hint and validation over each column of the form."""
    formulir = FORMULIR[daftar.nama]
    for kunci, arti in ARTI_KOLOM[daftar.nama].items():
        lajur, label = daftar.tata.nomor[kunci], formulir.label(kunci)
        rentang = [(daftar.awal, lajur, daftar.akhir, lajur)]
        aturan: dict[str, object] = {"validate": "any"}
        galat = ""
        if pilihan := daftar.pilihan.get(kunci):
            sumber = f"={pilihan.sumber}" if isinstance(pilihan.sumber, str) else list(pilihan.sumber)
            aturan = {"validate": "list", "source": sumber, "show_error": pilihan.tertutup}
            galat = f"Pilih {label} dari daftar." if pilihan.tertutup else ""
        elif kunci in daftar.aturan:
            khusus, galat = daftar.aturan[kunci]
            aturan = (
                {**khusus, "value": str(khusus["value"]).format(sel=f"{nama_kolom(lajur)}{daftar.awal + 1}")}
                if "value" in khusus
                else dict(khusus)
            )
        lembar.validasi(rentang, aturan, label, arti, galat)
