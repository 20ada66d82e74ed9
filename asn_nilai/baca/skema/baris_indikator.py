"""A row of the sheet Indikator as an indicator, or the findings that say why not."""

from asn_nilai.acuan.isian.indikator.indikator import (
    Agregasi,
    Frekuensi,
    Indikator,
    JenisNilai,
    Lingkup,
    Polaritas,
)
from asn_nilai.baca.skema.baris_skema import BarisSkema, pisahkan

_TEKS = ("satuan", "definisi", "aspek", "sumber_data", "pembilang", "penyebut")


def baca_indikator(baris: BarisSkema, posisi: int) -> Indikator | None:
    """Return a row of the sheet Indikator, its numbers typed; None with findings where it cannot stand."""
    baris.perlu(posisi, "kode_indikator", "indikator", "satuan")
    polaritas = baris.pilihan("polaritas", posisi, Polaritas)
    agregasi = baris.pilihan("agregasi", posisi, Agregasi)
    jenis_nilai = baris.pilihan("jenis_nilai", posisi, JenisNilai, JenisNilai.DESIMAL)
    frekuensi = baris.pilihan("frekuensi", posisi, Frekuensi, Frekuensi.BULANAN)
    bukti = baris.ya_tidak("wajib_bukti", posisi, ragu=True)
    lingkup = baris.pilihan("lingkup", posisi, Lingkup, Lingkup.INDIVIDU)
    layanan = baris.ya_tidak("layanan_publik", posisi, ragu=False)
    if agregasi is Agregasi.RASIO:
        _periksa_rasio(baris, posisi)
    bawah, atas = baris.angka("batas_bawah", posisi), baris.angka("batas_atas", posisi)
    if bawah is not None and atas is not None and atas < bawah:
        baris.tolak("batas_atas", posisi, "angka yang tidak di bawah Batas Bawah")
    terburuk = baris.angka("nilai_terburuk", posisi)
    if polaritas is Polaritas.MINIMAL and terburuk is not None and terburuk < 0:
        # Beside a target of zero it is divided by: below zero it would make more of what is bad the better.
        baris.tolak("nilai_terburuk", posisi, "angka di atas 0, atau kosong, bagi indikator minimal")
    if not (polaritas and agregasi and jenis_nilai and frekuensi and lingkup and baris.sah(posisi)):
        return None
    teks = {kunci: baris.teks(kunci, posisi) for kunci in _TEKS}
    return Indikator(
        kode=baris.teks("kode_indikator", posisi),
        nama=baris.teks("indikator", posisi),
        polaritas=polaritas,
        agregasi=agregasi,
        jenis_nilai=jenis_nilai,
        batas_bawah=bawah,
        batas_atas=atas,
        nilai_terburuk=terburuk,
        frekuensi=frekuensi,
        wajib_bukti=bool(bukti),
        berlaku_untuk=pisahkan(baris.teks("berlaku_untuk", posisi)),
        lingkup=lingkup,
        layanan_publik=layanan,
        **teks,
    )


def _periksa_rasio(baris: BarisSkema, posisi: int) -> None:
    """Note a ratio of which the register does not say what it counts; without the columns, at its Agregasi."""
    for kunci, apa in (("pembilang", "dihitung di atas"), ("penyebut", "menjadi pembagi di bawah")):
        if not baris.teks(kunci, posisi):
            ada = kunci in baris.mentah.tabel.kolom
            label = baris.formulir.label(kunci)
            if ada:
                baris.tolak(
                    kunci, posisi, f"kata-kata untuk apa yang {apa} garis bagi, karena Agregasinya Rasio"
                )
            else:
                baris.tolak(
                    "agregasi", posisi, f"Rasio bila kolom {label} menyebut apa yang {apa} garis bagi"
                )
