"""One row of the skema as an object, or the findings that say why not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from asn_nilai.acuan.isian.formulir import FORMULIR, Formulir, lipat_kode, lipat_label
from asn_nilai.acuan.isian.nip import PNS, PPPK, FormatNipError, baca_nip
from asn_nilai.acuan.isian.skema import Agregasi, Frekuensi, Indikator, JenisNilai, Penempatan, Polaritas
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.kolom_nip import ketik_nip
from asn_nilai.baca.tabel.sel import kenali_rusak, kutip
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah
from asn_nilai.baca.tabel.tanggal import baca_tanggal

S = TypeVar("S", bound=StrEnum)
_TIDAK_SAH = "skema-tidak-sah"
_SEBUTAN = {
    "max": "Maksimal", "maksimum": "Maksimal", "maximize": "Maksimal", "min": "Minimal", "minimum": "Minimal",
    "minimize": "Minimal", "stabilize": "Stabil", "sum": "Jumlah", "total": "Jumlah", "average": "Rata-rata",
    "rerata": "Rata-rata", "nilaiterakhir": "Nilai Akhir", "akhir": "Nilai Akhir", "takelastknown": "Nilai Akhir",
    "bilanganbulat": "Bulat", "persentase": "Persen", "bulan": "Bulanan", "triwulan": "Triwulanan",
    "semester": "Semesteran", "tahun": "Tahunan", "y": "Ya", "t": "Tidak",
}  # fmt: skip
"""Other names of the skema's choices, folded."""


