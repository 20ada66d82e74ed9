"""The "Rekap Penilaian" exports of e-Kinerja BKN in bkn/<PERIODE>/: one workbook per assessor, a banner above each table.

A file of another period, without a header or unreadable is named and not used.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, EksporBkn, IsianBkn
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import buka_buku
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_campuran import ketik_campuran
from asn_nilai.baca.tabel.kolom.kolom_nip import PRESISI, ketik_nip
from asn_nilai.baca.tabel.sel import kutip, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah, baca_tabel
from asn_nilai.baca.tabel.waktu import bulan_bernama, tahun_disebut
from asn_nilai.ruang_kerja import RuangKerja, buku_kerja

_FORMULIR = FORMULIR["BKN"]
_KATA_PERIODE = re.compile(r"\bperiode\b", re.IGNORECASE)
_PERIODE = re.compile(
    r"\bperiode\W+(?:penilaian\W+)?(bulanan|tri\s?wulanan|semesteran|tahunan)\W*(?:ke\W*)?(\d{1,2}|iv|i{1,3})?(?!\d)",
    re.IGNORECASE,
)
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


class _PembacaEkspor:
    """Reads the exports of one period."""

    def __init__(self, ruang: RuangKerja, periode: Periode, skema: Skema) -> None:
        self._ruang, self._periode, self._skema = ruang, periode, skema
        self._ekspor = EksporBkn()

    def baca(self) -> EksporBkn:
        for berkas in buku_kerja(self._ruang.folder_bkn(self._periode)):
            nama = self._ruang.relatif(berkas)
            dipakai = self._baca_berkas(berkas, nama)
            (self._ekspor.dipakai if dipakai else self._ekspor.diabaikan).append(nama)
        return self._ekspor

    def _baca_berkas(self, berkas: Path, nama: str) -> bool:
        """Read one workbook, every sheet that has the header; tell whether any was used."""
        catatan = Catatan(nama)
        tanpa_kepala: list[Catatan] = []
        dipakai = False
        try:
            buku = buka_buku(berkas, self._ruang.batas)
            for lembar in buku.nama_lembar:
                milik = Catatan(nama, lembar=lembar)
                mentah = baca_tabel(buku.lembar(lembar), _FORMULIR, milik)
                if mentah is None:
                    tanpa_kepala.append(milik)
                    continue
                dipakai |= self._baca_lembar(mentah, milik)
                self._ekspor.temuan += milik.temuan
        except BukuTidakTerbacaError as galat:
            catatan.tambah(galat.kode, fakta=galat.isi)
            self._ekspor.temuan += catatan.temuan
            return False
        if len(tanpa_kepala) == len(buku.nama_lembar):
            self._ekspor.temuan += [temuan for milik in tanpa_kepala for temuan in milik.temuan]
        return dipakai

    def _baca_lembar(self, mentah: TabelMentah, catatan: Catatan) -> bool:
        if not self._periksa_periode(mentah, catatan):
            return False
        ketik_nip(mentah, catatan, self._skema)
        ketik_campuran(mentah, catatan)
        self._ekspor.kurang_pasti |= {temuan.nip for temuan in catatan.temuan if temuan.kode == PRESISI}
        tabel = mentah.tabel
        for posisi, nip in enumerate(tabel.teks("nip")):
            if nip:
                isian = {kunci: _isian(tabel, kunci, posisi) for kunci in KOLOM_BKN}
                self._ekspor.baris.append(BarisBkn(nip, tabel.teks("nama")[posisi], isian))
        return True

    def _periksa_periode(self, mentah: TabelMentah, catatan: Catatan) -> bool:
        """Tell, with a finding where not, whether the banner names the period asked for."""
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


def _isian(tabel: Tabel, kunci: str, posisi: int) -> IsianBkn:
    isi = tabel.isi[kunci][posisi]
    teks = tulis_angka(isi) if isinstance(isi, float) else str(isi)
    return IsianBkn(None if (kunci, posisi) in tabel.cacat else teks, tabel.letak(kunci, posisi))


def _baris_periode(mentah: TabelMentah) -> Iterator[tuple[Sel, str]]:
    """Yield the cells above the header that speak of the period, with what stands right of a bare label."""
    for nomor, baris in enumerate(mentah.lembar.sel[: mentah.kepala.awal]):
        for kolom, isi in enumerate(baris):
            if isinstance(isi, str) and _KATA_PERIODE.search(isi):
                yield (nomor, kolom), " ".join(filter(None, map(teks_sel, baris[kolom:])))
                break


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
    if not cocok[2]:
        return None
    ke = _ROMAWI.get(cocok[2].casefold()) or int(cocok[2])
    try:
        return Periode.dari_teks(_BAGIAN[cocok[1][0].casefold()].format(tahun=tahun_ini, ke=ke)).kode
    except PeriodeTidakSahError:
        return None
