"""A year at the terminal, each command's words whole: what is said when all is well, and when something is in the way.

A frozen text is one sitting: the commands as typed, each with its status and both streams. test_pemula has what is refused.
"""

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

BULAN = ("--periode", "2026-01", "--paralel", 1)


@pytest.fixture
def kota(kota_kecil):
    return kota_kecil


def ubah(buku: Path, lembar: str, **sel: object) -> None:
    isi = load_workbook(buku)
    for alamat, nilai in sel.items():
        isi[lembar][alamat].value = nilai
    isi.save(buku)


def tulis_ekspor(kota: Path, *, ganti: str = "") -> None:
    """Write the January export of one assessor as e-Kinerja gives it; `ganti`: another predikat in its first row."""
    with (kota / "hasil/2026-01/nilai.csv").open(encoding="utf-8", newline="") as berkas:
        semua = list(csv.DictReader(berkas))
    buku = Workbook()
    kepala = (
        "No",
        "NIP",
        "Nama",
        "Jabatan",
        "Rating Hasil Kinerja",
        "Rating Perilaku Kerja",
        "Predikat Kinerja Periodik",
    )
    for baris in (["KOTA CONTOH"], ["Sub Bagian Contoh"], ["Periode Bulanan 1 Tahun 2026"], [], kepala):
        buku.active.append(list(baris))
    for nomor, asn in enumerate(semua):
        predikat = asn["predikat"] if nomor else ganti or asn["predikat"]
        isi = [asn[ruas] for ruas in ("nip", "nama", "jabatan", "rating_hasil_kerja", "rating_perilaku")]
        buku.active.append([nomor + 1, *isi, predikat])
    (kota / "bkn/2026-01").mkdir(parents=True, exist_ok=True)
    buku.save(kota / "bkn/2026-01/penilai.xlsx")


def test_bulan_yang_bersih_sampai_terkunci(duduk, kota):
    duduk.jalankan()
    duduk.masuk(kota)
    duduk.jalankan()
    duduk.masuk(duduk.tempat)
    duduk.jalankan("riwayat", "kota")
    duduk.jalankan("validasi", "kota", *BULAN)
    duduk.jalankan("validasi", "kota", *BULAN, "--unit", "KEL-TD", "--tandai")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("rekap", "kota", "--periode", "2026-01")
    duduk.jalankan("kunci", "kota", *BULAN, "--tanggal", "31/12/2025")
    duduk.jalankan("kunci", "kota", *BULAN, "--nomor", "800/12", "--tanggal", "05/02/2026")
    duduk.jalankan("kunci", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "Salah ketik H16")
    duduk.jalankan("hitung", "kota", "--periode", "2026-T1", "--sementara", "--paralel", 1)
    duduk.jalankan("rekap", "kota", "--periode", "2026-T1")
    duduk.jalankan("kunci", "kota", "--periode", "2026-T1", "--paralel", 1)
    duduk.jalankan("verifikasi", "kota", *BULAN)
    duduk.jalankan("riwayat", "kota", "--periode", "2026-01")
    duduk.jalankan("hitung", "kota", "--semua", "--paralel", 1)
    duduk.banding("layar-bulan-bersih.txt")


def test_yang_terkunci_berubah_lalu_dikoreksi(duduk, kota):
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "Salah ketik H16")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("kunci", "kota", *BULAN, "--catatan", "...")
    duduk.jalankan("kunci", "kota", *BULAN, "--tanggal", "05/02/2026")
    duduk.catat("H16 di capaian/2026-01/KEL-TD.xlsx diketik menjadi 1")
    ubah(kota / "capaian/2026-01/KEL-TD.xlsx", "Capaian", H16=1)
    duduk.jalankan("validasi", "kota", *BULAN)
    duduk.jalankan("rekap", "kota", "--periode", "2026-01")
    duduk.jalankan("rekap", "kota", "--periode", "2026-01", "--samarkan")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "...")
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "")
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "Salah ketik H16", "--unit", "KEL-TD")
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "Salah ketik H16", "--sementara")
    duduk.jalankan("hitung", "kota", "--periode", "2026-T1", "--koreksi", "Salah ketik", "--sementara")
    duduk.jalankan("hitung", "kota", *BULAN, "--koreksi", "Salah ketik H16")
    duduk.jalankan("riwayat", "kota")
    duduk.jalankan("verifikasi", "kota", *BULAN)
    kode = json.loads((kota / "riwayat/2026-01/v2/manifes.json").read_text(encoding="utf-8"))["kode"]
    duduk.jalankan("verifikasi", "kota", "--kode", kode)
    duduk.masuk(kota)
    duduk.jalankan()
    duduk.banding("layar-dikoreksi.txt")


