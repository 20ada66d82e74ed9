"""Sentences and words of the ground floor, each whole: what is said of a setting, a rule, an export, a file that is refused."""

import errno
from dataclasses import replace
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.kata_penjelasan import kata_aspek
from asn_nilai.acuan.hasil.nilai import DINILAI, SEMENTARA
from asn_nilai.acuan.hasil.pencocokan import KATA_APA
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.ringkas import KETERANGAN_SEMENTARA
from asn_nilai.acuan.isian.register.cari_asn import cari_tanpa_nip
from asn_nilai.acuan.isian.register.usulan_unit import jenis_unit, mengepalai
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema
from asn_nilai.acuan.kata.galat_sistem import kalimat_os, sebab_os
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import PengaturanTidakSahError, baca_pengaturan
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.ketentuan import daftar_ketentuan
from asn_nilai.acuan.profil.muat_aturan import baca_berkas_aturan, muat_aturan
from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan
from asn_nilai.acuan.profil.ubah_aturan import baca_ubahan, ubah_aturan
from asn_nilai.acuan.rekap.kata_kedudukan import _terangkat
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun, LangkahBerikut, langkah_berikut
from asn_nilai.acuan.riwayat.kata_perubahan import KALIMAT_PINDAHAN
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import kelompokkan_sebab
from asn_nilai.acuan.setoran.pesan.pesan_pengelola import pesan_pengelola
from asn_nilai.acuan.temuan import temuan


def test_perbedaan_dengan_e_kinerja():
    assert list(KATA_APA.values()) == [
        "Predikat berbeda", "Rating hasil kerja berbeda", "Rating perilaku berbeda", "Predikat bertentangan di antara ekspor",
        "Dua kali di ekspor, ratingnya berbeda", "Tidak ada di ekspor e-Kinerja", "Tidak ada di hasil asn-nilai",
    ]  # fmt: skip


def test_aspek_perilaku():
    def baris(*isi: str, dari_bkn: bool = False):
        return SimpleNamespace(
            dari_bkn=dari_bkn, aspek=[SimpleNamespace(teks=t, kolom=f"K{n}") for n, t in enumerate(isi)]
        )

    assert kata_aspek(baris("Baik", "Baik", dari_bkn=True)) == "tidak ada di ekspor e-Kinerja BKN"
    assert kata_aspek(baris("", "")) == "ketujuhnya kosong"
    assert kata_aspek(baris("Baik", "", "Baik")) == "Baik: K0, K2; kosong: K1"


def test_nilai_sementara():
    assert (
        KETERANGAN_SEMENTARA
        == "Sementara: ada bulan yang kurang; nilainya belum akhir, jadi belum untuk ditandatangani."
    )
    judul = Penjelasan.judul_halangan.fget
    assert judul(SimpleNamespace(status=SEMENTARA)) == "Mengapa sementara"
    assert judul(SimpleNamespace(status=DINILAI)) == "Mengapa belum dinilai"


def test_orang_tanpa_nip():
    sebab = (temuan("berkas-tanpa-unit", Letak("skema.xlsx", "Pegawai", "A7")),)
    skema = Skema(
        {}, (), {}, (PegawaiCacat("", "Budi Koto", (Penempatan("", "Budi Koto", "KEL"),), (), sebab),)
    )
    assert cari_tanpa_nip(skema, "koto") == (
        "Budi Koto ada pada lembar Pegawai (skema.xlsx › Pegawai › A7), tetapi NIP-nya tidak ada, jadi belum dinilai. Isi NIP-nya di situ, "
        "lalu ulangi. Kartunya yang menyebut sebabnya ditulis bersama unitnya: asn-nilai jelaskan --unit KEL"
    )
    assert cari_tanpa_nip(skema, "ani") == ""


