"""The bytes of a skema workbook: the same input gives the same bytes."""

import io

from xlsxwriter import Workbook

from asn_nilai.terbit.buku.gaya import KEPALA, MASUKAN, bersih
from asn_nilai.terbit.buku.wadah import DIBUAT, buku_baru
from asn_nilai.terbit.templat.lembar.lembar import GayaTemplat, LembarTemplat
from asn_nilai.terbit.templat.skema.bahan import BahanSkema
from asn_nilai.terbit.templat.skema.lembar_daftar import DaftarSkema, tulis_daftar
from asn_nilai.terbit.templat.skema.lembar_indikator import daftar_indikator
from asn_nilai.terbit.templat.skema.lembar_pegawai import daftar_pegawai
from asn_nilai.terbit.templat.skema.lembar_petunjuk import petunjuk_skema
from asn_nilai.terbit.templat.skema.lembar_unit import NAMA_KODE_UNIT, NIP_DI_PEGAWAI, daftar_unit


def buku_skema(bahan: BahanSkema) -> bytes:
    """Return a skema workbook as the bytes of an .xlsx file."""
    tujuan = io.BytesIO()
    buku = buku_baru(tujuan)
    judul = bersih(f"Skema {bahan.tahun}, {bahan.instansi}")
    buku.set_properties({"title": judul, "company": bersih(bahan.instansi), "created": DIBUAT})
    gaya = GayaTemplat(buku)
    unit, pegawai = daftar_unit(bahan), daftar_pegawai(bahan)
    for daftar in (unit, pegawai, daftar_indikator(bahan)):
        tulis_daftar(LembarTemplat(buku, gaya, daftar.nama, MASUKAN), daftar, bahan)
    petunjuk_skema(LembarTemplat(buku, gaya, "Petunjuk", KEPALA), bahan)
    _namai(buku, unit, pegawai)
    buku.close()
    return tujuan.getvalue()


def _namai(buku: Workbook, unit: DaftarSkema, pegawai: DaftarSkema) -> None:
    """Define the codes to choose from and the NIPs to look up.

    The codes end where they end: a blank in a list would let Excel take any entry.
    """
    kode = unit.kolom_penuh("kode_unit")
    awal, _, akhir = kode.partition(":")
    terisi = f"Unit!{awal}:INDEX(Unit!{awal}:{akhir},MAX(1,COUNTA(Unit!{awal}:{akhir})))"
    buku.define_name(NAMA_KODE_UNIT, f"={terisi}")
    buku.define_name(NIP_DI_PEGAWAI, f"=Pegawai!{pegawai.kolom_penuh('nip')}")
