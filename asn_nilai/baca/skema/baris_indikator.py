"""A row of the sheet Indikator as an indicator, or the findings that say why not."""

from enum import StrEnum

from asn_nilai.acuan.isian.skema import Agregasi, Frekuensi, Indikator, JenisNilai, Polaritas
from asn_nilai.baca.skema.baris_skema import BarisSkema, pisahkan


class _YaTidak(StrEnum):
    YA = "Ya"
    TIDAK = "Tidak"


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
        berlaku_untuk=pisahkan(baris.teks("berlaku_untuk", posisi)),
        **teks,
    )