@pytest.mark.parametrize(
    ("nama", "jenis", "kepala", "bukan"),
    [
        ("UPT Puskesmas A", "Puskesmas", "Kepala UPTD Puskesmas A", "Plt. Kepala Puskesmas A"),
        ("Pusat Kesehatan Masyarakat A", "Puskesmas", "Kepala UPT Pusat Kesehatan A", "Plh Kepala Puskesmas A"),
        ("UPTD RSUD A", "Rumah Sakit", "Direktur", "Wakil Direktur"),
        ("UPT Rumah Sakit A", "Rumah Sakit", "Direktur RS A", "Pj Direktur"),
        ("Kantor Kelurahan A", "Kelurahan", "Kepala Kelurahan A", "Sekretaris Lurah"),
        ("Kantor Lurah A", "Kelurahan", "Lurah A", "Pjs. Lurah A"),
        ("Kantor Kecamatan A", "Kecamatan", "Kepala Kecamatan A", "Sekretaris Pribadi Camat"),
        ("Kantor Camat A", "Kecamatan", "Camat A", "Kepala Seksi"),
        ("PAUD A", "Sekolah", "Kepala PAUD A", "Guru"),
        ("SMKN 1", "Sekolah", "Kepala SMKN 1", "Wakil Kepala Sekolah"),
        ("TK A", "Sekolah", "Kepala TK A", "Kepala Dinas"),
        ("UPT A", "UPT", "Kepala UPT A", "Kepala Seksi A"),
        ("Unit Pelaksana Teknis A", "UPT", "Kepala Unit Pelaksana Teknis A", "Kepala Tata Usaha"),
        ("Dinas A", "Dinas", "Kepala Dinas A", "Kepala Bidang"),
        ("Badan A", "Badan", "Kepala Badan A", "Sekretaris Badan A"),
        ("Sekretariat DPRD", "Sekretariat", "Sekretaris DPRD", "Sekretaris Pribadi Sekretaris DPRD"),
        ("Sekretariat Dewan", "Sekretariat", "Sekretaris Dewan", "Kepala Bagian"),
        ("Inspektorat", "Inspektorat", "Inspektur Kabupaten", "Inspektur Pembantu"),
        ("Bagian A", "Bagian", "Kepala Bagian A", "Kepala Subbagian A"),
        ("Satuan A", "Satuan", "Kepala Satuan A", "Kepala Seksi A"),
        ("Kantor A", "Kantor", "Kepala Kantor A", "Kepala Seksi A"),
        ("Taman A", "Lainnya", "Kepala Taman A", "Kepalanya"),
    ],
)  # fmt: skip
def test_jenis_unit_dan_kepalanya(nama, jenis, kepala, bukan):
    assert jenis_unit(nama).nama == jenis
    assert mengepalai(kepala, nama)
    assert mengepalai(kepala.upper(), nama)
    assert not mengepalai(bukan, nama)


@pytest.mark.parametrize(
    ("nomor", "sebab", "saran"),
    [
        (errno.EACCES, "tidak diizinkan", "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi."),
        (errno.EPERM, "tidak diizinkan", "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi."),
        (errno.EBUSY, "sedang dipakai program lain", "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi."),
        (errno.EROFS, "tempatnya hanya boleh dibaca", "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi."),
        (errno.ENOENT, "tidak ada", "Pastikan tidak ada yang memindahkan atau menghapusnya, lalu jalankan lagi."),
        (errno.EEXIST, "sudah ada berkas atau folder lain yang bernama itu", "Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."),
        (errno.EISDIR, "itu folder, bukan berkas", "Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."),
        (errno.ENOTDIR, "ada berkas di tempat yang seharusnya folder", "Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."),
        (errno.ENOTEMPTY, "foldernya tidak kosong", "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi."),
        (errno.ENOSPC, "disk penuh", "Kosongkan ruang di disk, lalu jalankan lagi."),
        (errno.ENAMETOOLONG, "namanya terlalu panjang", "Jalurnya 6 huruf: pindahkan ruang kerja ke folder yang jalurnya pendek, misalnya C:/kinerja, lalu jalankan lagi."),
        (errno.EMFILE, "terlalu banyak berkas terbuka", "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi."),
        (errno.EIO, "disk atau jaringannya bermasalah", "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi."),
        (9999, "galat sistem nomor 9999", "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi."),
    ],
)  # fmt: skip
def test_yang_ditolak_sistem(nomor, sebab, saran):
    assert kalimat_os(OSError(nomor, "x", "a.xlsx")) == f"a.xlsx tidak dapat dibuka ({sebab}). {saran}"
    assert kalimat_os(OSError(nomor, "x"), "b.xlsx") == f"b.xlsx tidak dapat dibuka ({sebab}). {saran}"


def test_nama_yang_ditolak_sistem():
    assert kalimat_os(OSError(errno.EINVAL, "x", "a?b")) == (
        'a?b tidak dapat dibuka (namanya tidak diterima sistem operasi). Pakai nama tanpa tanda < > : " | ? * dan bukan nama alat '
        "seperti CON atau AUX, lalu jalankan lagi."
    )
    # Windows says the same of a date that it does not know: no name is to blame there.
    assert sebab_os(OSError(errno.EINVAL, "x")) == f"galat sistem nomor {errno.EINVAL}"


@pytest.mark.parametrize(
    "nama",
    [
        r"C:\Users\Ani\OneDrive\kota\skema.xlsx",
        r"\\server\bagi\kota.xlsx",
        r"\\?\K:\kota.xlsx",
        "K:kota.xlsx",
    ],
)
def test_berkas_yang_tidak_diberikan_onedrive_atau_jaringan(nama):
    """What is kept in the cloud alone is there, has a size, and cannot be read: an invalid argument, says Windows."""
    assert kalimat_os(OSError(errno.EINVAL, "Invalid argument", nama)) == (
        f"{nama} tidak dapat dibuka (disk, jaringan, atau OneDrive tidak memberikannya). Periksa sambungan ke jaringan; bila foldernya di "
        "OneDrive, klik kanan folder itu di Explorer, pilih Selalu simpan di perangkat ini (Always keep on this device), tunggu sampai "
        "terunduh, lalu jalankan lagi."
    )


