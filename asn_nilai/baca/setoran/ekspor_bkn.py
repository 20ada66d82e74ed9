"""The "Rekap Penilaian" exports of e-Kinerja BKN in bkn/<PERIODE>/: one workbook per assessor, a banner above each table.

A file of another period, without a header or unreadable is named and not used.
"""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, BarisKurangPasti, EksporBkn
from asn_nilai.acuan.temuan import temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import muat_berkas
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.setoran.ekspor_polos import baca_ekspor_polos
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_campuran import ketik_campuran
from asn_nilai.baca.tabel.kolom.kolom_nip import PRESISI, ketik_nip, nip_sebagian
from asn_nilai.baca.tabel.sel import kutip, teks_kepala, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah, baca_tabel
from asn_nilai.baca.tabel.waktu import bulan_bernama, tahun_disebut
from asn_nilai.ruang_kerja import RuangKerja, buku_kerja

_FORMULIR = FORMULIR["BKN"]
_TAHUNAN, _SETAHUN = re.compile(r"\btahunan\b", re.IGNORECASE), 12
_KATA_PERIODE = re.compile(r"\bperiode\b", re.IGNORECASE)
_PERIODE = re.compile(
    r"\bperiode\W+(?:penilaian\W+)?(bulanan|tri\s?wulanan|semesteran|tahunan)\W*(?:ke\W*)?(\d{1,2}|iv|i{1,3})?(?!\d)",
    re.IGNORECASE,
)
_CARA = {
    **dict.fromkeys((".csv", ".tsv", ".htm", ".html"), "buka di Excel lalu simpan sebagai .xlsx"),
    **dict.fromkeys((".zip", ".rar", ".7z"), "keluarkan isinya dari arsip itu"),
}
"""How files that may be exports, and are no workbooks, become such."""
_LEBIH_DARI_SATU = re.compile(
    r"\s*(?:dan|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|[-–,&/])\s*(?:\d|[ivx]+\b)", re.IGNORECASE
)
"""What makes a span of the number before it."""
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BAGIAN = {"b": "{tahun}-{ke:02}", "s": "{tahun}-S{ke}", "t": "{tahun}-T{ke}"}
"""A period's code by the first letter of its kind; the year stands for itself."""


def baca_ekspor(ruang: RuangKerja, periode: Periode, skema: Skema) -> EksporBkn:
    """Read a period's exports.

    Args:
        ruang: the work folder; the exports lie in its `bkn/<PERIODE>/`.
        periode: the period that they should be of.
        skema: gives the ASN behind damaged NIPs.
    """
    return _PembacaEkspor(ruang, periode, skema).baca()