def test_yang_tidak_utuh_disebut_berkas_demi_berkas(duduk, kota):
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("rekap", "kota", "--periode", "2026-01")
    hasil = kota / "hasil/2026-01"
    duduk.catat(
        "rincian.csv berakhir baris lain; ringkasan.html dan rekap.html berubah; index.html dan rekap.xlsx hilang; catatan sendiri"
    )
    (hasil / "rincian.csv").write_bytes((hasil / "rincian.csv").read_bytes().replace(b"\n", b"\r\n"))
    (hasil / "KEL-TD/ringkasan.html").write_bytes(b"<p>lain</p>")
    (hasil / "rekap.html").write_bytes(b"lain")
    (hasil / "rekap.xlsx").unlink()
    (hasil / "KEL-TD/catatan.txt").write_bytes(b"x")
    (hasil / "index.html").unlink()
    duduk.jalankan("verifikasi", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", *BULAN, "--paksa")
    duduk.jalankan("kunci", "kota", *BULAN, "--tanggal", "05/02/2026")
    versi = kota / "riwayat/2026-01/v1"
    duduk.catat("versi terkunci: nilai.csv berubah, rincian.csv hilang, berkas asing ditambahkan")
    (versi / "hasil/nilai.csv").write_bytes(b"lain")
    (versi / "hasil/rincian.csv").unlink()
    (versi / "asing.txt").write_bytes(b"x")
    duduk.jalankan("verifikasi", "kota", *BULAN)
    duduk.catat("register kehilangan baris terakhirnya")
    register = kota / "riwayat/2026-01.jsonl"
    register.write_bytes(b"".join(register.read_bytes().splitlines(keepends=True)[:-1]))
    duduk.jalankan("riwayat", "kota", "--periode", "2026-01")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("verifikasi", "kota", *BULAN)
    duduk.catat("seluruh folder riwayat hilang")
    shutil.rmtree(kota / "riwayat")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("verifikasi", "kota", *BULAN)
    duduk.banding("layar-tidak-utuh.txt")


def test_surat_keberatan_dan_pencocokan(duduk, kota):
    duduk.jalankan("dokumen", "nota-dinas", "kota", "--periode", "2026-01")
    duduk.jalankan("dokumen")
    duduk.jalankan("dokumen", "nota")
    duduk.jalankan("dokumen", "xyzzy")
    duduk.jalankan("hitung", "kota", *BULAN)
    for jenis in ("nota-dinas", "berita-acara", "rencana-perbaikan", "usulan-penghargaan"):
        duduk.jalankan("dokumen", jenis, "kota", "--periode", "2026-01")
    duduk.jalankan("dokumen", "kartu", "kota", "--periode", "2026-01", "--unit", "KEL-TD")
    duduk.catat("nota dinas diisi orang")
    nota = next((kota / "dokumen/2026-01").glob("nota-dinas*.docx"))
    nota.write_bytes(nota.read_bytes() + b"\0")
    duduk.jalankan("dokumen", "nota-dinas", "kota", "--periode", "2026-01")
    nip = "199910032022211960"
    duduk.jalankan("keberatan", nip, "kota", "--periode", "2026-01", "--diterima", "31/01/2026")
    duduk.jalankan("keberatan", "pitopang yogas", "kota", "--periode", "2026-01", "--diterima", "05/02/2026")
    duduk.jalankan("cocokkan", "kota", "--periode", "2026-01")
    tulis_ekspor(kota)
    duduk.jalankan("cocokkan", "kota", "--periode", "2026-01")
    tulis_ekspor(kota, ganti="Kurang")
    (kota / "bkn/2026-01/bukan.xlsx").write_bytes(b"bukan buku")
    duduk.jalankan("cocokkan", "kota", "--periode", "2026-01")
    duduk.catat("H16 di capaian/2026-01/KEL-TD.xlsx diketik menjadi 1")
    ubah(kota / "capaian/2026-01/KEL-TD.xlsx", "Capaian", H16=1)
    duduk.jalankan("cocokkan", "kota", "--periode", "2026-01")
    duduk.jalankan("dokumen", "berita-acara", "kota", "--periode", "2026-01", "--unit", "KEL-TD")
    duduk.jalankan("keberatan", nip, "kota", "--periode", "2026-01", "--diterima", "05/02/2026")
    duduk.banding("layar-surat-dan-pencocokan.txt")


def test_yang_belum_dapat_dikunci(duduk, kota):
    (kota / "capaian/2026-01/KEL-TD.xlsx").unlink()
    ubah(kota / "capaian/2026-01/KEL-PPK.xlsx", "Capaian", H16="tujuh", B7="")
    duduk.jalankan("validasi", "kota", *BULAN, "--tandai")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("kunci", "kota", *BULAN)
    duduk.jalankan("dokumen", "nota-dinas", "kota", "--periode", "2026-01")
    duduk.jalankan(
        "keberatan", "199910032022211960", "kota", "--periode", "2026-01", "--diterima", "05/02/2026"
    )
    duduk.jalankan("hitung", "kota", "--semua", "--paralel", 1)
    duduk.jalankan("kunci", "kota", *BULAN, "--tanggal", "05/02/2026", "--catatan", "Unit dilebur")
    duduk.jalankan("validasi", "kota", *BULAN, "--unit", "KEL-PPK")
    duduk.jalankan("hitung", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", "--semua", "--paralel", 1)
    duduk.banding("layar-belum-dapat-dikunci.txt")


def test_skema_yang_salah_diperbaiki_dahulu(duduk, kota):
    ubah(kota / "skema.xlsx", "Pegawai", A6="12345", G7="TIDAK-ADA")
    duduk.jalankan("validasi", "kota", *BULAN)
    duduk.jalankan("hitung", "kota", *BULAN)
    shutil.rmtree(kota / "capaian")
    duduk.jalankan("validasi", "kota")
    duduk.jalankan("hitung", "kota", "--semua")
    shutil.rmtree(kota / "target")
    duduk.jalankan("validasi", "kota")
    duduk.banding("layar-skema-salah.txt")


def test_tanpa_satu_setoran_pun(duduk, kota):
    shutil.rmtree(kota / "capaian")
    duduk.jalankan("validasi", "kota")
    shutil.rmtree(kota / "target")
    duduk.jalankan("validasi", "kota")
    duduk.jalankan("templat", "target", "kota", "--unit", "KEL-TD")
    duduk.catat("buku itu disimpan orang")
    ubah(kota / "templat/target/KEL-TD.xlsx", "Target", B5="x")
    duduk.jalankan("templat", "target", "kota", "--unit", "KEL-TD")
    duduk.jalankan("templat", "capaian", "kota", "--periode", "2026-01", "--unit", "KEL-TD")
    duduk.banding("layar-tanpa-setoran.txt")


def test_ruang_kerja_baru(duduk):
    buku = Workbook()
    for baris in (
        ("NIP", "Nama Pegawai", "Jabatan", "SKPD", "TMT Jabatan"),
        ("198507152009011903", "Budi", "Kepala Puskesmas", "Puskesmas Birugo", "01/03/2020"),
        ("199001012023211905", "Ani", "Perawat", "Puskesmas Birugo", "01/03/2026"),
        ("1985", "Citra", "Lurah", "Kelurahan Sapiran", ""),
    ):
        buku.active.append(list(baris))
    buku.save("daftar.xlsx")
    dasar = ("--tahun", 2026, "--instansi", "Kota Baru")
    duduk.jalankan("mulai", "coba", "--contoh")
    duduk.jalankan("mulai", "coba", "--contoh")
    duduk.jalankan("mulai", "lain", "--contoh", "--tahun", 2026)
    duduk.jalankan("mulai", "baru")
    duduk.jalankan("mulai", "baru", "--tahun", 26, "--instansi", "Kota Baru")
    duduk.jalankan("mulai", "baru", "--tahun", 2026, "--instansi", " ")
    duduk.jalankan("mulai", "baru", *dasar, "--indikator", "kesehatn")
    duduk.jalankan("mulai", "baru", *dasar, "--pegawai", "tiada.xlsx")
    duduk.jalankan("mulai", "baru", *dasar, "--pegawai", ".")
    duduk.jalankan("mulai", "baru", *dasar, "--pegawai", "daftar.xlsx")
    duduk.catat("catatan-mulai.txt")
    duduk.catat((duduk.tempat / "baru/catatan-mulai.txt").read_text(encoding="utf-8"))
    duduk.jalankan("mulai", "baru", *dasar)
    duduk.jalankan("validasi", "baru")
    duduk.banding("layar-mulai.txt")


@pytest.mark.parametrize("kode", ["permenpanrb-6-2022", "kemenkeu-127-2026"])
def test_aturan(duduk, kode):
    duduk.jalankan("aturan", kode)
    duduk.banding(f"layar-aturan-{kode}.txt")


def test_daftar_dan_perbandingan_aturan(duduk):
    duduk.jalankan("aturan")
    duduk.jalankan("aturan", "banding", "pp-30-2019", "permenpanrb-6-2022")
    duduk.jalankan("aturan", "banding", "pp-30-2019", "pp-30-2019")
    duduk.jalankan("aturan", "banding")
    duduk.banding("layar-aturan.txt")