def test_yang_ditolak_sistem_tanpa_nama_atau_nomor():
    assert kalimat_os(OSError(errno.ENOSPC, "x")) == (
        "Berkas tidak dapat ditulis (disk penuh). Kosongkan ruang di disk, lalu jalankan lagi."
    )
    assert sebab_os(OSError("putus")) == "putus"
    assert sebab_os(TimeoutError()) == "TimeoutError"


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({}, "'tahun' belum ditulis. Tambahkan satu baris paling atas, misalnya tahun = 2026."),
        ({"Tahun": 2026}, "'Tahun' ditulis dengan huruf kecil: tahun = 2026."),
        ({"batas": {"tahun": 2026}}, "'tahun' tertulis di bawah [batas], padahal harus di atas semua tanda [ ]. Pindahkan baris itu ke atas."),
        ({"tahun": 2026, "templat": 3}, "[templat] harus berisi rencana-kerja = true atau rencana-kerja = false."),
    ],
)  # fmt: skip
def test_pengaturan_yang_tidak_dapat_dipakai(isi, kalimat):
    with pytest.raises(PengaturanTidakSahError) as galat:
        baca_pengaturan(isi)
    assert str(galat.value) == f"asn-nilai.toml: {kalimat}"


def test_aturan_yang_bukan_toml(tmp_path):
    (tmp_path / "a.toml").write_text("[profil", encoding="utf-8")
    with pytest.raises(AturanTidakSahError, match=r"^a\.toml: bukan TOML yang sah: baris 1 "):
        baca_berkas_aturan(tmp_path / "a.toml")


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("sendiri", "dari semua indikatornya sendiri"),
        ("capaian-unit", "hanya dari indikator milik unit (Lingkup Unit) yang dipikulnya"),
    ],
)
def test_dari_mana_kepala_unit_dinilai(nilai, kata):
    aturan = muat_aturan("permenpanrb-6-2022")
    ketentuan = replace(aturan.kepala.hasil_kerja, nilai=nilai)
    ubah = aturan.model_copy(update={"kepala": aturan.kepala.model_copy(update={"hasil_kerja": ketentuan})})
    assert [baris.isi for baris in daftar_ketentuan(ubah) if baris.judul == ketentuan.judul] == [kata]


def test_salinan_aturan_menerangkan_diri():
    isi = salinan_aturan("pp-30-2019", "aturan/kota.toml")
    assert isi.startswith(
        "# Salinan aturan pp-30-2019 milik ruang kerja ini; asn-nilai.toml menunjuk berkas ini.\n"
        "# Yang boleh dipilih sendiri diawali baris KEBIJAKAN INSTANSI. Bila ada angka yang diubah, ganti juga kode dan nama di [profil],\n"
        "# supaya hasilnya tidak disangka menurut aturan aslinya. Periksa sesudahnya: asn-nilai aturan periksa aturan/kota.toml\n"
        "# Aslinya: asn-nilai aturan pp-30-2019. Perbedaannya: asn-nilai aturan banding pp-30-2019 aturan/kota.toml\n\n"
    )
    tanda = "# KEBIJAKAN INSTANSI: boleh diubah menurut keputusan sendiri; sebut keputusannya pada dasar.\n"
    assert isi.count(tanda) == sum('\nstatus = "kebijakan"\n' in f"\n{b}\n" for b in isi.split("\n\n")) > 0


@pytest.mark.parametrize("teks", ["plafon", "=1", "plafon=", "plafon=seratus", "plafon=1.000,5"])
def test_ubahan_yang_tidak_terbaca(teks):
    with pytest.raises(AturanTidakSahError) as galat:
        baca_ubahan([teks])
    assert str(galat.value) == (
        f"--ubah '{teks}' tidak dapat dibaca. Tulis nama angka, tanda sama dengan, lalu angkanya, misalnya --ubah plafon_capaian=110."
    )


def test_ubahan_yang_tidak_menjadi_aturan_menyebut_sebabnya_dengan_kata_kita():
    with pytest.raises(AturanTidakSahError) as galat:
        ubah_aturan(muat_aturan("permenpanrb-6-2022"), {"batas_hasil_2": 1000.0})
    assert str(galat.value).startswith("--ubah batas_hasil_2=1.000 tidak menjadi aturan yang sah: ")
    assert "Value error" not in str(galat.value)


JAN, SETAHUN = Bulan(2026, 1).periode, Periode.dari_teks("2026")