def _bukan_buku(folder: Path) -> list[Path]:
    """Return what else among the exports may hold one: a file of another kind, or a folder with a workbook or such a file in it."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as isi:  # tells files from folders without asking the disk for each
        semua = sorted(isi, key=attrgetter("name"))
    return [folder / lain.name for lain in semua if _mungkin_ekspor(lain)]


def _mungkin_ekspor(lain: "os.DirEntry[str]") -> bool:
    if lain.name.startswith((".", "~$")):
        return False
    if lain.is_dir():
        return bool(buku_kerja(folder := Path(lain.path)) or _bukan_buku(folder))
    return lain.name.lower().endswith(tuple(_CARA)) and lain.is_file()


def _sebut_lain(lain: Path) -> tuple[str, str]:
    """Return what such a thing is, and how it becomes an export that is read."""
    if lain.is_dir():
        return "Folder", "pindahkan ekspor di dalamnya langsung ke folder di atasnya"
    return f"Berkas {lain.suffix.lower()}", _CARA[lain.suffix.lower()]


class _PembacaEkspor:
    """Reads the exports of one period."""

    def __init__(self, ruang: RuangKerja, periode: Periode, skema: Skema) -> None:
        self._ruang, self._periode, self._skema = ruang, periode, skema

    def baca(self) -> EksporBkn:
        folder = self._ruang.folder_bkn(self._periode)
        ekspor = EksporBkn(folder=self._ruang.relatif(folder))
        for berkas in buku_kerja(folder):
            isi = self._baca_berkas(berkas, self._ruang.relatif(berkas))
            ekspor.dipakai += isi.dipakai
            ekspor.diabaikan += isi.diabaikan
            ekspor.temuan += isi.temuan
            if isi.dipakai:
                ekspor.baris += isi.baris
                ekspor.kurang_pasti += isi.kurang_pasti
        for lain in _bukan_buku(folder):
            ekspor.diabaikan.append(self._ruang.relatif(lain))
            jenis, cara = _sebut_lain(lain)
            letak = Letak(ekspor.diabaikan[-1])
            ekspor.temuan.append(temuan("ekspor-tidak-dibaca", letak, jenis=jenis, cara=cara))
        return ekspor

    def _baca_berkas(self, berkas: Path, nama: str) -> EksporBkn:
        """Read one workbook, every sheet that has the header; its rows count only where the file is used."""
        isi, catatan = EksporBkn(), Catatan(nama)
        tanpa_kepala: list[Catatan] = []
        dipakai = False
        try:
            data = muat_berkas(berkas, self._ruang.batas)
            if (baris := self._baca_polos(data, nama)) is not None:
                return EksporBkn(baris, [nama])
            buku = Buku(data, self._ruang.batas)
            for lembar in buku.nama_lembar:
                milik = Catatan(nama, lembar=lembar)
                mentah = baca_tabel(buku.lembar(lembar), _FORMULIR, milik)
                if mentah is None:
                    tanpa_kepala.append(milik)
                    continue
                dipakai |= self._baca_lembar(mentah, milik, isi)
                isi.temuan += milik.temuan
        except BukuTidakTerbacaError as galat:
            catatan.tambah(galat.kode, fakta=galat.isi)
            isi.temuan += catatan.temuan
            dipakai = False
        else:
            if len(tanpa_kepala) == len(buku.nama_lembar):
                isi.temuan += [lain for milik in tanpa_kepala for lain in milik.temuan]
        (isi.dipakai if dipakai else isi.diabaikan).append(nama)
        return isi

    def _baca_polos(self, data: bytes, nama: str) -> list[BarisBkn] | None:
        """Return the rows of an untouched export of the period, None of every other file: that takes a closer look."""
        try:
            polos = baca_ekspor_polos(data, nama, self._ruang.batas, self._skema.penempatan_asn)
        except BukuTidakTerbacaError:
            return None
        if polos is None:
            return None
        disebut = {baca_periode_bkn(teks.strip()) for teks in polos.judul if _KATA_PERIODE.search(teks)}
        return polos.baris if disebut == {self._periode.kode} else None

    def _baca_lembar(self, mentah: TabelMentah, catatan: Catatan, isi: EksporBkn) -> bool:
        """Take the rows of a sheet; tell whether it is of the period."""
        if not self._periksa_periode(mentah, catatan):
            return False
        ketik_nip(mentah, catatan, self._skema)
        ketik_campuran(mentah, catatan)
        tabel, nama = mentah.tabel, mentah.tabel.teks("nama")
        calon = {rusak.letak: rusak.nip for rusak in catatan.temuan if rusak.kode == PRESISI}
        semua = zip(*(_kata(tabel, kunci) for kunci in KOLOM_BKN), strict=True)
        for posisi, (nip, kata) in enumerate(zip(tabel.teks("nip"), semua, strict=True)):
            baris = BarisBkn(nip, nama[posisi], kata, tabel, posisi)
            if nip:
                isi.baris.append(baris)
            else:
                terbaca = calon.get(baris.letak) or nip_sebagian(mentah.mentah["nip"][posisi])
                isi.kurang_pasti.append(BarisKurangPasti(terbaca, baris.nama, baris.isian, baris.letak))
        return True

    def _periksa_periode(self, mentah: TabelMentah, catatan: Catatan) -> bool:
        """Tell, with a finding where not, whether banner and header name the period asked for."""
        sel = mentah.kepala.sel["predikat_kinerja_periodik"][0]
        judul = teks_kepala(mentah.lembar.sel[sel[0]][sel[1]])
        if _TAHUNAN.search(judul) and len(self._periode.bulan) < _SETAHUN:
            catatan.tambah("bkn-periode-lain", sel, tertulis=judul, periode=self._periode.label)
            return False
        disebut = list(_baris_periode(mentah))
        if not disebut:
            catatan.tambah(
                "bkn-periode-tidak-jelas",
                periode=self._periode.label,
                folder=catatan.berkas.rpartition("/")[0],
            )
            return True
        for sel, teks in disebut:
            if baca_periode_bkn(teks) != self._periode.kode:
                catatan.tambah("bkn-periode-lain", sel, tertulis=kutip(teks), periode=self._periode.label)
                return False
        return True


def _kata(tabel: Tabel, kunci: str) -> list[str | None]:
    """Return a column's words, None where a cell is damaged."""
    teks = [tulis_angka(isi) if isinstance(isi, float) else str(isi) for isi in tabel.isi[kunci]]
    rusak = {posisi for kolom, posisi in tabel.cacat if kolom == kunci}
    return [None if posisi in rusak else kata for posisi, kata in enumerate(teks)]


def _baris_periode(mentah: TabelMentah) -> Iterator[tuple[Sel, str]]:
    """Yield the cells above the header that speak of the period, with what stands right of a bare label."""
    for nomor, baris in enumerate(mentah.lembar.sel[: mentah.kepala.awal]):
        for kolom, isi in enumerate(baris):
            if isinstance(isi, str) and _KATA_PERIODE.search(isi):
                yield (nomor, kolom), " ".join(filter(None, map(teks_sel, baris[kolom:])))
                break


@lru_cache(maxsize=256)
def baca_periode_bkn(teks: str) -> str | None:
    """Return the code of the period that a banner names (`Periode Bulanan 6 Tahun 2026`), None where it names none for certain."""
    tahun, bulan = tahun_disebut(teks), bulan_bernama(teks)
    cocok = _PERIODE.search(teks)
    if len(tahun) != 1 or (cocok is None and len(bulan) != 1):
        return None
    (tahun_ini,) = tahun
    if cocok is None or (cocok[1].casefold() == "bulanan" and not cocok[2]):
        return Bulan(tahun_ini, bulan.pop()).kode if len(bulan) == 1 else None
    if cocok[1].casefold() == "tahunan":
        return str(tahun_ini)
    if not cocok[2] or _LEBIH_DARI_SATU.match(teks, cocok.end()):
        return None
    ke = _ROMAWI.get(cocok[2].casefold()) or int(cocok[2])
    try:
        return Periode.dari_teks(_BAGIAN[cocok[1][0].casefold()].format(tahun=tahun_ini, ke=ke)).kode
    except PeriodeTidakSahError:
        return None