@dataclass(slots=True)
class BarisSkema:
    """The rows of one sheet of the skema, and what is wrong with them."""

    mentah: TabelMentah
    catatan: Catatan
    _pertama: dict[tuple[str, str], int] = field(default_factory=dict)
    _cacat: set[int] = field(default_factory=set)

    @property
    def posisi(self) -> range:
        """Return the positions of all rows."""
        return range(len(self.mentah.tabel))

    @property
    def formulir(self) -> Formulir:
        """Return the form of the sheet."""
        return FORMULIR[self.mentah.tabel.formulir]

    def ketik_nip(self, kunci: str, *, wajib: bool) -> None:
        """Type a NIP column, where it is there."""
        if kunci in self.mentah.mentah:
            ketik_nip(self.mentah, self.catatan, None, kunci, wajib=wajib)

    def ketik_angka(self, *kunci: str) -> None:
        """Type number columns of the sheet Indikator."""
        tabel = self.mentah.tabel
        angka = KolomAngka.untuk(self.mentah, self.catatan, {})
        jenis_nilai = self.mentah.tabel.teks("jenis_nilai")
        angka.persen = [
            persen or lipat_label(jenis) == "persen"
            for persen, jenis in zip(angka.persen, jenis_nilai, strict=True)
        ]
        for kolom in kunci:
            angka.ketik(kolom)
        self._cacat |= {posisi for k, posisi in tabel.cacat if k in kunci}

    def teks(self, kunci: str, posisi: int) -> str:
        """Return a text of a row, blank where the column is absent."""
        return str(self.mentah.tabel.isi[kunci][posisi] or "")

    def angka(self, kunci: str, posisi: int) -> float | None:
        """Return a number of a row."""
        nilai = self.mentah.tabel.isi[kunci][posisi]
        return nilai if isinstance(nilai, float) else None

    def sah(self, posisi: int) -> bool:
        """Tell whether nothing is wrong with a row so far."""
        return posisi not in self._cacat

    def gugurkan(self, posisi: int) -> None:
        """Leave a row out whose finding is noted already."""
        self._cacat.add(posisi)

    def tolak(self, kunci: str, posisi: int, dikenal: str) -> None:
        """Note a cell that the skema does not allow; its row is left out."""
        tabel, sel = self.mentah.tabel, self.mentah.sel_asal(kunci, posisi)
        isi = self.mentah.lembar.sel[sel[0]][sel[1]]
        rusak = kenali_rusak(isi)
        self._cacat.add(posisi)
        if rusak is not None:
            self.catatan.tambah(rusak.kode, sel, teks=rusak.teks)
            return
        self.catatan.tambah(
            _TIDAK_SAH, (tabel.baris[posisi], tabel.kolom[kunci]),
            kolom=self.formulir.label(kunci), teks=kutip(isi), dikenal=dikenal,
        )  # fmt: skip

    def perlu(self, posisi: int, *kunci: str) -> None:
        """Note each blank among cells that must be filled."""
        for kolom in kunci:
            if not self.teks(kolom, posisi):
                self.tolak(kolom, posisi, "isian yang tidak kosong")

    def pilihan(self, kunci: str, posisi: int, jenis: type[S], bawaan: S | None = None) -> S | None:
        """Return the choice that a cell names; `bawaan` where it is blank, None with a finding for another word."""
        teks = self.teks(kunci, posisi)
        if not teks and bawaan is not None and (kunci, posisi) not in self.mentah.tabel.cacat:
            return bawaan
        pilihan = _kenali(jenis, teks)
        if pilihan is None:
            self.tolak(kunci, posisi, ", ".join(jenis))
        return pilihan

    def tanggal(self, kunci: str, posisi: int) -> dt.date | None:
        """Return a date of a row, None where it is blank."""
        mentah = self.mentah.mentah.get(kunci)
        if mentah is None or (isinstance(isi := mentah[posisi], str) and not isi.strip(" -–")):
            return None
        hasil = baca_tanggal(isi)
        if hasil is None:
            self.tolak(kunci, posisi, "tanggal, misalnya 31/03/2026")
        return hasil

    def ganda(self, kunci: str, posisi: int) -> bool:
        """Tell, with a finding, whether a row's code stood in an earlier row."""
        kode = self.teks(kunci, posisi)
        pertama = self._pertama.setdefault((kunci, lipat_kode(kode)), posisi)
        if pertama != posisi:
            self.catat_ganda(kunci, posisi, pertama, f"{self.formulir.label(kunci)} {kode}")
        return pertama != posisi

    def catat_ganda(self, kunci: str, posisi: int, pertama: int, apa: str) -> None:
        """Note a row that repeats an earlier one."""
        tabel = self.mentah.tabel
        nip = self.teks("nip", posisi) if "nip" in tabel.isi else ""
        sel = (tabel.baris[posisi], tabel.kolom[kunci])
        self.catatan.tambah("baris-ganda", sel, nip=nip, apa=apa, sel_pertama=tabel.sel(kunci, pertama))


@lru_cache(maxsize=256)
def _kenali(jenis: type[S], teks: str) -> S | None:
    """Return the choice that a text names, also by another name for it."""
    lipat = lipat_label(teks)
    lipat = lipat_label(_SEBUTAN.get(lipat, lipat))
    return next((pilihan for pilihan in jenis if lipat_label(pilihan.value) == lipat), None)


class _YaTidak(StrEnum):
    YA = "Ya"
    TIDAK = "Tidak"


class _JenisAsn(StrEnum):
    PNS = PNS
    PPPK = PPPK