def tahun(*bulan: KeadaanPeriode, **isi: object) -> KeadaanTahun:
    return KeadaanTahun("Kota", 2026, "Aturan", bulan, **isi)


@pytest.mark.parametrize(
    ("keadaan", "perintah", "sebab"),
    [
        (tahun(KeadaanPeriode(JAN, 0, 3), galat_skema=4), ("validasi",), "skema.xlsx memuat 4 galat; perbaiki itu dahulu"),
        (tahun(KeadaanPeriode(JAN, 0, 3)), ("templat", "target"), "belum ada buku target; kirim bukunya ke unit untuk diisi"),
        (tahun(KeadaanPeriode(JAN, 0, 3), templat_target=True), (), "menunggu buku target dari unit; simpan di folder target"),
        (tahun(KeadaanPeriode(JAN, 0, 3), target=2), ("validasi",), "buku target 2 dari 3 unit belum diperiksa"),
        (
            tahun(KeadaanPeriode(JAN, 3, 3, dihitung=True, versi=1, direkap=True), target=3),
            ("hitung", "--periode", "2026"), "dua belas bulan lengkap; hitung Tahun 2026",
        ),
        (
            tahun(KeadaanPeriode(JAN, 3, 3, dihitung=True, versi=1, direkap=True), target=3, panjang=(KeadaanPeriode(SETAHUN, 3, 3, dihitung=True, versi=1, direkap=True),)),
            (), "Tahun 2026 selesai",
        ),
    ],
)  # fmt: skip
def test_langkah_berikut(keadaan, perintah, sebab):
    assert langkah_berikut(keadaan) == LangkahBerikut(perintah, sebab)


def test_ruang_kerja_yang_disalin():
    assert KALIMAT_PINDAHAN == (
        "Ruang kerja ini disalin atau dipindahkan sejak hitungan terakhirnya; registernya berlanjut di sini. Bila salinan yang lain juga "
        "dihitung, kedua register berpisah dan tidak dapat disatukan: pakailah satu saja."
    )


def test_pesan_pengelola():
    ringan = temuan("berkas-tanpa-unit", Letak("capaian/x.xlsx"), contoh="A.xlsx")
    berat = temuan(
        "perilaku-kosong", Letak("b.xlsx", "Perilaku", "C8"), nama="Budi", periode="Mei 2026", kurang="Loyal"
    )
    awal = "Skema dan ruang kerja Kota, Mei 2026\n\n"
    assert pesan_pengelola("Kota", "Mei 2026", kelompokkan_sebab([ringan])).startswith(
        f"{awal}1 peringatan.\n\ncapaian/x.xlsx\n1. "
    )
    assert pesan_pengelola("Kota", "Mei 2026", kelompokkan_sebab([berat])).startswith(
        f"{awal}1 galat.\nPerbaiki galatnya dahulu: baris setoran unit yang menunggunya ikut selesai.\n\nb.xlsx › Perilaku\n1. "
        "Rating perilaku kosong (galat)\n   - C8: Rating perilaku Budi pada Mei 2026 belum lengkap: Loyal.\n   → Isi ketujuh aspek"
    )


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"peringkat": None}, "semua ASN-nya baru masuk sejak bulan pembanding, jadi peringkatnya belum ada pembandingnya"),
        ({"belum": 2}, "peringkatnya terangkat: dengan nilai terakhir 2 ASN yang belum dinilai, rata-ratanya 95,13, peringkat 4"),
        (
            {"belum": 2, "keluar": 1, "masuk": 3},
            "peringkatnya terangkat: dengan nilai terakhir 2 ASN yang belum dinilai dan 1 ASN yang keluar dari unit dan tanpa 3 ASN yang baru masuk, rata-ratanya 95,13, peringkat 4",
        ),
        ({"masuk": 1}, "peringkatnya terangkat: tanpa 1 ASN yang baru masuk, rata-ratanya 95,13, peringkat 4"),
    ],
)  # fmt: skip
def test_peringkat_yang_terangkat(isi, kata):
    asal = {"peringkat": 4, "rata_rata": 95.125, "belum": 0, "keluar": 0, "masuk": 0}
    assert _terangkat(SimpleNamespace(**(asal | isi)), 2) == kata


def test_yang_dihitung_di_kalimat_temuan_bertitik_ribuan():
    """A year is none of it."""
    seragam = temuan("realisasi-seragam", Letak(), indikator="KJ", teks="1", banyak=12345, sel_terakhir="I9")
    assert "untuk semua (12.345) ASN" in seragam.pesan
    assert replace(seragam, menunggu=1000).pesan.endswith(" 1.000 baris menunggu ini.")
    tahun = temuan("folder-tahun-lain", Letak(), tahun_folder="2025", tahun="2026", banyak=999)
    assert "Folder ini tahun 2025, berisi 999 berkas" in tahun.pesan
