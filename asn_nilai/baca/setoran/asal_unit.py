"""Whose workbook is this? Asked of a file whose name or place does not say it.

Units send `PKM-TB (1) revisi final.xlsx`, or last month's file again. The identity block usually knows better; where it
is silent, the name may still hold a unit's code. Nothing else of the file is read.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import lipat_kode
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.temuan import JUDUL_LEMBAR_TEMUAN, LEMBAR_TEMUAN
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.setoran.identitas import BarisIdentitas, baca_identitas, periksa_identitas
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kepala import BARIS_DICARI, cari_kepala
from asn_nilai.baca.tabel.waktu import Waktu

BUKU_NILAI = "berkas-buku-nilai"
"""The finding that a unit sent back its nilai.xlsx."""
_LEMBAR_NILAI = frozenset({"Nilai", "Rincian", "Aturan"})
_SETORAN = ("Capaian", "Target")
_UNIT, _WAKTU = ("kode_unit", "unit_kerja"), ("periode", "tahun")


class AsalBerkas(NamedTuple):
    """What a workbook says of itself.

    Attributes:
        unit: the unit it belongs to.
        bulan: the month of a capaian workbook, None of a target workbook, and where it does not say.
        target: whether it is a target workbook.
    """

    unit: Unit
    bulan: Bulan | None
    target: bool


def kenali_asal(berkas: Path, skema: Skema, tahun: int, batas: Batas = BATAS_BAWAAN) -> AsalBerkas | None:
    """Return whose workbook a file is, None where it cannot be read or does not name exactly one unit.

    Args:
        berkas: any workbook.
        skema: the units that it may belong to.
        tahun: the work folder's year.
        batas: how large the file may be.
    """
    try:
        buku = buka_buku(berkas, batas)
        for formulir in map(FORMULIR.__getitem__, _SETORAN):
            nama = buku.cari_lembar(formulir)
            if nama is None:
                continue
            kisi = buku.lembar(nama).sel
            kepala = cari_kepala(kisi, formulir)
            identitas = baca_identitas(kisi, formulir, kepala.baris if kepala else BARIS_DICARI)
            target = formulir.nama == "Target"
            unit = _unit(identitas, berkas.stem, skema, tahun)
            return None if unit is None else AsalBerkas(unit, _bulan(identitas, unit, skema, tahun), target)
    except BukuTidakTerbacaError:
        pass
    return None


def daftar_temuan(buku: Buku) -> bool:
    """Tell whether a workbook is the list of findings that a unit gets where its own file cannot carry marks."""
    if LEMBAR_TEMUAN not in buku.nama_lembar or any(buku.cari_lembar(FORMULIR[nama]) for nama in _SETORAN):
        return False
    sel = buku.lembar(LEMBAR_TEMUAN).sel
    return bool(sel) and sel[0][:1] == [JUDUL_LEMBAR_TEMUAN]


def tulisan_program(buku: Buku) -> str:
    """Return the kind of finding for a workbook without a form that the program itself wrote; blank for any other."""
    if daftar_temuan(buku):
        return "berkas-daftar"
    return BUKU_NILAI if _LEMBAR_NILAI.issubset(buku.nama_lembar) else ""


def berkas_daftar_temuan(berkas: Path, batas: Batas = BATAS_BAWAAN) -> bool:
    """Tell of any file whether it is such a list; one that cannot be read is none."""
    try:
        return daftar_temuan(buka_buku(berkas, batas))
    except BukuTidakTerbacaError:
        return False


def _unit(identitas: Mapping[str, BarisIdentitas], nama: str, skema: Skema, tahun: int) -> Unit | None:
    """Return the one unit that the block names, best by its code; without such lines, the one whose code the file's name holds."""
    ada_kode = "kode_unit" in identitas
    sebutan = {k: identitas[k] for k in _UNIT if k in identitas and (k == "kode_unit" or not ada_kode)}
    if sebutan:
        cocok = [unit for unit in skema.unit.values() if _sesuai(sebutan, unit, tahun, skema)]
        return cocok[0] if len(cocok) == 1 else None
    terlipat = lipat_kode(nama)
    ada = [u for u in skema.unit.values() if any(lipat_kode(kode) in terlipat for kode in u.semua_kode)]
    terpanjang = [unit for unit in ada if len(unit.kode) == max(len(lain.kode) for lain in ada)]
    return terpanjang[0] if len(terpanjang) == 1 else None


def _bulan(identitas: Mapping[str, BarisIdentitas], unit: Unit, skema: Skema, tahun: int) -> Bulan | None:
    if "periode" not in identitas:
        return None
    sebutan = {kunci: identitas[kunci] for kunci in _WAKTU if kunci in identitas}
    cocok = [bulan for bulan in Periode.setahun(tahun).bulan if _sesuai(sebutan, unit, bulan, skema)]
    return cocok[0] if len(cocok) == 1 else None


def _sesuai(sebutan: Mapping[str, BarisIdentitas], unit: Unit, waktu: Waktu, skema: Skema) -> bool:
    return periksa_identitas(sebutan, unit, waktu, skema, Catatan(""))
