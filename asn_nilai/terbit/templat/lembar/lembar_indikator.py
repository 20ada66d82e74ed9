"""The sheet Indikator of a target template: what may be chosen, and the table behind its drop-downs and look-ups."""

from collections.abc import Mapping, Sequence

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.buku.gaya import tinggi_baris
from asn_nilai.terbit.buku.tata import Kolom, Tata
from asn_nilai.terbit.templat.lembar.batas import batas
from asn_nilai.terbit.templat.lembar.lembar import LembarTemplat

NAMA_KODE, NAMA_DAFTAR = "daftar_kode", "daftar_indikator"
"""Defined names: the codes to choose from, and the whole table for look-ups."""
_LEBAR: Mapping[str, float] = {
    "kode_indikator": 14, "indikator": 38, "satuan": 12, "definisi": 46, "polaritas": 11, "agregasi": 12,
    "jenis_nilai": 11, "batas_bawah": 12, "batas_atas": 12, "frekuensi": 13, "wajib_bukti": 9,
    "lingkup": 10,
}  # fmt: skip
_TAMPAK = tuple(Kolom(kunci, FORMULIR["Indikator"].label(kunci), lebar) for kunci, lebar in _LEBAR.items())
_TATA = Tata.susun((
    *_TAMPAK,
    Kolom("terendah", "Terendah", 12),
    Kolom("tertinggi", "Tertinggi", 12),
    Kolom("bulat", "Bulat", 8),
    Kolom("jarak", "Jarak Bulan", 8),
    Kolom("pecahan", "Pecahan Sampai", 8),
))  # fmt: skip
"""The last five are hidden: what formulas need where people see a blank."""
_KEPALA = 3


def cari(sel_kode: str, kunci: str) -> str:
    """Return the text of a look-up: a column's value for the code in a cell, an error where there is none."""
    return f"VLOOKUP({sel_kode},{NAMA_DAFTAR},{_TATA.nomor[kunci] + 1},FALSE)"


def tulis_indikator(
    lembar: LembarTemplat, judul: str, daftar: Sequence[Indikator], pecahan_sampai: float
) -> None:
    """Write the sheet and define its names; `pecahan_sampai` as in BahanTarget."""
    gaya = lembar.gaya
    lembar.dalam.set_row(0, 24)
    lembar.teks(0, 0, judul, gaya("judul"))
    lembar.teks(1, 0, "Daftar ini hanya untuk dibaca. Kodenya dipilih di lembar Target.", gaya("saran"))
    lembar.kepala_tabel(_KEPALA, _TATA.kolom, 34)
    for nomor, indikator in enumerate(daftar, _KEPALA + 1):
        _baris(lembar, nomor, indikator, pecahan_sampai)
    akhir = _KEPALA + max(1, len(daftar))
    for nama, kunci in ((NAMA_KODE, "kode_indikator"), (NAMA_DAFTAR, "pecahan")):
        lembar.buku.define_name(nama, f"=Indikator!$A${_KEPALA + 2}:${_TATA.huruf[kunci]}${akhir + 1}")
    lembar.dalam.set_column(len(_TAMPAK), len(_TATA.kolom) - 1, 10, None, {"hidden": True})
    lembar.dalam.freeze_panes(_KEPALA + 1, 0)
    lembar.siapkan_cetak(_KEPALA, akhir, len(_TAMPAK) - 1, (judul, "Daftar indikator"))
    lembar.kunci(autofilter=True)


def _baris(lembar: LembarTemplat, nomor: int, indikator: Indikator, pecahan_sampai: float) -> None:
    gaya = lembar.gaya
    isi = {
        "kode_indikator": indikator.kode, "indikator": indikator.nama, "satuan": indikator.satuan, "definisi": indikator.definisi,
        "polaritas": indikator.polaritas.value, "agregasi": indikator.agregasi.value, "jenis_nilai": indikator.jenis_nilai.value,
        "batas_bawah": "" if indikator.batas_bawah is None else tulis_angka(indikator.batas_bawah),
        "batas_atas": "" if indikator.batas_atas is None else tulis_angka(indikator.batas_atas),
        "frekuensi": indikator.frekuensi.value, "wajib_bukti": "Ya" if indikator.wajib_bukti else "Tidak",
        "lingkup": indikator.lingkup.value,
    }  # fmt: skip
    lembar.dalam.set_row(
        nomor, max(tinggi_baris(isi[kunci], _LEBAR[kunci]) for kunci in ("indikator", "definisi"))
    )
    for kunci, teks in isi.items():
        lembar.teks(nomor, _TATA.nomor[kunci], teks, gaya("teks"))
    bawah, atas = batas(indikator)
    bantu = {
        "terendah": bawah,
        "tertinggi": atas,
        "bulat": float(indikator.bulat),
        "jarak": indikator.frekuensi.jarak_bulan,
        "pecahan": pecahan_sampai if indikator.persen_naik else 0,
    }
    for kunci, angka in bantu.items():
        lembar.angka(nomor, _TATA.nomor[kunci], angka, gaya("umum"))
