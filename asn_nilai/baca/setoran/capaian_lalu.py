"""What a unit reached in earlier months, for comparison alone: figures, and no findings.

An earlier month has had its own validation. Here whatever cannot be read for certain is simply not there, so that a
comparison never rests on a guess, and only the sheet Capaian is read.
"""

from collections.abc import Iterable
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.setoran.saksi import identitas_tabel, periksa_saksi
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.kolom.kolom_nip import ketik_nip
from asn_nilai.baca.tabel.tabel_mentah import baca_tabel
from asn_nilai.ruang_kerja import LihatFolder, RuangKerja, menurut_nama

_CAPAIAN = FORMULIR["Capaian"]


def baca_capaian_lalu(
    ruang: RuangKerja,
    unit: Unit,
    daftar_bulan: Iterable[Bulan],
    skema: Skema,
    lihat: LihatFolder = menurut_nama,
) -> dict[Bulan, Tabel]:
    """Return the capaian tables of earlier months that are there, readable and in their place; realisasi is typed."""
    hasil: dict[Bulan, Tabel] = {}
    for bulan in daftar_bulan:
        berkas = ruang.berkas_capaian(bulan, *unit.semua_kode, lihat=lihat)
        tabel = _baca(ruang, berkas[0], unit, bulan, skema) if len(berkas) == 1 else None
        if tabel is not None:
            hasil[bulan] = tabel
    return hasil


def berisi_realisasi(ruang: RuangKerja, berkas: Path, unit: Unit, bulan: Bulan, skema: Skema) -> bool:
    """Tell whether a capaian workbook, wherever it lies, is the unit's of the month and has been filled in."""
    tabel = _baca(ruang, berkas, unit, bulan, skema)
    if tabel is None:
        return False
    diisi = ("realisasi", *KUNCI_RASIO)
    return any(nilai is not None for kunci in diisi for nilai in tabel.isi.get(kunci, ()))


def _baca(ruang: RuangKerja, berkas: Path, unit: Unit, bulan: Bulan, skema: Skema) -> Tabel | None:
    try:
        return _tabel(ruang.relatif(berkas), buka_buku(berkas, ruang.batas), unit, bulan, skema)
    except BukuTidakTerbacaError:
        return None


def _tabel(berkas: str, buku: Buku, unit: Unit, bulan: Bulan, skema: Skema) -> Tabel | None:
    catatan = Catatan(berkas, unit.kode)
    nama = buku.cari_lembar(_CAPAIAN)
    if nama is None:
        return None
    lembar = buku.lembar(nama)
    mentah = baca_tabel(lembar, _CAPAIAN, catatan, waktu=bulan, indikator=skema.indikator)
    if mentah is None:
        return None
    identitas = identitas_tabel(mentah, _CAPAIAN)
    if not periksa_saksi(mentah, identitas, _CAPAIAN, unit, bulan, skema, catatan):
        return None
    ketik_nip(mentah, catatan, skema)
    angka = KolomAngka.untuk(mentah, catatan, skema.indikator)
    for kunci in KUNCI_RASIO:
        angka.ketik(kunci, lapor=False, persen=False)
    for posisi in angka.ketik("realisasi", lapor=False):
        # A fraction where percent is due may mean 0,95 or 95: no ground to compare on.
        mentah.tabel.isi["realisasi"][posisi] = None
    return mentah.tabel