def baca_penempatan(baris: BarisSkema, posisi: int, kode_unit: Mapping[str, str]) -> Penempatan | None:
    """Return a row of the sheet Pegawai, None with findings where it cannot stand.

    Args:
        baris: the sheet, its NIPs typed.
        posisi: the row's position.
        kode_unit: the unit codes by their folded form.
    """
    nip = baris.teks("nip", posisi)
    baris.perlu(posisi, "nama")
    bawaan = None if baris.teks("jenis_asn", posisi) else _dugaan_jenis(nip)
    jenis = baris.pilihan("jenis_asn", posisi, _JenisAsn, bawaan)
    if nip and jenis is not None:
        _periksa_nip(baris, posisi, jenis.value)
    kode = kode_unit.get(lipat_kode(baris.teks("kode_unit", posisi)))
    if kode is None:
        baris.tolak("kode_unit", posisi, "Kode Unit yang ada di lembar Unit")
    mulai, selesai = baris.tanggal("mulai", posisi), baris.tanggal("selesai", posisi)
    if mulai is not None and selesai is not None and selesai < mulai:
        baris.tolak("selesai", posisi, f"tanggal sejak {mulai:%d/%m/%Y}")
    if not nip or jenis is None or kode is None or not baris.sah(posisi):
        return None
    teks = {
        kunci: baris.teks(kunci, posisi)
        for kunci in ("nama", "golongan", "jabatan", "jenis_jabatan", "nip_atasan")
    }
    return Penempatan(nip=nip, kode_unit=kode, jenis_asn=jenis.value, mulai=mulai, selesai=selesai, **teks)


def _dugaan_jenis(nip: str) -> _JenisAsn:
    """Return what a NIP looks like: where the register is silent, digits 13–14 speak."""
    return _JenisAsn(baca_nip(nip).dugaan_jenis_asn) if nip else _JenisAsn.PNS


def _periksa_nip(baris: BarisSkema, posisi: int, jenis: str) -> None:
    """Check what only the register can tell: whether digits 13–14 must be a month."""
    try:
        baca_nip(baris.teks("nip", posisi), jenis)
    except FormatNipError as galat:
        sel = baris.mentah.sel_asal("nip", posisi)
        baris.catatan.tambah("nip-format", sel, teks=baris.teks("nip", posisi), sebab=str(galat))
        baris.gugurkan(posisi)


def bertumpuk(a: Penempatan, b: Penempatan) -> bool:
    """Tell whether two placements share a day; blank dates reach to the year's ends."""
    awal, akhir = dt.date.min, dt.date.max
    return (a.mulai or awal) <= (b.selesai or akhir) and (b.mulai or awal) <= (a.selesai or akhir)


def baca_indikator(baris: BarisSkema, posisi: int) -> Indikator | None:
    """Return a row of the sheet Indikator, its numbers typed; None with findings where it cannot stand."""
    baris.perlu(posisi, "kode_indikator", "indikator", "satuan")
    polaritas = baris.pilihan("polaritas", posisi, Polaritas)
    agregasi = baris.pilihan("agregasi", posisi, Agregasi)
    jenis_nilai = baris.pilihan("jenis_nilai", posisi, JenisNilai, JenisNilai.DESIMAL)
    frekuensi = baris.pilihan("frekuensi", posisi, Frekuensi, Frekuensi.BULANAN)
    bukti = baris.pilihan("wajib_bukti", posisi, _YaTidak, _YaTidak.TIDAK)
    bawah, atas = baris.angka("batas_bawah", posisi), baris.angka("batas_atas", posisi)
    if bawah is not None and atas is not None and atas < bawah:
        baris.tolak("batas_atas", posisi, "angka yang tidak di bawah Batas Bawah")
    if not (polaritas and agregasi and jenis_nilai and frekuensi and baris.sah(posisi)):
        return None
    teks = {kunci: baris.teks(kunci, posisi) for kunci in ("satuan", "definisi", "aspek", "sumber_data")}
    return Indikator(
        kode=baris.teks("kode_indikator", posisi),
        nama=baris.teks("indikator", posisi),
        polaritas=polaritas,
        agregasi=agregasi,
        jenis_nilai=jenis_nilai,
        batas_bawah=bawah,
        batas_atas=atas,
        nilai_terburuk=baris.angka("nilai_terburuk", posisi),
        frekuensi=frekuensi,
        wajib_bukti=bukti is _YaTidak.YA,
        berlaku_untuk=tuple(
            jenis for bagian in baris.teks("berlaku_untuk", posisi).split(";") if (jenis := bagian.strip())
        ),
        **teks,
    )
